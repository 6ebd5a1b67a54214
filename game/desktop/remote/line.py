"""The line to a host: a socket that is opened again by itself, and acts that are said again until they are answered.

A thread listens. What it hears waits in `inbox` for whoever plays; nothing else is shared with it but what is under the
lock.
"""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack
from queue import SimpleQueue
from typing import Any
from uuid import uuid4

from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.sync.client import ClientConnection, connect

from game.desktop.remote.address import Address, NoWay
from game.marks import N_, Said
from game.telling import language

Words = Mapping[str, Any]
_LARGEST = 16 * 1024 * 1024
"""Bytes of a message from the host at most: a view has some 150,000."""
_PING, _SILENT = 5.0, 15.0
"""Seconds between pings, and for how long one may stay without answer: the host may be busy with a turn."""
_OPENING = 6.0
_FIRST, _LONGEST = 0.5, 5.0
"""Seconds before the first try to connect again, and at most between two."""
_RATE, _BURST = 15.0, 30.0
"""Messages a second, and at once: somewhat less than a host allows (`server.line`)."""
_CLOSING = 1.0


def opened(address: Address, stack: ExitStack) -> ClientConnection:
    """A socket to the host, which `stack` closes.

    Raises:
        NoWay: when there is no host there.
    """
    try:
        opening = connect(
            address.socket,
            proxy=None,  # a host is on the same network; what a browser here goes through does not lead to it
            open_timeout=_OPENING,
            close_timeout=_CLOSING,
            ping_interval=_PING,
            ping_timeout=_SILENT,
            max_size=_LARGEST,
        )
        return stack.enter_context(opening)
    except InvalidHandshake as error:
        text = N_("{host} answers, but it is no host of this game")
        raise NoWay(Said(text, host=address.host)) from error
    except (OSError, TimeoutError, WebSocketException, ValueError) as error:
        text = N_("no host answers at {host} ({why}): is it running, and are you on its network?")
        why = "no answer" if isinstance(error, TimeoutError) else getattr(error, "strerror", None) or str(error)
        raise NoWay(Said(text, host=address.host, why=why.lower())) from error


class HostLine:
    """A line with the link of a seat. Made open; `close` ends it.

    `inbox` holds what the host said, oldest first, and between that ``{"type": "lost"}``, ``{"type": "back"}`` and,
    when no more will come, ``{"type": "over", "text": ...}``.

    Raises:
        NoWay: when there is no host, at the first time.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self.inbox: SimpleQueue[Words] = SimpleQueue()
        self._lock = threading.Lock()
        self._unanswered: dict[str, str] = {}
        self._socket: ClientConnection | None = None
        self._open = ExitStack()
        self._closed = threading.Event()
        self._last, self._allowance = time.monotonic(), _BURST
        self._greet(opened(address, self._open))
        self._thread = threading.Thread(target=self._run, name="host", daemon=True)
        self._thread.start()

    def say(self, **message: Any) -> None:
        """Say what need not be answered; while there is no socket it is lost."""
        self._pace()
        with self._lock:
            self._put(json.dumps(message))

    def act(self, kind: str, **parts: Any) -> str:
        """Say what changes something, and again after every break until it is answered; its id."""
        identifier = str(uuid4())
        text = json.dumps({"type": kind, "id": identifier, **parts})
        self._pace()
        with self._lock:
            self._unanswered[identifier] = text
            self._put(text)
        return identifier

    def close(self) -> None:
        """End the line."""
        self._closed.set()
        with self._lock:
            socket = self._socket
        if socket is not None:
            socket.close()
        self._thread.join(2 * _CLOSING)

    def _put(self, text: str) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError, WebSocketException):  # the listener notices, and connects again
                self._socket.send(text)

    def _pace(self) -> None:
        """Wait as long as the host wants one to."""
        now = time.monotonic()
        self._allowance = min(self._allowance + (now - self._last) * _RATE, _BURST) - 1.0
        self._last = now
        if self._allowance < 0.0:
            time.sleep(-self._allowance / _RATE)

    def _greet(self, socket: ClientConnection) -> None:
        """Say who is there, and once more what was not answered."""
        hello = {"type": "hello", "token": self.address.token, "language": language(), "client": "window"}
        with self._lock:
            self._socket = socket
            self._put(json.dumps(hello))
            for text in self._unanswered.values():
                self._put(text)

    def _run(self) -> None:
        while not self._closed.is_set():
            over = self._listen()
            if self._closed.is_set():
                return
            if over:
                self.inbox.put({"type": "over", "text": over})
                return
            self.inbox.put({"type": "lost"})
            if self._again():
                self.inbox.put({"type": "back"})

    def _listen(self) -> str:
        """Take what the host says until the socket is closed; why it will not be opened again, else nothing."""
        over, socket = "", self._socket
        assert socket is not None  # noqa: S101 - greeted before
        with contextlib.suppress(OSError, WebSocketException), self._open:
            for text in socket:
                message = json.loads(text)
                if message["type"] == "goodbye":
                    over = "" if message["again"] else message["text"]
                    continue
                if message["type"] in ("acknowledged", "refused"):
                    with self._lock:
                        self._unanswered.pop(message["id"], None)
                self.inbox.put(message)
        with self._lock:
            self._socket = None
        return over

    def _again(self) -> bool:
        """Connect again, however long it takes; whether it was not closed meanwhile."""
        wait = _FIRST
        while not self._closed.wait(wait):
            with contextlib.suppress(NoWay):
                self._greet(opened(self.address, self._open))
                return True
            wait = min(2 * wait, _LONGEST)
        return False
