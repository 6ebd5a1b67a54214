"""The clock of a turn: it runs, stands, is extended; without a time limit it only says whether the session goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

WARN = 60.0
"""Seconds before the end at which pages warn."""
LONGEST = 24 * 3600.0


class Clock:
    """Time left for the orders of a turn. `limit` is seconds a turn, None for no limit; `now` is a steady clock."""

    def __init__(self, limit: float | None, now: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self.running = False
        self._now = now
        self._left = limit
        self._since = now()
        self._first: float | None = None
        self._before = 0.0

    @property
    def left(self) -> float | None:
        """Seconds left, at least 0; None without a limit."""
        if self._left is None:
            return None
        gone = self._now() - self._since if self.running else 0.0
        return max(self._left - gone, 0.0)

    @property
    def spent(self) -> float:
        """Seconds of the session since the clock was first started, pauses among them; not while no host ran."""
        return self._before + (0.0 if self._first is None else self._now() - self._first)

    @property
    def out(self) -> bool:
        """Whether the time of a running turn is over."""
        return self.running and self.left == 0.0

    def _fix(self, *, running: bool) -> None:
        self._left, self._since, self.running = self.left, self._now(), running

    def start(self) -> None:
        """Run, or run on."""
        self._first = self._now() if self._first is None else self._first
        self._fix(running=True)

    def pause(self) -> None:
        """Stand still."""
        self._fix(running=False)

    def extend(self, seconds: float) -> None:
        """Add seconds to the turn, or take some; without a limit the turn gets one."""
        self._fix(running=self.running)
        self._left = min(max((self._left or 0.0) + seconds, 0.0), LONGEST)

    def renew(self) -> None:
        """A new turn begins with its whole time."""
        self._left, self._since = self.limit, self._now()

    def memory(self) -> dict[str, Any]:
        """What has to be known to go on."""
        return {"left": self.left, "running": self.running, "spent": self.spent}

    def restore(self, memory: dict[str, Any]) -> None:
        """Go on as it stood."""
        self._left, self._since, self.running = memory["left"], self._now(), memory["running"]
        self._before = memory.get("spent", 0.0)
        self._first = self._now() if self._before else None
