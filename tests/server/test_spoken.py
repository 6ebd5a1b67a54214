"""What is private to a seat changes no byte of another's."""

from __future__ import annotations

import base64

import pytest

from game.content.package import Package
from tests.server.listening import Listener, act, hall_of

pytestmark = pytest.mark.slow
COMMON = "serial,turn,to,subject,message\n1,1,all,Begin,Go\n"
PRIVATE = ("2,1,japan,For Japan,Hush\n", '2,1,"japan, red cell",Other,Not a word\n3,1,evaluator,Look,At them\n')
OTHERS = (("seat", "usa"), ("seat", "eu"), ("projector", ""), ("observer", ""))


def _heard(package: Package, text: str) -> list[list[str]]:
    console, others = Listener("console"), [Listener(role, seat) for role, seat in OTHERS]
    with hall_of(package, console, *others) as hall:
        data = base64.b64encode(text.encode()).decode()
        act(hall, console, "load_events", upload="u", name="a.csv", part=0, parts=1, data=data)
        act(hall, console, "clock", do="start")
        assert all("Begin" in other.got[-1] for other in others)
        act(hall, console, "hold_event", serial="2")
    return [[text for text in other.got if '"welcome"' not in text] for other in others]


@pytest.mark.parametrize("private", PRIVATE)
def test_private_event_changes_no_byte_of_others(package: Package, private: str) -> None:
    assert _heard(package, COMMON + private) == _heard(package, COMMON)


def test_private_event_reaches_its_seat_alone(package: Package) -> None:
    console, japan, red, usa = (Listener(*one) for one in (("console",), ("seat", "japan"), ("red",), ("seat", "usa")))
    with hall_of(package, console, japan, red, usa) as hall:
        for cells in (
            {"serial": "1", "to": "japan", "subject": "Hush"},
            {"serial": "2", "to": "red", "subject": "Psst"},
        ):
            act(hall, console, "insert_event", cells=cells)
            act(hall, console, "release_event", serial=cells["serial"])
    assert ["Hush" in text for text in (japan.got[-1], red.got[-1], usa.got[-1])] == [True, False, False]
    assert "Psst" in red.got[-1]
    assert "serial" not in japan.got[-1]
