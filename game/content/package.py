"""What `content` hands out: a world ready to step, and the words and sources that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from re import compile as pattern
from typing import Annotated, Any

from game.content.files import Originals
from game.content.library import Library
from game.content.origin import NOWHERE, Origin
from game.engine.condition_table import ConditionTable
from game.engine.conditions import Condition
from game.engine.messages import Message
from game.engine.seen import Seen
from game.engine.world import World

PRODUCTS = "products"
"""Axis of what stages make, in a word: "oxide"; its identifiers are those of the stages."""
_DATE = pattern(r"[0-9]{4}(-[0-9]{2})?$")


@dataclass(frozen=True)
class Figure:
    """A number of the rule set with its origin. `path` is where it stands: ``sites.yaml:red_hill.capacity``."""

    path: str
    value: float
    unit: str
    origin: Origin
    about: tuple[str, ...] | None = None
    """What the entry of a list in which it stands holds for, ``all`` where that is everything; None elsewhere."""

    @property
    def steps(self) -> tuple[str, ...]:
        """What it is of, from the top of its file down."""
        return tuple(self.path.partition(":")[2].split("."))

    @property
    def since(self) -> str:
        """The month from which it holds (``YYYY-MM``), where it is a point of a series; empty where it always does."""
        dated = (step for step in self.steps if _DATE.match(step))
        return next((f"{step}-01"[:7] for step in dated), "")


@dataclass(frozen=True)
class NationText:
    name: str
    iso: tuple[str, ...]
    flag: str
    """Name of a flag picture in the assets."""
    lon: float
    lat: float
    within: str = ""
    """The name within a sentence; empty where it is the same."""


@dataclass(frozen=True)
class SiteText:
    name: str
    lon: float
    lat: float
    text: str
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class Text:
    """Name and a sentence or two of anything else that is shown: project, line, agreement, material, rule, ..."""

    name: str
    text: str
    origin: Origin = NOWHERE
    within: str = ""
    """The name within a sentence; empty where it is the same."""


@dataclass(frozen=True)
class RuleText(Text):
    """Name and reason of a rule of the rival, and what it does, action by action."""

    does: tuple[Message, ...] = ()
    played: bool = True
    """Whether the script has it that plays."""


@dataclass(frozen=True)
class ScriptText(Text):
    """A script of the rival, and how hard it is."""

    points_more: Mapping[str, float] = field(default_factory=dict)
    """Seat to the points by which its doctrine does better than under the script that usually plays; where measured."""


@dataclass(frozen=True)
class DoctrineRule:
    """Give `order` (parameters of an order kind, as written in YAML) where `when` holds."""

    key: str
    when: Condition
    order: Mapping[str, Any]
    cooldown: int
    """Turns before it acts again in the same match; 0 each turn, -1 once."""
    reason: str


WORST_TENTH = "worst_tenth"


@dataclass(frozen=True)
class Stop:
    """A stop of the rival's shipments with which who looks ahead reckons."""

    chance: float
    """Part of the futures in which it comes."""
    share: float
    """Of the shipments."""
    months: int


@dataclass(frozen=True)
class LooksAhead:
    """How a doctrine tries orders in futures that it plays for itself, and by what it chooses among them."""

    futures: int
    months: int
    aim: str
    """``mean`` of its points in the futures, or `WORST_TENTH`, the mean of the tenth with the fewest."""
    missed_goal: float = 0.0
    """Points that a goal which is not met weighs."""
    stop: Stop | None = None


@dataclass(frozen=True)
class Doctrine:
    """How the program leads a seat. Conditions and orders are bound to that seat already."""

    key: str
    name: str
    text: str
    rules: tuple[DoctrineRule, ...]
    weighs: bool = True
    """Whether offers of which no rule speaks are answered by what is expected of them."""
    ahead: LooksAhead | None = None
    """None where it goes by its rules alone."""

    @cached_property
    def table(self) -> ConditionTable:
        """The conditions of the rules, compiled together once for all matches in which it leads."""
        return ConditionTable(tuple(rule.when for rule in self.rules))


@dataclass(frozen=True)
class Goal:
    """What a seat must reach to win: a metric of the seat at the end, or throughout."""

    metric: str
    arguments: tuple[str, ...]
    """Identifiers; ``self`` is the seat."""
    at_most: float | None
    at_least: float | None
    when: str
    """``end`` or ``always``."""
    text: str
    seats: tuple[str, ...] = ()
    """Seats that it binds; all when empty."""
    last_months: int = 0
    """Of a goal of the end: months before it of which the mean counts; 0 for the end alone."""
    secret: bool = False
    """Whether the other seats learn of it after the match alone."""


@dataclass(frozen=True)
class Documented:
    """What is known of a figure at the start of a match, from `low` to `high` in the unit of its metric."""

    metric: str
    arguments: tuple[str, ...]
    """Identifiers."""
    low: float
    high: float
    tolerance: float
    """How far the model's figure may lie outside of that."""
    falls_short: str
    """Why it lies further off; empty where it does not."""
    origin: Origin


@dataclass(frozen=True)
class TurningPoint:
    """What a scenario is expected to turn on."""

    text: str
    month: str
    """When it is expected, ``YYYY-MM``; empty where no month is."""
    act: str
    """The rule of the rival, or the incident, by which it comes."""


@dataclass(frozen=True)
class Preset:
    """A length of session in minutes, what is played in it, and how the minutes are spent."""

    minutes: int
    turns: int
    turn_months: int
    briefing: float
    turn: float
    """Of every turn."""
    debrief: float

    @property
    def changes(self) -> dict[str, float]:
        """What it changes in a scenario, by path."""
        return {"scenario.turns": self.turns, "scenario.turn_months": self.turn_months}


@dataclass(frozen=True)
class Package:
    """A scenario with its rule set, loaded and checked."""

    world: World
    rule_set: str
    rule_set_version: str
    scenario: str
    """The name of its folder."""
    title: str
    summary: str
    briefing: str
    """Markdown."""
    hash: str
    """SHA-256 over the files that it was read from."""
    default_seat: str
    seat_doctrines: Mapping[str, str]
    """Doctrine that leads each seat when nobody takes it."""
    nations: Mapping[str, NationText]
    sites: Mapping[str, SiteText]
    projects: Mapping[str, Text]
    materials: Mapping[str, Text]
    stages: Mapping[str, Text]
    goods: Mapping[str, Text]
    products: Mapping[str, Text]
    """What each stage makes, in a word."""
    quotas: Mapping[str, Text]
    """Export quotas, by what counts against each."""
    sectors: Mapping[str, Text]
    lines: Mapping[str, Text]
    agreements: Mapping[str, Text]
    afterwards: Annotated[Mapping[str, Mapping[str, str]], Seen.CONTROL]
    """What became of things in history, by axis and identifier: told after a match, never in play."""
    rules: Annotated[Mapping[str, RuleText], Seen.COMING]
    """The rival's rules; `text` is the reason shown in the debrief."""
    incidents: Annotated[Mapping[str, Text], Seen.COMING]
    doctrine_names: Mapping[str, Text]
    goals: Annotated[tuple[Goal, ...], Seen.OWN]
    win_scores: Annotated[Mapping[str, float], Seen.OWN]
    """Total score from which a match counts as won for each seat, if every goal that binds it is met."""
    figures: Annotated[tuple[Figure, ...], Seen.COMING]
    bind_doctrine: Annotated[Callable[[str, str], Doctrine], Seen.CONTROL]
    """``(doctrine id, seat id)`` to the doctrine bound to that seat. Raises KeyError for an unknown one."""
    library: Library = field(default_factory=Library, compare=False, repr=False)
    """The documents that origins cite."""
    scripts: Mapping[str, ScriptText] = field(default_factory=dict)
    """How the rival may think; empty where there is but one way."""
    script: str = ""
    """The one of `scripts` that plays."""
    documented: tuple[Documented, ...] = ()
    """What is known of the first month."""
    roles: Annotated[Mapping[str, str], Seen.OWN] = field(default_factory=dict)
    """Who each seat is in this scenario, where that is written."""
    objectives: tuple[str, ...] = ()
    """What play is to teach."""
    turning_points: Annotated[tuple[TurningPoint, ...], Seen.COMING] = ()
    presets: tuple[Preset, ...] = ()
    """Lengths of a session."""
    folder: str = ""
    """Folder that the scenario was read from; empty where it was carried in a save."""
    originals: Annotated[Originals, Seen.CONTROL] = field(default_factory=Originals, compare=False, repr=False)
    """The files that it was made of."""
    changes: Annotated[Mapping[str, float | str], Seen.CONTROL] = field(default_factory=dict)
    """Figures that were given other values than the files have, by path."""

    def goals_of(self, seat: str) -> tuple[Goal, ...]:
        """The goals that bind `seat`."""
        return tuple(goal for goal in self.goals if not goal.seats or seat in goal.seats)
