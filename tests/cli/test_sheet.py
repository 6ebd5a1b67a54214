"""Tables as columns and as sentences."""

from __future__ import annotations

import io

from rich.console import Console

from game.cli.text.sheet import table
from game.telling.sheet import Sheet, sentences

_SHEET = Sheet(
    "Stockpiles",
    ("Material", "t>", "Days>"),
    (("Light", "1,200", "60"), ("Heavy [x]", "40", "")),
    note="Days of use.",
    tones=("bad",),
)


def _drawn(sheet: Sheet, *, ascii_only: bool) -> str:
    console = Console(file=io.StringIO(), width=80, color_system=None)
    with console.capture() as capture:
        console.print(table(sheet, ascii_only=ascii_only))
    return capture.get()


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
