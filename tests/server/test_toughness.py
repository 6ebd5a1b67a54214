"""A host that is killed, shouted at and not listened to: nothing is lost, nothing changes, nobody else waits.

``CHOKEPOINT_KILLS`` and ``CHOKEPOINT_RUBBISH`` are how often and how much; few in the checks, many by hand.
"""

from __future__ import annotations

import json
import os
import time
from itertools import islice
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.server.hosted import Client, Hosted
from tests.server.hostile import rubbish
from tests.server.killing import _acts, kill_again_and_again

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("CHOKEPOINT_KILLS", "2"))
RUBBISH = int(os.environ.get("CHOKEPOINT_RUBBISH", "400"))
AT_ONCE = 36
"""Messages of a hostile connection: as many as may come at once, its greeting included."""
ANSWERS = ("refused", "error", "form", "tried", "why", "part", "record", "clock", "looking", "acknowledged", "seated")
ROLES = ("seat", "projector", "observer", "evaluator", "red", "lobby")


def test_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert kill_again_and_again(tmp_path, KILLS, request.node.nodeid) > 0


def test_rubbish_changes_nothing_and_disturbs_nobody(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    host = Hosted(tmp_path)
    try:
        console = host.client(token=host.console)
        links = {one["seat"] or one["role"]: one["path"].partition("#")[2] for one in console.until("links")["links"]}
        player = host.client(token=links["japan"])
        assert player.act("add", turn=0, order={"kind": "set_posture", "posture": "engage"})["type"] == "acknowledged"
        before = _seen(host, links["usa"])
        waited = []
        for place in range(max(RUBBISH // AT_ONCE, 1)):
            role = ROLES[place % len(ROLES)]
            hello = {"room": host.room} if role == "lobby" else {"token": links["usa" if role == "seat" else role]}
            _shout(host, hello, role, f"{request.node.name} {place}")
            began = time.perf_counter()
            player.send(type="try", order={"kind": "set_posture", "posture": "resist"})
            player.until("tried")
            waited.append(time.perf_counter() - began)
        assert sorted(waited)[len(waited) // 2] < 0.5
        assert _seen(host, links["usa"]) == before
    finally:
        host.kill()
    assert [act[3] for act in _acts(tmp_path)] == ["add"]


def _shout(host: Hosted, hello: dict[str, str], role: str, seed: str) -> None:
    """Send as much as may be sent at once; each is answered, and nothing is acknowledged."""
    client = Client(host.port, **hello)
    try:
        client.until("lobby" if role == "lobby" else "clock")
        said = list(islice(rubbish(role, seed), AT_ONCE))
        for text in said:
            client.socket.send(text)
        for _ in said:
            told = client.until(*ANSWERS)
            assert told["type"] not in ("acknowledged", "seated"), (role, said)
            assert told.get("text", "x")
    finally:
        client.close()


def _seen(host: Hosted, token: str) -> list[object]:
    """What a seat sees of itself: view and draft."""
    client = Client(host.port, token=token)
    try:
        return [client.until("view"), client.until("draft")]
    finally:
        client.close()


def test_who_never_reads_stalls_nobody_and_is_dropped(tmp_path: Path) -> None:
    hasty = "from game.server import line, protocol\nline.SENDING = 0.5\nprotocol._GOODBYE = 0.5"
    host = Hosted(tmp_path, first=hasty)
    try:
        console = host.client(token=host.console)
        player = host.client(token=console.until("links")["links"][0]["path"].partition("#")[2])
        for turn in range(10):
            assert console.act("next", turn=turn)["type"] == "acknowledged"
        with connect(f"ws://127.0.0.1:{host.port}/ws", compression=None, max_queue=1, max_size=None) as frozen:
            frozen.send(json.dumps({"type": "hello", "token": host.console}))
            worst = _play_until_dropped(frozen, player)
            frozen.close_timeout = 0.1
        assert worst < 5.0
    finally:
        host.kill()


def _play_until_dropped(frozen: ClientConnection, player: Client) -> float:
    """Ask for pictures that are never read; the longest that another had to wait, in seconds, until it is dropped."""
    worst, end = 0.0, time.monotonic() + 60
    while time.monotonic() < end:
        began = time.perf_counter()
        assert player.act("add", turn=10, order={"kind": "nothing"})["type"] == "refused"
        worst = max(worst, time.perf_counter() - began)
        try:
            frozen.send(json.dumps({"type": "see", "seat": "japan"}))
        except ConnectionClosed:
            return worst
        time.sleep(0.06)
    raise AssertionError("a frozen reader was never dropped")
