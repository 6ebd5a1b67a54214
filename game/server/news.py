"""What is still to be told to the others: how things stand once for many changes, long stories piece by piece."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.server.topics import CALM, STANDING

Body = Mapping[str, Any]
PAUSE = 0.25
"""Seconds between two tellings of what is told a few times a second at most."""


class News:
    """What waits to be told by `tell(topic, body)`; `wake` is called when something does."""

    def __init__(self, tell: Callable[[str, Body], Iterator[None] | None], wake: Callable[[], None]) -> None:
        self._tell = tell
        self._wake = wake
        self._standing: dict[tuple[str, str], Body] = {}
        self._stories: deque[Iterator[None]] = deque()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._next: dict[str, float] = {}

    def __bool__(self) -> bool:
        return bool(self._standing or self._stories)

    def add(self, topic: str, body: Body) -> None:
        """What has happened is told now, or begun to be told; how something stands, soon."""
        if topic in CALM:
            self._calmly(topic)
        elif topic in STANDING:
            self._standing[topic, str(body.get("seat", ""))] = body
            self._wake()
        elif (story := self._tell(topic, body)) is not None:
            self._stories.append(story)
            self._wake()

    def piece(self) -> None:
        """Tell one piece of what waits."""
        if self._stories:
            story = self._stories.popleft()
            for _ in story:
                self._stories.appendleft(story)
                return
        elif self._standing:
            topic, seat = next(iter(self._standing))
            self._tell(topic, self._standing.pop((topic, seat)))

    def _calmly(self, topic: str) -> None:
        if topic not in self._timers:
            loop = asyncio.get_running_loop()
            wait = max(self._next.get(topic, 0.0) - loop.time(), 0.0)
            self._timers[topic] = loop.call_later(wait, self._ripe, topic)

    def _ripe(self, topic: str) -> None:
        del self._timers[topic]
        self._next[topic] = asyncio.get_running_loop().time() + PAUSE
        self._standing[topic, ""] = {}
        self._wake()
