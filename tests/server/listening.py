"""Connections without a network: what a hall sends to them is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from game.content.package import Package
from game.server import taking
from game.server.hall import Hall
from game.server.line import Line
from game.server.links import Audience


class Listener:
    """One who is connected and keeps all that is sent."""

    def __init__(self, role: str, seat: str = "") -> None:
        self.audience = Audience(role, seat)
        self.language = "en"
        self.seeing = ""
        self.got: list[str] = []

    def put(self, text: str) -> None:
        self.got.append(text)


@contextmanager
def hall_of(package: Package, *listeners: Listener) -> Iterator[Hall]:
    """A hall of a new session with the listeners in it."""
    sitting = taking.begin(package, taking.Wish(package.scenario, 7, "exercise", None))
    hall = Hall(sitting, lambda: None)
    try:
        for one in listeners:
            hall.join(cast("Line", one))
        yield hall
    finally:
        sitting.table.match.close()
        sitting.store.close()


def act(hall: Hall, who: Listener, kind: str, **parts: Any) -> None:
    """Let one who is connected do something."""
    hall.hear(cast("Line", who), {"type": kind, "id": f"{kind} {len(who.got)}", **parts})
