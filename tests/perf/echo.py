"""A bare echo server of the host's stack: starlette, uvicorn, websockets, JSON in and out, and nothing else."""

from __future__ import annotations

import asyncio
import json
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.server.run import listening


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await socket.send_text(json.dumps(json.loads(await socket.receive_text())))
    except WebSocketDisconnect:
        pass


if __name__ == "__main__":
    door = listening(0)
    sys.stdout.write(f"{door.getsockname()[1]}\n")
    sys.stdout.flush()
    config = uvicorn.Config(
        Starlette(routes=[WebSocketRoute("/ws", echo)]), ws="websockets-sansio", log_level="warning", access_log=False
    )
    asyncio.run(uvicorn.Server(config).serve(sockets=[door]))
