"""A class in a process of its own: many clients of one host that draft, ask and seal at the pace of people.

``python -m tests.perf.crowd`` reads a wish from its input and writes what it measured to its output, both as JSON. To a
bare echo server the same clients say the same, and take what comes back for the acknowledgement.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

ORDERS = (
    {"kind": "set_posture", "posture": "engage"},
    {"kind": "fund_research", "line": "recycling", "rate": 2.0},
    {"kind": "fund_research", "line": "substitution", "rate": 1.0},
)
PATIENCE = 60.0
"""Seconds after which an answer is taken to be lost."""


@dataclass(frozen=True)
class Wish:
    """What a class does: to the host at `port`, with a link for each client and the console's; `pace` is seconds a
    turn. An `echo` answers with what it is told, and has neither turns nor a console.
    """

    port: int
    links: list[str]
    console: str
    turns: int
    first: int = 0
    pace: float = 3.0
    echo: bool = False
    seed: int = 1


@dataclass
class Measured:
    """Milliseconds from sending to answer, and from the facilitator's word to each client's new view."""

    acts: list[float] = field(default_factory=list)
    questions: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    refused: int = 0


class Client:
    """One device: what it has sent and not heard of, and the turn that it sees."""

    def __init__(self, socket: ClientConnection, measured: Measured, *, echo: bool) -> None:
        self.socket, self.measured, self.echo = socket, measured, echo
        self.turn, self.arrived, self.drafted = -1, asyncio.Event(), 0
        self._acts: dict[str, tuple[float, asyncio.Future[None]]] = {}
        self._asked: tuple[float, asyncio.Future[None]] | None = None
        self._number = 0

    async def listen(self) -> None:
        async for text in self.socket:
            assert isinstance(text, str)
            now = time.perf_counter()
            if text.startswith(('{"type":"acknowledged"', '{"type":"refused"')) or self.echo:
                message = json.loads(text)
                self.measured.refused += message["type"] == "refused"
                self._answered(message.get("id"), now)
            elif text.startswith(('{"type":"form",', '{"type":"tried"', '{"type":"error"')):
                self._answered(None, now)
            elif text.startswith('{"type":"view"'):
                self.turn, self.when = int(text[:400].partition('"turn":')[2].partition(",")[0]), now
                self.arrived.set()
            elif text.startswith('{"type":"draft"'):
                self.drafted = text.count('"price_text"')

    def _answered(self, identifier: str | None, now: float) -> None:
        if identifier is not None:
            sent, waiting = self._acts.pop(identifier)
            self.measured.acts.append(1e3 * (now - sent))
        elif self._asked is not None:
            (sent, waiting), self._asked = self._asked, None
            self.measured.questions.append(1e3 * (now - sent))
        else:
            return
        if not waiting.done():
            waiting.set_result(None)

    async def act(self, do: str, /, **parts: Any) -> None:
        self._number += 1
        identifier = f"crowd {id(self)} {self._number}"
        waiting = asyncio.get_running_loop().create_future()
        self._acts[identifier] = time.perf_counter(), waiting
        await self.socket.send(json.dumps({"type": do, "id": identifier, **parts}))
        await asyncio.wait_for(waiting, PATIENCE)

    async def ask(self, question: str, /, **parts: Any) -> None:
        waiting = asyncio.get_running_loop().create_future()
        self._asked = time.perf_counter(), waiting
        await self.socket.send(json.dumps({"type": question, **parts}))
        await asyncio.wait_for(waiting, PATIENCE)


async def think(client: Client, turn: int, wish: Wish, chance: random.Random, *, seals: bool) -> None:
    """What one person does in a turn: two acts and two questions at times of its own; who speaks for the team seals."""
    moments = sorted(chance.uniform(0.0, 0.8 * wish.pace) for _ in range(4))
    began = time.perf_counter()
    for moment, does in zip(moments, chance.sample(("act", "act", "form", "try"), 4), strict=True):
        await asyncio.sleep(max(moment - (time.perf_counter() - began), 0.0))
        order = chance.choice(ORDERS)
        if does == "form":
            await client.ask("form", kind=order["kind"], given={})
        elif does == "try":
            await client.ask("try", order=order)
        elif client.drafted and chance.random() < 0.5:
            await client.act("remove", turn=turn, index=0)
        else:
            await client.act("add", turn=turn, order=order)
    if seals:
        await asyncio.sleep(max(0.9 * wish.pace - (time.perf_counter() - began), 0.0))
        await client.act("seal", turn=turn)


async def main(wish: Wish) -> Measured:
    measured, chance = Measured(), random.Random(wish.seed)  # noqa: S311 - a class is no secret
    address = f"ws://127.0.0.1:{wish.port}/ws"
    clients = []
    for link in (*wish.links, wish.console):
        socket = await connect(address, max_size=None)
        clients.append(Client(socket, measured if link != wish.console else Measured(), echo=wish.echo))
        await socket.send(json.dumps({"type": "hello", "token": link, "language": "en"}))
    listening = [asyncio.create_task(client.listen()) for client in clients]
    *people, console = clients
    speakers = {wish.links.index(link) for link in set(wish.links)}
    await asyncio.sleep(1.0)
    for turn in range(wish.first, wish.first + wish.turns):
        for client in people:
            client.arrived.clear()
        thinking = (think(one, turn, wish, chance, seals=place in speakers) for place, one in enumerate(people))
        await asyncio.gather(*thinking)
        if not wish.echo:
            sent = time.perf_counter()
            await console.act("next", turn=turn)
            await asyncio.wait_for(asyncio.gather(*(client.arrived.wait() for client in people)), PATIENCE)
            measured.shown.extend(1e3 * (client.when - sent) for client in people)
    for client in clients:
        await client.socket.close()
    for task in listening:
        task.cancel()
    return measured


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(asyncio.run(main(Wish(**json.load(sys.stdin)))))))
