"""One text, played plain and compiled.

A function that is marked `compiled` is left as it is: plain Python plays it, a debugger walks through it. `twin` makes
machine code of it and of all that it calls, where numba is there. Both may be used in one process, and switched between
two months, for they give the same numbers bit for bit: no fast-math, every sum in the order in which it is written.

Numba keeps machine code on disk, but looks only at the file of a function itself, not at what that calls: after a
change in one phase it would go on running the old month. So the folder in which it is kept is named by a hash of all
sources here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar, cast

from platformdirs import user_cache_path

OPTIONS: dict[str, Any] = {"cache": True, "error_model": "numpy", "nogil": True}
"""`error_model`: no phase divides by what may be zero, which plain Python would refuse: a check would be paid for in
vain; `nogil`: other threads run meanwhile."""

Marked = TypeVar("Marked", bound=Callable[..., object])
_MARKED: list[FunctionType] = []


def compiled(function: Marked) -> Marked:
    """Mark a function as one that can be compiled; it is returned as it is."""
    _MARKED.append(cast("FunctionType", function))
    return function


def available() -> bool:
    """Whether functions can be compiled here."""
    return find_spec("numba") is not None


def twin(function: Marked) -> Marked:
    """The same function as machine code; it is compiled when it is first called.

    Raises:
        ImportError: without numba.
    """
    return cast("Marked", _twins(len(_MARKED))[cast("FunctionType", function)])


@cache
def _twins(marked: int) -> dict[FunctionType, FunctionType]:
    """All `marked` functions compiled, each calling the others' machine code by the names that its module uses."""
    import numba
    from numba.core import config

    config.CACHE_DIR = str(folder())  # type: ignore[attr-defined]
    spaces: dict[str, dict[str, Any]] = {}
    found = {}
    for function in _MARKED[:marked]:
        space = spaces.setdefault(function.__module__, dict(function.__globals__))
        copy = FunctionType(function.__code__, space, function.__name__, function.__defaults__)
        copy.__module__, copy.__qualname__, copy.__doc__ = function.__module__, function.__qualname__, function.__doc__
        found[function] = numba.njit(**OPTIONS)(copy)
    for space in spaces.values():
        space.update({name: found[value] for name, value in space.items() if _known(value, found)})
    return found


def _known(value: object, found: dict[FunctionType, FunctionType]) -> bool:
    return isinstance(value, FunctionType) and value in found


def folder() -> Path:
    """Where machine code of exactly these sources is kept."""
    asked = os.environ.get("NUMBA_CACHE_DIR")
    base = Path(asked) if asked else user_cache_path("chokepoint") / "compiled"
    return base / sources()


def sources() -> str:
    """A hash of all that may be compiled."""
    texts = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]
