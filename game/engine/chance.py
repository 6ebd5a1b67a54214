"""Named random streams.

A draw is a hash of (seed of the match, stream, month, position): no generator is carried along, so what one stream
draws never moves another, and a match draws the same alone or in a batch, whatever the version of numpy.
The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014, doi:10.1145/2660193.2660195).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.float64]
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def uniform(seeds: NDArray[np.uint64], stream: str, month: int, count: int) -> Draws:
    """Draws in [0, 1), shape (count, B)."""
    return _to_reals(_mix((seeds ^ _stream_key(stream, month)) + _positions(count)))


def uniform_of_streams(seeds: NDArray[np.uint64], streams: Sequence[str], month: int, count: int) -> Draws:
    """What `uniform` draws from each of `streams`, shape (streams, count, B)."""
    keys = np.array([_stream_key(stream, month) for stream in streams])[:, None, None]
    return _to_reals(_mix((seeds ^ keys) + _positions(count)))


def uniform_at(seeds: NDArray[np.uint64], stream: str, month: int, position: int) -> Draws:
    """Row `position` of what `uniform` draws, (B,), without the others."""
    return _to_reals(_mix((seeds ^ _stream_key(stream, month)) + _positions(position + 1)[position]))


def uniform_of_year(seeds: NDArray[np.uint64], stream: str, month: int, count: int) -> Draws:
    """Draws in [0, 1) for `month`, shape (count, B), not to be written to.

    They are made for twelve months at a time and kept: cheap for a stream that is asked every month.
    """
    year, place = divmod(month, 12)
    return _kept(seeds.tobytes(), stream, year, count)[place * count : (place + 1) * count]


@lru_cache(maxsize=8)
def _kept(seeds: bytes, stream: str, year: int, count: int) -> Draws:
    return uniform(np.frombuffer(seeds, dtype=np.uint64), f"{stream}/year", year, 12 * count)


def normal(seeds: NDArray[np.uint64], stream: str, month: int, count: int) -> Draws:
    """Standard normal draws, shape (count, B), by the Box-Muller transform (1958)."""
    pairs = uniform(seeds, stream, month, 2 * count)
    radius, turn = pairs[:count], pairs[count:]
    np.subtract(1.0, radius, out=radius)
    np.log(radius, out=radius)
    radius *= -2.0
    np.sqrt(radius, out=radius)
    turn *= 2.0 * np.pi
    radius *= np.cos(turn, out=turn)
    return radius


def to_triangular(drawn: Draws, low: Draws, mode: Draws, high: Draws) -> Draws:
    """Uniform draws turned into triangular ones, of any shapes that broadcast; ``low <= mode <= high``."""
    span, rise = np.maximum(high - low, 1e-12), mode - low
    reached = drawn * span
    rising = low + np.sqrt(reached * rise)
    falling = high - np.sqrt((1.0 - drawn) * span * (high - mode))
    return np.where(reached < rise, rising, falling)


@cache
def _positions(count: int) -> NDArray[np.uint64]:
    with np.errstate(over="ignore"):
        return (np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN)[:, None]


@cache
def _stream_key(stream: str, month: int) -> np.uint64:
    digest = hashlib.blake2b(f"{stream}/{month}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "little"))


def _to_reals(mixed: NDArray[np.uint64]) -> Draws:
    """The upper 53 of mixed bits as a number in [0, 1)."""
    mixed >>= 11
    drawn: Draws = np.multiply(mixed, 2.0**-53)
    return drawn


def _mix(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix the bits of `value` in place."""
    value ^= value >> 30
    value *= 0xBF58476D1CE4E5B9
    value ^= value >> 27
    value *= 0x94D049BB133111EB
    value ^= value >> 31
    return value
