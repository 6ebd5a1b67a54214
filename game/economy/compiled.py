"""One text, played plain and compiled.

A function that is marked `compiled` is left as it is: plain Python plays it, a debugger walks through it. `twin` makes
machine code of it and of all that it calls, where numba is there. Both may be used in one process, and switched between
two months, for they give the same numbers bit for bit: no fast-math, every sum in the order in which it is written.

Numba keeps machine code on disk, but looks only at the file of a function itself, not at what that calls: after a
change in one phase it would go on running the old month. So the folder in which it is kept is named by a hash of all
sources here, and that of what other rooms mark by one of their files as well.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar, cast

from platformdirs import user_cache_path

OPTIONS: dict[str, Any] = {"cache": True, "error_model": "numpy", "nogil": True}
"""`error_model`: no phase divides by what may be zero, which plain Python would refuse: a check would be paid for in
vain; `nogil`: other threads run meanwhile."""

Marked = TypeVar("Marked", bound=Callable[..., object])
Specimen = Callable[[], tuple[Any, ...]]
_MARKED: list[FunctionType] = []
_ENTRIES: dict[FunctionType, Specimen] = {}
_TWINS: dict[FunctionType, FunctionType] = {}
_SPACES: dict[str, dict[str, Any]] = {}
"""The names that each module uses, with machine code in the place of functions."""
_AT_ONE = threading.RLock()


def compiled(function: Marked) -> Marked:
    """Mark a function as one that can be compiled; it is returned as it is."""
    _MARKED.append(cast("FunctionType", function))
    return function


def entry(specimen: Specimen) -> Callable[[Marked], Marked]:
    """Mark a function likewise that plain Python calls as machine code; `specimen` makes arguments of the kinds that it
    is called with, of no match.
    """

    def mark(function: Marked) -> Marked:
        _ENTRIES[cast("FunctionType", function)] = specimen
        return compiled(function)

    return mark


def entries() -> dict[FunctionType, Specimen]:
    """Functions that plain Python calls as machine code, of the modules that are there."""
    return dict(_ENTRIES)


def available() -> bool:
    """Whether functions can be compiled here."""
    return find_spec("numba") is not None


def twin(function: Marked) -> Marked:
    """The same function as machine code; it is compiled when it is first called.

    Raises:
        ImportError: without numba.
    """
    if function not in _TWINS:
        with _AT_ONE:
            _make_twins()
    return cast("Marked", _TWINS[cast("FunctionType", function)])


def _make_twins() -> None:
    """Give each marked function its machine code, calling the others' by the names that its module uses."""
    import numba
    from numba.core import config

    for function in _MARKED:
        if function not in _TWINS:
            config.CACHE_DIR = str(folder() if _own(function) else folder() / outside())  # type: ignore[attr-defined]
            space = _SPACES.setdefault(function.__module__, dict(function.__globals__))
            copy = FunctionType(function.__code__, space, function.__name__, function.__defaults__)
            copy.__module__, copy.__qualname__ = function.__module__, function.__qualname__
            _TWINS[function] = numba.njit(**OPTIONS)(copy)
    for space in _SPACES.values():
        space.update({name: _TWINS[value] for name, value in space.items() if _known(value)})


def _known(value: Any) -> bool:
    return isinstance(value, FunctionType) and value in _TWINS


def folder() -> Path:
    """Where machine code of exactly these sources is kept."""
    asked = os.environ.get("NUMBA_CACHE_DIR")
    base = Path(asked) if asked else user_cache_path("chokepoint") / "compiled"
    return base / sources()


def outside() -> str:
    """A hash of the files with what other rooms have marked."""
    files = {Path(function.__code__.co_filename) for function in _MARKED if not _own(function)}
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()[:16]


def _own(function: FunctionType) -> bool:
    return function.__module__.startswith(f"{__package__}.")


def sources() -> str:
    """A hash of all that may be compiled here."""
    texts = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]
