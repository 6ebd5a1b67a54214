"""The scenarios that come along, as tests take them: one more costs the suites seconds and not half a minute.

The first scenario of each rule set that is made for play, and every replay, is played by everything. Of the *further*
ones of a rule set all that hangs on their own files is checked in both suites: findings, sources, what is documented of
the first month, months at rest, texts. What hangs on their play runs in the slow suite, in turn: golden transcript,
secrecy, causes with one seed of those that the first are tried with, and doctrines that share the seats of a match in
place of leading all four of one. What hangs on the rule set alone is asked of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import pytest

from game import places
from game.content import list_scenarios, load, reader
from game.content.package import Package

Item = TypeVar("Item")


def _rule_set(scenario: str) -> str:
    return str(reader.read(places.data("scenarios") / scenario / "scenario.yaml").data["rule_set"])


def _further() -> frozenset[str]:
    played = [(_rule_set(info.id), info.id) for info in list_scenarios(own=False) if not info.has_facts]
    return frozenset(
        scenario for place, (rules, scenario) in enumerate(played) if rules in (before for before, _ in played[:place])
    )


ALL = tuple(info.id for info in list_scenarios(own=False))
FURTHER = _further()
"""Those made for play on a rule set for which another one comes before."""
FIRST = tuple(scenario for scenario in ALL if scenario not in FURTHER)


@cache
def package(scenario: str) -> Package:
    """The scenario as it is shipped, loaded once for all tests of a process: a package is never changed."""
    return load(scenario)


def in_turn(scenarios: Iterable[str] = ALL) -> list[Any]:
    """Parameters of a test: the further scenarios in the slow suite alone."""
    return [pytest.param(name, marks=[pytest.mark.slow] if name in FURTHER else []) for name in scenarios]


def its_own(scenario: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Of `items`, what the scenario is tried with: all of them, and one for a further scenario, each another."""
    if scenario not in FURTHER:
        return tuple(items)
    return (items[sorted(FURTHER).index(scenario) % len(items)],)


def tables(doctrines: Sequence[str], seats: Sequence[str]) -> tuple[dict[str, str], ...]:
    """Who leads which seat in as few matches as let every doctrine lead one seat."""
    count = len(seats)
    groups = [doctrines[begin : begin + count] for begin in range(0, len(doctrines), count)]
    return tuple({seat: group[place % len(group)] for place, seat in enumerate(seats)} for group in groups)
