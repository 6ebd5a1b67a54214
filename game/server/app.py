"""Routes: pages and their files, the QR of the lobby, and the socket that everything else goes through."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from game.marks import N_
from game.server.codes import code
from game.server.hall import Hall
from game.server.line import Line
from game.server.links import Audience
from game.server.public import land
from game.server.wire import LARGEST, BadMessage, decode
from game.telling import languages, speak
from game.telling.catalogue import UnknownLanguageError

PAGES = Path(__file__).with_name("page")
_ROUTES = {
    "/": ("lobby", "Join"),
    "/play": ("play", "Play"),
    "/console": ("console", "Console"),
    "/projector": ("projector", "Projector"),
    "/watch": ("projector", "Watch"),
    "/evaluate": ("evaluate", "Evaluate"),
    "/red": ("red", "Red cell"),
}
"""Script and title of each page; all are written into one shell."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
_HELLO = 10.0
"""Seconds in which a client has to say who it is."""
_TICK, _KEEP, _PACE = 0.5, 10, 60
"""Seconds between looks at the clock, looks between writings of it, and between words on how the plan is kept."""


def application(hall: Hall, address: str) -> Starlette:
    """The application of a hall whose lobby stands at `address`."""

    @contextlib.asynccontextmanager
    async def ticking(_app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(_tick(hall)), asyncio.create_task(hall.work())]
        yield
        for task in tasks:
            task.cancel()
        hall.everybody_out("stopping", N_("the host is stopping; the same link works when it is back"))

    async def socket(one: WebSocket) -> None:
        await _serve(hall, one)

    async def qr(_request: Request) -> Response:
        return Response(code(address), media_type="image/svg+xml", headers=_HEADERS)

    async def world(_request: Request) -> Response:
        return JSONResponse(land(), headers=_HEADERS | {"Cache-Control": "max-age=86400"})

    pages = [Route(path, _page(script, title)) for path, (script, title) in _ROUTES.items()]
    files = [Route("/qr.svg", qr), Route("/map.json", world), Route("/page/{name:path}", _file)]
    return Starlette(routes=[*pages, *files, WebSocketRoute("/ws", socket)], lifespan=ticking)


def _page(script: str, title: str) -> Callable[[Request], Awaitable[Response]]:
    text = (PAGES / "page.html").read_text(encoding="utf-8").format(script=script, title=title)

    async def page(_request: Request) -> Response:
        return HTMLResponse(text, headers=_HEADERS)

    return page


async def _file(request: Request) -> Response:
    file, kind = StaticFiles(directory=PAGES).lookup_path(request.path_params["name"])
    if kind is None or not Path(file).is_file():
        return PlainTextResponse("there is no such file", 404, headers=_HEADERS)
    return FileResponse(file, headers=_HEADERS)


async def _tick(hall: Hall) -> None:
    """Look at the clock. A fault in a turn that ends by itself stops the host: it goes on from what is on disk."""
    count = 0
    try:
        while True:
            await asyncio.sleep(_TICK)
            count += 1
            sitting = hall.sitting
            if sitting.table.over:
                continue
            if sitting.clock.out:
                hall.next_turn()
            elif sitting.clock.spent and count % _KEEP == 0:
                sitting.keep_time()
                if sitting.plan and count % _PACE == 0:
                    hall.tell("pace", {})
    except Exception:
        hall.fail()
        raise


async def _serve(hall: Hall, socket: WebSocket) -> None:
    """One connection from its first message to its last. Refusals are said, then the socket is closed.

    It ends with the client's last word, or when nothing more can be sent to it: a frozen reader never says goodbye.
    """
    await socket.accept()
    line = Line(socket)
    talking = asyncio.create_task(_talk(hall, line))
    try:
        await asyncio.wait({talking, line.sender}, return_when=asyncio.FIRST_COMPLETED)
        if talking.done():
            talking.result()
    finally:
        talking.cancel()
        if line in hall.lines:
            hall.leave(line)
        await line.finish()


async def _talk(hall: Hall, line: Line) -> None:
    with contextlib.suppress(WebSocketDisconnect):
        if await _greet(hall, line):
            hall.join(line)
            await _listen(hall, line)


async def _greet(hall: Hall, line: Line) -> bool:
    """Whether the client may come in: from our own page, with a link or the room's code."""
    try:
        message = decode(await asyncio.wait_for(_receive(line), _HELLO))
    except BadMessage as error:
        hall.goodbye(line, "bad_message", error.args[0], again=False)
        return False
    except TimeoutError:
        hall.goodbye(line, "hello_late", N_("the first message has to say hello"), again=True)
        return False
    origin = line.socket.headers.get("origin", "")
    if origin and origin.partition("://")[2] != line.socket.headers.get("host"):
        hall.goodbye(line, "foreign_page", N_("only pages of this host may speak to it"), again=False)
        return False
    with contextlib.suppress(UnknownLanguageError):
        language = str(message.get("language") or languages()[0])
        speak(language)
        line.language = language
    audience = _audience(hall, message)
    if audience is None:
        text = N_("this link or code opens nothing here: ask the facilitator for yours")
        hall.goodbye(line, "unknown_link", text, again=False)
        return False
    line.audience, line.token = audience, str(message.get("token") or "")
    line.window = audience.role == "seat" and message.get("client") == "window"
    return True


def _audience(hall: Hall, message: Mapping[str, Any]) -> Audience | None:
    """Whom a hello speaks for; None where its link or code opens nothing."""
    links = hall.sitting.links
    if message["type"] != "hello":
        return None
    if message.get("token"):
        return links.whose(str(message["token"]))
    return Audience("lobby") if links.is_room(str(message.get("room") or "")) else None


async def _receive(line: Line) -> str:
    event = await line.socket.receive()
    if event["type"] == "websocket.disconnect" or line.socket.client_state is not WebSocketState.CONNECTED:
        raise WebSocketDisconnect
    return event.get("text") or ""


async def _listen(hall: Hall, line: Line) -> None:
    while True:
        text = await _receive(line)
        if len(text.encode("utf-8", "replace")) > LARGEST:
            hall.goodbye(line, "too_large", N_("that message is too large"), again=True)
            return
        if line.too_fast():
            hall.goodbye(line, "too_fast", N_("too many messages at once: slow down"), again=True)
            return
        try:
            hall.hear(line, decode(text))
        except BadMessage as error:
            hall.error(line, error.args[0])
