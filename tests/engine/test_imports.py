"""The import bill: dear material costs those who buy it, when they buy it."""

from __future__ import annotations

import pytest

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.state import State
from tests.engine.runs import ARDEN, RIVAL, both, embargo, lift, quiet_world, quota, run
from tests.small_sections import OXIDES

WORLD = quiet_world()
CUT = {6: quota(0.4), 24: lift}


def bill(state: State, nation: int) -> float:
    return float(metrics.read(WORLD, state, Reading("import_bill", (nation,)))[0])


def test_imports_at_the_usual_price_cost_the_economy_nothing() -> None:
    calm = run(WORLD, 1)
    at_most = 0.01 * WORLD.economy.gdp[ARDEN] * 1000.0 / 100.0  # a hundredth of a per cent of GDP
    assert 0.0 <= bill(calm.state, ARDEN) < at_most


def test_a_price_peak_costs_importers_and_not_the_rival() -> None:
    cut = run(WORLD, 20, CUT)
    assert bill(cut.state, ARDEN) > 0.0
    assert bill(cut.state, RIVAL) < 0.05 * bill(cut.state, ARDEN)
    assert cut.state.gdp_loss[ARDEN, 0] > run(WORLD, 20).state.gdp_loss[ARDEN, 0]


def test_what_was_stored_in_calm_need_not_be_bought_dear() -> None:
    def store(state: State) -> None:
        state.held("stock", "NG")[ARDEN, OXIDES] *= 6.0

    ready = run(WORLD, 20, {5: store, **CUT})
    late = run(WORLD, 20, CUT)
    paid = [sum(bill(state, ARDEN) for state in played.states) for played in (ready, late)]
    assert paid[0] < 0.8 * paid[1]


def test_the_bill_is_part_of_the_loss_of_the_month() -> None:
    cut = run(WORLD, 12, {0: both(quota(0.5), embargo(ARDEN))})
    lost_output = cut.state.flow_lost_output[ARDEN, :, 0] @ (WORLD.economy.sector_output[ARDEN] * 1000.0 / 12.0)
    monthly = bill(cut.state, ARDEN) / 12.0
    assert cut.state.flow_gdp[ARDEN, 0] == pytest.approx(lost_output + monthly)
