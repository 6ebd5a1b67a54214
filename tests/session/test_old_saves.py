"""Saves of every format that was ever released; a file is added with each new format, and none is ever written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.messages import Message
from game.session.saves import describe
from game.session.saves.log import FORMAT, read
from game.session.turns import report_of
from tests.session.small_package import small_package

FOLDER = Path(__file__).parent / "saves"
SAVES = sorted(FOLDER.glob("format_*.chokepoint"))


def test_every_format_has_its_save() -> None:
    assert [path.stem for path in SAVES] == [f"format_{number}" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("path", SAVES, ids=[path.stem for path in SAVES])
def test_an_old_save_still_reads(path: Path) -> None:
    log = read(path)
    assert len(log.turns) == 2
    assert len(log.header["initial"]) == len(log.header["series"])
    assert all(len(row) == len(log.header["series"]) for turn in log.turns for row in turn["months"])
    info = describe(path)
    assert (info.title, info.turn, info.problem) == ("A small scenario", 2, "")


@pytest.mark.parametrize("path", SAVES, ids=[path.stem for path in SAVES])
def test_orders_and_events_of_an_old_save_still_have_a_meaning(path: Path) -> None:
    first, second = (report_of(small_package(), turn) for turn in read(path).turns)
    assert [order.describe().parts["posture"] for order in first.orders["boreas"]] == [Message("choice.posture.engage")]
    assert {event.kind for event in first.events} >= {"order_given", "project_started"}
    assert second.turn == 1
