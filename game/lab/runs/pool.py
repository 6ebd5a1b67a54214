"""Work spread over processes, which start afresh, leave signals to the one that started them, and end with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import connection, resource_tracker
from types import TracebackType
from typing import Any, TypeVar

Result = TypeVar("Result")


@contextlib.contextmanager
def others(processes: int) -> Iterator[Pool | None]:
    """The other processes, where work is shared by so many with this one among them; None where it is alone."""
    if processes < 2:
        yield None
        return
    with Pool(processes - 1) as pool:
        yield pool


def share(
    here: Callable[..., Result], there: Callable[..., Result], jobs: Sequence[tuple[Any, ...]], pool: Pool | None
) -> Iterator[tuple[int, Result]]:
    """Yield the place of each of `jobs` and what came of it, as they are done.

    This process does ``here(*job)`` from the first job on, as it need not start; the `pool` of others does
    ``there(*job)`` from the last. Jobs that take longer than others stand first.
    """
    given = {} if pool is None else {place: pool.submit(there, *jobs[place]) for place in reversed(range(len(jobs)))}
    for place in range(len(jobs)):
        if place not in given or given[place].cancel():  # nobody has begun it
            given.pop(place, None)
            yield place, here(*jobs[place])
    places = {future: place for place, future in given.items()}
    for future in as_completed(places):
        yield places[future], future.result()


class Pool(ProcessPoolExecutor):
    """Processes that wait for work, to be left as a context: they end at once where it is left by a fault or a signal,
    and by themselves where the process that started them is no more.
    """

    def __init__(self, workers: int) -> None:
        context = multiprocessing.get_context("spawn")  # fork copies locks that threads may hold
        with _held_back():  # it starts what keeps track of the locks that processes share
            super().__init__(workers, mp_context=context, initializer=_follow_parent)

    def submit(self, work: Callable[..., Result], /, *job: Any, **named: Any) -> Future[Result]:
        """``work(*job)`` in one of the processes, which it may start."""
        with _held_back():
            return super().submit(work, *job, **named)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._forget_cancelled()
            for process in multiprocessing.active_children():
                process.terminate()
        self.shutdown(cancel_futures=True)

    def _forget_cancelled(self) -> None:
        """Drop what this process did itself: Python 3.11 fails, in words of its own, to call it off a second time when
        the others have ended.
        """
        for number, item in list(self._pending_work_items.items()):
            if item.future.cancelled():
                del self._pending_work_items[number]


@contextlib.contextmanager
def _held_back() -> Iterator[None]:
    """Let processes that are started here be born deaf to what reaches every process of a terminal: one of them is
    enough to answer it. The present one hears it afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
    try:
        resource_tracker.ensure_running()  # its own start lets SIGINT through again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """End when the parent does, however it does; a process that waits for work would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
