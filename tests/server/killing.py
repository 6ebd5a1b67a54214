"""A host that is killed while several clients play, again and again, and what is on its disk afterwards."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed

from tests.server.hosted import Client, Hosted

SEATS = ("japan", "usa", "eu", "korea")
ORDERS = ({"kind": "set_posture", "posture": "engage"}, {"kind": "fund_research", "line": "recycling", "rate": 0.5})


@dataclass
class Player:
    """What one link has said: what was acknowledged, what was refused, and what it knows no answer to."""

    link: str
    chance: random.Random
    acknowledged: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    open: dict[str, Any] | None = None
    number: int = 0

    def play(self, client: Client, turn: int) -> None:
        """Act until the host is gone; `turn` is the one that was played when the client came in."""
        try:
            while True:
                self.number += 1
                self.open = {"id": f"{self.link[:6]} {self.number}", "turn": turn, **self._choice()}
                turn = self.answer(client)
        except (ConnectionClosed, TimeoutError, OSError):
            return

    def answer(self, client: Client, *, known: bool | None = None) -> int:
        """Say what is open and hear the answer; the turn of which it tells. `known`: whether it has to be known."""
        assert self.open is not None
        client.send(**self.open)
        told = client.until("acknowledged", "refused")
        assert told["id"] == self.open["id"]
        if told["type"] == "acknowledged":
            assert known in (None, told["again"])
            self.acknowledged.add(told["id"])
        else:
            assert not known
            self.refused.add(told["id"])
        following = told["type"] == "acknowledged" and self.open["type"] == "next"
        self.open = None
        return int(told["turn"]) + int(following)

    def _choice(self) -> dict[str, Any]:
        kind = self.chance.choice(("add", "add", "add", "remove", "seal", "unseal"))
        if kind == "add":
            return {"type": kind, "order": self.chance.choice(ORDERS)}
        return {"type": kind, "index": 0} if kind == "remove" else {"type": kind}


class Facilitator(Player):
    def _choice(self) -> dict[str, Any]:
        if self.chance.random() < 0.1:
            return {"type": "next"}
        return {"type": "say", "to": self.chance.choice(("all", *SEATS)), "text": str(self.number)}


def kill_again_and_again(home: Path, times: int, seed: str) -> int:
    """Kill a host at random moments and go on with it; how many acts it had taken in the end.

    Raises:
        AssertionError: when an act that was acknowledged is not there, is there twice, or a link is another.
    """
    chance = random.Random(seed)  # noqa: S311 - moments to be found again, not secrets
    host = Hosted(home)
    links = host.links
    with closing(host.client(token=host.console)) as console:
        found = {one["seat"]: one["path"].partition("#")[2] for one in console.until("links")["links"] if one["seat"]}
    players = [Player(found[seat], random.Random(chance.random())) for seat in SEATS]  # noqa: S311
    players.append(Facilitator(host.console, random.Random(chance.random())))  # noqa: S311
    try:
        for _ in range(times):
            _play_until_killed(host, players, chance.uniform(0.02, 0.6))
            acts = _acts(home)
            _check(players, acts)
            host = Hosted(home, "--resume", port=host.port)
            assert host.links == links
            _come_back(host, players, acts)
    finally:
        host.kill()
    return len(_acts(home))


def _play_until_killed(host: Hosted, players: list[Player], seconds: float) -> None:
    clients = [host.client(token=player.link) for player in players]
    turns = [int(client.until("roster")["turn"]) for client in clients]
    threads = [
        threading.Thread(target=player.play, args=(client, turn))
        for player, client, turn in zip(players, clients, turns, strict=True)
    ]
    end = threading.Timer(seconds, host.process.kill)
    for thread in (*threads, end):
        thread.start()
    for thread in (*threads, end):
        thread.join()
    host.kill()


def _acts(home: Path) -> list[tuple[str, str, int, str, dict[str, Any]]]:
    [path] = (home / "sessions").glob("*.session")
    with closing(sqlite3.connect(path)) as base:
        rows = base.execute("SELECT author, id, turn, do, body FROM acts ORDER BY number").fetchall()
    return [(author, name, turn, do, json.loads(body)) for author, name, turn, do, body in rows]


def _check(players: list[Player], acts: list[tuple[str, str, int, str, dict[str, Any]]]) -> None:
    names = [name for _author, name, *_rest in acts if not name.startswith("turn ")]
    assert len(names) == len({*names}), "an act is there twice"
    for player in players:
        assert player.acknowledged <= {*names}, "an act that was acknowledged is lost"
        assert not player.refused & {*names}, "an act that was refused is there"


def _come_back(host: Hosted, players: list[Player], acts: list[Any]) -> None:
    """All come back by their links: each draft is what its acts on disk make it, and what was open gets its answer."""
    names = {name for _author, name, *_rest in acts}
    for player, seat in zip(players, (*SEATS, ""), strict=True):
        with closing(host.client(token=player.link)) as client:
            if seat:
                assert len(client.until("draft")["orders"]) == sum(_changes(acts, seat))
            if player.open is not None:
                player.answer(client, known=player.open["id"] in names)


def _changes(acts: list[Any], seat: str) -> Iterator[int]:
    """How many orders each act of the turn that is played has put into the draft of a seat."""
    last = max((place for place, act in enumerate(acts) if act[3] == "turn"), default=-1)
    for _author, _name, _turn, do, body in acts[last + 1 :]:
        if body.get("seat") == seat and do in ("add", "remove"):
            yield 1 if do == "add" else -1
