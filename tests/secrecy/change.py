"""The same match with another secret: what is public of it stays, what the marks keep from a seat becomes another."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_type_hints

import numpy as np
from numpy.typing import NDArray

from game.content.files import Originals
from game.content.origin import NOWHERE
from game.content.package import Package
from game.engine import metrics
from game.engine.fields import FIELDS
from game.engine.seen import Seen, marks
from game.engine.state import IN_FORCE, State
from game.engine.world import RELEASE_RULES, World
from game.session.control import Control
from game.session.headlines import may_know
from game.session.lexicon import SECRET
from game.session.match import Match
from game.session.measured.past import Past

Change = Callable[[Match, int, float], Match]
"""``(match, position of the reader, size)`` to the same match with another secret."""


def twin(
    match: Match, *, package: Package | None = None, state: State | None = None, past: bool = False, **rest: Any
) -> Match:
    """`match` with another package or state; it shares its log, which it must not go on writing.

    With `past`, what its acts did is measured in the turns as they were really played.
    """
    old = match.control
    control = Control(package or old.package, state or old.state.copy(), copy.copy(old.record), old.seed)
    control.reports = old.reports
    for name, value in rest.items():
        setattr(control, name, value)
    other = copy.copy(match)
    other.control, other._drafts, other._began = control, {}, {}
    other.measured = match.measured if past else Past(control, other.seats, other.start_of)
    return other


def changes() -> dict[str, Change]:
    """Every mark that keeps something from a seat, with what makes it another."""
    found: dict[str, Change] = {"state.seeds": _seeds, "record": _record, "reports": _reports}
    for name, field in FIELDS.items():
        if field.seen is not Seen.ALL:
            found[f"state.{name}"] = _field(name)
    for place in _marked("world", World):
        found[place] = WORLD[place]
    for place in _marked("package", Package):
        found[place] = PACKAGE[place]
    return found


def _marked(path: str, record: type) -> list[str]:
    """Where the record, and the records in it, keep something from a seat."""
    places: list[str] = []
    for name, mark in marks(record).items():
        if mark is not Seen.ALL:
            places.append(f"{path}.{name}")
        elif is_dataclass(kind := _kind(record, name)) and kind is not World:
            places += _marked(f"{path}.{name}", kind)
    return places


def _kind(record: type, name: str) -> type[Any]:
    kind: type[Any] = get_type_hints(record)[name]
    return kind


# --- the state --------------------------------------------------------------------------------------------------------


def _field(name: str) -> Change:
    def change(match: Match, seat: int, size: float) -> Match:
        state = match.control.state.copy()
        values = np.array(getattr(state, name))
        hidden = _hidden(name, values, seat)
        values[hidden] = _other(name, values[hidden], size)
        setattr(state, name, values)
        return twin(match, state=state)

    return change


def _hidden(name: str, values: NDArray[Any], seat: int) -> NDArray[np.bool_]:
    """Places that the seat may not know: all, or those that are no nation's but of others."""
    hidden = np.ones(values.shape, dtype=bool)
    if FIELDS[name].seen is Seen.OWN:
        for axis, letter in enumerate(FIELDS[name].axes):
            if letter in "NHC":
                hidden[(slice(None),) * axis + (seat,)] = False
    return hidden


def _other(name: str, values: NDArray[Any], size: float) -> NDArray[Any]:
    changed: NDArray[Any] = values * size + 0.1 * size
    if name == "agreement":  # that one is in force is public, that one is proposed is not
        changed = np.where(values == IN_FORCE, values, 1 - values)
    elif name == "release_rule":
        changed = np.mod(values + 1, len(RELEASE_RULES))
    elif name == "readiness":  # at its whole levels something can be built, which shows
        changed = np.floor(values) + 0.5 * np.mod(values, 1.0) + 0.3
    elif FIELDS[name].unit == "code":
        changed = 1 - values
    elif FIELDS[name].unit in ("share", "0-1"):
        changed = np.clip(changed, 0.0, 1.0)
    return changed


def _seeds(match: Match, seat: int, size: float) -> Match:
    """The dice of the months to come."""
    state = match.control.state.copy()
    state.seeds = state.seeds ^ np.uint64(int(size * 1000) + 1)
    return twin(match, state=state, past=True, seed=int(state.seeds[0]))


# --- what was recorded ------------------------------------------------------------------------------------------------


def _record(match: Match, seat: int, size: float) -> Match:
    """Series that the seat may not see, another course."""
    other, me = twin(match), match.seats[seat]
    record = other.control.record
    hidden = [not metrics.METRICS[key[0]].open_to(me, key[1:]) for key in record.keys]
    record.rows = [
        tuple(v * size + size if no else v for v, no in zip(row, hidden, strict=True)) for row in record.rows
    ]
    return other


def _reports(match: Match, seat: int, size: float) -> Match:
    """What other seats ordered behind closed doors, and were refused, never happened; nor did what nobody may know."""
    me = match.seats[seat]
    reports = []
    for report in match.control.reports:
        orders = {
            other: given if other == me else tuple(order for order in given if order.public)
            for other, given in report.orders.items()
        }
        reports.append(
            replace(
                report,
                orders=orders,
                refused={other: items for other, items in report.refused.items() if other == me},
                events=tuple(event for event in report.events if may_know(seat, event)),
                headlines_by_seat={},
                digest="",
            )
        )
    return twin(match, past=True, reports=tuple(reports))


# --- the world and its texts ------------------------------------------------------------------------------------------


def _in_world(path: str, make: Callable[[Any, Match, float], Any]) -> Change:
    """A table of the world made another by ``make(table, match, size)``."""

    def change(match: Match, seat: int, size: float) -> Match:
        package = match.control.package
        return twin(match, package=_put(package, path.split(".")[0:], lambda old: make(old, match, size)))

    return change


def _put(record: Any, steps: list[str], make: Callable[[Any], Any]) -> Any:
    first, *rest = steps
    old = getattr(record, first)
    return replace(record, **{first: _put(old, rest, make) if rest else make(old)})


def _later(table: NDArray[Any], match: Match, size: float) -> NDArray[Any]:
    """A table over months, another from the month on that is about to be played."""
    changed = table.copy()
    changed[match.control.state.month + 1 :] *= size
    return changed


def _announced(months: NDArray[Any], match: Match, size: float) -> NDArray[Any]:
    """Months in which something will be announced: those to come are put off."""
    coming = months > match.control.state.month
    return np.where(coming, months + 1 + int(size), months)


def _rules(rules: Any, match: Match, size: float) -> Any:
    """The script: rules that have not fired do something else to others, quotas and duties to come are others."""
    idle = match.control.state.rule_count[:, 0] == 0
    changed: dict[str, Any] = {}
    for field in fields(rules):
        value = getattr(rules, field.name)
        if field.name in ("base_quota", "base_tax"):
            changed[field.name] = _later(value, match, size)
        elif isinstance(value, np.ndarray) and value.size:
            new = value.copy()
            new[idle] = ~value[idle] if value.dtype == bool else (value[idle] * size + 1).astype(value.dtype)
            changed[field.name] = new
    return replace(rules, **changed)


def _incidents(incidents: Any, match: Match, size: float) -> Any:
    happened = match.control.state.incident_fired[:, 0] >= 0
    return tuple(
        old if has else replace(old, month=old.month + 7, tension=old.tension + size, text="Something else.", months=3)
        for old, has in zip(incidents, happened.tolist(), strict=True)
    )


def _texts_of(axis: str) -> Callable[[Any, Match, float], Any]:
    def make(texts: Mapping[str, Any], match: Match, size: float) -> Any:
        known = match.lexicon.ids(axis)
        return {
            name: text if name in known else replace(text, name="Another name", text="Another text")
            for name, text in texts.items()
        }

    return make


def _of_others(make: Callable[[Package, str, float], dict[str, Any]]) -> Change:
    def change(match: Match, seat: int, size: float) -> Match:
        package = match.control.package
        return twin(match, package=replace(package, **make(package, match.seats[seat], size)))

    return change


def _goals(package: Package, me: str, size: float) -> dict[str, Any]:
    bound = [goal for goal in package.goals if not goal.seats or me in goal.seats]
    others = tuple(name for name in package.win_scores if name != me)
    return {
        "goals": (*(replace(goal, seats=(me,)) for goal in bound), replace(package.goals[0], text="No.", seats=others))
    }


def _in_package(**parts: object) -> Change:
    """Other values for fields of the package that nothing is compiled of."""
    return lambda match, seat, size: twin(match, package=replace(match.control.package, **parts))  # type: ignore[arg-type]


def _figures(match: Match, seat: int, size: float) -> Match:
    """Figures of what is not known yet, and points of series that lie ahead."""
    package, view = match.control.package, match.view(match.seats[seat])
    names = match.control.lexicon
    hidden = {name for axis in SECRET for name in names.ids(axis) if not view.lexicon.knows(axis, name)}
    changed = tuple(
        replace(figure, value=figure.value * size + 1.0, origin=NOWHERE)
        if hidden & {*figure.path.replace(":", ".").split(".")} or (figure.since and figure.since > view.month)
        else figure
        for figure in package.figures
    )
    return twin(match, package=replace(package, figures=changed))


def _nobody(doctrine: str, seat: str) -> Any:
    raise AssertionError("a seat asked how another is led")


WORLD: dict[str, Change] = {
    "world.demand.base": _in_world("world.demand.base", _later),
    "world.demand.activity": _in_world("world.demand.activity", _later),
    "world.sites.ceiling": _in_world("world.sites.ceiling", _later),
    "world.projects.known_month": _in_world("world.projects.known_month", _announced),
    "world.projects.partners_month": _in_world("world.projects.partners_month", _announced),
    "world.projects.private_month": _in_world("world.projects.private_month", lambda old, match, size: old + 3),
    "world.projects.private_price": _in_world("world.projects.private_price", lambda old, match, size: old * size),
    "world.agreements.since": _in_world("world.agreements.since", _announced),
    "world.rival_rules": _in_world("world.rival_rules", _rules),
    "world.incidents": _in_world("world.incidents", _incidents),
}
PACKAGE: dict[str, Change] = {
    "package.rules": _in_world("rules", _texts_of("rules")),
    "package.incidents": _in_world("incidents", _texts_of("incidents")),
    "package.afterwards": _in_world("afterwards", lambda old, match, size: {"sites": {}, "projects": {}}),
    "package.goals": _of_others(_goals),
    "package.win_scores": _of_others(
        lambda package, me, size: {
            "win_scores": {name: score if name == me else score + size for name, score in package.win_scores.items()}
        }
    ),
    "package.figures": _figures,
    "package.originals": _in_package(originals=Originals({"rules/none/none.yaml": "none: 1"})),
    "package.changes": _in_package(changes={"none.none": 1.0}),
    "package.bind_doctrine": _of_others(lambda package, me, size: {"bind_doctrine": _nobody}),
}
