"""An event list is understood for a scenario, or every finding in it is told at once."""

from __future__ import annotations

import pytest

from game.content.package import Package
from game.exercise import files
from game.exercise.event_list import read
from game.exercise.findings import EventListError
from game.exercise.starter import starter
from tests.exercise.lists import TWELVE


def test_list_of_twelve_is_understood(package: Package) -> None:
    found = read("twelve.csv", TWELVE.encode(), package)
    events = {event.serial: event for event in found.events}
    assert len(events) == 12
    assert events["01"].message == "This is an exercise.\nRead your briefing."
    assert [serial for serial, event in events.items() if event.reaches("seat", "japan")] == [
        "01", "02", "03", "04", "06", "07", "08", "09", "11", "12",
    ]  # fmt: skip
    assert [serial for serial, event in events.items() if event.reaches("projector")] == [
        "01", "02", "06", "07", "08", "09", "12",
    ]  # fmt: skip
    assert not events["03"].reaches("seat", "usa")
    assert events["10"].reaches("evaluator")
    assert not events["10"].reaches("red")
    assert (events["04"].trigger, events["09"].trigger) == ("turn", "manual")
    assert found.table() == files.read("twelve.csv", TWELVE.encode())


def test_all_findings_are_told_at_once(package: Package) -> None:
    text = """\
Serial;turn;TRIGGER;to;delivery;message;condition;visible-to;status
1;99;turn;nobody;newss;a;;;
1;;turn;;;b;;players;planed
;2;;;;c;tension(japn) > 1;;
4;;condition;;;;;;
5;1;turn;;;x;tension(japan) > 1;;
"""
    with pytest.raises(EventListError) as caught:
        read("bad.csv", text.encode(), package)
    told = str(caught.value)
    assert told.splitlines() == [str(finding) for finding in caught.value.findings]
    for part in (
        "bad.csv, row 2, column turn: 99 is no turn of this match: a whole number from 1 to",
        "row 2, column to: nobody is called nobody: known here: all, seats, cells",
        "row 2, column delivery: newss is not known here: perhaps news",
        "row 3, column turn: the trigger is a turn, and none is given",
        "row 3, column status: planed is not known here: perhaps planned",
        "row 3, column Serial: row 2 has the serial 1 as well",
        "row 4, column Serial: the event has no serial",
        "row 4, column condition: the condition is not understood: unknown nation 'japn', perhaps 'japan'",
        "row 5, column condition: the trigger is a condition, and none is given",
        "row 5, column message: the event says and does nothing",
        "row 6, column TRIGGER: this trigger never looks at the condition",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Name,Text\n1,2\n", "row 1: no column is known: name the columns in the first row: serial, turn"),
        ("serial,Serial,message\n1,2,a\n", "row 1, column serial: two columns have that name"),
        ("serial,message\n,\n", "there is no event in it"),
        ("", "row 1: no column is known"),
    ],
)
def test_list_without_events_is_told(package: Package, text: str, told: str) -> None:
    with pytest.raises(EventListError, match=told):
        read("a.csv", text.encode(), package)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_starter_has_no_findings(package: Package, suffix: str) -> None:
    events = read("starter", files.write(starter(package), suffix), package).events
    assert {"turn", "condition", "manual"} == {event.trigger for event in events}
    assert any(event.reaches("seat", "japan") and not event.reaches("seat", "usa") for event in events)
