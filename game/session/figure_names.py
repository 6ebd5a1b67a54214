"""What a figure of the files is of, in names of the rule set and words: from its path to a subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.models.entry import EVERYTHING
from game.content.package import Figure, Package
from game.engine.messages import Name
from game.marks import N_

_SCAFFOLD = frozenset({"rules", "do", "sectors", "shares"})
"""Parts of a path that only hold others together."""
_READS: Mapping[str, str] = {
    "preferences": N_("usual part of the imports"),
    "reserve": N_("stockpile at the start"),
    "target": N_("usual target of the stockpile"),
    "commercial": N_("stocks of firms"),
    "gdp": N_("gross domestic product"),
}
"""Keys of files that say little, or another thing, to who has not read the file."""
_RESEARCH = "research.yaml"
"""The file in which an identifier that a stage has too is that of a line of research."""


class FigureNames:
    """The names of what figures of one package stand for."""

    def __init__(self, package: Package) -> None:
        self._lines = package.lines
        self._axes: Mapping[str, Mapping[str, object]] = {
            "incidents": package.incidents,
            "rules": package.rules,
            "sectors": package.sectors,
            "stages": package.stages,
            "goods": package.goods,
            "lines": package.lines,
            "agreements": package.agreements,
            "materials": package.materials,
            "sites": package.sites,
            "projects": package.projects,
            "nations": package.nations,
        }

    def subject(self, figure: Figure) -> tuple[Name | str, ...]:
        """What a figure is of: ``demand.yaml:use.island.sectors.cars`` becomes ``use``, Island, Cars."""
        return tuple(self._name(step, figure) or in_words(step) for step in steps(figure))

    def _name(self, step: str, figure: Figure) -> Name | None:
        if step in self._lines and figure.path.startswith(_RESEARCH):
            return Name("lines", step)
        return next((Name(axis, step) for axis, known in self._axes.items() if step in known), None)


def steps(figure: Figure) -> list[str]:
    """The parts of a figure's path that say what it is of: identifiers, and keys of its file.

    The place of an entry in a list gives way to what the entry says that it holds for.
    """
    return list(_steps(figure))


def _steps(figure: Figure) -> Iterable[str]:
    for step in figure.steps:
        if step.isdigit() and len(step) < 4:  # four digits are a year
            yield from (name for name in figure.about or () if name != EVERYTHING)
        elif step not in _SCAFFOLD:
            yield step


def in_words(key: str) -> str:
    """A key of a file as words."""
    return _READS.get(key, key.replace("_", " "))
