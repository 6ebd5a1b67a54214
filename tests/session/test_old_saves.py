"""Saves of every format that was ever released; a file is added with each new format, and none is ever written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.messages import Message
from game.session.faults import SaveOlder
from game.session.saves import describe
from game.session.saves.log import FORMAT, OLDEST, read
from game.session.turns import report_of
from tests.session.small_package import small_package

FOLDER = Path(__file__).parent / "saves"
SAVES = {path.stem: path for path in sorted(FOLDER.glob("format_*.chokepoint"))}
PLAYED_ON = [f"format_{number}" for number in range(OLDEST, FORMAT + 1)]
REFUSED = [f"format_{number}" for number in range(1, OLDEST)]


def test_every_format_has_its_save() -> None:
    assert [*SAVES] == [*REFUSED, *PLAYED_ON]


@pytest.mark.parametrize("name", PLAYED_ON)
def test_an_old_save_still_reads(name: str) -> None:
    log = read(SAVES[name])
    assert len(log.turns) == 2
    assert len(log.header["initial"]) == len(log.header["series"])
    assert all(len(row) == len(log.header["series"]) for turn in log.turns for row in turn["months"])
    info = describe(SAVES[name])
    assert (info.title, info.turn, info.problem) == ("A small scenario", 2, "")


@pytest.mark.parametrize("name", PLAYED_ON)
def test_orders_and_events_of_an_old_save_still_have_a_meaning(name: str) -> None:
    first, second = (report_of(small_package(), turn) for turn in read(SAVES[name]).turns)
    assert [order.describe().parts["posture"] for order in first.orders["boreas"]] == [Message("choice.posture.engage")]
    assert {event.kind for event in first.events} >= {"order_given", "project_started"}
    assert second.turn == 1


@pytest.mark.parametrize("name", REFUSED)
def test_a_save_of_an_earlier_edition_is_listed_with_its_title_and_refused(name: str) -> None:
    with pytest.raises(SaveOlder, match=rf"save format {name[-1]}: an earlier edition"):
        read(SAVES[name])
    info = describe(SAVES[name])
    assert info.title == "A small scenario"
    assert "open it with the edition that wrote it" in info.problem
