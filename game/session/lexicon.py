"""Names and texts of a rule set, as far as their reader may know them: what a view carries in place of a world.

What has not happened yet has no name here. A seat's lexicon lacks the rival's rules and the incidents that have not
come about, and the projects (with their sites) and agreements that nobody speaks of yet; asking for one is a fault of
the program, not a blank. Control's lexicon holds everything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from game.content.library import as_known
from game.content.origin import NOWHERE, Origin
from game.content.package import PRODUCTS, NationText, Package, SiteText, Text
from game.engine.messages import Name, Part
from game.session.origins import members

SCRIPT = ("rules", "incidents")
"""Axes whose entries come about: a seat knows those that have."""
SECRET = (*SCRIPT, "projects", "sites", "agreements")
"""Axes of which a seat gets to know entry by entry; see `knowledge.known`."""


class Entry(Protocol):
    """What every axis keeps of an identifier."""

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Lexicon:
    """Texts by axis and identifier. An axis is a field of `engine.world.Names`, `PRODUCTS`, ``incidents`` or
    ``doctrines``.
    """

    rival: str
    """Identifier of the nation that the script leads."""
    seats: tuple[str, ...]
    """Identifiers of the nations that may be led, in the order in which they resolve."""
    default_seat: str
    headline: str
    """Stage at which imports and need are counted in one figure."""
    counted: tuple[str, ...]
    """Stages whose goods count in stocks, shortage and dependence."""
    axes: Mapping[str, Mapping[str, Entry]]

    @classmethod
    def of_control(cls, package: Package) -> Lexicon:
        """Everything, the script included: for those who run a match, never for a seat."""
        world = package.world
        axes: dict[str, Mapping[str, Entry]] = {
            "nations": package.nations,
            "sites": package.sites,
            "projects": package.projects,
            "materials": package.materials,
            "stages": package.stages,
            "goods": package.goods,
            PRODUCTS: package.products,
            "quotas": package.quotas,
            "origins": origins(package),
            "sectors": package.sectors,
            "lines": package.lines,
            "agreements": package.agreements,
            "rules": package.rules,
            "incidents": package.incidents,
            "doctrines": package.doctrine_names,
        }
        names, stages = world.names.nations, world.names.stages
        counted = tuple(stages[stage] for stage in world.goods.counted_stages)
        return cls(
            names[world.rival],
            names[: world.seats],
            package.default_seat,
            stages[world.goods.headline],
            counted,
            axes,
        )

    def by(self, month: str) -> Lexicon:
        """The same for who sits in `month`: without the reasons and notes that tell of what comes later, and without
        what is written of doctrines, which says how others are led.
        """
        axes = {axis: {name: _by(entry, month) for name, entry in self.axes[axis].items()} for axis in self.axes}
        axes["doctrines"] = {name: Text(entry.name, "") for name, entry in self.axes["doctrines"].items()}
        return replace(self, axes=axes)

    def only(self, known: Mapping[str, Collection[str]]) -> Lexicon:
        """The same, with the entries that are `known` and no others on the axes of `SECRET`. Raises as a mapping."""
        shown = {
            axis: {identifier: entry for identifier, entry in self.axes[axis].items() if identifier in known[axis]}
            for axis in SECRET
        }
        return replace(self, axes={**self.axes, **shown})

    def ids(self, axis: str) -> tuple[str, ...]:
        """Identifiers of an axis in the order of the rule set."""
        return tuple(self.axes[axis])

    def knows(self, axis: str, identifier: str) -> bool:
        """Whether the reader may know of `identifier`."""
        return identifier in self.axes[axis]

    def name(self, axis: str, identifier: str) -> str:
        """What `identifier` is called. Raises KeyError where the reader may not know of it."""
        return self.axes[axis][identifier].name

    def text(self, axis: str, identifier: str) -> str:
        """A sentence or two about it; empty where nothing is written. Raises as `name`."""
        return getattr(self.axes[axis][identifier], "text", "")

    def origin(self, axis: str, identifier: str) -> Origin:
        """Where what is said of it comes from; `NOWHERE` where nothing is written. Raises as `name`."""
        return getattr(self.axes[axis][identifier], "origin", NOWHERE)

    def within(self, axis: str, identifier: str) -> str:
        """Its name as it stands within a sentence, such as "the United Isles". Raises as `name`."""
        return getattr(self.axes[axis][identifier], "within", "") or self.name(axis, identifier)

    def words(self) -> Mapping[str, Part]:
        """What a text may name besides its own parts: ``{rival}``, and what is made at the stages that count."""
        return {
            "rival": Name("nations", self.rival),
            "headline": Name(PRODUCTS, self.headline),
            "counted": tuple(Name(PRODUCTS, stage) for stage in self.counted),
        }

    def nation(self, identifier: str) -> NationText:
        """Flag, map areas and place of a nation. Raises as `name`."""
        entry = self.axes["nations"][identifier]
        assert isinstance(entry, NationText)  # noqa: S101 - axes are built above
        return entry


def origins(package: Package) -> dict[str, Entry]:
    """What groups of exporting nations are called: like their only member, or all of them."""
    names = package.world.names
    found: dict[str, Entry] = {}
    for place, origin in enumerate(names.origins):
        nations = [package.nations[names.nations[nation]] for nation in members(package.world, place)]
        found[origin] = nations[0] if len(nations) == 1 else Text(", ".join(one.name for one in nations), "")
    return found


def _by(entry: Entry, month: str) -> Entry:
    if isinstance(entry, Text | SiteText) and entry.origin is not NOWHERE:
        known = as_known(entry.origin, month)
        return entry if known is entry.origin else replace(entry, origin=known)
    return entry
