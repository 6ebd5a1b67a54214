"""Acts that wait are written in one step, and the clock with them; a fault in one costs the others nothing."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from game.content import load
from game.server import news
from game.server.acts.registry import DEEDS
from game.server.links import Audience
from tests.server.room import Room

pytestmark = pytest.mark.slow
SEATS = ("japan", "eu")
ORDER = {"kind": "fund_research", "line": "recycling", "rate": 0.5}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "PAUSE", 0.0)


def played(*said: tuple[str, str, dict[str, Any]]) -> tuple[Room, list[str], dict[str, list[dict[str, Any]]]]:
    """A room in which all this was said at once; what was written to its file, and what each was told."""

    async def play() -> tuple[Room, list[str], dict[str, list[dict[str, Any]]]]:
        room = Room(load("embargo_2010"), [Audience("console"), *(Audience("seat", seat) for seat in SEATS)])
        try:
            await room.settled()
            written: list[str] = []
            room.sitting.store._base.set_trace_callback(written.append)
            for who, do, parts in said:
                room.say(who, do, **parts)
            await room.settled()
            room.sitting.store._base.set_trace_callback(None)
            assert room.sitting.store.fact("clock") is not None or not any("INSERT" in one for one in written)
            told = {who: [json.loads(text) for text in paper.got] for who, paper in room.papers.items()}
            return room, [one for one in written if one == "COMMIT"], told
        finally:
            await room.close()

    return asyncio.run(play())


def answers(told: list[dict[str, Any]]) -> list[str]:
    return [one["type"] for one in told if one["type"] in ("acknowledged", "refused")]


def test_acts_that_wait_are_one_step_on_disk_and_told_of_once() -> None:
    room, commits, told = played(*(("seat:japan", "add", {"order": ORDER}) for _ in range(5)))
    assert len(commits) == 1
    assert answers(told["seat:japan"]) == ["acknowledged"] * 5
    drafted = [len(one["orders"]) for one in told["seat:japan"] if one["type"] == "draft"]
    assert drafted == [0, 5]
    assert len(room.sitting.table.match.drafts("japan")) == 5


def test_clock_is_written_in_the_step_of_the_act_that_sets_it() -> None:
    room, commits, told = played(("console", "clock", {"do": "start"}))
    assert len(commits) == 1
    assert answers(told["console"]) == ["acknowledged"]
    assert room.sitting.clock.running


def test_fault_in_an_act_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("game.server.taking.DEEDS", {**DEEDS, "unseal": _with(DEEDS["unseal"], broken)})
    _room, commits, told = played(
        ("seat:eu", "unseal", {}), ("seat:japan", "add", {"order": ORDER}), ("console", "next", {})
    )
    assert answers(told["seat:eu"]) == ["refused"]
    assert answers(told["seat:japan"]) == answers(told["console"]) == ["acknowledged"]
    assert len(commits) == 2
    assert any(one["type"] == "turn" for one in told["seat:eu"])


def _with(deed: Any, do: Any) -> Any:
    return type(deed)(do, deed.roles, deed.tells, in_turn=deed.in_turn, guarded=deed.guarded)
