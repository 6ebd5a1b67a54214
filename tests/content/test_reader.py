"""Strict YAML: what is read, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.content.reader import parse
from game.content.source import Source


def read(text: str) -> Source:
    source = Source(Path("file.yaml"))
    parse(source, text.encode())
    return source


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1_000", 1000),
        ("-1_000_000", -1000000),
        ("1_000.5", 1000.5),
        ("1234567890.12345678", 1234567890.12345678),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        ("2.5E-2", 0.025),
        ("true", True),
        ("false", False),
        ("~", None),
        ("", None),
        ("2010-09", "2010-09"),
        ("2010-09-01", "2010-09-01"),
        ('"1:30"', "1:30"),
        ("'no'", "no"),
        ("'0700'", "0700"),
        ("a b c", "a b c"),
        (">-\n  folded\n  text", "folded text"),
        ("[1, two]", [1, "two"]),
        ("{a: 1, 2010: 2}", {"a": 1, 2010: 2}),
    ],
)
def test_plain_values(text: str, value: Any) -> None:
    source = read(f"key: {text}\n")
    assert source.findings == []
    assert source.data == {"key": value}
    assert type(source.data["key"]) is type(value)


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    source = read("\ufeffa: 1\r\nb: 2\r\n")
    assert source.findings == []
    assert source.data == {"a": 1, "b": 2}


def test_anchors_give_independent_values() -> None:
    source = read("a: &x {n: 1}\nb: *x\n")
    source.data["a"]["n"] = 2
    assert source.data["b"] == {"n": 1}


def test_positions_of_keys_and_values() -> None:
    source = read("a:\n  b: [1, {c: deep}]\n")
    value = source.finding(("a", "b", 1, "c"), "here")
    key = source.finding(("a", "b"), "here", key=True)
    inside = source.finding(("a", "b", 1, "c"), "here", offset=2)
    absent = source.finding(("a", "nothing"), "here")
    assert (value.line, value.column) == (2, 14)
    assert (key.line, key.column) == (2, 3)
    assert (inside.line, inside.column) == (2, 16)
    assert (absent.line, absent.column) == (2, 3)


def test_an_offset_into_quoted_text_counts_the_quote() -> None:
    source = read('when: "tension(x)"\n')
    assert source.finding(("when",), "here", offset=8).column == 16
