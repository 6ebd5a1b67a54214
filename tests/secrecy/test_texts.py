"""No text that a seat can get at tells of a year to come: the briefing apart, which says how long a match is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from game.content import list_scenarios
from game.content.library import ALWAYS, as_known
from game.content.origin import Origin
from tests import shipped
from tests.played import at_turn

YEAR = re.compile(r"\b(20[0-9]{2})\b")
OPEN = ("briefing", "until", "scenario")
"""What says how long the match is to last."""


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, f"{place}.{key}")
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, place)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in OPEN and field.name != "library":
                yield from _texts(getattr(value, field.name), f"{place}.{field.name}")


@pytest.mark.parametrize("scenario", [info.id for info in list_scenarios()])
def test_at_the_start_no_text_names_a_year_to_come(scenario: str) -> None:
    match = at_turn(shipped.package(scenario), 0)
    view = match.view(match.control.package.default_seat)
    told = [*_texts(view, "view"), *_texts(match.lexicon, "lexicon")]
    assert len(told) > 500
    assert [(place, text) for place, text in told if max(YEAR.findall(text), default="") > view.month[:4]] == []


@pytest.mark.parametrize(
    ("why", "hidden", "shown"),
    [
        ("The quarrel of 2010 was over by the spring.", "2010-11", "2010-12"),
        ("Set by the rise of 2010-11.", "2011-11", "2011-12"),
        ("Bought in 2010-09.", "2010-11", "2010-12"),
        ("Of the prospects of 2010 none was open in 2025.", "2025-11", "2025-12"),
    ],
)
def test_a_reason_is_told_when_the_years_that_it_names_are_over(why: str, hidden: str, shown: str) -> None:
    origin = Origin(why=why, note=why)
    assert as_known(origin, hidden) == Origin()
    assert as_known(origin, shown) == origin


def test_a_reason_of_what_was_set_with_an_outcome_in_sight_waits_for_the_end() -> None:
    origin = Origin((), "assumed", "Set so that the rise feeds itself.", "By a search.", fitted=True)
    assert as_known(origin, "2030-01") == Origin((), "assumed", fitted=True)
    assert as_known(origin, ALWAYS) == origin


def test_what_is_told_of_an_act_of_the_script_waits_for_its_year_too() -> None:
    match = at_turn(shipped.package("embargo_2010"), 3)
    month = match.view("japan").month
    stories = [line.story for line in match.headlines("japan") if line.story is not None]
    assert stories
    assert all(story.evidence.origin == as_known(story.evidence.origin, month) for story in stories)
