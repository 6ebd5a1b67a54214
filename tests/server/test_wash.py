"""The hot wash: told after play alone, with what teams foresaw, what evaluators saw, and what control did and why."""

from __future__ import annotations

import pytest

from game.reports import facts
from game.reports.facts import gather
from game.server import wash
from game.server.table import Refused
from tests.server.room import Room

pytestmark = pytest.mark.slow
TURNS = 3


def test_the_hot_wash_waits_for_the_end_and_tells_what_was_written_down(room: Room) -> None:
    room.do("lobby", "claim", seat="japan", name="Team Mia")
    room.do("seat:japan", "note", kind="prediction", text="the metal gets dear", who="Ada")
    room.do("console", "override", effect="budget(japan) + 300", reason="a gift from abroad")
    for _turn in range(TURNS):
        room.do("console", "next")
    room.do("evaluator", "note", kind="observation", text="they drew lots", who="Eve", objective=1, rating="M")
    for wrong in ({"rating": "X", "objective": 0}, {"rating": "P", "objective": 99}, {"rating": "P"}):
        with pytest.raises(Refused):
            room.do("evaluator", "note", kind="observation", text="no", **wrong)
    with pytest.raises(Refused, match="not_over"):
        wash.require_over(room.sitting)
    with pytest.raises(Refused, match="not_over"):
        room.do("console", "show_wash", part="rules")
    room.do("console", "close_play", reason="the bell rings")
    for act in ("next", "close_play"):
        with pytest.raises(Refused, match="play_closed"):
            room.do("console", act, reason="again")
    room.do("console", "show_wash", part="rules")
    room.crash()
    told = wash.washed(room.sitting, gather(room.sitting.table.match))["wash"]
    assert told["turn"] == TURNS
    found = facts.gather(room.sitting.table.match)
    assert [one["verdict"] for one in told["seats"]] == [one.verdict for one in found.seats]
    assert [len(one["turning_points"]) for one in told["seats"]] == [len(one.turning_points) for one in found.seats]
    assert told["seats"][0]["holder"] == "Team Mia"
    assert told["predictions"][0]["text"] == "the metal gets dear"
    assert told["predictions"][0]["outcome"]
    assert told["ratings"][1]["notes"][0]["rating"] == "M"
    assert [(one["what"], one["reason"]) for one in told["timeline"][0]["acts"]] == [
        ("budget(japan) + 300", "a gift from abroad")
    ]
    assert [one["turn"] for one in told["timeline"]] == [1, 2, 3]
    room.do("console", "rewind", to=2, reason="one more round")
    assert not room.sitting.table.over
    assert wash.washed(room.sitting, gather(room.sitting.table.match))["wash"] is None
