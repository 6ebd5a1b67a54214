"""People lead the rival of a hosted match: their choice is played, replays, and is nobody else's before."""

from __future__ import annotations

import pytest

from game.reports.script import script_of
from game.server import notices, public, shown
from game.server.sitting import Sitting
from game.server.table import Refused
from game.session.match import Match
from game.session.saves.replay import verify
from tests.server.room import Room

pytestmark = pytest.mark.slow


def seen(sitting: Sitting) -> list[object]:
    """All that seats and the public are shown."""
    match = sitting.table.match
    views = [match.view(seat) for seat in match.seats]
    drafts = [shown.draft_of(view, match.drafts(view.seat), (), sealed=match.sealed(view.seat)) for view in views]
    told = public.public_of(views, match.lexicon)
    return [*map(shown.view_of, views), *drafts, told, notices.roster(sitting, "seat", {})]


def test_what_the_red_cell_chose_is_played_and_stays_secret_until_then(room: Room) -> None:
    with pytest.raises(Refused, match="script_plays"):
        room.do("red", "choose_rules", rules=[])
    room.do("console", "next")
    before = seen(room.sitting)
    room.do("console", "give_rival", name="The embassy")
    told = notices.rival(room.sitting)
    able = [move["rule"] for move in told["moves"] if not move["away"]]
    room.do("red", "choose_rules", rules=able[:1])
    with pytest.raises(Refused, match="bad_rules"):
        room.do("red", "choose_rules", rules=["no such rule"])
    room.do("red", "seal_rival")
    with pytest.raises(Refused, match="rival_sealed"):
        room.do("red", "choose_rules", rules=None)
    assert seen(room.sitting) == before
    room.crash()
    assert notices.rival(room.sitting)["chosen"] == able[:1]
    assert notices.rival(room.sitting)["sealed"]
    room.do("console", "next")
    assert not notices.rival(room.sitting)["sealed"]
    room.do("red", "choose_rules", rules=[])
    room.do("console", "next")
    room.do("console", "next")
    match = room.sitting.table.match
    assert [report.led for report in match.control.reports] == [None, tuple(able[:1]), (), None]
    assert "The embassy" in script_of(match)
    room.do("console", "rewind", to=2, reason="the embassy was not asked")
    again = room.sitting.table.match
    assert again.chosen == ()
    room.do("console", "give_rival", name="")
    assert again.chosen is None
    for one in (match, again):
        assert isinstance(one, Match)
        assert one.log_path is not None
        assert verify(one.log_path).ok


def test_a_turn_waits_for_the_red_cell_where_it_leads_the_rival(room: Room) -> None:
    room.do("lobby", "claim", seat="japan", name="Mia")
    room.do("console", "give_rival", name="Red")
    room.do("seat:japan", "seal", seat="japan")
    assert not room.sitting.table.all_in()
    room.do("red", "seal_rival")
    assert room.sitting.table.all_in()
