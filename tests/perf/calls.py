"""How many numpy calls a piece of work makes: a count does not flicker as a time does.

Counted are calls of ufuncs and of numpy's C functions and array methods that the interpreter reports, and operators and
in-place operators between arrays, which it does not report and which are therefore counted by an array subclass.
Indexing without arithmetic is not counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from game.engine.state import STORED, State


class Counting(np.ndarray[Any, Any]):
    """An array that counts every ufunc in which it, or anything made from it, takes part."""

    counts: ClassVar[Counter[str]] = Counter()

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = None, **options: Any) -> Any:
        Counting.counts[ufunc.__name__ if method == "__call__" else f"{ufunc.__name__}.{method}"] += 1
        plain = [_plain(value) for value in inputs]
        if out is not None:
            options["out"] = tuple(_plain(value) for value in out)
        result = getattr(ufunc, method)(*plain, **options)
        if out is not None:
            return out[0]
        return result.view(Counting) if isinstance(result, np.ndarray) else result


_NOT_COUNTED = frozenset({"reshape", "swapaxes", "view", "tolist", "take", "any", "all", "sum", "max", "min"})
"""Methods that touch no element or only index, and those that call a ufunc, which the array counts."""


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, Counting) else value


def numpy_calls(state: State, work: Callable[[], None]) -> Counter[str]:
    """Count the numpy calls of `work`, which reads and writes `state`."""
    for name in STORED:
        setattr(state, name, getattr(state, name).view(Counting))
    Counting.counts = Counter()
    reported: Counter[str] = Counter()

    def profile(frame: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and frame.f_code.co_filename != __file__ and _is_function_of_numpy(function):
            reported[function.__name__] += 1

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return Counting.counts + reported


def _is_function_of_numpy(function: Any) -> bool:
    """Functions and methods in C that allocate or loop; ufuncs are counted by the arrays."""
    if isinstance(function, np.ufunc):
        return False
    owner = getattr(function, "__self__", None)
    of_array = isinstance(owner, np.ndarray) and function.__name__ not in _NOT_COUNTED
    return of_array or str(getattr(function, "__module__", None) or "").startswith("numpy")


def as_plain(array: NDArray[Any]) -> NDArray[Any]:
    """`array` without the counting."""
    return array.view(np.ndarray)
