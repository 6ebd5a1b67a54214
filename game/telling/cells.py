"""Room that a text takes in a terminal: a letter of Chinese or Japanese takes two places, an accent put on top none."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator

_WIDE = frozenset("WF")
_PIECE = re.compile(r"[ \t\n]+|[^ \t\n]+")  # a no-break space holds together


def places(text: str) -> int:
    """How many places `text` takes in a line."""
    return len(text) if text.isascii() else sum(map(_places_of, text))


def _places_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """`text` with blanks behind it, or in front where it stands to the `right`, so that it takes `width` places."""
    blanks = " " * (width - places(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, width: int, *, indent: str = "", hanging: str = "") -> list[str]:
    """`text` in lines of at most `width` places; between wide letters a line may end anywhere."""
    if places(text) == len(text):
        return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=hanging)
    lines, line = [], indent
    for piece in _pieces(text):
        room = width - places(line)
        if places(piece) > room and line.strip():
            lines.append(line.rstrip())
            line = hanging
        if piece.strip() or line.strip():
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """What must not be broken: words, and each wide letter by itself."""
    for piece in _PIECE.findall(text):
        held = ""
        for letter in piece:
            if unicodedata.east_asian_width(letter) not in _WIDE:
                held += letter
                continue
            if held:
                yield held
            yield letter
            held = ""
        if held:
            yield held
