"""The small card beside what the pointer or the keyboard rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.controls import Control, Picture, Point, covered
from game.desktop.kit.screen import Shell

DELAY = 450
"""Milliseconds of rest before a tip shows."""
_NEXT = 400.0
"""How much worse it is to cover a control that lies near than words or what lies further off."""
_REACH = 64
"""Layout pixels within which controls lie near."""
_GROUND = 12
"""What takes more than this part of the window is a ground."""
_STEPS = 12
"""Places that are tried above and below."""


class Tip:
    """Which control's tip shows, and since when pointer or focus rest."""

    def __init__(self, app: Shell) -> None:
        self._app = app
        self.shows = ""
        """Key of the control; empty while none shows."""
        self.at: Point | None = None
        """Where the pointer rests; None where the tip is that of the keyboard's focus."""
        self._rest = 0

    def rested(self) -> None:
        """The pointer or the focus moved: a tip waits anew."""
        self._rest = pygame.time.get_ticks()
        if self.shows:
            self.shows = ""
            self._app.dirty = True

    def forget(self) -> None:
        """What it belonged to is gone."""
        self.shows = ""

    def wait(self, wanted: str, at: Point | None, now: int) -> None:
        """Show the tip of the control `wanted`, at `at` in it, once it was rested on for `DELAY` at `now`."""
        if not wanted or wanted == self.shows or now - self._rest <= DELAY:
            return
        control = self._app.picture.named(wanted)
        if control is not None and control.tip_at(at)[1]:
            self.shows, self.at = wanted, at
            self._app.dirty = True


def draw_tip(canvas: Canvas, picture: Picture, control: Control, at: Point | None = None) -> pygame.Rect:
    """The tip of `control` (of its part at `at`) where it covers nothing near that can be pressed, and little else.

    `picture` is the record of what lies under it. Returns where the tip stands.
    """
    theme = canvas.theme
    pad = theme.px(8)
    anchor, words = control.tip_at(at)
    longest = min(theme.letter(320), canvas.rect.width - 4 * pad)
    width = min(longest, canvas.paragraph_width(words, "small"))
    size = width + 2 * pad, canvas.paragraph_height(width, words, "small") + 2 * pad
    room = canvas.rect.inflate(-2 * theme.px(4), -2 * theme.px(4))
    places = [place.clamp(room) for place in _places(anchor, size, theme.px(6))]
    controls = obstacles(picture, canvas.rect)
    next_to = [*neighbours(controls, anchor, theme.px(_REACH)), control.seen]
    inks = [rect for rect, _ in picture.inks if rect.height > 0]
    box = min(places, key=lambda place: _cost(place, anchor, next_to, [*controls, *inks]))
    canvas.card(box, canvas.palette.raised, canvas.palette.accent)
    canvas.paragraph(box.x + pad, box.y + pad, width, words, "small")
    return box


def obstacles(picture: Picture, window: pygame.Rect) -> list[pygame.Rect]:
    """Controls that a tip must not cover: all that show, apart from grounds such as a map, which are pointed at too."""
    most = window.width * window.height // _GROUND
    shown = (control.seen for control in picture.controls)
    return [rect for rect in shown if 0 < rect.width * rect.height <= most]


def neighbours(controls: Sequence[pygame.Rect], anchor: pygame.Rect, reach: int) -> list[pygame.Rect]:
    """Those of `controls` that lie within `reach` pixels of `anchor`: where the hand goes next."""
    around = anchor.inflate(2 * reach, 2 * reach)
    return [rect for rect in controls if rect.colliderect(around)]


def _places(anchor: pygame.Rect, size: tuple[int, int], gap: int) -> Iterator[pygame.Rect]:
    """Where a tip of `size` may stand around `anchor`, the nearest first."""
    wide, high = size
    middle = anchor.centerx - wide // 2
    lefts = (middle, anchor.left, anchor.right - wide, *(middle + side * wide // 2 for side in (-1, 1)))
    for step, left in product(range(_STEPS), lefts):
        yield pygame.Rect(left, anchor.bottom + gap + step * high // 2, wide, high)
        yield pygame.Rect(left, anchor.top - gap - high - step * high // 2, wide, high)
    for top in (anchor.centery - high // 2, anchor.top, anchor.bottom - high):
        yield pygame.Rect(anchor.right + gap, top, wide, high)
        yield pygame.Rect(anchor.left - gap - wide, top, wide, high)


def _cost(
    place: pygame.Rect, anchor: pygame.Rect, next_to: Sequence[pygame.Rect], others: Sequence[pygame.Rect]
) -> float:
    """What is lost by a tip at `place`: pixels that it covers, and its way from what it belongs to."""
    away = abs(place.centerx - anchor.centerx) + 3 * abs(place.centery - anchor.centery)
    return _NEXT * covered(place, next_to) + covered(place, others) + 4.0 * away
