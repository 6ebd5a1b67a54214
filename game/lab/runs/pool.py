"""Work spread over processes, which start afresh and leave Ctrl-C to the one that started them."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any, TypeVar

Result = TypeVar("Result")


def spread(work: Callable[..., Result], jobs: Sequence[tuple[Any, ...]], workers: int) -> Iterator[tuple[int, Result]]:
    """Yield the place of each of `jobs` and what ``work(*job)`` returned, as they are done."""
    pool = open_pool(workers)
    try:
        places = {pool.submit(work, *job): place for place, job in enumerate(jobs)}
        for future in as_completed(places):
            yield places[future], future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def open_pool(workers: int) -> ProcessPoolExecutor:
    """Processes that wait for work, for whoever has more of it than one list of jobs; to be shut down after use."""
    context = multiprocessing.get_context("spawn")  # fork copies locks that threads may hold
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; one of them is enough to answer it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
