"""Columns stand under each other in a terminal, whatever the letters are wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.telling.cells import padded, places, wrapped
from game.telling.sheet import Sheet, lines, to_right

LETTERS = st.text("ab 中国é\N{COMBINING ACUTE ACCENT}", max_size=60)


@pytest.mark.parametrize(
    ("text", "room"), [("mine", 4), ("中国", 4), ("é", 1), ("e\N{COMBINING ACUTE ACCENT}", 1), ("", 0)]
)
def test_a_letter_takes_the_places_that_a_terminal_gives_it(text: str, room: int) -> None:
    assert places(text) == room
    assert places(padded(text, 9)) == places(padded(text, 9, right=True)) == 9


@given(LETTERS, st.integers(8, 40))
def test_no_line_is_wider_than_it_may_be_and_nothing_is_lost(text: str, width: int) -> None:
    told = wrapped(text, width, hanging="  ")
    words = max((places(word) for word in text.split() if places(word) == len(word)), default=0)
    assert all(places(line) <= max(width, words + 2) for line in told)
    assert "".join("".join(told).split()) == "".join(text.split())


def test_columns_of_wide_letters_stand_under_each_other() -> None:
    sheet = Sheet("", ("Nation", to_right("Share"), "Word"), (("中国", "97 %", "x"), ("Japan", "3 %", "y")))
    told = list(lines(sheet, 40))
    assert {places(line[: line.index(word)]) for line, word in zip(told, ("Word", "x", "y"), strict=True)} == {15}
