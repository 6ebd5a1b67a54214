"""A state as text and back: raw arrays behind a small JSON header, compressed. Never pickle."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from math import prod

import numpy as np

from game.economy.fields import layout
from game.economy.month import Handed
from game.economy.state import State as Supply
from game.engine import shocks
from game.engine.derived import derived
from game.engine.fields import FIELDS
from game.engine.state import Played, State, shape, sizes
from game.engine.world import World
from game.engine.world.supply import Records
from game.marks import N_, Said

_RECORDS = {"supply": layout(Supply), "played": layout(Handed)}
_TABLE = {
    **{name: [field.axes, field.dtype] for name, field in FIELDS.items()},
    **{name: [list(map(str, kind.descr)), kind.itemsize] for name, kind in _RECORDS.items()},
}
_LEVEL = 1
"""The arrays are mostly zeros or noise: more effort costs milliseconds a turn and saves little."""


class SnapshotError(ValueError):
    """A snapshot does not decode, or belongs to other tables of fields or another world."""


def pack(state: State) -> str:
    """`state`, a batch of one, as text of base64 characters."""
    header = json.dumps(
        {
            "month": state.month,
            "seeds": [int(seed) for seed in state.seeds],
            "fields": _TABLE,
            **({"shocks": lasting} if (lasting := shocks.acting(state.shocks, state.month, 0)) else {}),
        }
    ).encode()
    parts = [len(header).to_bytes(4, "little"), header]
    for name, field in FIELDS.items():
        parts.append(np.ascontiguousarray(getattr(state, name), dtype="<" + field.dtype).tobytes())
    parts += [getattr(state, name).tobytes() for name in _RECORDS]
    return base64.b64encode(zlib.compress(b"".join(parts), _LEVEL)).decode("ascii")


def unpack(world: World, text: str) -> State:
    """The state that `pack` wrote.

    Raises:
        SnapshotError: when the text is damaged, or its fields or shapes are not those of this program and `world`.
    """
    try:
        raw = _unfolded(base64.b64decode(text, validate=True), _size(world))
        size = int.from_bytes(raw[:4], "little")
        header = json.loads(raw[4 : 4 + size])
        seeds = np.array(header["seeds"], dtype=np.uint64)
        month = int(header["month"])
        fields = header["fields"]
        lasting = tuple(shocks.read(one) for one in header.get("shocks", ()))
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise SnapshotError(Said(N_("snapshot unreadable: {problem}"), problem=error)) from error
    if fields != _TABLE:
        raise SnapshotError(Said(N_("snapshot of another table of fields")))
    arrays, rest = _arrays(world, memoryview(raw)[4 + size :], len(seeds))
    supply, played = _records(rest, len(seeds))
    state = State(month, seeds, arrays, Played(supply, played, sizes(world)))
    state.shocks = _fitting(world, lasting)
    return state


def _fitting(world: World, lasting: tuple[shocks.Shock, ...]) -> tuple[shocks.Shock, ...]:
    """What is done by hand for some months, as far as the world has places for it."""
    sizes_of = {shocks.OUTPUT: (len(world.names.sites),),
                shocks.DEMAND: (len(world.names.nations), len(world.names.sectors))}  # fmt: skip
    for shock in lasting:
        if not all(-1 <= at < size for at, size in zip(shock.place, sizes_of[shock.kind], strict=True)):
            raise SnapshotError(Said(N_("snapshot of another world: a place that there is not")))
    return lasting


def _unfolded(packed: bytes, most: int) -> bytes:
    """What was compressed. Raises ValueError where it is cut short or unfolds to more than `most` bytes."""
    unfolding = zlib.decompressobj()
    raw = unfolding.decompress(packed, most)
    if not unfolding.eof:
        raise ValueError(Said(N_("cut short, or too long")))
    return raw


_HEADER = 100_000
"""Bytes that the header takes at most."""


@derived
def _size(world: World) -> int:
    """Bytes that the state of one match takes at most, so that a few letters cannot unfold to more."""
    records = sum(kind.itemsize for kind in _RECORDS.values())
    return _HEADER + records + 8 * sum(prod(lengths) for _, _, lengths in _layout(world))


@derived
def _layout(world: World) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Name, type and lengths of every field, batch axis left out, in the order in which they lie."""
    return tuple((name, "<" + field.dtype, shape(world, field.axes)) for name, field in FIELDS.items())


def _arrays(
    world: World, body: memoryview, batch: int
) -> tuple[dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]], memoryview]:
    """The fields by name, and what lies behind them."""
    arrays = {}
    at = 0
    for name, kind, single in _layout(world):
        lengths = (*single, batch)
        size = 8 * prod(lengths)
        if at + size > len(body):
            raise SnapshotError(Said(N_("snapshot of another world: too short")))
        arrays[name] = np.frombuffer(body[at : at + size], dtype=kind).reshape(lengths).copy()
        at += size
    return arrays, body[at:]


def _records(body: memoryview, batch: int) -> list[Records]:
    """The records of the economy, in the order of `_RECORDS`."""
    found, at = [], 0
    for kind in _RECORDS.values():
        size = batch * kind.itemsize
        if at + size > len(body):
            raise SnapshotError(Said(N_("snapshot of another world: too short")))
        found.append(np.frombuffer(bytearray(body[at : at + size]), dtype=kind))
        at += size
    if at != len(body):
        raise SnapshotError(Said(N_("snapshot of another world: too long")))
    return found
