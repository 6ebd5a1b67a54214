"""Months at rest that were found before: looked up, not sought again, for seeking one takes seconds in plain Python.

Those of the shipped scenarios come along, in ``assets/rest``; others are kept where the user's caches lie. Each is
named by a hash of the rule set's record, of the start from which rest was sought and of the economy's sources, so that
none is ever taken for another.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path

import numpy as np
import platformdirs

from game import places
from game.economy.compiled import sources
from game.economy.fields import layout
from game.economy.machine import ready
from game.economy.rest import rest
from game.economy.state import State
from game.engine.world.supply import Records

DIGITS = 11
"""Of a mantissa that count in the name of a rest: processors differ in the last ones of what is computed."""


def at_rest(rules: Records, begun: Records) -> Records:
    """The month at rest of the rule set `rules` (1,), sought from `begun` (1,): as kept, or found now and kept."""
    name = named(rules, begun)
    for folder in (shipped(), _own()):
        found = _read(folder / name)
        if found is not None:
            return found
    found = _sought(rules, begun)
    _keep(_own() / name, found)
    return found


def _sought(rules: Records, begun: Records) -> Records:
    found: Records = rest(rules[0], begun, fast=ready())
    return found


def shipped() -> Path:
    """The folder of those that come along."""
    return places.data("assets") / "rest"


def _own() -> Path:
    return platformdirs.user_cache_path("chokepoint", appauthor=False) / "rest"


def named(rules: Records, begun: Records) -> str:
    """The name of the file in which a rest is kept."""
    whole = hashlib.sha256(sources().encode())
    for records in (rules, begun):
        for field in records.dtype.names or ():
            mantissa, exponent = np.frexp(records[field].astype(np.float64))
            whole.update(np.round(mantissa, DIGITS).tobytes() + exponent.tobytes())
    return f"{whole.hexdigest()[:24]}.z"


def packed(found: Records) -> bytes:
    """A rest as it is kept."""
    return zlib.compress(found.tobytes(), 9)


def _read(file: Path) -> Records | None:
    """What is kept in a file; None where there is none, or nothing that is whole."""
    kind = layout(State)
    try:
        raw = zlib.decompress(file.read_bytes(), bufsize=kind.itemsize)
    except (OSError, zlib.error):
        return None
    if len(raw) != kind.itemsize:
        return None
    found: Records = np.frombuffer(raw, kind).copy()
    return found


def _keep(file: Path, found: Records) -> None:
    """Keep a rest; who cannot write there seeks it again next time."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(f".{os.getpid()}")
        beside.write_bytes(packed(found))
        beside.replace(file)
    except OSError:
        return
