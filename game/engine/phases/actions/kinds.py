"""The frame of an entry: what a rule file writes of an action, what it reads like, and what it does.

`content` builds the format of the rule file, its checks and its tables from the entries; the phase of the rival runs
their effects. A new action is an entry here and a line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Chosen:
    """Whom or what an action is about: identifiers on `axis`, a field of `Names`, and an axis of its tables.

    Goods are named by themselves or by the stage that makes them; their tables are of materials and stages.
    """

    field: str
    axis: str
    table: tuple[str, ...] = ()
    """Axes of its tables that stand for it, where they are others."""
    one: bool = False
    """Whether the file names exactly one; else one, a list or ``all``."""
    all: bool = True
    """Whether all are meant where the file names none. All nations are all but the rival."""

    @property
    def axes(self) -> tuple[str, ...]:
        """Axes of the tables that stand for it, fields of `Names`."""
        return self.table or (self.axis,)


@dataclass(frozen=True)
class Size:
    """A figure of an action, and the table that it fills."""

    field: str
    unit: str
    meaning: str
    nothing: float
    """What stands in the table where the action does nothing."""
    low: float = -np.inf
    high: float = np.inf
    usual: float | None = None
    """Where the file leaves it out; None where it must not."""
    table: str = ""
    """Name of the table; that of the action where empty."""


@dataclass(frozen=True)
class Control:
    """Sets a control of the rival for as long as the rule acts: a base, changed by every rule that acts."""

    base: Callable[[World, State], Array]
    change: Callable[[Array, Array, Mask], None]
    """Called with the control, the rule's table with a batch axis, and where it acts, (B,)."""
    settle: Callable[[World, State, Array], None] | None = None


Deed: TypeAlias = Callable[[World, State, Events, int, Mask, str], None]
"""Done when a rule fires: called with the place of the rule, where it fires, and the cause that events carry."""


@dataclass(frozen=True)
class Ground:
    """What actions meet with in a rule set, whatever happens in a match."""

    rival: str
    host: Mapping[str, str]
    """Site to nation."""
    planned: frozenset[tuple[str, str]]
    """Nation and stage of everything that may be built."""
    may_sign: Callable[[str, str, str], bool]
    """Whether two nations may sign a kind of agreement: kind, one, other."""


@dataclass(frozen=True)
class Fault:
    """Why an action as written can never do anything: the field, what is wrong, what would be right."""

    field: str
    what: str
    hint: str = ""
    warning: bool = False


Written: TypeAlias = Mapping[str, Sequence[str]]
"""Field of a `Chosen` to the identifiers that it stands for."""


def _nothing_wrong(ground: Ground, written: Written) -> Fault | None:
    return None


def _unfriendly(row: Any, nation: int) -> bool:
    return False


@dataclass(frozen=True)
class RuleAction:
    """One thing that a rule may do."""

    name: str
    """As in the rule file."""
    meaning: str
    text: str
    """In words: the fields in braces, ``{rival}`` for the rival."""
    example: str
    """YAML, as it stands under ``do``."""
    chosen: tuple[Chosen, ...]
    sizes: tuple[Size, ...] = ()
    """Without a size, its table says yes or no."""
    beyond: float = np.inf
    """From which its first size bounds nothing any more ..."""
    boundless: str = ""
    """... and what it reads like then."""
    effect: Control | Deed | None = None
    """None where another phase looks whether the rule acts."""
    lasts: bool = True
    """Whether it ends with the rule ..."""
    settled: bool = False
    """... or is done for good when the rule fires."""
    fault: Callable[[Ground, Written], Fault | None] = _nothing_wrong
    friendly: Callable[[Any, int], bool] = _unfriendly
    """Whether what a rule's row of the first table says is done for a nation, and not against it."""

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of its tables, each (R, *axes of `chosen`)."""
        return tuple(size.table or self.name for size in self.sizes) or (self.name,)


def table_of(world: World, name: str) -> Array | None:
    """A table of the script, (R, ...); None where no rule fills it."""
    table: Any = world.rival_rules.does.get(name)
    return table
