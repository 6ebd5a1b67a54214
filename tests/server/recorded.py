"""A session without a process: a hall, and lines that write down every byte that they are sent."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from starlette.websockets import WebSocket

from game.content.package import Package
from game.server import taking
from game.server.hall import Hall
from game.server.line import Line
from game.server.links import Audience


class Paper:
    """The socket of nobody."""

    def __init__(self) -> None:
        self.got: list[str] = []

    async def send_text(self, text: str) -> None:
        self.got.append(text)

    async def close(self, _code: int) -> None:
        """It has no other end."""


class Room:
    """A session of `package`, with a line for each audience; used within a running loop."""

    def __init__(self, package: Package, audiences: list[Audience]) -> None:
        self.sitting = taking.begin(package, taking.Wish(package.scenario, 7, "game", None))
        self.hall = Hall(self.sitting, lambda: None)
        self.papers = {one.key: Paper() for one in audiences}
        self._lines = {one.key: self._line(one) for one in audiences}
        self._number = 0
        self._working = asyncio.create_task(self.hall.work())

    def _line(self, audience: Audience) -> Line:
        line = Line(cast("WebSocket", self.papers[audience.key]))
        line.audience = audience
        self.hall.join(line)
        return line

    def say(self, who: str, do: str, /, **parts: Any) -> None:
        """Let an audience say something that needs an id, in the turn that is played."""
        self._number += 1
        turn = self.sitting.table.match.turn
        message = {"type": do, "id": f"{who} {self._number}", "turn": turn, **parts}
        self.hall.hear(self._lines[who], message)

    async def settled(self) -> None:
        """Wait until nothing is left to be done, told or sent."""
        hall, quiet = self.hall, 0
        while quiet < 3:
            await asyncio.sleep(0)
            waits = hall._acts or hall._asked or hall._news or hall._news._timers
            quiet = 0 if waits or any(line._queue.qsize() for line in self._lines.values()) else quiet + 1

    async def close(self) -> None:
        self._working.cancel()
        for line in self._lines.values():
            line.sender.cancel()
        await asyncio.sleep(0)
        self.sitting.table.match.close()
        self.sitting.store.close()
