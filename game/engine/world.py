"""The compiled rule set: index tables and parameter arrays, frozen.

`content` compiles YAML into a `World`; the engine only reads it. Dimension letters used here and in `state`:

====  =========================================================================================
N     nations; the first H of them are seats, then the rival, then the others
H     seats: nations that a person or a doctrine may lead
C     customers: the seats and the rival, which may hold offtake
M     materials
K     goods, one for each stage: 0 concentrate (mine), 1 oxide (separation), 2 magnet alloy
J     sectors of industry
S     sites (mines, plants), those of the future included
P     projects: what may be built, each at one site
L     research lines
A     kinds of agreement
R     rules of the rival
E     lanes: what the sector of a nation sells to a buyer
X     origins: groups of exporting nations between which a buyer chooses
Z     price zones: 0 outside the rival, 1 inside
T     months from the start of the scenario to its end
B     matches, always the last axis
====  =========================================================================================

Parameter arrays carry no batch axis; use `wide` to append one when broadcasting against state.
Units: tonnes of rare-earth oxide (or what the rule set counts) a month, US$/kg, US$ million, months.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.engine.conditions import Condition

Array = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MINE, SEPARATION, MAGNET = 0, 1, 2
"""Index of the good that each stage makes."""

OUTSIDE, INSIDE = 0, 1
"""Price zones."""


def _no_places() -> Ints:
    return np.zeros(0, dtype=np.int64)


def _no_rates() -> Array:
    return np.zeros(0)


def _no_table() -> Array:
    return np.zeros((0, 0))


def _nobody() -> Bools:
    return np.zeros((0, 0), dtype=bool)


@dataclass(frozen=True)
class Names:
    """Identifiers in index order. An index is looked up here, never in the step."""

    nations: tuple[str, ...]
    materials: tuple[str, ...]
    stages: tuple[str, ...]
    sectors: tuple[str, ...]
    sites: tuple[str, ...]
    projects: tuple[str, ...]
    lines: tuple[str, ...]
    agreements: tuple[str, ...]
    rules: tuple[str, ...]
    origins: tuple[str, ...]

    def index(self, axis: str, name: str) -> int:
        """Position of `name` on `axis` (a field of this class).

        Raises:
            KeyError: when the rule set knows no such name.
        """
        try:
            return self._tables[axis][name]
        except KeyError:
            raise KeyError(f"{axis}: no {name!r}") from None

    @cached_property
    def _tables(self) -> dict[str, dict[str, int]]:
        return {axis: {name: i for i, name in enumerate(names)} for axis, names in vars(self).items()}


@dataclass(frozen=True)
class Calendar:
    """When the match starts and how it is cut into turns. A month is counted as year * 12 + (month - 1)."""

    start: int
    turn_months: int
    turns: int

    @property
    def months(self) -> int:
        """Length of the match in months (T)."""
        return self.turn_months * self.turns

    def label(self, month: int) -> str:
        """Month `month` of the match (0 is the first) as ``YYYY-MM``."""
        year, rest = divmod(self.start + month, 12)
        return f"{year:04d}-{rest + 1:02d}"


@dataclass(frozen=True)
class Demand:
    """What industry asks for, before price and thrift."""

    base: Array
    """(T, N, M, K) t/month at the reference price."""
    sector_share: Array
    """(N, J, M, K) each sector's part of the base; sums to 1 over J where the base is not 0."""
    reference_price: Array
    """(Z, M, K) US$/kg at which the base holds."""
    elasticity: Array
    """(M,) passing response to price, < 0."""
    response_months: float
    """Time constant of the passing response."""
    thrift_rate: Array
    """(M,) part of the passing saving that becomes permanent each month."""
    thrift_limit: Array
    """(M,) permanent saving never exceeds this part of the base."""
    noise: float
    """Standard deviation of the monthly disturbance of demand."""
    noise_memory: float
    """Autocorrelation of that disturbance, in [0, 1)."""


@dataclass(frozen=True)
class Sites:
    """Mines and plants. Sites are sorted by host, then stage."""

    host: Ints
    """(S,) nation."""
    stage: Ints
    """(S,) the good it makes (MINE, SEPARATION, MAGNET)."""
    grade: Array
    """(S, M) mine: split of its output over materials, sums to 1. Plant: 1 where it can treat the material."""
    recovery: Array
    """(S,) part of the input that leaves as product (plants)."""
    capacity: Array
    """(S,) t/year at the start; 0 for a site not yet built."""
    ramp_months: Array
    """(S,) from first product to full capacity."""
    cash_cost: Array
    """(S,) US$/kg of product."""
    cash: Array
    """(S,) US$ million at the start."""
    fixed_cost: Array
    """(S,) US$ million a year that it pays while it operates, whatever it makes: interest, staff, upkeep."""
    revenue_share: Array
    """(S,) part of the oxide (magnet) price that the site earns for its product."""
    swing: Array
    """(S,) elasticity of output to price over cost (0: runs full or not at all)."""
    ceiling: Array
    """(T, S) production quota as a multiple of the capacity at the start; inf where none."""
    feed_to: Ints
    """(S,) nation whose plants own the concentrate under contract; -1 none."""
    offtake: Array
    """(H, S) part of the output that a seat holds at the start."""
    recycling: Bools
    """(S,) feeds on scrap of the host instead of the good of the stage before."""
    needs_line: Ints
    """(S,) research line that must be ready before the site can run; -1 none."""
    needs_level: Array
    """(S,) readiness that line must have reached."""
    care_months: float
    """Months on care and maintenance before a site is bankrupt."""
    restart_margin: float
    """Price over cash cost at which a site on care and maintenance starts again."""


@dataclass(frozen=True)
class Projects:
    """Catalogue of what may be built. Each project adds capacity to one site."""

    site: Ints
    """(P,)"""
    capacity: Array
    """(P,) t/year added."""
    capex: Array
    """(P,) US$ million, before overrun."""
    phase_low: Array
    phase_mode: Array
    phase_high: Array
    """(P, 4) months of feasibility, permitting, construction, commissioning: triangular draw."""
    start_phase: Ints
    """(P,) phase in which the project stands at the start (0 feasibility)."""
    overrun_mode: Array
    overrun_high: Array
    """(P,) cost factor: triangular between 1, mode and high."""
    failure: Array
    """(P,) chance that it never produces."""
    offtake: Array
    """(P,) part of the site's output that full public finance (at the cap) buys its sponsor."""
    private_month: Ints
    """(P,) month from which private owners start it unaided, once the price is there; -1 never."""
    private_price: Array
    """(P,) US$/kg outside price of the site's main material that private owners wait for."""
    cash: Array
    """(P,) US$ million of working capital that a public loan or equity leaves in the site at completion."""
    refinances: Bools
    """(P,) money for a site that exists: acts at once, no construction."""
    needs_line: Ints
    needs_level: Array
    """(P,) research line and readiness without which it cannot start; -1 none."""
    replaces: Ints
    """(P,) site that it takes over: it cannot start before that site has closed; -1 none."""


PHASES = ("feasibility", "permitting", "construction", "commissioning")
INSTRUMENTS = ("equity", "loan", "guarantee")
POSTURES = ("engage", "neutral", "protest", "retaliate")
STAYS = -1.0
"""Rate of an incident on a lane whose tariff it leaves as it is."""
RELEASE_RULES = ("hold", "shortage", "price")


@dataclass(frozen=True)
class Finance:
    """The public resource agency."""

    max_public_share: float
    budget_cost: Array
    """(3,) part of the public sum that leaves the budget at once, by instrument (a guarantee leaves a reserve)."""
    offtake_factor: Array
    """(3,) part of the project's offtake that the instrument buys."""
    loss_given_failure: Array
    """(3,) part of the public sum charged to the budget when the project fails, by instrument."""
    vetting: Array
    """(N,) projects a turn that the nation's agency can take on."""
    support_months: float
    """Months for which a financed site is carried through losses."""


@dataclass(frozen=True)
class Stockpiles:
    """Public stockpiles, kept as the good `stage`."""

    stage: int
    reserve: Array
    """(N, M) days of consumption at the start."""
    target: Array
    """(N, M) days."""
    pace: Array
    """(N,) days of consumption bought a month, at most."""
    storage_cost: float
    """Part of the value a year."""
    commercial_cover: Array
    """(N, K) months of use that firms want to hold."""
    stock: Array
    """(N, M, K) months of use held at the start."""
    panic: float
    """Rise of the wanted cover at full fear, as a multiple."""
    fear_decay: float
    """Part of fear that fades a month."""
    fear_from_price: float
    fear_from_control: float
    adjust_months: float
    """Time over which firms close a gap of stock."""
    release_shortage: float
    """Unmet share of need above which `shortage` releases."""
    release_price: float
    """Multiple of the reference price above which `price` releases."""


@dataclass(frozen=True)
class Market:
    """Prices and the choice between origins."""

    origin: Ints
    """(N,) origin to which an exporter belongs; origin 0 is the rival's."""
    preference: Array
    """(X, N, M, K) share of its imports that a buyer asks of each origin at equal prices; sums to 1 over X."""
    price_response: float
    """Exponent of relative delivered price in that choice."""
    start_price: Array
    """(Z, M, K) US$/kg."""
    marginal_cost: Array
    """(Z, M, K) US$/kg to which prices fall in glut."""
    cover_exponent: float
    """Elasticity of the price to wanted over actual cover."""
    adjust_months: float
    momentum: float
    """Part of last month's price change that traders expect again."""
    expectation_gain: float
    """Part of the way to the present price that the usual one goes in a month ..."""
    expectation_return: float
    """... and of the way back to the reference price of demand."""
    floor: float
    ceiling: float
    """Limits of the price as multiples of the marginal cost."""
    basket: Array
    """(M,) parts of a kilogram of the basket in whose price the market as a whole is told; sums to 1."""
    leakage: float
    """Part of a cut flow that finds another way at twice the inside price (smuggling, re-export)."""
    wedge_months: float
    """Time over which the zones converge when nothing holds them apart."""
    wariness_gain: float
    """Part of the way to full wariness that a buyer goes in a month in which all its shipments are cut."""
    wariness_decay: float
    """Part of the wariness that fades a month."""
    wariness_effect: float
    """Part of the rival's share of imports that a fully wary buyer moves to other origins."""
    wariness_repute: float = 0.0
    """Wariness of every buyer, beside its own, toward a rival without any reputation; none at an even standing."""


@dataclass(frozen=True)
class Research:
    """Lines of R&D and their readiness on a 1-9 scale."""

    readiness: Array
    """(N, L) at the start."""
    half_spend: Array
    """(L,) US$ million a year at which progress is half the fastest."""
    fastest: Array
    """(L,) levels a year."""
    spillover: float
    """Part of a partner's lead gained a year under an agreement that shares technology."""
    thrift_gain: Array
    """(L, M) permanent saving a level gained."""
    recycling_gain: Array
    """(L,) collection rate a level gained."""
    separation_gain: Array
    """(L,) cut in the cash cost of plants a level gained, as a share."""
    market_loss: Array
    """(L,) output of the leading sector lost a level gained (an alternative technology's opportunity cost)."""
    max_rate: Array
    """(L,) US$ million a year that a nation can usefully spend."""


@dataclass(frozen=True)
class Recycling:
    life_months: Array
    """(M,) mean time from use to scrap."""
    in_use: Array
    """(N, M) t in use at the start."""
    collection: Array
    """(N,) part of the scrap that is collected at the start."""


@dataclass(frozen=True)
class Diplomacy:
    tension: Array
    """(N,) with the rival, 0-1, at the start."""
    tension_rest: Array
    """(N,) level to which it returns."""
    tension_months: float
    trust: Array
    """(N, N) 0-1 at the start."""
    posture_tension: Array
    """(4,) change of tension a month, by posture."""
    posture_approval: Array
    """(4,) change of approval a month, by posture."""
    posture_capital: Array
    """(4,) political capital that keeping it costs a turn, by posture."""
    trust_gain: float
    """A month of an agreement in force."""
    reputation_weight: float = 0.0
    """Part of a nation's good or bad repute, counted from an even standing, that others add to their trust in it."""
    precedent: float = 0.0
    """Trust that third nations gain in both parties to an agreement that is signed, or kept to its end."""


@dataclass(frozen=True)
class Agreements:
    """Kinds of agreement between two nations."""

    price: Array
    """(A,) political capital of proposing."""
    cost: Array
    """(A,) US$ million a year for each party."""
    months: Ints
    """(A,) life."""
    min_trust: Array
    """(A,)"""
    offtake: Array
    """(A,) part of the partner's free export offered first to the other party."""
    shares_stock: Bools
    """(A,) reserves release for the partner's shortage too."""
    shares_research: Bools
    """(A,)"""
    tension: Array
    """(A,) change of tension with the rival on signing."""
    allowed: Bools
    """(A, N, N) pairs that may sign."""
    attachment: Array = field(default_factory=_no_rates)
    """(A,) with the rival: rise of the partner's habit of buying from it with each month in force, as a share."""
    tariff_relief: Array = field(default_factory=_no_rates)
    """(A,) part of a tariff on either party's exports to the other that it settles."""
    trust: Array = field(default_factory=_no_rates)
    """(A,) trust gained a month between the parties, beside that of any agreement."""
    since: Ints = field(default_factory=_no_places)
    """(A,) month of the match from which it may be proposed; (0,) where all may from the start."""


@dataclass(frozen=True)
class RivalRules:
    """The rival's script. A rule that fires acts for its duration, then ends."""

    when: tuple[Condition, ...]
    duration: Ints
    """(R,) months; 0 means for good."""
    cooldown: Ints
    """(R,) months before it may fire again."""
    once: Bools
    chance: Array
    """(R,) probability of firing in a month in which the condition holds."""
    target: Bools
    """(R, N) nations against which the rule acts."""
    quota: Array
    """(R, M, K) multiple of the base quota while active; 1 leaves it."""
    tax: Array
    """(R, M, K) added export tax rate."""
    licence: Array
    """(R, N, M, K) share of applications approved; 1 leaves it."""
    embargo: Array
    """(R, N, M, K) share of shipments cut; 0 leaves it."""
    flood: Array
    """(R, M) cut of the inside price, as a share."""
    tension: Array
    """(R, N) change of tension on firing."""
    reason: tuple[str, ...]
    base_quota: Array
    """(T, M, K) t/month; inf where no quota stands."""
    base_tax: Array
    """(T, M, K) rate."""
    reputation_cost: Array
    """(R,) loss of the rival's reputation on firing."""
    grab: Array = field(default_factory=_no_table)
    """(R, S) part of the output of a site that the rival secures on firing."""
    grab_trust: Array = field(default_factory=_no_table)
    """(R, S) trust that the host must have in the rival for that."""
    technology: Array = field(default_factory=_no_table)
    """(R, P) multiple of the time that a project takes while active; 1 leaves it."""
    withheld: Bools = field(default_factory=_nobody)
    """(R, N) nations that learn nothing from the rival while active."""
    offer: Bools = field(default_factory=_nobody)
    """(R, A, N) agreements that the rival proposes on firing, and to whom."""


@dataclass(frozen=True)
class Exports:
    """What sectors sell abroad, lane by lane: one nation's sector, one buyer. Sorted by seller, then sector.

    A rule set may leave it out: then there are no lanes and no foreign tariff has anything to fall on.
    """

    seller: Ints = field(default_factory=_no_places)
    """(E,) nation."""
    sector: Ints = field(default_factory=_no_places)
    """(E,)"""
    buyer: Ints = field(default_factory=_no_places)
    """(E,) nation."""
    share: Array = field(default_factory=_no_rates)
    """(E,) part of the sector's output that goes there when nothing disturbs it."""
    elasticity: float = 0.0
    """Of the value sold to 1 plus the buyer's tariff, < 0."""
    response_months: float = 1.0
    """Time constant of that answer."""
    value_added: float = 1.0
    """Part of a lost export that is income lost at home."""
    blame: float = 1.0
    """Part of that loss for which voters blame their own government."""


@dataclass(frozen=True)
class Economy:
    budget: Array
    """(N,) US$ million at the start."""
    income: Array
    """(N,) US$ million a turn for resource security."""
    approval: Array
    """(N,) 0-1 at the start."""
    capital: Array
    """(N,) political capital at the start."""
    capital_income: Array
    """(N,) a turn."""
    gdp: Array
    """(N,) US$ billion a year."""
    sector_output: Array
    """(N, J) US$ billion a year of output that depends on the materials."""
    criticality: Array
    """(J, M, K) output lost for each unit of need unmet, as a share."""
    approval_gdp: float
    """Approval lost for 1 % of GDP lost in a month."""
    approval_months: float
    approval_rest: float
    tariff_approval: float
    """Approval lost a month for a 100 % import tariff."""
    staff: Array
    """(N,) projects that trained staff can run at once in this host."""
    exports: Exports = field(default_factory=Exports)
    jobs: Array = field(default_factory=lambda: np.zeros((1, 1)))
    """(N, J) jobs that hang on US$ 1 billion a year of a sector's output; (1, 1) of 0 where nobody counts them."""


@dataclass(frozen=True)
class World:
    """A rule set and scenario, ready to step."""

    names: Names
    calendar: Calendar
    seats: int
    rival: int
    demand: Demand
    sites: Sites
    projects: Projects
    finance: Finance
    stockpiles: Stockpiles
    market: Market
    research: Research
    recycling: Recycling
    diplomacy: Diplomacy
    agreements: Agreements
    rival_rules: RivalRules
    economy: Economy
    score: tuple[ScorePart, ...]
    incidents: tuple[Incident, ...]


@dataclass(frozen=True)
class ScorePart:
    """One part of the final score: points rise from 0 at `worst` to 100 at `best`, then are weighted."""

    key: str
    label: str
    metric: str
    aggregate: str
    """``end``, ``mean`` or ``max`` over the months of the match."""
    worst: float
    best: float
    weight: float
    lose_below: float
    """The match is lost when the points of this part end under this."""


@dataclass(frozen=True)
class Incident:
    """Something that happens to nations on a date, or when a condition holds: part of the scenario's script."""

    key: str
    month: int
    """Month of the match; -1 when only the condition decides."""
    when: Condition | None
    chance: float
    tension: Array
    """(N,) change of tension with the rival."""
    demand: Array
    """(N, J) factor on demand while it lasts."""
    months: int
    """How long the effects on demand and output, or a tariff, last."""
    text: str
    budget: Array = field(default_factory=lambda: np.zeros(1))
    """(N,) US$ million that parliament grants to the nation's budget; (1,) of 0 where it grants nothing."""
    tariff: Array = field(default_factory=_no_rates)
    """(E,) tariff that the buyers of the lanes charge from now on, for `months` (0: for good); `STAYS` where nothing
    changes, (0,) where it stays so everywhere."""
    output: Array = field(default_factory=lambda: np.ones(1))
    """(S,) factor on the capacity of sites while it lasts; (1,) of 1 where it touches none."""


def wide(parameter: Array, axes: int = 1) -> Array:
    """`parameter` with `axes` axes of length 1 appended, to broadcast against state."""
    return parameter.reshape(parameter.shape + (1,) * axes)
