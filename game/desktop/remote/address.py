"""Where a host is, from what a person was given: the link of a seat, that of the lobby, or address and room code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from game.marks import N_, Said

PORT = 8600
"""Of a host, where the address names none."""
_TOKEN = re.compile("[0-9a-f]{32}")
_EXAMPLE = "http://192.168.0.5:8600/#K7QF2M"


class NoWay(Exception):  # noqa: N818 - it is an answer to a person
    """There is no way into a session: a wrong address, no host, a link that opens nothing. ``str()`` says it."""


@dataclass(frozen=True)
class Address:
    """A host, and what opens a door there: the token of a seat, or the code of the room; empty where not given."""

    host: str
    """Name or number, and port."""
    secure: bool = False
    token: str = ""
    room: str = ""

    @property
    def socket(self) -> str:
        """Where its socket is."""
        return f"{'wss' if self.secure else 'ws'}://{self.host}/ws"

    def link(self, token: str) -> str:
        """The link of a seat, for a browser or for this program another time."""
        return f"{'https' if self.secure else 'http'}://{self.host}/play#{token}"

    @classmethod
    def read(cls, text: str, room: str = "") -> Address:
        """The address in `text`; `room` stands for a code that is not in it.

        Raises:
            NoWay: when it is none.
        """
        given = text.strip()
        try:
            parts = urlsplit(given if "//" in given else f"http://{given}")
            host, port = parts.hostname or "", parts.port
        except ValueError:
            host, port, parts = "", None, urlsplit("")
        if not host or parts.scheme not in ("http", "https"):
            wrong = N_("{address} is no address of a host: give the link of a seat, or of the lobby, such as {example}")
            raise NoWay(Said(wrong, address=given or "''", example=_EXAMPLE))
        secure = parts.scheme == "https"
        name = f"[{host}]" if ":" in host else host
        where = f"{name}:{port or (443 if secure else PORT)}"
        code, page = parts.fragment.strip(), parts.path.strip("/")
        if _TOKEN.fullmatch(code.lower()):
            return cls(where, secure, token=code.lower())
        if page:
            text = N_("{address} is cut: the link of a seat ends with # and 32 letters and digits")
            raise NoWay(Said(text, address=given))
        return cls(where, secure, room=(room or code).upper())
