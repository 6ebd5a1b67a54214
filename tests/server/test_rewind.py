"""A match that goes on from an earlier turn: what is taken back, what stays, and that a crash changes nothing."""

from __future__ import annotations

import pytest

from game.server.sitting import Sitting
from game.server.table import Refused
from game.session.saves.replay import verify
from tests.server.room import Room

pytestmark = pytest.mark.slow
RESEARCH = {"kind": "fund_research", "line": "recycling", "rate": 2.0}
ENGAGE = {"kind": "set_posture", "posture": "engage"}


def picture(sitting: Sitting) -> tuple[object, ...]:
    match = sitting.table.match
    drafts = {seat: [order.model_dump() for order in match.drafts(seat)] for seat in match.seats}
    digest = match.control.state.digest()
    return match.turn, digest, drafts, sitting.table.holders, sitting.table.said, sitting.notes, sitting.branches


def test_rewind_brings_back_the_turn_with_its_drafts_and_a_crash_changes_nothing(room: Room) -> None:
    room.do("lobby", "claim", seat="japan", name="Team Mia")
    room.do("console", "next")
    room.do("seat:japan", "add", seat="japan", order=RESEARCH)
    begun = room.sitting.table.match.control.state.digest()
    room.do("seat:japan", "seal", seat="japan")
    room.do("console", "next")
    room.do("seat:japan", "note", kind="prediction", text="it gets dear")
    room.do("seat:japan", "add", seat="japan", order=ENGAGE)
    room.do("console", "next")
    left, clock = room.sitting.table.match, room.sitting.clock
    clock.start()

    room.do("console", "rewind", to=1, reason="the order sheet was read wrongly")
    match = room.sitting.table.match
    assert (match.turn, match.control.state.digest()) == (1, begun)
    assert [order.kind for order in match.drafts("japan")] == ["fund_research"]
    assert not match.sealed("japan")
    assert room.sitting.table.holders == {"japan": "Team Mia"}
    assert room.sitting.notes[0]["undone"]
    assert (room.sitting.clock.running, room.sitting.clock.left) == (False, 60.0)
    assert left.log_path is not None
    assert match.log_path is not None
    assert room.sitting.branches == [
        {"to": 1, "left": 3, "file": left.log_path.name, "reason": "the order sheet was read wrongly"}
    ]
    room.do("console", "next")
    before = picture(room.sitting)
    room.crash()
    assert picture(room.sitting) == before
    assert verify(left.log_path).turns == 3
    for path in (left.log_path, match.log_path):
        assert verify(path).ok


def test_a_second_rewind_goes_back_behind_the_first(room: Room) -> None:
    for _turn in range(3):
        room.do("console", "next")
    room.do("console", "rewind", to=2, reason="one")
    room.do("console", "next")
    room.do("console", "rewind", to=0, reason="two")
    assert room.sitting.table.match.turn == 0
    room.do("console", "next")
    before = picture(room.sitting)
    room.crash()
    assert picture(room.sitting) == before
    assert [one["left"] for one in room.sitting.branches] == [3, 3]


def test_a_rewind_needs_a_turn_that_was_played_and_a_reason(room: Room) -> None:
    for to, reason in ((0, "nothing was played"), (0, ""), (-1, "before the start")):
        with pytest.raises(Refused):
            room.do("console", "rewind", to=to, reason=reason)
    room.do("console", "next")
    with pytest.raises(Refused, match="no_such_turn"):
        room.do("console", "rewind", to=1, reason="it is turn 1 now")
    assert room.sitting.branches == []
