"""Whether what carries a statement moves the outcome: it is changed or taken away, and a match is played."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from game.content import ContentError, Package
from game.content.facts import Run
from game.content.numbers import FRAME
from game.content.paths import step
from game.content.source import Steps
from game.doctrines import run_batch
from game.economy import machine
from game.lab.runs.play import variant, variants

SEEDS = (4,)
TIMES = (1.5, 0.5)
"""By what a number is multiplied; the second where the rule set does not take the first, or nothing came of it."""
MOST = 12
"""Numbers of an entry that are tried: together, and one by one where the rule set takes them only so."""
_SCENARIO = re.compile(r"scenario (\w+): (.+)")
_SCRIPTS = ("rival", "incidents", "doctrines")


def moves(written: str, scenarios: tuple[str, ...]) -> bool:
    """Whether what the reference `written` leads to moves a match of its scenario, or of one of `scenarios`."""
    named = _SCENARIO.match(written)
    path = named[2] if named else written
    for scenario in (named[1],) if named else scenarios:
        run = _without(scenario, path)
        if run is not None and outcome(variant(variants(scenario).package({}), run)) != _usual(scenario):
            return True
        numbers = dict(islice(_numbers(scenario, path), MOST))
        together = _moved(scenario, numbers) if numbers else False
        if together or (together is None and any(_moved(scenario, {one: numbers[one]}) for one in numbers)):
            return True
    return False


def outcome(package: Package) -> tuple[str, ...]:
    """What a few matches come to: the short sum of all figures of each."""
    machine.wait()
    state = run_batch(package, SEEDS)
    return tuple(map(state.digest, range(len(SEEDS))))


@cache
def _usual(scenario: str) -> tuple[str, ...]:
    return outcome(variants(scenario).package({}))


def _moved(scenario: str, numbers: Mapping[str, float]) -> bool | None:
    """Whether numbers of other values move the outcome; None where the rule set takes none of those values."""
    taken = None
    for times in TIMES:
        try:
            package = variants(scenario).package({number: _other(value, times) for number, value in numbers.items()})
        except ContentError:
            continue
        taken = True
        if outcome(package) != _usual(scenario):
            return True
    return None if taken is None else False


def _other(value: float, times: float) -> float:
    other = value * times if value else times
    return round(other) if isinstance(value, int) else other


def _without(scenario: str, path: str) -> Run | None:
    """The run without the rule, incident or order at `path`, which may lead into it; None where it is none of these."""
    kind, *names = path.split(".")
    if kind not in _SCRIPTS or not names:
        return None
    if kind == "rival":
        return Run("", without_rules=(names[0],))
    if kind == "incidents":
        return Run("", without_incidents=(names[0],))
    led = variants(scenario).package({}).seat_doctrines
    orders = {seat: (names[-1],) for seat, doctrine in led.items() if doctrine == names[0]}
    return Run("", without_orders=orders)


def _numbers(scenario: str, path: str) -> Iterator[tuple[str, float]]:
    """The numbers at `path` or below it, with their whole paths as in ``overrides``."""
    kind, *names = path.split(".")
    data = _files(scenario).get(kind)
    found = None if data is None else _steps(data, kind, names)
    if found is None:
        return
    steps, node = found
    for below, value in _leaves(node):
        yield ".".join(map(str, (kind, *steps, *below))), value


@cache
def _files(scenario: str) -> dict[str, Mapping[str, Any]]:
    """Data of the files by kind; where rule set and scenario have one of a kind, that of the rule set."""
    draft = variants(scenario)._draft
    return {kind: source.data for kind, source in {**draft.scene, **draft.rules}.items()}


def _steps(data: Mapping[str, Any], kind: str, names: list[str]) -> tuple[Steps, Any] | None:
    """The way to what the `names` mean; maps that may be left out are put in."""
    node: Any = data
    steps: list[str | int] = []
    if names[0] not in data:
        holders = [key for key, item in data.items() if isinstance(item, dict) and step(item, names[0]) is not None]
        if not holders:
            return None
        chosen = kind if kind in holders else holders[0]
        steps, node = [chosen], data[chosen]
    for name in names:
        at = step(node, name)
        for frame in FRAME:
            if at is None and isinstance(node, dict) and frame in node:
                steps.append(frame)
                node = node[frame]
                at = step(node, name)
        if at is None:
            return None
        steps.append(at)
        node = node[at]
    return tuple(steps), node


def _leaves(node: Any) -> Iterator[tuple[Steps, float]]:
    if isinstance(node, (int, float)) and not isinstance(node, bool):
        yield (), node
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from (((key, *below), value) for below, value in _leaves(item))
    elif isinstance(node, list):
        for place, item in enumerate(node):
            yield from (((place, *below), value) for below, value in _leaves(item))
