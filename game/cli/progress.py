"""A progress bar on stderr for work that takes longer than a moment; stdout stays free for results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(what: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """Yield ``advance(done, total)``. Without a terminal at stderr nothing is drawn."""
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),  # a title may have square brackets
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f} " + unit, markup=False),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=1)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _unseen(done: int, total: int) -> None:
    del done, total
