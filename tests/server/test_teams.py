"""Teams that move, join and lose their links: every link in the room opens one seat, and a crash changes nothing."""

from __future__ import annotations

import csv

import pytest

from game.server import audit
from game.server.links import Audience
from game.server.table import Refused
from tests.server.room import Room

pytestmark = pytest.mark.slow


def token(room: Room, seat: str) -> str:
    return room.sitting.links.token(Audience("seat", seat))


def whose(room: Room, token: str) -> str:
    audience = room.sitting.links.whose(token)
    return audience.seat if audience else ""


def test_a_team_that_moves_takes_its_link_along_and_the_other_gets_its_seat(room: Room) -> None:
    room.do("lobby", "claim", seat="japan", name="Mia")
    room.do("lobby", "claim", seat="korea", name="Jun")
    mia, jun, free = token(room, "japan"), token(room, "korea"), token(room, "eu")
    room.do("console", "move", seat="japan", to="korea")
    assert (whose(room, mia), whose(room, jun)) == ("korea", "japan")
    room.do("console", "move", seat="japan", to="eu")
    assert (whose(room, jun), whose(room, free)) == ("eu", "japan")
    assert room.sitting.table.holders == {"korea": "Mia", "eu": "Jun"}
    with pytest.raises(Refused, match="no_team"):
        room.do("console", "merge", seat="eu", to="usa")
    room.do("console", "merge", seat="eu", to="korea")
    room.do("console", "another_link", seat="korea")
    room.do("console", "replace_link", role="seat", seat="japan")
    assert {whose(room, mia), whose(room, jun)} == {"korea"}
    assert whose(room, free) == ""
    assert room.sitting.table.holders == {"korea": "Mia + Jun"}
    before = room.sitting.links
    room.crash()
    assert room.sitting.links == before
    assert {one.seat for one in before.tokens.values() if one.role == "seat"} == set(room.sitting.table.seats)


def test_the_audit_log_tells_who_did_what_when_and_why_and_opens_no_door(room: Room) -> None:
    room.do("lobby", "claim", seat="japan", name="=HYPERLINK(1)")
    room.do("console", "next")
    room.do("seat:japan", "add", seat="japan", order={"kind": "set_posture", "posture": "engage"})
    room.do("console", "next")
    room.do("console", "another_link", seat="japan")
    room.do("console", "rewind", to=0, reason="again, with, commas")
    written = audit.written(room.sitting).decode("utf-8-sig")
    rows = list(csv.DictReader(written.splitlines()))
    acts = [(row["who"], row["act"], row["taken_back"]) for row in rows]
    assert acts == [
        ("lobby", "claim", ""),
        ("table", "turn", "yes"),
        ("console", "next", ""),
        ("seat:japan", "add", "yes"),
        ("table", "turn", "yes"),
        ("console", "next", ""),
        ("console", "another_link", ""),
        ("console", "rewind", ""),
        ("table", "branch", ""),
    ]
    assert rows[7]["reason"] == "again, with, commas"
    assert all(row["at"].endswith("+00:00") for row in rows)
    assert not any(token in written for token in room.sitting.links.tokens)
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert len(rows[3]["what"]) > 10
