"""One connection: a task that sends from a queue with a limit, and a measure of how fast it may talk."""

from __future__ import annotations

import asyncio
import contextlib
import time

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.server.links import Audience

QUEUE = 256
"""Messages that may wait for a client: a whole turn for all roles is some ten."""
SENDING = 15.0
"""Seconds that one message may take to be sent."""
RATE, BURST = 20.0, 40.0
"""Messages a second from a client, and how many at once."""
_POLICY = 1008


class Line:
    """A client that is connected. `audience` and `language` stand once it has said who it is.

    A frozen reader stalls nobody else: what it does not take waits here, and when that is too much it is dropped.
    """

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.audience = Audience("lobby")
        self.language = "en"
        self.window = False
        """Whether it is a window that plays its seat: it gets records in place of words."""
        self.token = ""
        """The link by which it came; empty in the lobby."""
        self.seeing = ""
        """Seat whose view a facilitator looks at."""
        self._queue: asyncio.Queue[str | None] = asyncio.Queue(QUEUE)
        self._allowance = BURST
        self._last = time.monotonic()
        self.sender = asyncio.create_task(self._send())

    def put(self, text: str) -> None:
        """Let `text` be sent; a client that has let too much wait is dropped."""
        try:
            self._queue.put_nowait(text)
        except asyncio.QueueFull:
            self.sender.cancel()

    def too_fast(self) -> bool:
        """Whether the message that just came is one too many."""
        now = time.monotonic()
        self._allowance = min(self._allowance + (now - self._last) * RATE, BURST) - 1.0
        self._last = now
        return self._allowance < 0.0

    def end(self) -> None:
        """Send what waits, then close; the other end may come back."""
        with contextlib.suppress(asyncio.QueueFull):
            self._queue.put_nowait(None)

    async def finish(self) -> None:
        """Send what waits, then close, and be done with it."""
        self.end()
        with contextlib.suppress(asyncio.CancelledError, TimeoutError):
            await asyncio.wait_for(asyncio.shield(self.sender), SENDING)
        self.sender.cancel()

    async def _send(self) -> None:
        try:
            while (text := await self._queue.get()) is not None:
                async with asyncio.timeout(SENDING):
                    await self.socket.send_text(text)
        except (TimeoutError, WebSocketDisconnect, RuntimeError, asyncio.CancelledError):
            pass  # it is gone or frozen: the link brings it back
        finally:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self.socket.close(_POLICY), 1.0)
