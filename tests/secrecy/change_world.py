"""Secrets of the rule set and its script, made others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.files import Originals
from game.content.origin import NOWHERE
from game.content.package import Package, TurningPoint
from game.economy.fields import fields as declared
from game.economy.world import World as Rules
from game.session.lexicon import SECRET
from game.session.match import Match
from tests.secrecy.twin import Change, twin


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


def _script_of_rules(rules: NDArray[Any], match: Match, size: float) -> NDArray[Any]:
    """The rule set of the economy: what it says of months to come is another."""
    changed = rules.copy()
    for field in declared(Rules).values():
        if "Month" in field.axes:
            changed[field.name][..., match.control.state.month + 1 :] *= size
            changed[field.name][..., match.control.state.month + 1 :] += size
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
        elif isinstance(value, np.ndarray) and value.shape[:1] == idle.shape:
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
    "world.supply.rules": _in_world("world.supply.rules", _script_of_rules),
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
    "package.roles": _of_others(
        lambda package, me, size: {
            "roles": {name: role if name == me else f"{role} {size}" for name, role in package.roles.items()}
        }
    ),
    "package.turning_points": _in_package(turning_points=(TurningPoint("It all ends.", "", "none"),)),
    "package.figures": _figures,
    "package.originals": _in_package(originals=Originals({"rules/none/none.yaml": "none: 1"})),
    "package.changes": _in_package(changes={"none.none": 1.0}),
    "package.bind_doctrine": _of_others(lambda package, me, size: {"bind_doctrine": _nobody}),
}
