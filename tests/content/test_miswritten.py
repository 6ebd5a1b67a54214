"""Numbers as people write them: what they are told to write is what they meant, and is read."""

from __future__ import annotations

import pytest
import yaml

from game.content.miswritten import hint, unseen


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("\u221224", "", "write -24 with a plain minus sign, that of the keyboard"),
        ("\u201324.5", "t", "write -24.5 with a plain minus sign, that of the keyboard"),
        ("24,5", "", "write 24.5 with a point"),
        ("-0,07", "share", "write -0.07 with a point"),
        ("24,500", "", "write 24500, or 24.500 if the comma stands for a point"),
        ("1,234,567", "", "write 1234567 without the comma"),
        ("1,234.5", "", "write 1234.5 with a point"),
        ("1.234,5", "", "write 1234.5 with a point"),
        ("1'000", "", "write 1000"),
        ("9 000", "", "write 9000"),
        ("9\u00a0000", "", "write 9000 without the no-break space"),
        ("\u202f12", "", "write 12 without the no-break space"),
        ("25 %", "share", 'write 0.25, or {value: 25, unit: "%"}'),
        ("25%", "factor", 'write 0.25, or {value: 25, unit: "%"}'),
        ("25 %", "days", "write 25 without the sign"),
        ("3 kt", "t", "write {value: 3, unit: kt}"),
        ("3 miles", "t", "write 3 without 'miles'"),
        ("5 US$/kg", "US$/kg", "write {value: 5, unit: US$/kg}"),
        ("12", "", "write 12 without quotes"),
        ("٣٤", "", "write 34"),
        ("abc", "", ""),
        ("", "", ""),
        ("%", "share", ""),
        ("9" * 100, "", ""),
    ],
)
def test_what_was_meant_is_told(text: str, unit: str, told: str) -> None:
    assert hint(text, unit) == told
    if told:
        first = told.removeprefix("write ").split(" w")[0].split(", or")[0]
        value = yaml.safe_load(first)
        assert isinstance(value["value"] if isinstance(value, dict) else value, (int, float))


def test_a_blank_that_is_no_space_is_found() -> None:
    assert unseen("a b") is None
    assert unseen("a\u00a0b") == 1
    assert unseen("ab\u200b") == 2
