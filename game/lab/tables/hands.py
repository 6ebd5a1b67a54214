"""Who sits at a table, and in which world it is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.content.facts import Run
from game.content.package import Package
from game.content.plan import Plan
from game.engine.conditions import Atom, Condition, Reading
from game.lab.runs.play import variant

NO_ORDERS = Plan()


@dataclass(frozen=True)
class Hand:
    """Who leads a seat: a doctrine, a plan, a doctrine and then a plan, or, by default, nobody."""

    doctrine: str = ""
    plan: Plan = NO_ORDERS


Table = tuple[Hand, ...]
"""A hand for each seat, in the order of the rule set."""


@dataclass(frozen=True)
class Setting:
    """How the world in which tables are played differs from the scenario as it stands."""

    without_rules: tuple[str, ...] = ()
    without_incidents: tuple[str, ...] = ()
    forced: tuple[str, int] | None = None
    """A rule of the rival that fires once, in a given month (from 0), and never else."""
    turns: int | None = None
    """Turns after which it ends; all where it is None."""


AS_IT_STANDS = Setting()


def usual(package: Package) -> Table:
    """The doctrines that lead the seats when nobody does."""
    return tuple(Hand(package.seat_doctrines[seat]) for seat in seats_of(package))


def seats_of(package: Package) -> tuple[str, ...]:
    """The seats, in order."""
    return package.world.names.nations[: package.world.seats]


def with_hands(table: Table, hands: Mapping[int, Hand]) -> Table:
    """`table` with other hands at some seats."""
    return tuple(hands.get(seat, hand) for seat, hand in enumerate(table))


def set_in(package: Package, setting: Setting) -> Package:
    """`package` in that setting. Everything else draws as before."""
    run = Run("", without_rules=setting.without_rules, without_incidents=setting.without_incidents)
    changed = variant(package, run) if run != Run("") else package
    return changed if setting.forced is None else _forced(changed, *setting.forced)


def _forced(package: Package, rule: str, month: int) -> Package:
    """`package` with a rule whose condition is the month."""
    rules, place = package.world.rival_rules, package.world.names.index("rules", rule)
    then = Condition(((Atom(Reading("month"), 1, float(month), or_equal=True),),), f"month() >= {month}")
    once, chance = rules.once.copy(), rules.chance.copy()
    once[place], chance[place] = True, 1.0
    when = tuple(then if each == place else one for each, one in enumerate(rules.when))
    sways = tuple(() if each == place else one for each, one in enumerate(rules.sways))
    changed = replace(rules, when=when, once=once, chance=chance, sways=sways)
    return replace(package, world=replace(package.world, rival_rules=changed))
