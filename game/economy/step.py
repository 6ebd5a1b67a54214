"""One month: the table of contents of the model."""

from __future__ import annotations

from game.economy.axes import ONLY
from game.economy.compiled import compiled
from game.economy.month import Handed
from game.economy.phase import in_order
from game.economy.phases.capacity import build
from game.economy.phases.chance import disturb
from game.economy.phases.demand import want_use
from game.economy.phases.mood import feel
from game.economy.phases.orders import place_orders
from game.economy.phases.passage import find_leaks
from game.economy.phases.prices import count_cover, form_prices, see_lean
from game.economy.phases.quotas import deal_quotas, leak_past
from game.economy.phases.sales import honour_contracts
from game.economy.phases.thrift import learn_thrift
from game.economy.phases.trade import trade
from game.economy.phases.use import come_back, lose_output, run_sites, use_goods
from game.economy.phases.works import plan_runs, reckon_margins
from game.economy.state import State
from game.economy.world import World

PHASES = (
    disturb,
    want_use,
    learn_thrift,
    build,
    reckon_margins,
    plan_runs,
    place_orders,
    find_leaks,
    leak_past,
    deal_quotas,
    honour_contracts,
    trade,
    use_goods,
    run_sites,
    come_back,
    lose_output,
    count_cover,
    see_lean,
    form_prices,
    feel,
)
ORDER = in_order(PHASES)
"""What each phase takes and gives; `step` calls `PHASES` in this order, as a test sees to."""


@compiled
def step(w: World, s: State, m: Handed) -> None:
    """Play one month."""
    disturb(w, s, m)
    want_use(w, s, m)
    learn_thrift(w, s, m)
    build(w, s, m)
    reckon_margins(w, s, m)
    plan_runs(w, s, m)
    place_orders(w, s, m)
    find_leaks(w, s, m)
    leak_past(w, s, m)
    deal_quotas(w, s, m)
    honour_contracts(w, s, m)
    trade(w, s, m)
    use_goods(w, s, m)
    run_sites(w, s, m)
    come_back(w, s, m)
    lose_output(w, s, m)
    count_cover(w, s, m)
    see_lean(w, s, m)
    form_prices(w, s, m)
    feel(w, s, m)
    s.month[ONLY] += 1
