"""Identifiers of a rule set, and the indices that Python knows by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

MINE, SEPARATION, MAGNET = 0, 1, 2
"""Index of the good that each stage makes."""

OUTSIDE, INSIDE = 0, 1
"""Price zones."""


@dataclass(frozen=True)
class Names:
    """Identifiers in index order. An index is looked up here, never in the step."""

    nations: tuple[str, ...]
    materials: tuple[str, ...]
    stages: tuple[str, ...]
    goods: tuple[str, ...]
    sectors: tuple[str, ...]
    sites: tuple[str, ...]
    projects: tuple[str, ...]
    lines: tuple[str, ...]
    agreements: tuple[str, ...]
    rules: tuple[str, ...]
    origins: tuple[str, ...]

    def index(self, axis: str, name: str) -> int:
        """Position of `name` on `axis` (a field of this class).

        Raises:
            KeyError: when the rule set knows no such name.
        """
        try:
            return self._tables[axis][name]
        except KeyError:
            raise KeyError(unknown(axis, name)) from None

    @cached_property
    def _tables(self) -> dict[str, dict[str, int]]:
        return {axis: {name: i for i, name in enumerate(names)} for axis, names in vars(self).items()}


def unknown(axis: str, name: str) -> str:
    """What is said of a `name` that is not on `axis`."""
    return f"{axis}: no {name!r}"
