"""The process: a socket to listen on, the server until it is ended, and what the facilitator reads in the terminal."""

from __future__ import annotations

import asyncio
import gc
import io
import socket
from collections.abc import Callable

import segno
import uvicorn

from game.marks import N_, Said
from game.server.app import application
from game.server.hall import Hall
from game.server.links import Audience
from game.server.protocol import Protocol
from game.server.sitting import Sitting
from game.server.store import SessionError
from game.server.wire import LARGEST
from game.telling import _

_BACKLOG = 512
_LAST_WORDS = 0.5
"""Seconds before the server stops."""
_GRACE = 3
"""Seconds for goodbyes when the server stops."""


def listening(port: int) -> socket.socket:
    """A socket on `port` (0 for any free one) of every address of this machine; got before a session is begun.

    Raises:
        SessionError: when the port cannot be had.
    """
    try:
        return socket.create_server(("", port), backlog=_BACKLOG)
    except OSError as error:
        text = N_("port {port} cannot be had ({why}): end what uses it, or choose another with --port")
        raise SessionError(Said(text, port=port, why=(error.strerror or str(error)).lower())) from error


def host(sitting: Sitting, listening: socket.socket, say: Callable[[str], None]) -> None:
    """Serve the session on a socket that listens, until it is ended."""
    address = f"http://{own_address()}:{listening.getsockname()[1]}"
    try:
        asyncio.run(_serve(sitting, listening, address, say))
    finally:
        sitting.table.match.close()
        sitting.store.close()


async def _serve(sitting: Sitting, listening: socket.socket, address: str, say: Callable[[str], None]) -> None:
    server: uvicorn.Server

    def stop() -> None:
        """Let what was said last go out first: a server that stops closes its sockets over what waits in a queue."""
        asyncio.get_running_loop().call_later(_LAST_WORDS, leave)

    def leave() -> None:
        server.should_exit = True

    lobby = f"{address}/#{sitting.links.room}"
    sitting.address = address
    config = uvicorn.Config(
        application(Hall(sitting, stop), lobby),
        ws=Protocol,
        ws_max_size=4 * LARGEST,  # what is a little too large is answered in words, what is huge is cut off
        timeout_graceful_shutdown=_GRACE,
        log_level="warning",
        access_log=False,
        server_header=False,
    )
    server = uvicorn.Server(config)
    gc.freeze()  # what is there by now stays: looking through it for rubbish would hold up everybody
    for line in printed(sitting, address):
        say(line)
    await server.serve(sockets=[listening])


def printed(sitting: Sitting, address: str) -> list[str]:
    """What the facilitator reads when the server is up: address, room code, the links, and a QR for phones."""
    links = sitting.links
    lobby = f"{address}/#{links.room}"
    picture = io.StringIO()
    segno.make(lobby, micro=False).terminal(out=picture, compact=True)
    return [
        picture.getvalue(),
        _("Players: {address}   room {code}").format(address=lobby, code=links.room),
        _("Facilitator: {address}").format(address=address + links.path(Audience("console"))),
        _("Projector: {address}").format(address=address + links.path(Audience("projector"))),
        _("Session: {file}").format(file=sitting.store.path.name),
        _("Keep this terminal open. After a crash the same command with --resume goes on with the same links."),
    ]


def own_address() -> str:
    """The address by which others on the local network reach this machine; its own where there is no network.

    Connecting a datagram socket sends nothing: it only asks the system which way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # an address that documents use and nobody has
            return str(way.getsockname()[0])
        except OSError:
            return "127.0.0.1"
