"""The sheet that a screen is drawn on: words, boxes and icons, with a record of controls and of what does not fit.

A screen draws itself anew whenever something changed, and names its controls while it does so. Position, look and
behaviour of a control therefore stand in one place, and window size, text scale and theme need no second code path.
pygame_gui was tried first: 95 ms of imports, no Tab order over buttons, and every element to be built anew for another
text scale.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import pygame

from game.desktop.kit import assets, text
from game.desktop.kit.assets import Weight
from game.desktop.kit.controls import Control, Picture, Point
from game.desktop.kit.panes import Pane
from game.desktop.kit.plates import outline, plate
from game.desktop.kit.theme import Colour, Role, Theme

if TYPE_CHECKING:
    from game.desktop.kit.typed import Typed

Align = Literal["left", "centre", "right"]


@lru_cache(maxsize=2048)
def paragraph_height(words: str, width: int, theme: Theme, role: Role) -> int:
    """Pixels that `words` need in `width`."""
    return text.paragraph(None, pygame.Rect(0, 0, max(1, width), 10**6), words, theme, role)


@lru_cache(maxsize=2048)
def longest_word(words: str, theme: Theme, role: Role) -> int:
    """Pixels of the longest word, marks of emphasis apart."""
    plain = words.replace("**", "").replace("__", "")
    letters = text.font(theme, role)
    return max((letters.size(word)[0] for word in plain.split() if "{" not in word), default=0)


class Canvas:
    """One drawing of one screen."""

    def __init__(
        self,
        surface: pygame.Surface,
        theme: Theme,
        offsets: dict[str, int],
        panes: dict[str, Pane] | None = None,
        typing: dict[str, Typed] | None = None,
        *,
        focus: str = "",
        hover: str = "",
        pointer: Point | None = None,
        ring: bool = True,
    ) -> None:
        self.surface = surface
        self.theme = theme
        self.palette = theme.palette
        self.offsets = offsets
        self.panes = {} if panes is None else panes
        self.typing = {} if typing is None else typing
        self.focus = focus
        self.hover = hover
        self.pointer = pointer
        self.ring = ring
        self.picture = Picture()
        self.clip = surface.get_rect()
        self._region = ""

    @property
    def rect(self) -> pygame.Rect:
        """The whole window."""
        return self.surface.get_rect()

    @property
    def row(self) -> int:
        """Height of a control: a line of body text with room around it."""
        return text.font(self.theme).get_height() + self.theme.px(12)

    def line_height(self, role: Role = "body") -> int:
        return text.font(self.theme, role).get_height()

    def seen(self, rect: pygame.Rect) -> bool:
        """Whether any of `rect` shows."""
        return bool(self.clip.colliderect(rect))

    # --- boxes --------------------------------------------------------------------------------------------------

    def ground(self) -> None:
        """Fill the window and forget what was drawn before."""
        self.surface.fill(self.palette.ground)

    def card(
        self, rect: pygame.Rect, fill: Colour | None = None, border: Colour | None = None, radius: int | None = None
    ) -> None:
        """A panel."""
        if self.seen(rect):
            plate(
                self.surface,
                rect,
                fill or self.palette.panel,
                border=border or self.palette.line,
                radius=self.theme.radius if radius is None else radius,
            )

    def rule(self, x: int, y: int, width: int) -> None:
        """A hairline."""
        self.surface.fill(self.palette.line, (x, y, width, 1))

    def upright(self, x: int, y: int, height: int) -> None:
        """A hairline from top to bottom."""
        self.surface.fill(self.palette.line, (x, y, 1, height))

    def ring_around(self, rect: pygame.Rect) -> None:
        """The focus ring."""
        width = self.theme.px(2)
        grown = rect.inflate(2 * width, 2 * width)
        outline(self.surface, grown, self.palette.focus, radius=self.theme.radius + width, width=width)

    # --- words --------------------------------------------------------------------------------------------------

    def words(
        self,
        rect: pygame.Rect,
        string: str,
        role: Role = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
        align: Align = "left",
        *,
        shorten: bool = False,
    ) -> pygame.Rect:
        """One line in the middle of the height of `rect`; shortened where it does not fit, a fault unless allowed."""
        if not string:
            return pygame.Rect(rect.x, rect.y, 0, 0)
        shown = string
        picture = text.label(string, self.theme, role, weight, colour)
        if picture.get_width() > rect.width:
            if not shorten:
                self.fault(f"{string!r} needs {picture.get_width()} px, has {rect.width}")
            else:
                self.picture.shortened.append(string)
            shown = text.shorten(string, max(1, rect.width), self.theme, role, weight)
            picture = text.label(shown, self.theme, role, weight, colour)
        place = picture.get_rect(centery=rect.centery)
        if align == "left":
            place.left = rect.left
        elif align == "right":
            place.right = rect.right
        else:
            place.centerx = rect.centerx
        if self.seen(place):
            self.surface.blit(picture, place)
            self.ink(place, shown)
        return place

    def width(self, string: str, role: Role = "body", weight: Weight = "regular") -> int:
        """Pixels that one line needs."""
        return text.width(string, self.theme, role, weight)

    def paragraph(
        self, x: int, y: int, width: int, words: str, role: Role = "body", colour: Colour | None = None
    ) -> int:
        """Wrapped words; returns their height."""
        if not words:
            return 0
        height = paragraph_height(words, width, self.theme, role)
        rect = pygame.Rect(x, y, width, height)
        if self.seen(rect):
            text.paragraph(self.surface, rect, words, self.theme, role, colour)
            if longest_word(words, self.theme, role) > width:
                self.fault(f"a word of {words!r} is longer than {width} px")
            self.ink(rect, words)
        return height

    def paragraph_width(self, words: str, role: Role = "body") -> int:
        """Pixels in which `paragraph` needs one line for each line of `words`."""
        return max(self.width(line, role) + 2 * (line.count(" ") + 1) for line in words.split("\n"))

    def paragraph_height(self, width: int, words: str, role: Role = "body") -> int:
        """Height that `paragraph` would take."""
        return paragraph_height(words, width, self.theme, role) if words else 0

    def icon(self, name: str, rect: pygame.Rect, colour: Colour | None = None, size: float = 16) -> None:
        """An icon in the middle of `rect`, growing with the text."""
        picture = assets.icon(name, self.theme.letter(size), colour or self.palette.text)
        place = picture.get_rect(center=rect.center)
        if self.seen(place):
            self.surface.blit(picture, place)

    # --- record -------------------------------------------------------------------------------------------------

    def ink(self, rect: pygame.Rect, string: str) -> None:
        """Note where words stand."""
        self.picture.inks.append((rect.clip(self.clip), string))

    def fault(self, message: str) -> None:
        """Note that something does not fit."""
        self.picture.faults.append(message)

    def image(self, rect: pygame.Rect, name: str) -> None:
        """Note where a map or chart stands."""
        self.picture.pictures.append((rect.clip(self.clip), name))

    def control(self, control: Control) -> None:
        """Register a control and draw its focus ring."""
        control.region = self._region
        self.picture.controls.append(control)
        if not self._region and not self.rect.contains(control.rect):
            self.fault(f"control {control.key} at {tuple(control.rect)} leaves the window")
        if self.ring and control.key == self.focus and self.seen(control.rect):
            self.ring_around(control.rect)

    def press_area(
        self,
        key: str,
        rect: pygame.Rect,
        label: str,
        press: Callable[[], None] | None,
        tip: str = "",
        *,
        stops: bool = True,
    ) -> bool:
        """Make `rect` pressable without drawing anything; True while the pointer is over it."""
        self.control(Control(key, rect.copy(), self.clip.copy(), label, press, tip, stops=stops))
        return self.hover == key

    # --- parts ---------------------------------------------------------------------------------------------------

    def pane(self, name: str, rect: pygame.Rect, state: Hashable, draw: Callable[[], None]) -> None:
        """Draw a part of the screen inside `rect`, or take it as it was where nothing in it changed.

        `state` stands for everything that the part shows apart from hover, focus, pointer and scrolling.
        """
        rect = rect.clip(self.rect)
        kept = self.panes.get(name)
        if kept is not None and kept.key == self._pane_key(kept.picture, rect, state):
            self.surface.blit(kept.image, rect)
            self.picture.take(kept.picture)
            return
        before, self.picture = self.picture, Picture()
        draw()
        part, self.picture = self.picture, before
        self.picture.take(part)
        self.panes[name] = Pane(self._pane_key(part, rect, state), part, self.surface.subsurface(rect).copy())

    def _pane_key(self, picture: Picture, rect: pygame.Rect, state: Hashable) -> Hashable:
        """What a part with the record `picture` would be drawn from now."""
        inside = self.pointer is not None and any(place.collidepoint(self.pointer) for place, _ in picture.pictures)
        return (
            tuple(rect),
            self.theme,
            state,
            self.hover if picture.named(self.hover) else "",
            (self.focus, self.ring) if picture.named(self.focus) else "",
            self.pointer if inside else None,
            tuple(self.offsets.get(region.key, 0) for region in picture.regions),
        )

    # --- regions ------------------------------------------------------------------------------------------------

    @contextmanager
    def clipped(self, rect: pygame.Rect, region: str) -> Iterator[None]:
        """Draw inside `rect` only; controls named meanwhile lie in the scrolling region `region`."""
        region_before, clip_before = self._region, self.clip
        self._region, self.clip = region, rect.clip(clip_before)
        self.surface.set_clip(self.clip)
        try:
            yield
        finally:
            self.surface.set_clip(clip_before)
            self._region, self.clip = region_before, clip_before


CACHES = (
    paragraph_height,
    longest_word,
)
"""What is kept by size."""
