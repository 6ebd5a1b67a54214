"""The seeds of an ensemble, from the seed that a person gave: two ensembles of different seeds share no match.

A pair of seed and place becomes one number of `BITS` bits by steps that can each be undone: no two pairs give the same.
That many bits a number of JSON, of R and of a spreadsheet holds exactly, and ``--seed`` takes it: a match of an
ensemble can be played alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from game.session.seeds import SEEDS

BITS = 53
_PLACE_BITS = 20
MOST = 2**_PLACE_BITS
"""Matches that an ensemble may have."""

_EXACT = 1 << (BITS - _PLACE_BITS)
"""Seeds below this keep apart for certain; greater ones are first hashed to less, and may meet one in 8 billion."""

_MASK = 2**BITS - 1
_FACTORS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Of SplitMix64, as in `game.engine.chance`; being odd, they can be divided out again."""


@dataclass(frozen=True)
class Draws:
    """So many matches of an ensemble, and the seed from which theirs follow.

    Raises:
        ValueError: for a seed that no match can have, without matches, or with more than `MOST`.
    """

    seed: int
    count: int

    def __post_init__(self) -> None:
        if not (0 <= self.seed < SEEDS and 1 <= self.count <= MOST):
            wanted = f"draws are 1 to {MOST} matches of a seed from 0 to {SEEDS - 1}"
            raise ValueError(f"{wanted}, not {self.count} of {self.seed}")

    @cached_property
    def seeds(self) -> tuple[int, ...]:
        """The seed of each match; more draws begin with the same as fewer."""
        first: int = (self.seed if self.seed < _EXACT else _folded(self.seed)) << _PLACE_BITS
        return tuple(_mixed(first + place) for place in range(self.count))


def _mixed(number: int) -> int:
    """Another number of `BITS` bits for each."""
    for factor in _FACTORS:
        number ^= number >> (BITS // 2)
        number = number * factor & _MASK
    return number ^ number >> (BITS // 2)


def _folded(seed: int) -> int:
    digest = hashlib.blake2b(str(seed).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") % _EXACT
