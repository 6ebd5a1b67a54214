"""Answers that take long are made in a thread beside the loop, one after the other, while everybody else is served.

What they read of a match is replaced by a turn or an intervention and never changed in place, so they need no lock.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True)
class Later:
    """An answer that takes long: `make` is called in a thread, `tell` makes the message of it, in the loop."""

    make: Callable[[], Any]
    tell: Callable[[Any], Mapping[str, Any]] = dict


class Apart:
    """The thread's work of one session."""

    def __init__(self) -> None:
        self._next = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def do(self, make: Callable[[], Made], then: Callable[[Made], None], fail: Callable[[Exception], None]) -> None:
        """Let `make` be called in a thread, and `then` with what it made, or `fail` with its fault, in the loop."""

        async def work() -> None:
            try:
                async with self._next:
                    made = await _made(make)
            except Exception as error:  # noqa: BLE001 - whoever asked decides what a fault means
                fail(error)
            else:
                then(made)

        task = asyncio.get_running_loop().create_task(work())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _made(make: Callable[[], Made]) -> Made:
    """What `make` makes in a thread that keeps no host from ending."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[Made] = loop.create_future()

    def tell(settle: Callable[[], None]) -> None:
        if not made.done():
            settle()

    def run() -> None:
        try:
            found = make()
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            fault = error
            loop.call_soon_threadsafe(tell, lambda: made.set_exception(fault))
        else:
            loop.call_soon_threadsafe(tell, lambda: made.set_result(found))

    threading.Thread(target=run, name="answers", daemon=True).start()
    return await made
