"""What running a site costs and fetches, and how hard it runs for that."""

from __future__ import annotations

from game.economy.axes import ONLY, Good, Site, Zone, goods, known_month, places, sites, zones
from game.economy.compiled import compiled
from game.economy.exact import fourth, power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.sales import fetched
from game.economy.phases.thrift import feed
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World

LEAST_VALUE = 1e-3
"""Part of its cost that a run fetches at least, so that no ratio is one of nothing."""


@phase(
    takes="world.zone world.finish world.thriftable world.local world.host world.takes world.makes "
    "world.feeds world.feed_good world.products world.product world.run_cost world.cost_index "
    "world.ceiling world.yard_months world.least_margin state.month state.yard state.thrift "
    "state.skimp state.price state.capacity state.run state.staffed state.burden state.hindered "
    "state.flood",
    gives="month.feed month.spent month.value month.full month.recovered month.able month.cost month.weight "
    "month.worth",
)
def reckon_margins(w: World, s: State, m: Handed) -> None:
    """(5) What a tonne run costs and fetches, what making each good costs, and what it is worth as feed.

    Goods that come together share their cost by what each fetches beyond its own finishing: what fetches nothing
    carries nothing and is left in the waste, so that the others have to carry the rock (the balance problem).
    """
    for z in zones(w):
        for g in goods(w):
            m.weight[z, g] = CRUMB
            m.cost[z, g] = CRUMB * (w.finish[g] if w.local[g] == 1 else s.price[z, g])
            m.worth[z, g] = 0.0
    for i in sites(w):
        reckon_site(w, s, m, i, w.zone[w.host[i]])
    for z in zones(w):
        for g in goods(w):
            m.cost[z, g] /= m.weight[z, g]


@compiled
def reckon_site(w: World, s: State, m: Handed, i: Site, z: Zone) -> None:
    """Cost and value of a tonne run at one site, and what follows for the goods that it makes and takes."""
    spent, value = running(w, s, i), 0.0
    for k in places(w.feeds[i]):
        g = w.feed_good[i, k]
        m.feed[i, g] = feed(w, s, i, g)
        spent += m.feed[i, g] * s.price[z, g]
    for k in places(w.products[i]):
        g = w.product[i, k]
        m.full[i, g] = filling(w, s, i, g)
        m.recovered[i, g] = recovered(w, s, m, i, g, z)
        value += w.makes[i, g] * m.recovered[i, g] * beyond(w, s, z, g)
    m.spent[i] = spent
    m.value[i] = max(value, LEAST_VALUE * spent)
    m.able[i] = able(w, s, i)
    if m.able[i] > 0.0:
        share_cost(w, s, m, i, z)


@compiled
def share_cost(w: World, s: State, m: Handed, i: Site, z: Zone) -> None:
    """What a site that runs adds to the cost of its products and to the worth of its feeds."""
    carried = m.spent[i] / m.value[i]
    for k in places(w.products[i]):
        g = w.product[i, k]
        made = m.able[i] * w.makes[i, g] * m.recovered[i, g]
        m.cost[z, g] += made * (w.finish[g] + beyond(w, s, z, g) * carried)
        m.weight[z, g] += made
    for k in places(w.feeds[i]):
        g = w.feed_good[i, k]
        others = m.spent[i] - m.feed[i, g] * s.price[z, g]
        m.worth[z, g] = max(m.worth[z, g], (m.value[i] / w.least_margin - others) / m.feed[i, g])


@compiled
def running(w: World, s: State, i: Site) -> float:
    """US$/kg that running costs this month: what standards add counts, and what research saves."""
    return w.run_cost[i] * w.cost_index[w.zone[w.host[i]], known_month(w, s.month[ONLY])] * (1.0 + s.burden[i])


@compiled
def beyond(w: World, s: State, z: Zone, g: Good) -> float:
    """US$/kg that a good fetches beyond the cost of finishing it."""
    return max(fetched(s, z, g) - w.finish[g], 0.0)


@compiled
def recovered(w: World, s: State, m: Handed, i: Site, g: Good, z: Zone) -> float:
    """Part of a joint product that is worth finishing, and for which there is room in the yard.

    The eighth power: makers finish half of what fetches just its finishing, and nearly all of what fetches twice that.
    """
    if w.finish[g] <= 0.0:
        return 1.0
    dear = w.finish[g] / fetched(s, z, g)
    return (1.0 - m.full[i, g]) / (1.0 + fourth(dear * dear))


@compiled
def filling(w: World, s: State, i: Site, g: Good) -> float:
    """How full the yard of a site is with a good, from 0 to 1: at 1 it holds what the site makes in `yard_months`."""
    return min(s.yard[i, g] / (w.yard_months * s.capacity[i] * w.makes[i, g] + CRUMB), 1.0)


@phase(
    takes="month.spent month.value month.full month.recovered world.zone world.finish world.host "
    "world.makes world.products world.product world.ceiling world.slope world.idle world.run_months "
    "world.closing_months world.restart_months state.month state.price state.capacity state.run "
    "state.staffed state.halt state.year_margin state.floor state.hindered state.flood",
    gives="month.plan state.run state.staffed state.year_margin",
)
def plan_runs(w: World, s: State, m: Handed) -> None:
    """(6) A site runs as hard as its margin says, less as its yard fills; an idle one loses its people and needs time.

    utilisation wanted = margin^slope / (idle + margin^slope) x (1 - filling of its yard, by value). What a guarantor
    adds to what a run fetches counts in the margin.
    """
    for i in sites(w):
        margin = max(m.value[i], s.floor[i]) / m.spent[i]
        eager = power(margin, w.slope)
        wish = eager / (w.idle + eager) * (1.0 - crowded(w, s, m, i))
        s.run[i] += (wish - s.run[i]) / w.run_months
        s.year_margin[i] += (margin - s.year_margin[i]) / 12.0
        staff = min(2.0 * s.run[i], 1.0)
        s.staffed[i] += (staff - s.staffed[i]) / (w.closing_months if staff < s.staffed[i] else w.restart_months)
        m.plan[i] = able(w, s, i) if s.halt[i] == 0.0 else 0.0


@compiled
def able(w: World, s: State, i: Site) -> float:
    """Tonnes that a site can and may run a month, as hard as its owners want it to."""
    free = s.capacity[i] * (1.0 - s.hindered[i])
    return min(free * s.run[i] * s.staffed[i], w.ceiling[i, known_month(w, s.month[ONLY])])


@compiled
def crowded(w: World, s: State, m: Handed, i: Site) -> float:
    """How full the yard of a site is, each product weighed by what it brings in."""
    z, full = w.zone[w.host[i]], 0.0
    for k in places(w.products[i]):
        g = w.product[i, k]
        full += w.makes[i, g] * m.recovered[i, g] * beyond(w, s, z, g) * m.full[i, g]
    return min(full / m.value[i], 1.0)
