"""Letters: rendering with a cache, wrapping, shortening, and paragraphs with simple emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

import pygame

from game.desktop.kit.assets import Weight
from game.desktop.kit.face import Face, face
from game.desktop.kit.theme import Colour, Role, Theme, Tone

Align = Literal["left", "centre", "right"]
ELLIPSIS = "…"
LEADING = 1.42
"""Distance of lines over the letter size."""
_MARKS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|\{(\w+):(.+?)\}", re.DOTALL)
_TONES = ("good", "bad", "warn", "rival", "own", "others", "recycled", "accent", "plain")


def font(theme: Theme, role: Role = "body", weight: Weight = "regular") -> Face:
    """The letters of a role (kept)."""
    return face(theme.text_size(role), weight)


def line_height(theme: Theme, role: Role = "body") -> int:
    """Distance of two lines in pixels."""
    return round(theme.text_size(role) * LEADING)


@lru_cache(maxsize=4096)
def _rendered(text: str, size: int, weight: Weight, colour: Colour) -> pygame.Surface:
    return face(size, weight).render(text, colour)


@lru_cache(maxsize=8192)
def _width(text: str, size: int, weight: Weight) -> int:
    return face(size, weight).size(text)[0]


def width(text: str, theme: Theme, role: Role = "body", weight: Weight = "regular") -> int:
    """Width of a line in pixels."""
    return _width(text, theme.text_size(role), weight)


def label(
    text: str, theme: Theme, role: Role = "body", weight: Weight = "regular", colour: Colour | None = None
) -> pygame.Surface:
    """One line as a surface (cached; do not draw on it). Colour defaults to the theme's text."""
    return _rendered(text, theme.text_size(role), weight, colour or theme.palette.text)


def write(
    surface: pygame.Surface,
    text: str,
    at: tuple[int, int],
    theme: Theme,
    role: Role = "body",
    weight: Weight = "regular",
    colour: Colour | None = None,
    align: Align = "left",
    width: int | None = None,
) -> pygame.Rect:
    """Draw one line with its top at `at` (left, centre or right end), shortened to `width`; returns where it stands."""
    shown = text if width is None else shorten(text, width, theme, role, weight)
    drawn = label(shown, theme, role, weight, colour)
    shift = {"left": 0, "centre": drawn.get_width() // 2, "right": drawn.get_width()}[align]
    return surface.blit(drawn, (at[0] - shift, at[1]))


def shorten(text: str, width: int, theme: Theme, role: Role = "body", weight: Weight = "regular") -> str:
    """`text`, or as much of it as fits in `width` pixels with an ellipsis; nothing where not even that fits."""
    return _shortened(text, width, theme.text_size(role), weight)


@lru_cache(maxsize=4096)
def _shortened(text: str, width: int, size: int, weight: Weight) -> str:
    if _width(text, size, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _width(text[:middle].rstrip() + ELLIPSIS, size, weight) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS if low or _width(ELLIPSIS, size, weight) <= width else ""


def wrap(text: str, width: int, theme: Theme, role: Role = "body", weight: Weight = "regular") -> list[str]:
    """`text` cut into lines of at most `width` pixels, at spaces where possible; new lines are kept."""
    return list(_wrapped(text, width, theme.text_size(role), weight))


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int, size: int, weight: Weight) -> tuple[str, ...]:
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split(" "):
            joined = f"{line} {word}" if line else word
            if line and _width(joined, size, weight) > width:
                lines.append(line)
                joined = word
            while len(joined) > 1 and _width(joined, size, weight) > width:
                head = _head(joined, width, size, weight)
                lines.append(joined[:head])
                joined = joined[head:]
            line = joined
        lines.append(line)
    return tuple(lines)


def _head(word: str, width: int, size: int, weight: Weight) -> int:
    """How many letters of `word` fit in `width`; at least one."""
    return next((n for n in range(len(word), 1, -1) if _width(word[:n], size, weight) <= width), 1)


def paragraph(
    surface: pygame.Surface | None,
    rect: pygame.Rect,
    text: str,
    theme: Theme,
    role: Role = "body",
    colour: Colour | None = None,
) -> int:
    """Draw wrapped text in `rect`; ``**strong**``, ``__muted__`` and ``{tone:words}`` mark emphasis.

    Lines that do not fit whole are left out. Returns the height the whole text needs; without a surface only measures.
    """
    step = line_height(theme, role)
    space = width(" ", theme, role)
    x, y = rect.left, rect.top
    for word, weight, tint in _words(text, theme, colour or theme.palette.text):
        if word == "\n":
            x, y = rect.left, y + step
            continue
        long = width(word, theme, role, weight)
        if x > rect.left and x + long > rect.right:
            x, y = rect.left, y + step
        if surface is not None and y + step <= rect.bottom + step // 4:
            surface.blit(label(word, theme, role, weight, tint), (x, y))
        x += long + space
    return y + step - rect.top


def _words(text: str, theme: Theme, plain: Colour) -> Iterator[tuple[str, Weight, Colour]]:
    """The words of marked text with their looks; a new line is a word of its own.

    Marks end at spaces: punctuation straight after a marked word stays with it in the word's look.
    """
    for run, weight, colour in _runs(text, theme, plain):
        for number, piece in enumerate(run.split("\n")):
            if number:
                yield "\n", weight, colour
            for word in piece.split():
                yield word, weight, colour


def _runs(text: str, theme: Theme, plain: Colour) -> Iterator[tuple[str, Weight, Colour]]:
    last = 0
    for mark in _MARKS.finditer(text):
        tail = re.match(r"[.,;:!?)]+", text[mark.end() :])
        closing = tail.group() if tail else ""
        yield text[last : mark.start()], "regular", plain
        strong, muted, tone, words = mark.groups()
        if strong:
            yield strong + closing, "semibold", plain
        elif muted:
            yield muted + closing, "regular", theme.palette.muted
        elif tone in _TONES:
            yield words + closing, "semibold", theme.palette.tone(cast("Tone", tone))
        else:
            yield mark.group() + closing, "regular", plain
        last = mark.end() + len(closing)
    yield text[last:], "regular", plain


CACHES = (
    _rendered,
    _width,
    _shortened,
    _wrapped,
)
"""What is kept by size."""
