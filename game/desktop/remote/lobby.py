"""The lobby of a host: its seats, and taking a free one under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import uuid4

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection

from game.desktop.remote.address import Address, NoWay
from game.desktop.remote.line import opened
from game.marks import N_, Said
from game.telling import language

_ANSWER = 10.0


@dataclass(frozen=True)
class Chair:
    """A seat in the lobby."""

    seat: str
    name: str
    role: str
    """Who the seat is in the scenario; empty where nothing is written."""
    holder: str
    free: bool


class Lobby:
    """A visit to the lobby: a context, in which all else may be asked.

    Attributes:
        title: of the scenario.
        chairs: the seats.
    """

    def __init__(self, address: Address) -> None:
        self._address = address
        self._open = ExitStack()
        self._socket: ClientConnection
        self.title = ""
        self.chairs: tuple[Chair, ...] = ()

    def __enter__(self) -> Self:
        """Go in.

        Raises:
            NoWay: when there is no host, or the code is not that of the room.
        """
        with ExitStack() as stack:
            self._socket = opened(self._address, stack)
            self._say(type="hello", room=self._address.room, language=language())
            self.title = self._until("welcome")["title"]
            rows = self._until("lobby")["seats"]
            self.chairs = tuple(Chair(**{name: row[name] for name in Chair.__dataclass_fields__}) for row in rows)
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._open.close()

    def claim(self, seat: str, name: str) -> Address:
        """Take a seat under the name of a team; where it is from now on.

        Raises:
            NoWay: when it is not to be had; it says why.
        """
        self._say(type="claim", id=str(uuid4()), seat=seat, name=name)
        answer = self._until("seated", "refused")
        if answer["type"] == "refused":
            raise NoWay(answer["text"])
        return replace(self._address, token=answer["token"], room="")

    def _say(self, **message: Any) -> None:
        self._socket.send(json.dumps(message))

    def _until(self, *types: str) -> Mapping[str, Any]:
        """The next message of one of the types."""
        try:
            while True:
                message: Mapping[str, Any] = json.loads(self._socket.recv(timeout=_ANSWER))
                if message["type"] in types:
                    return message
                if message["type"] in ("goodbye", "error"):
                    raise NoWay(message["text"])
        except (OSError, TimeoutError, WebSocketException) as error:
            text = N_("{host} does not answer as a host of this version does")
            raise NoWay(Said(text, host=self._address.host)) from error
