"""An override that takes the money from under a draft tells its seat, and nobody else."""

from __future__ import annotations

import pytest

from game.server import spoken
from game.server.links import Audience
from tests.server.room import Room

pytestmark = pytest.mark.slow


def test_a_seat_is_told_of_orders_that_fell_out(room: Room) -> None:
    room.do("seat:japan", "add", seat="japan", order={"kind": "fund_research", "line": "recycling", "rate": 40.0})
    room.do("seat:japan", "seal", seat="japan")
    room.do("console", "override", effect="budget(japan) = 1", reason="the ministry of finance said no")
    match, said = room.sitting.table.match, room.sitting.table.said[-1]
    assert match.drafts("japan") == ()
    assert not match.sealed("japan")
    told = spoken.told_to(Audience("seat", "japan"), said)
    assert told is not None
    assert "(1)" in told["text"]
    assert spoken.told_to(Audience("seat", "eu"), said) is None
    room.crash()
    assert room.sitting.table.said[-1] == said
