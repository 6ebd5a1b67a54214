"""``python -m tests.perf.dropping``: a tenth of the clients drops every minute and comes back.

Prints the memory of the host as it goes, and in the end how many acts were acknowledged and how many of them are lost.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidMessage

from tests.perf.classroom import resident
from tests.perf.crowd import ORDERS
from tests.server.hosted import Hosted
from tests.server.killing import _acts

SHARE = 0.1
"""Part of the clients that drops every minute."""
BETWEEN = 20.0
"""Seconds between two acts of a client."""


async def come_and_go(port: int, link: str, number: int, end: float, acknowledged: set[str]) -> None:
    """One client: it acts, vanishes without a word, comes back, and says again what was not answered."""
    chance, count, waiting = random.Random(number), 0, ""  # noqa: S311 - no secret
    while time.monotonic() < end:
        stays = chance.expovariate(SHARE / 60.0)
        leaves = time.monotonic() + stays
        try:
            async with connect(f"ws://127.0.0.1:{port}/ws", max_size=None, open_timeout=60) as socket:
                await socket.send(json.dumps({"type": "hello", "token": link}))
                while time.monotonic() < min(leaves, end):
                    if not waiting:
                        count += 1
                        kind = chance.choice(("add", "remove"))
                        parts = {"order": chance.choice(ORDERS)} if kind == "add" else {"index": 0}
                        waiting = json.dumps({"type": kind, "id": f"{number} {count}", "turn": 0, **parts})
                    await socket.send(waiting)
                    async for text in socket:
                        if str(text).startswith(('{"type":"acknowledged"', '{"type":"refused"')):
                            told = json.loads(text)
                            if told["type"] == "acknowledged":
                                acknowledged.add(told["id"])
                            waiting = ""
                            break
                    await asyncio.sleep(chance.uniform(0.0, 2.0 * BETWEEN))
                socket.transport.abort()
        except (ConnectionClosed, InvalidMessage, OSError, TimeoutError):
            pass
        await asyncio.sleep(chance.uniform(0.5, 5.0))


async def crowd(host: Hosted, links: list[str], clients: int, seconds: float) -> set[str]:
    acknowledged: set[str] = set()
    began = time.monotonic()
    end = began + seconds
    people = [
        asyncio.create_task(come_and_go(host.port, links[number % len(links)], number, end, acknowledged))
        for number in range(clients)
    ]
    while time.monotonic() < end:
        await asyncio.sleep(min(15.0, seconds / 4))
        memory = resident(host.process.pid)
        sys.stdout.write(f"{time.monotonic() - began:6.0f} s  {memory:6.1f} MB  {len(acknowledged):6} acknowledged\n")
        sys.stdout.flush()
    for one in people:
        one.cancel()
    await asyncio.gather(*people, return_exceptions=True)
    return acknowledged


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.perf.dropping", description=__doc__)
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=10.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        host = Hosted(Path(home))
        try:
            with closing(host.client(token=host.console)) as console:
                rows = console.until("links")["links"]
            links = [str(one["path"]).partition("#")[2] for one in rows if one["seat"]]
            acknowledged = asyncio.run(crowd(host, links, given.clients, 60.0 * given.minutes))
        finally:
            host.kill()
        lost = acknowledged - {act[1] for act in _acts(Path(home))}
    sys.stdout.write(f"{len(acknowledged)} acts acknowledged, {len(lost)} of them lost\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
