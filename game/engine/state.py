"""The state of a batch of matches: named arrays with the batch axis last, and the records that the economy plays.

`fields.FIELDS` lists what the engine remembers of a match, `supply_view.READ` what is read from the records. Phases
hand transient values to each other through `month.Month`; the record of the last month is kept here under ``flow_``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.digest import digest
from game.engine.fields import FIELDS, STACKS
from game.engine.shocks import Shock, acting, of_match, spread_over
from game.engine.supply_view import Sizes, SupplyView
from game.engine.world import PHASES, World
from game.engine.world.supply import Records

NOT_BUILT, OPERATING, CARE, BANKRUPT = 0, 1, 2, 3
IDLE, DONE, FAILED = -1, len(PHASES), len(PHASES) + 1
PROPOSED, IN_FORCE, SIGNED = 1, 2, 3
STANDING = 0.5
"""Reputation of every nation at the start: neither good nor bad."""


STORED = (*(name for name in FIELDS if not any(name in names for names in STACKS.values())), *STACKS)
"""Arrays that a state really holds."""


RECORDS = ("supply", "played")
"""Arrays of records, one for each match."""


class Played(NamedTuple):
    """The records of a batch, and how much of them is in use."""

    supply: Records
    played: Records
    sizes: Sizes


class State(SupplyView):
    """Arrays of `FIELDS` for `batch` matches, all at the same month, and their records.

    Attributes are the names of `FIELDS`; those of `STACKS` are parts of one array, which is an attribute too.
    `month` counts the months already stepped; `seeds` is (B,) uint64. `shocks` are what was done by hand for some
    months; they are never changed, only exchanged.
    """

    __slots__ = (*STORED, "month", "seeds", "shocks")
    month: int
    seeds: NDArray[np.uint64]
    shocks: tuple[Shock, ...]

    def __init__(
        self, month: int, seeds: NDArray[np.uint64], arrays: Mapping[str, NDArray[np.generic]], records: Played
    ) -> None:
        self.month = month
        self.seeds = seeds
        self.shocks = ()
        self.supply, self.played, self.sizes = records
        for stack, names in STACKS.items():
            setattr(self, stack, np.stack([arrays[name] for name in names]))
        for name in FIELDS:
            setattr(self, name, arrays[name])

    if TYPE_CHECKING:  # the fields come from a table; this tells the type checker what they are

        def __getattr__(self, name: str) -> NDArray[Any]: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    @property
    def batch(self) -> int:
        """Number of matches (B)."""
        return len(self.seeds)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The fields by name; not copies."""
        return {name: getattr(self, name) for name in FIELDS}

    def copy(self) -> State:
        """An independent copy."""
        twin = State.__new__(State)
        twin.month, twin.seeds, twin.sizes = self.month, self.seeds.copy(), self.sizes
        twin.shocks = self.shocks
        for name in STORED:
            setattr(twin, name, getattr(self, name).copy())
        twin.supply, twin.played = _twins(self.supply), _twins(self.played)
        return twin

    @staticmethod
    def join(states: Sequence[State]) -> State:
        """One batch of the matches of `states`, to be read alone; they must not change any more. Its month is that of
        the first.
        """
        return _Together(states)

    def pick(self, match: int) -> State:
        """The state of one match of the batch, as a batch of one."""
        one = slice(match, match + 1)
        alone = State(
            self.month,
            self.seeds[one].copy(),
            {name: array[..., one].copy() for name, array in self.arrays().items()},
            Played(self.supply[one].copy(), self.played[one].copy(), self.sizes),
        )
        alone.shocks = of_match(self.shocks, match)
        return alone

    def spread(self, seeds: NDArray[np.uint64]) -> State:
        """A batch that continues this one match under each of `seeds`.

        Raises:
            ValueError: when this is not a batch of one.
        """
        if self.batch != 1:
            raise ValueError(f"spread needs a single match, not {self.batch}")
        wide = {name: np.repeat(array, len(seeds), axis=-1) for name, array in self.arrays().items()}
        seeds = np.asarray(seeds, dtype=np.uint64)
        records = Played(np.repeat(self.supply, len(seeds)), np.repeat(self.played, len(seeds)), self.sizes)
        records.supply["seed"][:, 0] = seeds.astype(np.int64)
        many = State(self.month, seeds, wide, records)
        many.shocks = spread_over(self.shocks, len(seeds))
        return many

    def digest(self, match: int = 0) -> str:
        """What `digest.digest` makes of one match."""
        lasting = acting(self.shocks, self.month, match) if self.shocks else ()
        return digest(self.month, int(self.seeds[match]), lambda name: getattr(self, name)[..., match], lasting)


def _twins(records: Records) -> Records:
    """A copy of records that lie side by side, of their bytes: field by field, as numpy does it, takes six times as
    long.
    """
    twins: Records = records.view(np.uint8).copy().view(records.dtype)
    return twins


class _Together(State):
    """Several states as one batch. A field is joined when it is first read, for readers ask for few of them."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[State]) -> None:
        self.month, self.seeds = parts[0].month, np.concatenate([part.seeds for part in parts])
        self.sizes, self.shocks = parts[0].sizes, ()
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        """A field that was not read before."""
        if name not in (*RECORDS, *STORED):
            raise AttributeError(name)
        parts = [getattr(part, name) for part in self._parts]
        whole: Any = _Records(parts) if name in RECORDS else np.concatenate(parts, axis=-1)
        setattr(self, name, whole)
        return whole


class _Records:
    """The records of several states one after the other, of which a field is joined when it is read."""

    def __init__(self, parts: Sequence[Records]) -> None:
        self._parts = parts
        self._fields: dict[str, Any] = {}

    def __getitem__(self, what: Any) -> Any:
        """A field of all records by its name, or some of them."""
        if isinstance(what, str):
            if what not in self._fields:
                self._fields[what] = np.concatenate([part[what] for part in self._parts])
            return self._fields[what]
        return np.concatenate(self._parts)[what]


def _part(stack: str, place: int) -> property:
    """A field that is a part of a stack: reading gives a view, writing copies into the stack."""

    def read(state: State) -> NDArray[np.float64]:
        part: NDArray[np.float64] = getattr(state, stack)[place]
        return part

    def write(state: State, values: NDArray[np.float64]) -> None:
        getattr(state, stack)[place] = values

    return property(read, write)


for _stack, _names in STACKS.items():
    for _place, _name in enumerate(_names):
        setattr(State, _name, _part(_stack, _place))


def shape(world: World, axes: str) -> tuple[int, ...]:
    """Lengths of `axes`, batch axis left out."""
    lengths = _lengths(world)
    return tuple(lengths[axis] for axis in axes)


@derived
def sizes(world: World) -> Sizes:
    """How much of the records is in use."""
    return Sizes(**{axis: _lengths(world)[axis] for axis in Sizes.__dataclass_fields__})


@derived
def _lengths(world: World) -> dict[str, int]:
    """Length of every axis by its letter."""
    names = world.names
    return {
        "N": len(names.nations),
        "H": world.seats,
        "C": world.seats + 1,
        "M": len(names.materials),
        "K": len(names.stages),
        "G": len(names.goods),
        "J": len(names.sectors),
        "S": len(names.sites),
        "P": len(names.projects),
        "L": len(names.lines),
        "A": len(names.agreements),
        "R": len(names.rules),
        "X": len(names.origins),
        "U": len(names.quotas),
        "Z": len(names.zones),
        "E": len(world.economy.exports.seller),
        "Q": len(world.score),
        "I": len(world.incidents),
    }
