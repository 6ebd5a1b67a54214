"""The texts of a rule set and a scenario that are shown translated: what their translators are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.library import Evidence
from game.content.origin import Origin
from game.content.package import Figure, Package
from game.session.figure_names import in_words, steps
from game.session.lexicon import Lexicon

Placed = tuple[str, str]
"""Where a text stands, as folder and subject, and the text."""


def texts_of(package: Package) -> Iterator[Placed]:
    """Every text of `package` with its place; empty ones are left out."""
    rules, scenario = f"rules/{package.rule_set}", f"scenarios/{package.scenario}"
    found = [
        *_scenario(package, scenario),
        *_entries(package, rules),
        *_origins(package, rules),
    ]
    return ((place, text) for place, text in found if text)


def _scenario(package: Package, place: str) -> Iterator[Placed]:
    yield from ((place, text) for text in (package.title, package.summary, package.briefing))
    yield from ((f"{place}/seats/{seat}", role) for seat, role in package.roles.items())
    yield from ((f"{place}/objectives", text) for text in package.objectives)
    yield from ((f"{place}/turning_points", point.text) for point in package.turning_points)
    yield from ((f"{place}/rival", text) for one in package.scripts.values() for text in (one.name, one.text))
    yield from ((f"{place}/goals", goal.text) for goal in package.goals)
    yield from ((f"{place}/score", part.label) for part in package.world.score)


def _entries(package: Package, rules: str) -> Iterator[Placed]:
    for axis, entries in Lexicon.of_control(package).axes.items():
        for identifier, entry in entries.items():
            fields = (getattr(entry, name, "") for name in ("name", "within", "text"))
            yield from ((f"{rules}/{axis}/{identifier}", text) for text in fields)
    for doctrine in package.doctrine_names:
        rules_of = package.bind_doctrine(doctrine, package.default_seat).rules
        yield from ((f"{rules}/doctrines/{doctrine}", rule.reason) for rule in rules_of)
    for axis, later in package.afterwards.items():
        yield from ((f"{rules}/{axis}/{identifier}", text) for identifier, text in later.items())


def _origins(package: Package, rules: str) -> Iterator[Placed]:
    """Reasons, notes and what documents say, of every figure and every entry."""
    figures = [(_file(figure), figure.origin) for figure in package.figures]
    for figure in package.figures:
        words = map(in_words, steps(figure))
        yield from ((f"{rules}/{_file(figure)}", text) for text in (figure.unit, *words))
    yield from _behind(package, rules, figures)
    for axis, entries in Lexicon.of_control(package).axes.items():
        named = [(f"{axis}/{name}", getattr(entry, "origin", Origin())) for name, entry in entries.items()]
        yield from _behind(package, rules, named)


def _file(figure: Figure) -> str:
    return figure.path.partition(":")[0]


def _behind(package: Package, rules: str, origins: Iterable[tuple[str, Origin]]) -> Iterator[Placed]:
    for place, origin in origins:
        evidence: Evidence = package.library.evidence(origin)
        yield from ((f"{rules}/{place}", text) for text in (origin.why, origin.note))
        for one in evidence.references:
            yield from ((f"{rules}/sources/{one.key}", text) for text in (one.says, one.unchecked))
