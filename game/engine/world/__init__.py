"""The compiled rule set: index tables and parameter arrays, frozen.

`content` compiles YAML into a `World`; the engine only reads it. Dimension letters used here and in `state`:

====  =========================================================================================
N     nations; the first H of them are seats, then the rival, then the others
H     seats: nations that a person or a doctrine may lead
C     customers: the seats and the rival, which may hold offtake
M     materials: rows of the flow picture, by which goods are told apart
K     stages: its columns
G     goods
J     sectors of industry
S     sites (mines, plants), those of the future included
P     projects: what may be built, each at one site
L     research lines
A     kinds of agreement
R     rules of the rival
E     lanes: what the sector of a nation sells to a buyer
X     origins: groups of exporting nations between which a buyer chooses
Z     customs zones: 0 the world market, 1 the rival's, then those of other controllers
U     quotas: each of some goods of a zone, by weight
T     months from the start of the scenario to its end
B     matches, always the last axis
====  =========================================================================================

Parameter arrays carry no batch axis; use `wide` to append one when broadcasting against state.
Units: what the rule set counts, mostly tonnes, a month, US$/kg, US$ million, months.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from game.engine.seen import Seen
from game.engine.world.agreements import CLAUSES, Agreements
from game.engine.world.arrays import Array, Bools, Ints, wide
from game.engine.world.calendar import DAYS_A_MONTH, Calendar
from game.engine.world.diplomacy import POSTURES, Diplomacy, Weighing
from game.engine.world.economy import Economy, Exports
from game.engine.world.environment import STANDARDS, Environment
from game.engine.world.finance import INSTRUMENTS, Finance
from game.engine.world.goods import Goods
from game.engine.world.incidents import STAYS, Incident
from game.engine.world.names import INSIDE, OUTSIDE, Names
from game.engine.world.news import News
from game.engine.world.projects import PHASES, Projects
from game.engine.world.research import Research
from game.engine.world.rival import RivalRules, Sway
from game.engine.world.score import ScorePart
from game.engine.world.sites import Sites
from game.engine.world.stockpiles import RELEASE_RULES, Stockpiles
from game.engine.world.supply import Supply

__all__ = [
    "CLAUSES",
    "DAYS_A_MONTH",
    "INSIDE",
    "INSTRUMENTS",
    "OUTSIDE",
    "PHASES",
    "POSTURES",
    "RELEASE_RULES",
    "STANDARDS",
    "STAYS",
    "Agreements",
    "Array",
    "Bools",
    "Calendar",
    "Diplomacy",
    "Economy",
    "Environment",
    "Exports",
    "Finance",
    "Goods",
    "Incident",
    "Ints",
    "Names",
    "News",
    "Projects",
    "Research",
    "RivalRules",
    "ScorePart",
    "Sites",
    "Stockpiles",
    "Supply",
    "Sway",
    "Weighing",
    "World",
    "wide",
]


@dataclass(frozen=True)
class World:
    """A rule set and scenario, ready to step."""

    names: Names
    goods: Goods
    calendar: Calendar
    seats: int
    rival: int
    supply: Supply
    sites: Sites
    projects: Projects
    finance: Finance
    stockpiles: Stockpiles
    research: Research
    diplomacy: Diplomacy
    agreements: Agreements
    rival_rules: Annotated[RivalRules, Seen.COMING]
    """The script: a rule is known once it has fired, quotas and duties for the months that have come."""
    economy: Economy
    environment: Environment
    news: News
    score: tuple[ScorePart, ...]
    incidents: Annotated[tuple[Incident, ...], Seen.COMING]
    """Known once they have happened."""
