"""Connections without a network: what a hall sends to them is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
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
        self.seeing, self.window = "", False
        self.got: list[str] = []

    def put(self, text: str) -> None:
        self.got.append(text)


def told(package: Package, listeners: Sequence[Listener], acts: Sequence[dict[str, Any]]) -> None:
    """Let the first of the listeners do the acts in a new session; the others hear what they hear."""
    asyncio.run(_told(package, [cast("Line", one) for one in listeners], acts))


async def _told(package: Package, lines: Sequence[Line], acts: Sequence[dict[str, Any]]) -> None:
    sitting = taking.begin(package, taking.Wish(package.scenario, 7, "exercise", None))
    hall = Hall(sitting, lambda: None)
    working = asyncio.create_task(hall.work())
    try:
        for one in lines:
            hall.join(one)
        for number, act in enumerate(acts):
            hall.hear(lines[0], {"id": f"act {number}", **act})
            await asyncio.sleep(0.3)  # what is told a few times a second is told
    finally:
        working.cancel()
        sitting.table.match.close()
        sitting.store.close()
