"""A running list: what is due, what control may do to it, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.package import Package
from game.exercise import files
from game.exercise.agenda import Agenda, NotPossible
from game.exercise.event_list import read
from tests.exercise.lists import TWELVE

NEVER, ALWAYS = lambda _text: False, lambda _text: True


@pytest.fixture(scope="module")
def agenda(package: Package) -> Agenda:
    return Agenda(package).taking(read("a.csv", TWELVE.encode(), package))


def test_turn_and_condition_bring_events_and_held_ones_are_offered(agenda: Agenda) -> None:
    assert agenda.due(0, NEVER).release == ("01",)
    assert agenda.due(2, NEVER).release == ("03", "04")
    assert agenda.due(1, lambda text: "month()" in text).release == ("02", "06", "08")
    held = agenda.held("08")
    assert held.due(1, NEVER).release == ("02",)
    assert held.due(1, NEVER).offer == ("08",)
    assert held.planned("08").due(1, NEVER).release == ("02", "08")
    assert agenda.due(5, NEVER).offer == ("12",)  # for need
    assert agenda.skipped("08").due(1, NEVER).release == ("02",)
    assert agenda.overdue(2) == ("01", "02", "03", "04", "08")


def test_what_was_released_is_written_and_cannot_be_changed(agenda: Agenda) -> None:
    released = agenda.released("06", 2, "2026-03-01 14:05")
    table = released.table()
    assert table.rows[5][table.header.index("released_at")] == "turn 3, 2026-03-01 14:05"
    assert released.due(9, ALWAYS).release == ("07",)
    for change in (
        released.held,
        released.skipped,
        released.planned,
        lambda one: released.edited(one, {"message": "x"}),
    ):
        with pytest.raises(NotPossible, match=r"06 was released \(turn 3.*insert another"):
            change("06")


def test_events_are_edited_and_inserted_before_release(agenda: Agenda) -> None:
    edited = agenda.edited("02", {"message": "They fall", "turn": "4", "notes": "moved"})
    assert edited.event("02").turn == 4
    assert edited.table().rows[0] == agenda.table().rows[0]
    inserted = agenda.inserted({"serial": "02b", "to": "eu", "message": "Psst"}, before="03")
    assert [event.serial for event in inserted.events][:4] == ["01", "02", "02b", "03"]
    assert not inserted.event("02b").reaches("seat", "japan")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: one.edited("02", {"turn": "soon"}), "turn: soon is no turn of this match"),
        (lambda one: one.edited("02", {"to": "mars"}), "to: nobody is called mars"),
        (lambda one: one.edited("02", {"serial": "03"}), "another event has the serial 03"),
        (lambda one: one.edited("02", {"status": "released"}), "status is not written: hold, skip or release"),
        (lambda one: one.edited("02", {"colour": "red"}), "there is no column colour"),
        (lambda one: one.edited("02", {"message": "\x07"}), "letters that can be shown"),
        (lambda one: one.inserted({"serial": "x"}), "the event says and does nothing"),
        (lambda one: one.inserted({"message": "x"}), "the event has no serial"),
        (lambda one: one.held("99"), "no event has the serial 99"),
    ],
)
def test_change_that_makes_no_sense_is_refused(agenda: Agenda, change: Callable[[Agenda], Agenda], told: str) -> None:
    with pytest.raises(NotPossible, match=told):
        change(agenda)


def test_list_loaded_again_keeps_what_was_released(agenda: Agenda, package: Package) -> None:
    running = agenda.released("01", 0, "09:00").skipped("02")
    data = files.write(running.table(), ".xlsx")
    again = running.taking(read("b.xlsx", data, package))
    assert again == running
    shorter = running.taking(read("c.csv", b"serial,message\n50,new\n", package))
    assert [event.serial for event in shorter.events] == ["01", "50"]
    assert shorter.event("01").message == running.event("01").message
    elsewhere = agenda.taking(read("b.xlsx", data, package))
    assert elsewhere.due(0, NEVER).release == ("01",)
    assert elsewhere.event("02").status == "skipped"
