"""What a seat may see: plain frozen records, built for the seat and never stripped down from the state.

Screens, the terminal, the wire and the reports read these; nothing in them refers back to the engine.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence
from game.engine.messages import Amount, Message, Name
from game.session.briefing import Briefing
from game.session.lexicon import Lexicon


@dataclass(frozen=True)
class Indicator:
    """One key figure: `key` names a metric, `good` says which direction is better (1 up, -1 down, 0 neither)."""

    key: str
    value: float
    unit: str
    change: float
    """Since the seat's last turn; 0 in the first."""
    good: int


@dataclass(frozen=True)
class NationView:
    """A nation as the seat sees it. Figures are shares 0-1 unless said."""

    id: str
    name: str
    iso: tuple[str, ...]
    """ISO 3166-1 alpha-3 codes of the map areas that it covers."""
    flag: str
    role: str
    """``self``, ``seat``, ``rival`` or ``other``."""
    lon: float
    lat: float
    tension: float
    trust: float
    import_share: float
    mine_share: float
    separation_share: float
    demand: float
    """t/year of oxide."""


@dataclass(frozen=True)
class SiteView:
    id: str
    name: str
    nation: str
    stage: str
    lon: float
    lat: float
    status: str
    """``planned``, ``operating``, ``suspended``, ``care``, ``bankrupt``."""
    capacity: float
    output: float
    """t/year."""
    materials: tuple[tuple[str, float], ...]
    """Material id and its share of the output."""
    cash_cost: float
    offtake: tuple[tuple[str, float], ...]
    """Seat id and the share of the output it holds."""
    note: str


@dataclass(frozen=True)
class Band:
    """What chance may bring, US$ million: at least, to be expected, at most."""

    low: float = 0.0
    expected: float = 0.0
    high: float = 0.0


NOTHING = Band()


@dataclass(frozen=True)
class Choice:
    """Something the seat could order now: its price, and why not where it is refused."""

    price: float
    """US$ million charged at once."""
    capital: float
    """Political capital charged."""
    allowed: bool
    refusal: Message | None = None
    """Why not, where it is refused."""
    overrun: Band = NOTHING
    """Beyond the price, when the work costs more than planned; charged when that is known."""
    running: float = 0.0
    """US$ million that it adds to the costs of each turn from now on; less than 0 where it saves."""
    keeping: float = 0.0
    """Political capital that it adds to what each turn takes."""


@dataclass(frozen=True)
class ProjectView:
    id: str
    name: str
    site: str
    nation: str
    stage: str
    capex: float
    capacity: float
    months_low: float
    months_high: float
    """Months from order to product: shortest and longest."""
    phase: str
    """``idle``, one of `world.PHASES`, ``done`` or ``failed``."""
    progress: float
    """0-1 of the most likely duration."""
    waits: bool
    """Whether it stands still because the host has no trained staff for it."""
    sponsor: str
    """Seat id, ``private`` or empty."""
    public_share: float
    instrument: str
    offtake: float
    """Share of the output that full public finance buys."""
    choice: Choice
    """Funding by loan at the greatest public share."""
    text: str
    evidence: Evidence


@dataclass(frozen=True)
class FlowView:
    """Trade of the last month at a yearly rate, oxide and alloy apart."""

    origin: str
    """Nation id of the largest exporter of the origin."""
    importer: str
    material: str
    stage: str
    tonnes: float
    cut: float
    """Share cut by embargo or licence."""


@dataclass(frozen=True)
class ChainView:
    """The seat's own supply chain for one material and stage, t/year at last month's rate."""

    material: str
    stage: str
    production: float
    from_rival: float
    from_others: float
    recycled: float
    use: float
    unmet: float
    cover_days: float
    dependence: float


@dataclass(frozen=True)
class StockpileView:
    material: str
    tonnes: float
    days: float
    target_days: float
    commercial_days: float
    price: float
    """US$/kg now."""
    cost_to_target: float
    """US$ million at the present price."""


@dataclass(frozen=True)
class ResearchView:
    id: str
    name: str
    readiness: float
    rate: float
    max_rate: float
    effect: str
    evidence: Evidence


@dataclass(frozen=True)
class AgreementView:
    kind: str
    name: str
    partner: str
    status: str
    """``none``, ``proposed`` (by the seat), ``offered`` (to the seat), ``in force``."""
    months_left: float
    text: str
    choice: Choice
    """Proposing, accepting or leaving it, as the status allows."""


@dataclass(frozen=True)
class PolicyView:
    posture: str
    release_rule: str
    pace_days: float
    import_tariff: float
    price_floor: float
    standard: str
    """Environmental, of what is taken up from now on: one of `world.STANDARDS`; empty where the rules know none."""


@dataclass(frozen=True)
class Story:
    """What stands behind an act of the script that has come about."""

    text: str
    """The reason of the rival, or what happened, in the words of the rule set."""
    effects: tuple[Message, ...]
    """What it changes, in figures, as far as the reader may know it."""
    evidence: Evidence


@dataclass(frozen=True)
class Headline:
    """One thing that a seat may know. `tone` is ``good``, ``bad``, ``rival`` or ``plain``."""

    turn: int
    month: str
    kind: str
    message: Message
    cause: Message | None
    """What brought it about; None where the message says all."""
    tone: str
    minor: bool = False
    """Too small to be news; it stands in the record alone."""
    story: Story | None = None
    """For acts of the script: their text, effects and source."""


@dataclass(frozen=True)
class Series:
    """A monthly history for charts: `months` counts from the start."""

    key: str
    unit: str
    months: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class DraftOrder:
    """An order in the seat's draft: what it charges by plan, and what more at worst."""

    message: Message
    price: float
    capital: float
    overrun: Band = NOTHING
    running: float = 0.0
    """US$ million that it adds to the costs of each turn."""
    keeping: float = 0.0
    """Political capital that it adds to what each turn takes."""


@dataclass(frozen=True)
class ScoreView:
    """A part of the score so far."""

    key: str
    label: str
    """As the scenario calls it."""
    metric: str
    measured: float
    unit: str
    aggregate: str
    """``end``, ``mean`` or ``max``: of which moment or stretch the figure is."""
    points: float
    weight: float


@dataclass(frozen=True)
class Cause:
    """Something that moved a figure, and by how much: a recorded term of its change, or what would be without it."""

    what: Message
    size: Amount


@dataclass(frozen=True)
class Statement:
    """A seat's books over a turn, US$ million: what it had, each line of what came in and went out, what it has now."""

    turn: int
    opening: float
    lines: tuple[Cause, ...]
    """What came in first, then what went out; the greatest first in each."""
    closing: float


@dataclass(frozen=True)
class Forecast:
    """What standing policies will cost until the turn ends, at today's prices, the draft's among them."""

    lines: tuple[Cause, ...]
    """The dearest first; amounts are below 0."""
    costs: float
    """US$ million, all lines together."""
    left: float
    """US$ million of the budget at the end of the turn; below 0 where spending will have to be cut."""
    capital: float
    """Political capital that the posture will take at the end of the turn."""


@dataclass(frozen=True)
class View:
    """All that one seat may know at the start of its turn, with its draft applied to budget and choices."""

    scenario: str
    seat: str
    seat_name: str
    turn: int
    turns: int
    month: str
    until: str
    """First and last month of the turn, ``YYYY-MM``."""
    turn_months: int
    budget: float
    budget_after: float
    """After the draft."""
    capital: float
    capital_after: float
    indicators: tuple[Indicator, ...]
    nations: tuple[NationView, ...]
    sites: tuple[SiteView, ...]
    projects: tuple[ProjectView, ...]
    flows: tuple[FlowView, ...]
    chain: tuple[ChainView, ...]
    stockpiles: tuple[StockpileView, ...]
    research: tuple[ResearchView, ...]
    agreements: tuple[AgreementView, ...]
    policy: PolicyView
    materials: tuple[tuple[str, str], ...]
    """Id and name, in order."""
    stages: tuple[tuple[str, str], ...]
    headlines: tuple[Headline, ...]
    """Newest first."""
    series: tuple[Series, ...]
    draft: tuple[DraftOrder, ...]
    score: tuple[ScoreView, ...]
    books: Statement | None
    """Of the last turn; None in the first."""
    forecast: Forecast
    finished: bool
    briefing: Briefing
    lexicon: Lexicon
    """Names and texts of all that the seat may know of."""


@dataclass(frozen=True)
class Citation:
    """One origin of figures behind a number: the figure that bears most on it, and how many more rest on the same."""

    subject: tuple[Name | str, ...]
    """What the figure is of, from the whole to the part: names of the rule set, else words of its file."""
    figure: Amount
    more: int
    evidence: Evidence


@dataclass(frozen=True)
class Why:
    """Where a number comes from: its definition, what moved it lately, and the sources of the figures behind it."""

    key: str
    label: Message
    meaning: Message
    unit: str
    moved: float
    """How far it moved since the last turn."""
    causes: tuple[Cause, ...]
    """What moved it, as far as the seat may know: the terms of its change, or what it would be without an act; the
    greatest first, what is left at the end.
    """
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class PastTurn:
    """A turn that is over, as its seat knows it. `turn` counts from 0."""

    turn: int
    month: str
    orders: tuple[Message, ...]
    """The seat's own that took effect."""
    refused: tuple[Message, ...]
    """Why its others did not."""
    headlines: tuple[Headline, ...]
    """Oldest first."""


@dataclass(frozen=True)
class Result:
    """The end of a match for one seat."""

    seat: str
    won: bool
    total: float
    """0-100."""
    verdict: Message
    parts: tuple[ScoreView, ...]
    turning_points: tuple[Headline, ...]
