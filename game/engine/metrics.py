"""Every named number that anything outside the engine may read, with its unit and meaning.

Conditions, screens, reports, exports and doctrines all read this one table. A metric is computed when asked, for the
whole batch. Its arguments are positions on the axes it declares (``N`` nation, ``M`` material, ``K`` stage, ...).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import bonds
from game.engine.conditions import CLOCK, Reading
from game.engine.derived import derived
from game.engine.lanes import lanes
from game.engine.layout import layout
from game.engine.phases import environment, workforce
from game.engine.state import CARE, DONE, FAILED, FIELDS, IDLE, OPERATING, State, shape
from game.engine.summation import total
from game.engine.works import works_of
from game.engine.world import INSIDE, MAGNET, MINE, OUTSIDE, PHASES, SEPARATION, World, wide

Values = NDArray[np.float64]
DAYS_A_MONTH = 365.25 / 12.0
_PERMITTING = PHASES.index("permitting")
MILLION_A_TONNE = 1e-3
"""US$ million for a tonne at 1 US$/kg."""
_AXIS_NAMES = {"N": "nations", "M": "materials", "K": "stages", "S": "sites", "P": "projects", "L": "lines",
               "A": "agreements", "R": "rules", "J": "sectors", "X": "origins", "Z": "zones"}  # fmt: skip


@dataclass(frozen=True)
class Metric:
    """A named number: the axes of its arguments, its unit, what it means, and how it is computed."""

    name: str
    axes: str
    unit: str
    meaning: str
    compute: Callable[..., Values]


METRICS: dict[str, Metric] = {}


def metric(axes: str, unit: str, meaning: str) -> Callable[[Callable[..., Values]], Callable[..., Values]]:
    """Register a function ``(world, state, *positions) -> (B,)`` under its own name."""

    def register(compute: Callable[..., Values]) -> Callable[..., Values]:
        METRICS[compute.__name__] = Metric(compute.__name__, axes, unit, meaning, compute)
        return compute

    return register


def _kept(name: str, meaning: str) -> None:
    """Register a field of the state under its own name: its axes are the arguments."""

    def compute(world: World, state: State, *place: int) -> Values:
        return getattr(state, name)[place].astype(np.float64, copy=False)

    METRICS[name] = Metric(name, FIELDS[name].axes, FIELDS[name].unit, meaning, compute)


def read(world: World, state: State, reading: Reading) -> Values:
    """The (B,) values of `reading`.

    Raises:
        KeyError: when there is no such metric.
    """
    return METRICS[reading.metric].compute(world, state, *reading.arguments)


def of_nations(world: World, state: State, name: str, count: int, *rest: int) -> Values:
    """Metric `name`, whose first argument is a nation, for the first `count` nations at once: (count, B).

    Every such metric also takes a slice for its nation: what it sums over it counts from the last axis backwards.
    """
    return METRICS[name].compute(world, state, slice(0, count), *rest)


def value(world: World, state: State, name: str, *arguments: str) -> Values:
    """The (B,) values of metric `name` for arguments given by their identifiers.

    Raises:
        KeyError: when metric or identifier is unknown.
    """
    entry = METRICS[name]
    positions = tuple(
        world.names.index(_AXIS_NAMES[axis], argument) for axis, argument in zip(entry.axes, arguments, strict=True)
    )
    return read(world, state, Reading(name, positions))


def argument_axis(letter: str) -> str:
    """The field of `Names` that the axis letter of a metric refers to."""
    return _AXIS_NAMES[letter]


def _over(part: Values, whole: Values) -> Values:
    """`part` / `whole`, and 0 where the whole is negligible."""
    share = part / np.maximum(whole, 1e-6)
    share *= whole > 1e-6
    return share


def _part(part: Values, whole: Values) -> Values:
    """`part` / `whole` for a part that is nothing where the whole is."""
    share: Values = part / np.maximum(whole, 1e-6)
    return share


def _alike(state: State, number: float) -> Values:
    return np.full(state.batch, float(number))


# --- time ---------------------------------------------------------------------------------------------------------


@metric("", "months", "months since the start of the scenario")
def month(world: World, state: State) -> Values:
    return _alike(state, CLOCK["month"](world, state))


@metric("", "year", "calendar year, with the month as a fraction")
def year(world: World, state: State) -> Values:
    return _alike(state, CLOCK["year"](world, state))


# --- prices -------------------------------------------------------------------------------------------------------


@metric("M", "US$/kg", "oxide price outside the rival")
def price(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION]


@metric("M", "US$/kg", "oxide price inside the rival")
def price_inside(world: World, state: State, material: int) -> Values:
    return state.price[1, material, SEPARATION]


@metric("M", "ratio", "oxide price outside over the price at the start")
def price_ratio(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION] / world.market.start_price[OUTSIDE, material, SEPARATION]


@metric("", "ratio", "price outside of a basket of oxides over its value at the start (basket index)")
def basket(world: World, state: State) -> Values:
    parts = wide(world.market.basket)
    start = wide(world.market.start_price[OUTSIDE, :, SEPARATION])
    return total(state.price[OUTSIDE, :, SEPARATION] * parts, 0) / (parts * start).sum()


@metric("M", "ratio", "oxide price outside over inside")
def wedge(world: World, state: State, material: int) -> Values:
    return state.price[OUTSIDE, material, SEPARATION] / state.price[1, material, SEPARATION]


@metric("MK", "US$/kg", "price of a good outside the rival")
def price_by_good(world: World, state: State, material: int, stage: int) -> Values:
    return state.price[OUTSIDE, material, stage]


@metric("MK", "US$/kg", "price of a good inside the rival")
def price_inside_by_good(world: World, state: State, material: int, stage: int) -> Values:
    return state.price[INSIDE, material, stage]


# --- dependence ---------------------------------------------------------------------------------------------------


@metric("N", "share", "part of the nation's oxide imports of the last year that came from the rival")
def import_share(world: World, state: State, nation: int) -> Values:
    rival = total(state.year_rival[nation, :, SEPARATION], -2)
    return _part(rival, total(state.year_imports[nation, :, SEPARATION], -2))


@metric("NM", "share", "part of the nation's oxide imports of one material that came from the rival")
def material_share(world: World, state: State, nation: int, material: int) -> Values:
    return _part(state.year_rival[nation, material, SEPARATION], state.year_imports[nation, material, SEPARATION])


@metric("NK", "share", "part of the nation's use of a stage's good that came from the rival")
def dependence(world: World, state: State, nation: int, stage: int) -> Values:
    used = total(state.year_use[nation, :, stage], -2)
    return np.minimum(_part(total(state.year_rival[nation, :, stage], -2), used), 1.0)


@metric("N", "share", "dependence on the rival at the stage where it is greatest")
def bottleneck(world: World, state: State, nation: int) -> Values:
    stages = [dependence(world, state, nation, stage) for stage in (SEPARATION, MAGNET)]
    return np.maximum(stages[0], stages[1])


@metric("N", "share", "part of the world's mine output of the last year mined in the nation")
def mine_share(world: World, state: State, nation: int) -> Values:
    return _output_share(state, nation, MINE)


@metric("N", "share", "part of the world's separation of the last year done in the nation")
def separation_share(world: World, state: State, nation: int) -> Values:
    return _output_share(state, nation, SEPARATION)


@metric("K", "0-1", "concentration of a stage's output over nations (Herfindahl-Hirschman index)")
def concentration(world: World, state: State, stage: int) -> Values:
    output = total(state.year_output[:, :, stage], 1)
    share = _part(output, total(output, 0))
    return total(share * share, 0)


def _output_share(state: State, nation: int, stage: int) -> Values:
    output = total(state.year_output[:, :, stage], 1)
    return _part(output[nation], total(output, 0))


# --- cover and shortage -------------------------------------------------------------------------------------------


@metric("NM", "days", "commercial and public stocks of oxide and alloy in days of the year's use of both")
def material_cover(world: World, state: State, nation: int, material: int | slice) -> Values:
    oxide, alloy = (nation, material, SEPARATION), (nation, material, MAGNET)
    held = state.stock[oxide] + state.stock[alloy] + state.reserve[nation, material]
    # Oxide that becomes alloy at home is counted once, where industry uses the alloy.
    used = state.year_use[oxide] + state.year_use[alloy] - state.year_output[alloy]
    return _over(held, used) * DAYS_A_MONTH


@metric("N", "days", "cover of the material of which the nation has least")
def stock_cover(world: World, state: State, nation: int) -> Values:
    least: Values = np.minimum.reduce(material_cover(world, state, nation, slice(None)), axis=-2)
    return least


@metric("NM", "days", "public stockpile in days of the year's use")
def reserve_days(world: World, state: State, nation: int, material: int) -> Values:
    return _over(state.reserve[nation, material], state.year_use[nation, material, SEPARATION]) * DAYS_A_MONTH


@metric("NM", "days", "commercial stocks of oxide in days of the year's use")
def commercial_days(world: World, state: State, nation: int, material: int) -> Values:
    held = state.stock[nation, material, SEPARATION]
    return _over(held, state.year_use[nation, material, SEPARATION]) * DAYS_A_MONTH


@metric("N", "share", "unmet part of what the nation needed last month, over materials and stages")
def shortage(world: World, state: State, nation: int) -> Values:
    unmet = total(state.flow_unmet[nation, :, 1] + state.flow_unmet[nation, :, 2], -2)
    if not np.count_nonzero(unmet):
        return unmet
    need = total(state.flow_need[nation, :, 1] + state.flow_need[nation, :, 2], -2)
    return _part(unmet, need)


@metric("NM", "share", "unmet part of what the nation needed of one material last month")
def material_shortage(world: World, state: State, nation: int, material: int) -> Values:
    unmet = state.flow_unmet[nation, material, SEPARATION] + state.flow_unmet[nation, material, MAGNET]
    return _part(unmet, state.flow_need[nation, material, SEPARATION] + state.flow_need[nation, material, MAGNET])


@metric("N", "t/year", "oxide and alloy needed by the nation's industry, at last month's rate")
def demand(world: World, state: State, nation: int) -> Values:
    return 12.0 * total(state.flow_need[nation, :, SEPARATION], -2)


@metric("N", "t/year", "oxide imports, mean of the last year")
def imports(world: World, state: State, nation: int) -> Values:
    return 12.0 * total(state.year_imports[nation, :, SEPARATION], -2)


@metric("N", "0-1", "fear of shortage among the nation's firms")
def fear(world: World, state: State, nation: int) -> Values:
    return state.fear[nation]


@metric("NM", "share", "demand saved for good")
def thrift(world: World, state: State, nation: int, material: int) -> Values:
    return state.thrift[nation, material]


@metric("N", "share", "part of the nation's oxide use that came from scrap last month")
def recycled_share(world: World, state: State, nation: int) -> Values:
    return _part(total(state.flow_recycled[nation], -2), total(state.flow_use[nation, :, SEPARATION], -2))


@metric("", "t/year", "world mine output, mean of the last year")
def world_output(world: World, state: State) -> Values:
    return 12.0 * total(total(state.year_output[:, :, MINE], 1), 0)


# --- flows of the last month, for whoever adds months up to years -------------------------------------------------


@metric("N", "t/month", "oxide imported")
def imported(world: World, state: State, nation: int) -> Values:
    return total(state.flow_imports[nation, :, SEPARATION], -2)


@metric("NX", "t/month", "oxide imported from one origin")
def imports_from(world: World, state: State, nation: int, origin: int) -> Values:
    return total(state.flow_origin[origin, nation, :, SEPARATION], -2)


@metric("NM", "t/month", "oxide of one material imported")
def material_imported(world: World, state: State, nation: int, material: int) -> Values:
    return state.flow_imports[nation, material, SEPARATION]


@metric("NMX", "t/month", "oxide of one material imported from one origin")
def material_imports_from(world: World, state: State, nation: int, material: int, origin: int) -> Values:
    return state.flow_origin[origin, nation, material, SEPARATION]


@metric("NK", "t/month", "made of a stage's good in the nation")
def made(world: World, state: State, nation: int, stage: int) -> Values:
    return total(state.flow_production[nation, :, stage], -2)


@metric("K", "t/month", "made of a stage's good in all nations")
def world_made(world: World, state: State, stage: int) -> Values:
    return total(total(state.flow_production[:, :, stage], 1), 0)


@metric("NMK", "t/month", "made of a stage's good of one material in the nation")
def material_made(world: World, state: State, nation: int, material: int, stage: int) -> Values:
    return state.flow_production[nation, material, stage]


@metric("MK", "t/month", "made of a stage's good of one material in all nations")
def world_material_made(world: World, state: State, material: int, stage: int) -> Values:
    return total(state.flow_production[:, material, stage], 0)


@metric("N", "t/month", "oxide used by the nation's industry and by its makers of alloy")
def used(world: World, state: State, nation: int) -> Values:
    return total(state.flow_use[nation, :, SEPARATION], -2)


@metric("", "t/month", "oxide used in all nations, that in alloy included")
def world_used(world: World, state: State) -> Values:
    return total(total(state.flow_use[:, :, SEPARATION], 1), 0)


@metric("", "t/month", "oxide that industry in all nations would use at the reference prices, that in alloy included")
def usual_demand(world: World, state: State) -> Values:
    # Read after a month, the state stands at the next one.
    base = world.demand.base[min(max(state.month - 1, 0), world.calendar.months - 1)]
    return _alike(state, float(base[:, :, SEPARATION:].sum()))


@metric("", "t/month", "oxide from scrap in all nations")
def world_recycled(world: World, state: State) -> Values:
    return total(total(state.flow_recycled, 1), 0)


# --- sites, projects, research ------------------------------------------------------------------------------------


@metric("S", "t/year", "output of a site at last month's rate")
def site_output(world: World, state: State, site: int) -> Values:
    return 12.0 * total(state.site_output[site], 0)


@metric("SM", "t/month", "made by a site of one material")
def site_made(world: World, state: State, site: int, material: int) -> Values:
    return state.site_output[site, material]


@metric("NS", "share", "part of a site's output promised to the nation, for a stake or a loan")
def promised(world: World, state: State, nation: int, site: int) -> Values:
    held = np.zeros((len(world.names.nations), state.batch))
    held[: len(state.offtake)] = state.offtake[:, site]
    return held[nation]


_kept("capacity", "built capacity of a site")
_kept("site_status", "standing of a site: 0 not built, 1 operating, 2 care and maintenance, 3 bankrupt")


@metric("S", "0 or 1", "whether a site operates")
def operating(world: World, state: State, site: int) -> Values:
    return (state.site_status[site] == OPERATING).astype(np.float64)


@metric("S", "0 or 1", "whether a site that was built stands still, for its cash is gone")
def closed(world: World, state: State, site: int) -> Values:
    return (state.site_status[site] >= CARE).astype(np.float64)


@metric("S", "US$ million", "cash left at a site")
def site_cash(world: World, state: State, site: int) -> Values:
    return state.site_cash[site]


@metric("P", "code", "phase of a project: -1 idle, 0 prospecting ... 4 commissioning, 5 done, 6 failed")
def project_phase(world: World, state: State, project: int) -> Values:
    return state.project_phase[project].astype(np.float64)


@metric("P", "0 or 1", "whether a project was taken up and is not finished")
def project_running(world: World, state: State, project: int) -> Values:
    phase = state.project_phase[project]
    return ((phase > IDLE) & (phase < DONE)).astype(np.float64)


@metric("P", "0 or 1", "whether a project has its permits: it is built, being built or made to work")
def project_permitted(world: World, state: State, project: int) -> Values:
    phase = state.project_phase[project]
    return ((phase > _PERMITTING) & (phase <= DONE)).astype(np.float64)


@metric("P", "0 or 1", "whether a project was completed")
def project_done(world: World, state: State, project: int) -> Values:
    return (state.project_phase[project] == DONE).astype(np.float64)


@metric("P", "0 or 1", "whether a project failed")
def project_failed(world: World, state: State, project: int) -> Values:
    return (state.project_phase[project] == FAILED).astype(np.float64)


@metric("N", "projects", "projects that the nation finances and that are not finished")
def projects_running(world: World, state: State, nation: int) -> Values:
    return _financed(world, state, nation, (state.project_phase >= 0) & (state.project_phase < DONE))


@metric("N", "share", "finished part of the projects that the nation financed and that are finished or failed")
def success_rate(world: World, state: State, nation: int) -> Values:
    done = _financed(world, state, nation, state.project_phase == DONE)
    return _over(done, done + _financed(world, state, nation, state.project_phase == FAILED))


@metric("N", "US$ million", "public part of the cost of the projects that the nation has financed")
def invested(world: World, state: State, nation: int) -> Values:
    own = np.arange(len(world.names.nations))[nation]
    part = state.project_cost * state.project_public
    return total(part * (state.project_sponsor == own[..., None, None]), -2)


def _financed(world: World, state: State, nation: int, among: NDArray[np.bool_]) -> Values:
    """How many of the projects `among` (P, B) the nation finances."""
    sponsor = np.where(among, state.project_sponsor, -1)
    own = np.arange(len(world.names.nations))[nation]
    return (sponsor == own[..., None, None]).sum(axis=-2).astype(np.float64)


@metric("", "share", "greatest public part of the finance of any project so far")
def most_public(world: World, state: State) -> Values:
    return np.maximum.reduce(state.project_public, axis=0)


@metric("N", "projects", "projects that trained staff can run at once in the nation")
def staff(world: World, state: State, nation: int) -> Values:
    return workforce.staff(world, state, nation)


@metric("NL", "1-9", "readiness level of a research line")
def readiness(world: World, state: State, nation: int, line: int) -> Values:
    return state.readiness[nation, line]


@metric("NL", "US$ million/year", "spending on a research line")
def research_rate(world: World, state: State, nation: int, line: int) -> Values:
    return state.research_rate[nation, line]


# --- policy, rival, diplomacy -------------------------------------------------------------------------------------


@metric("NM", "days", "target of the public stockpile")
def stockpile_target(world: World, state: State, nation: int, material: int) -> Values:
    return state.stockpile_target[nation, material]


@metric("N", "share", "part of the nation's imports from the rival now cut by embargo")
def embargo(world: World, state: State, nation: int) -> Values:
    return total(state.embargo[nation, :, SEPARATION], -2) / len(world.names.materials)


@metric("N", "share", "approval rate of export licences for the nation")
def licence(world: World, state: State, nation: int) -> Values:
    return total(state.licence[nation, :, SEPARATION], -2) / len(world.names.materials)


@metric("", "t/year", "export quota for oxide; 0 when none stands")
def quota(world: World, state: State) -> Values:
    limit = 12.0 * total(state.quota[:, SEPARATION], 0)
    return np.where(np.isfinite(limit), limit, 0.0)


@metric("MK", "t/month", "export quota of the rival for a good; infinite when none stands")
def quota_by_good(world: World, state: State, material: int, stage: int) -> Values:
    return state.quota[material, stage]


@metric("MK", "ratio", "the rival's exports of a good over its quota; 0 when none stands")
def quota_used(world: World, state: State, material: int, stage: int) -> Values:
    return _over(state.flow_exports[world.rival, material, stage], state.quota[material, stage])


@metric("NMK", "share", "part of the nation's imports of a good from the rival that an embargo cuts")
def embargo_by_good(world: World, state: State, nation: int, material: int, stage: int) -> Values:
    return state.embargo[nation, material, stage]


@metric("NMK", "share", "approval rate of the rival's export licences for a good to the nation")
def licence_by_good(world: World, state: State, nation: int, material: int, stage: int) -> Values:
    return state.licence[nation, material, stage]


_kept("export_tax", "the rival's export tax on a good")
_kept("import_tariff", "tariff on imports from the rival")
_kept("release_rule", "when the public stockpile releases: 0 never, 1 in a shortage, 2 at a high price")


@metric("", "t/year", "the rival's oxide exports at last month's rate")
def rival_exports(world: World, state: State) -> Values:
    return 12.0 * total(state.flow_exports[world.rival, :, SEPARATION], 0)


@metric(
    "",
    "US$ million/year",
    "what the rival's exports of oxide and alloy earn at the outside price, at last month's rate",
)
def rival_revenue(world: World, state: State) -> Values:
    sold = state.flow_exports[world.rival, :, SEPARATION:] * state.price[OUTSIDE, :, SEPARATION:]
    return 0.012 * total(total(sold, 0), 0)


@metric("", "share", "the rival's part of the world's exports of oxide and alloy last month, by weight")
def rival_market_share(world: World, state: State) -> Values:
    sold = total(total(state.flow_exports[:, :, SEPARATION:], 1), 1)
    return _part(sold[world.rival], total(sold, 0))


@metric("S", "share", "part of a site's output that the rival has secured")
def rival_offtake(world: World, state: State, site: int) -> Values:
    return state.offtake[world.rival, site]


@metric("N", "share", "rise of the nation's habit of buying from the rival, from working with it")
def attachment(world: World, state: State, nation: int) -> Values:
    return bonds.attachment(world, state, nation)


@metric("R", "times", "how often a rule of the rival has fired")
def rule_count(world: World, state: State, rule: int) -> Values:
    return state.rule_count[rule]


@metric("R", "0 or 1", "whether a rule of the rival acts now")
def rule_active(world: World, state: State, rule: int) -> Values:
    return (state.rule_left[rule] > 0).astype(np.float64)


@metric("N", "0-1", "tension between the nation and the rival")
def tension(world: World, state: State, nation: int) -> Values:
    return state.tension[nation]


@metric("NN", "0-1", "trust between two nations")
def trust(world: World, state: State, one: int, other: int) -> Values:
    return state.trust[one, other]


@metric("N", "code", "posture toward the rival: 0 engage, 1 neutral, 2 protest, 3 retaliate")
def posture(world: World, state: State, nation: int) -> Values:
    return state.posture[nation].astype(np.float64)


@metric("ANN", "code", "agreement between two nations: 0 none, 1 proposed by the first, 2 in force")
def agreement(world: World, state: State, kind: int, one: int, other: int) -> Values:
    return state.agreement[kind, one, other].astype(np.float64)


@metric("N", "0-1", "standing of the nation as a partner and keeper of standards")
def reputation(world: World, state: State, nation: int) -> Values:
    return state.reputation[nation]


# --- goods, in the month that has ended --------------------------------------------------------------------------


_kept("stock", "commercial inventories of a good")
_kept("reserve", "public stockpile of a material")
_kept("flow_need", "wanted of a good by industry, and taken in by plants")
_kept("flow_use", "used of a good by industry and by plants, what recovery loses included")
_kept("flow_unmet", "wanted of a good by industry and not had")
_kept("flow_refused", "asked of the rival of a good and refused by its controls")
_kept("flow_production", "made of a good, without what comes from scrap")
_kept("flow_recycled", "oxide made from scrap")
_kept("flow_release", "released from the public stockpile")
_kept("flow_purchase", "bought into the public stockpile")
_kept("flow_imports", "imports of a good")
_kept("flow_exports", "exports of a good")


@metric("NMK", "t/month", "part of the use of a good that plants take in, to make the good of the next stage")
def flow_feed(world: World, state: State, nation: int, material: int, stage: int) -> Values:
    if stage == MAGNET:
        return np.zeros_like(state.flow_production[nation, material, stage])
    return state.flow_production[nation, material, stage + 1] * _input(world)[nation, stage + 1]


@metric("NXMK", "t/month", "imports of a good from one origin (a group of exporting nations)")
def flow_imports_from(world: World, state: State, nation: int, origin: int, material: int, stage: int) -> Values:
    return state.flow_origin[origin, nation, material, stage]


@derived
def _input(world: World) -> Values:
    """(N, K, 1) tonnes that the plants of a nation and stage take in for a tonne that they make; 0 without plants."""
    works, tables = works_of(world), layout(world)
    taken = np.zeros((tables.shape[0], tables.shape[2], 1))
    taken[tables.group_host[works.plants], tables.group_stage[works.plants]] = works.input[:, 0]
    return taken


# --- environment --------------------------------------------------------------------------------------------------


@metric("N", "code", "environmental standard of what the nation takes up: -1 low, 0 usual, 1 high")
def standard(world: World, state: State, nation: int) -> Values:
    return state.standard[nation].astype(np.float64)


@metric("N", "t/year", "waste that mines and plants leave in the nation, at last month's rate")
def pollution(world: World, state: State, nation: int) -> Values:
    return environment.pollution(world, state)[nation]


@metric("N", "t/year", "waste abroad that the nation causes by its offtake and its projects, at last month's rate")
def pollution_caused(world: World, state: State, nation: int) -> Values:
    return environment.pollution_caused(world, state)[nation]


# --- economy ------------------------------------------------------------------------------------------------------


@metric("N", "US$ million", "budget left for resource security")
def budget(world: World, state: State, nation: int) -> Values:
    return state.budget[nation]


@metric("N", "US$ million", "spent since the start")
def spent(world: World, state: State, nation: int) -> Values:
    return state.spent[nation]


@metric("N", "points", "political capital")
def capital(world: World, state: State, nation: int) -> Values:
    return state.capital[nation]


@metric("N", "0-1", "approval of the government")
def approval(world: World, state: State, nation: int) -> Values:
    return state.approval[nation]


@metric("N", "%", "lost since the start to missing output and dear imports, in per cent of a year's GDP")
def gdp_loss(world: World, state: State, nation: int) -> Values:
    return state.gdp_loss[nation] / (10.0 * wide(world.economy.gdp)[nation])


@metric("N", "%", "lost last month to missing output and dear imports, in per cent of a month's GDP")
def gdp_loss_month(world: World, state: State, nation: int) -> Values:
    return state.flow_gdp[nation] * 1.2 / wide(world.economy.gdp)[nation]


@metric("N", "US$ million/month", "lost last month to missing output and dear imports")
def gdp_lost(world: World, state: State, nation: int) -> Values:
    return state.flow_gdp[nation]


@metric("N", "US$ million/year", "what last month's imports cost above the reference price, at a yearly rate")
def import_bill(world: World, state: State, nation: int) -> Values:
    dear = np.maximum(state.price[OUTSIDE] - wide(world.demand.reference_price[OUTSIDE]), 0.0)
    return 0.012 * total(total(state.flow_imports[nation] * dear, -2), -2)


@metric("NJ", "share", "output that a sector lost last month")
def lost_output(world: World, state: State, nation: int, sector: int) -> Values:
    return state.flow_lost_output[nation, sector]


@metric("NJ", "factor", "the scenario's index of a sector's activity in the month that has ended")
def activity(world: World, state: State, nation: int, sector: int) -> Values:
    # Read after a month, the state stands at the next one.
    index = world.demand.activity[max(state.month - 1, 0), nation, sector]
    return index[..., None] * np.ones(state.batch)


@metric("NJ", "factor", "output of a sector: its activity, less what it lost last month")
def industry_output(world: World, state: State, nation: int, sector: int) -> Values:
    return activity(world, state, nation, sector) * (1.0 - state.flow_lost_output[nation, sector])


@metric("N", "jobs", "jobs for which last month's lost output of industry leaves no work")
def jobs_lost(world: World, state: State, nation: int) -> Values:
    jobs = np.broadcast_to(world.economy.jobs, world.economy.sector_output.shape) * world.economy.sector_output
    return total(state.flow_lost_output[nation] * wide(jobs[nation]), -2)


@metric("NJ", "ratio", "what a sector exports over what it would without foreign tariffs, all buyers together")
def sector_exports(world: World, state: State, nation: int, sector: int) -> Values:
    parts = wide(lanes(world).part[nation, sector])
    return 1.0 - total(parts * (1.0 - state.export_index), -2)


@metric("NJN", "ratio", "what a sector exports to one buyer over what it would without the buyer's tariff")
def exports_to(world: World, state: State, nation: int, sector: int, buyer: int) -> Values:
    return _on_lane(world, state.export_index, 1.0, nation, sector, buyer)


@metric(
    "NJN", "rate", "tariff that a buyer charges on a sector's exports beyond the usual, less what agreements settle"
)
def export_tariff(world: World, state: State, nation: int, sector: int, buyer: int) -> Values:
    return _on_lane(world, bonds.charged(world, state), 0.0, nation, sector, buyer)


def _on_lane(world: World, values: Values, none: float, nation: int, sector: int, buyer: int) -> Values:
    """The value (B,) of a field of the lanes on one of them; `none` where there is no such lane."""
    beside = np.concatenate([values, np.full((1, values.shape[-1]), none)])
    lane: Values = beside[lanes(world).place[nation, sector, buyer]]
    return lane


def catalogue(world: World) -> list[tuple[Metric, int]]:
    """The metrics with the number of values each has in this world, for the data dictionary."""
    return [(entry, int(np.prod(shape(world, entry.axes), dtype=int))) for entry in METRICS.values()]


__all__ = ["FIELDS", "METRICS", "Metric", "argument_axis", "catalogue", "read", "value"]
