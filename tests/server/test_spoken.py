"""What is private to a seat changes no byte of another's."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from game.content.package import Package
from tests.server.listening import Listener, told

pytestmark = pytest.mark.slow
COMMON = "serial,turn,to,subject,message\n1,1,all,Begin,Go\n"
PRIVATE = (
    "2,1,japan,For Japan,Hush\n",
    '2,1,"japan, red cell",Other,Not a word\n3,1,evaluator,Look,At them\n',
)
OTHERS = (("seat", "usa"), ("seat", "eu"), ("projector", ""), ("observer", ""))


def _load(text: str) -> dict[str, Any]:
    data = base64.b64encode(text.encode()).decode()
    return {"type": "load_events", "upload": "u", "name": "a.csv", "part": 0, "parts": 1, "data": data}


def _heard(package: Package, text: str) -> list[list[str]]:
    console, others = Listener("console"), [Listener(role, seat) for role, seat in OTHERS]
    start = {"type": "clock", "do": "start"}
    told(package, [console, *others], [_load(text), start, {"type": "hold_event", "serial": "9"}])
    assert all(any("Begin" in text for text in other.got) for other in others)
    return [[text for text in other.got if '"welcome"' not in text] for other in others]


@pytest.mark.parametrize("private", PRIVATE)
def test_private_event_changes_no_byte_of_others(package: Package, private: str) -> None:
    assert _heard(package, COMMON + private) == _heard(package, COMMON)


def test_private_event_reaches_its_seat_alone(package: Package) -> None:
    who = [Listener("console"), Listener("seat", "japan"), Listener("red"), Listener("seat", "usa")]
    told(
        package,
        who,
        [
            {"type": "insert_event", "cells": {"serial": "1", "to": "japan", "subject": "Hush"}},
            {"type": "insert_event", "cells": {"serial": "2", "to": "red", "subject": "Psst"}},
            {"type": "release_event", "serial": "1"},
            {"type": "release_event", "serial": "2"},
        ],
    )
    heard = [[word for word in ("Hush", "Psst") if any(word in text for text in one.got)] for one in who]
    assert heard == [["Hush", "Psst"], ["Hush"], ["Psst"], []]
    assert not any('"serial"' in text or '"reach"' in text for one in who[1:] for text in one.got)
