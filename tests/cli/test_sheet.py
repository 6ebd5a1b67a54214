"""Tables as columns and as sentences."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as some

from game.cli.text.sheet import drawn
from game.telling.sheet import Sheet, lines, sentences

_SHEET = Sheet(
    "Stockpiles",
    ("Material", "t>", "Days>"),
    (("Light", "1,200", "60"), ("Heavy [x]", "40", "")),
    note="Days of use.",
    tones=("bad",),
)


def _drawn(sheet: Sheet, *, ascii_only: bool) -> str:
    return "\n".join(line.plain for line in drawn(sheet, 80, ascii_only=ascii_only))


def test_sentences_say_what_each_figure_is() -> None:
    assert list(sentences(_SHEET)) == [
        "Stockpiles.",
        "Light: t 1,200, Days 60.",
        "Heavy [x]: t 40.",
        "Days of use.",
    ]


def test_an_empty_sheet_says_so() -> None:
    assert list(sentences(Sheet("Offers", ("From",), ()))) == ["Offers.", "Nothing."]


def test_columns_keep_brackets_and_align_numbers() -> None:
    lines = _drawn(_SHEET, ascii_only=False).splitlines()

    assert "Heavy [x]" in "\n".join(lines)
    light = next(line for line in lines if "Light" in line)
    heavy = next(line for line in lines if "Heavy" in line)
    assert light.index("1,200") + 5 == heavy.index("40") + 2


def test_a_terminal_without_boxes_gets_letters_only() -> None:
    assert _drawn(_SHEET, ascii_only=True).isascii()


_WORDS = some.text("abc xyz", max_size=60).map(str.strip)
_NUMBERS = some.integers(0, 99_999).map(str)


@given(some.lists(some.tuples(_WORDS, _NUMBERS, _WORDS, _NUMBERS), max_size=6), some.integers(50, 100))
def test_lines_fit_and_leave_no_word_out(rows: list[tuple[str, ...]], width: int) -> None:
    sheet = Sheet("", ("What", "t>", "Why", "Days>"), tuple(rows))

    told = list(lines(sheet, width))

    assert all(len(line) <= width for line in told)
    assert Counter(" ".join(told).split()) == Counter(" ".join(chain(sheet.headers, *rows)).split())


def test_lines_align_numbers_and_let_words_run_over_what_is_empty() -> None:
    rows = (("a store that holds for sixty days of use", "", ""), ("light", "1,200", "60"), ("  heavy", "40", ""))

    told = list(lines(Sheet("Stockpiles", ("", "t>", "Days>"), rows, note="Of use."), 80, at_least=(10,)))

    assert told == [
        "Stockpiles",
        "                t  Days",
        "a store that holds for",
        "  sixty days of use",
        "light       1,200    60",
        "  heavy        40",
        "  Of use.",
    ]


def test_columns_of_words_give_way_and_numbers_do_not() -> None:
    sheet = Sheet("", ("What", "t>"), (("word " * 20, "123456789"),))

    told = list(lines(sheet, 40))

    assert told[1].endswith("123456789")
    assert max(map(len, told)) == 40
