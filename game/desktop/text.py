"""Letters: rendering with a cache, wrapping, shortening, and numbers as people read them."""

from __future__ import annotations

from typing import Literal

import pygame

from game.desktop.assets import Weight
from game.desktop.theme import Colour, Role, Theme

Align = Literal["left", "centre", "right"]


def font(theme: Theme, role: Role = "body", weight: Weight = "regular") -> pygame.Font:
    """The font of a role (cached)."""
    raise NotImplementedError


def label(
    text: str, theme: Theme, role: Role = "body", weight: Weight = "regular", colour: Colour | None = None
) -> pygame.Surface:
    """One line as a surface (cached; do not draw on it). Colour defaults to the theme's text."""
    raise NotImplementedError


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
    raise NotImplementedError


def wrap(text: str, width: int, theme: Theme, role: Role = "body", weight: Weight = "regular") -> list[str]:
    """`text` cut into lines of at most `width` pixels, at spaces where possible; new lines are kept."""
    raise NotImplementedError


def shorten(text: str, width: int, theme: Theme, role: Role = "body", weight: Weight = "regular") -> str:
    """`text`, or as much of it as fits in `width` pixels with an ellipsis."""
    raise NotImplementedError


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
    raise NotImplementedError


def tonnes(value: float) -> str:
    """``850 t``, ``1.2 kt``, ``23 kt``."""
    raise NotImplementedError


def money(value: float) -> str:
    """Millions of dollars: ``US$ 250 m``, ``US$ 1.3 bn``."""
    raise NotImplementedError


def percent(value: float) -> str:
    """A share: ``82 %``; one digit after the point below 10 %."""
    raise NotImplementedError


def days(value: float) -> str:
    """``45 days``, ``1 day``; ``> 2 years`` from 730 on."""
    raise NotImplementedError


def price(value: float) -> str:
    """``US$ 35.2/kg``."""
    raise NotImplementedError


def signed(value: float, digits: int = 1) -> str:
    """A change with its sign, a true minus and no trailing noise: ``+2.1``, ``0``."""
    raise NotImplementedError


def quantity(value: float, unit: str) -> str:
    """`value` in the words of its unit (``t``, ``t/year``, ``US$ million``, ``share``, ``days``, ``US$/kg``, ...)."""
    raise NotImplementedError


def month(label: str) -> str:
    """``2010-09`` as ``Sep 2010``."""
    raise NotImplementedError
