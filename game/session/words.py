"""Names in the place of identifiers and positions, for everything that is put in front of a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from game.content.package import Package
from game.engine.messages import Name


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class Words:
    """The names of one package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._tables: Mapping[str, Mapping[str, _Named]] = {
            "incidents": package.incidents,
            "rules": package.rules,
            "sectors": package.sectors,
            "lines": package.lines,
            "stages": package.stages,
            "agreements": package.agreements,
            "materials": package.materials,
            "sites": package.sites,
            "projects": package.projects,
            "nations": package.nations,
        }
        self._any = {key: entry.name for table in self._tables.values() for key, entry in table.items()}
        self.rival = self.of("nations", package.world.names.nations[package.world.rival])
        self._any["the rival"] = self.rival
        longest_first = sorted(self._any, key=len, reverse=True)
        self._pattern = re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b")

    def of(self, axis: str, identifier: str) -> str:
        """Name of `identifier` on an axis (a field of `Names`); the identifier where it has none."""
        entry = self._tables.get(axis, {}).get(identifier)
        return entry.name if entry else identifier

    def at(self, axis: str, position: int) -> str:
        """Name of what stands at `position` of `axis`; empty for -1."""
        if position < 0:
            return ""
        if axis == "incidents":
            return self.of(axis, self.package.world.incidents[position].key)
        return self.of(axis, getattr(self.package.world.names, axis)[position])

    def any(self, identifier: str) -> Name | None:
        """What an identifier of any kind names; None where it is none."""
        return next((Name(axis, identifier) for axis, table in self._tables.items() if identifier in table), None)

    def named(self, text: str) -> str:
        """`text` with every identifier in it replaced by its name, and "the rival" by the rival's."""
        return self._pattern.sub(lambda found: self._any[found[0]], text)

    def sentence(self, text: str) -> str:
        """`named` as a person would print it: a capital letter in front, amounts spaced as on every screen."""
        return capital(spaced(self.named(text)))


def spaced(text: str) -> str:
    """`text` with a blank in "75 %" and "US$ 30", and millions as "m", as figures are written elsewhere."""
    text = re.sub(r"(?<=\d)%", " %", text)
    return re.sub(r"US\$ ?([\d.,]+)( million\b)?", lambda found: f"US$ {found[1]}{' m' if found[2] else ''}", text)


def capital(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]
