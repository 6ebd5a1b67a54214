"""The state of a batch of matches: named arrays with the batch axis last.

`fields.FIELDS` lists what a match remembers: everything that must survive a save, a fork or a digest. Phases hand
transient values to each other through `month.Month`; the record of the last month is kept here under ``flow_``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import Bilateral, Joined, Written
from game.engine.derived import derived
from game.engine.digest import digest
from game.engine.fields import FIELDS, STACKS
from game.engine.world import PHASES, World

IMPORTS, FROM_RIVAL, USE, OUTPUT, REQUESTS = range(5)
"""Places in the stack of means."""

FEAR = 0
"""Place in the stack of moods."""

OPERATING, CARE, BANKRUPT = 1, 2, 3
IDLE, DONE, FAILED = -1, len(PHASES), len(PHASES) + 1
PROPOSED, IN_FORCE = 1, 2
STANDING = 0.5
"""Reputation of every nation at the start: neither good nor bad."""


_LATE = "flow_origin"
"""Written out only when somebody asks for it: every month would pay for what a screen reads twice a year."""

STORED = (*(name for name in FIELDS if name != _LATE and not any(name in names for names in STACKS.values())), *STACKS)
"""Arrays that a state really holds."""


class State:
    """Arrays of `FIELDS` for `batch` matches, all at the same month.

    Attributes are the names of `FIELDS`; those of `STACKS` are parts of one array, which is an attribute too.
    `month` counts the months already stepped; `seeds` is (B,) uint64.
    """

    __slots__ = (*STORED, "bilateral", "month", "seeds")
    month: int
    bilateral: Bilateral | Written | Joined
    """Writes out `flow_origin`."""
    seeds: NDArray[np.uint64]

    def __init__(self, month: int, seeds: NDArray[np.uint64], arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.month = month
        self.seeds = seeds
        for stack, names in STACKS.items():
            setattr(self, stack, np.stack([arrays[name] for name in names]))
        for name in FIELDS:
            setattr(self, name, arrays[name])

    if TYPE_CHECKING:  # the fields come from a table; this tells the type checker what they are

        def __getattr__(self, name: str) -> NDArray[Any]: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    @property
    def flow_origin(self) -> NDArray[np.float64]:
        """Imports by origin, (X, N, M, K, B) t/month."""
        self.bilateral = Written(self.bilateral())
        return self.bilateral.flows

    @flow_origin.setter
    def flow_origin(self, flows: NDArray[np.float64]) -> None:
        self.bilateral = Written(flows)

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
        twin.month, twin.seeds, twin.bilateral = self.month, self.seeds.copy(), self.bilateral.copy()
        for name in STORED:
            setattr(twin, name, getattr(self, name).copy())
        return twin

    @staticmethod
    def join(states: Sequence[State]) -> State:
        """One batch of the matches of `states`, which must not change any more; its month is that of the first."""
        return _Together(states)

    def pick(self, match: int) -> State:
        """The state of one match of the batch, as a batch of one."""
        return State(
            self.month,
            self.seeds[match : match + 1].copy(),
            {name: array[..., match : match + 1].copy() for name, array in self.arrays().items()},
        )

    def spread(self, seeds: NDArray[np.uint64]) -> State:
        """A batch that continues this one match under each of `seeds`.

        Raises:
            ValueError: when this is not a batch of one.
        """
        if self.batch != 1:
            raise ValueError(f"spread needs a single match, not {self.batch}")
        wide = {name: np.repeat(array, len(seeds), axis=-1) for name, array in self.arrays().items()}
        return State(self.month, np.asarray(seeds, dtype=np.uint64), wide)

    def digest(self, match: int = 0) -> str:
        """What `digest.digest` makes of one match."""
        return digest(self.month, int(self.seeds[match]), lambda name: getattr(self, name)[..., match])


class _Together(State):
    """Several states as one batch. A field is joined when it is first read, for readers ask for few of them."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[State]) -> None:
        self.month, self.seeds = parts[0].month, np.concatenate([part.seeds for part in parts])
        self.bilateral = Joined([part.bilateral for part in parts])
        self._parts = parts

    def __getattr__(self, name: str) -> NDArray[Any]:
        """A field that was not read before."""
        if name not in STORED:
            raise AttributeError(name)
        whole: NDArray[Any] = np.concatenate([getattr(part, name) for part in self._parts], axis=-1)
        setattr(self, name, whole)
        return whole


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
        "E": len(world.economy.exports.seller),
        "Z": 2,
        "Q": len(world.score),
        "I": len(world.incidents),
        "2": 2,
    }
