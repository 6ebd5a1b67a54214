"""What a figure of the files is of, in names of the rule set and words: from its path to a subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.models.entry import EVERYTHING
from game.content.package import Figure, Package
from game.engine.messages import Name
from game.marks import N_
from game.session.lexicon import origins

_SCAFFOLD = frozenset({"rules", "do", "sectors", "shares", "quotas", "amount", "regions"})
"""Parts of a path that only hold others together."""
_READS: Mapping[str, str] = {
    "habits": N_("usual part of the purchases"),
    "collected": N_("part of the scrap that is collected"),
    "reserve": N_("stockpile at the start"),
    "target": N_("usual target of the stockpile"),
    "pace": N_("usual pace of the stockpile"),
    "cover": N_("stocks that firms want"),
    "yard_cover": N_("stocks that makers want"),
    "finish": N_("cost of recovering it"),
    "thriftable": N_("part of it that can be saved"),
    "thrift": N_("saving as it grows dear"),
    "becomes": N_("at the end of its life"),
    "use": N_("use at the usual price"),
    "output": N_("output that hangs on it"),
    "elasticity": N_("response of use to price"),
    "choke": N_("price over the usual at which half do without"),
    "lasting": N_("part of a saving that stays"),
    "capacity": N_("what it can run in a year"),
    "ceiling": N_("what it may run in a year"),
    "cost": N_("cost of a run"),
    "fixed_cost": N_("cost whether it runs or not"),
    "duties": N_("export duty"),
    "outside": N_("exports outside the quota"),
    "alarm": N_("fear from unfilled orders"),
    "excitement": N_("fear from rising prices"),
    "contagion": N_("fear from the fear of others"),
    "calm_months": N_("how long fear lasts"),
    "scarcity": N_("response of the price to stocks"),
    "cost_pull": N_("pull of cost on the price"),
    "panic": N_("stocks wanted in full fear"),
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
            "goods": package.goods,
            "stages": package.stages,
            "lines": package.lines,
            "agreements": package.agreements,
            "materials": package.materials,
            "quotas": package.quotas,
            "sites": package.sites,
            "projects": package.projects,
            "nations": package.nations,
            "origins": origins(package),
        }

    def subject(self, figure: Figure) -> tuple[Name | str, ...]:
        """What a figure is of: ``sectors.yaml:cars.use.island`` becomes Cars, ``use``, Island."""
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
