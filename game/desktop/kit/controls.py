"""What can be pressed, typed into or focused in the picture last drawn, and the order in which Tab visits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

Point = tuple[int, int]


@dataclass
class Control:
    """Something that takes the mouse or the keyboard.

    `rect` is where it stands, `clip` the part of the window in which it may show (its scrolling region).
    """

    key: str
    rect: pygame.Rect
    clip: pygame.Rect
    label: str
    press: Callable[[], None] | None = None
    """Enter, Space or a click. A disabled control keeps its place in the Tab order so that its reason can be read."""
    tip: str = ""
    enabled: bool = True
    point: Callable[[Point], None] | None = None
    """Mouse down or dragged, at a position in the window."""
    drags: bool = True
    """Whether `point`, or `drag` where there is one, follows the mouse while its button is down."""
    drag: Callable[[Point], None] | None = None
    """The mouse moved with its button down; without it, `point` is called."""
    keys: Callable[[pygame.Event], bool] | None = None
    """Keys while focused; True when taken."""
    typed: Callable[[str], None] | None = None
    """Letters while focused, from the keyboard, an input method or a screen keyboard."""
    composed: Callable[[str], None] | None = None
    """What an input method shows before it is settled."""
    composing: bool = False
    """Whether an input method is at work, which then has all keys."""
    caret: pygame.Rect | None = None
    """Where letters will stand, for the window of an input method."""
    region: str = ""
    """Key of the scrolling region that it lies in."""
    stops: bool = True
    """Whether Tab stops here."""
    parts: Sequence[tuple[pygame.Rect, str]] = ()
    """Options that stand in it, each with its own tip."""
    chosen: int = -1
    """The one of `parts` that the keyboard is on."""
    primary: bool = False
    """Whether it is the bright button of a card, which Enter presses."""

    def part(self, at: Point | None) -> int:
        """Which of `parts` lies at `at`, or, without a pointer, has the keyboard; -1 for none."""
        if at is None:
            return self.chosen
        return next((n for n, (rect, _) in enumerate(self.parts) if rect.collidepoint(at)), -1)

    def tip_at(self, at: Point | None) -> tuple[pygame.Rect, str]:
        """What the tip at `at` belongs to, as far as it shows, and its words."""
        part = self.part(at)
        if part < 0:
            return self.seen, self.tip
        rect, words = self.parts[part]
        return rect.clip(self.clip), words or self.tip

    @property
    def seen(self) -> pygame.Rect:
        """The part of it that shows."""
        return self.rect.clip(self.clip)


@dataclass
class Region:
    """A scrolling region: where it shows, how high its content is and how far it is scrolled."""

    key: str
    rect: pygame.Rect
    height: int
    offset: int

    @property
    def limit(self) -> int:
        return max(0, self.height - self.rect.height)


@dataclass
class Picture:
    """The record of one drawing: controls and regions of the topmost layer, and what did not fit."""

    controls: list[Control] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    inks: list[tuple[pygame.Rect, str]] = field(default_factory=list)
    """Where words stand, for the check that none lie over others."""
    faults: list[str] = field(default_factory=list)
    """What did not fit its box. Empty in a good layout."""
    shortened: list[str] = field(default_factory=list)
    """Words of which only the beginning is shown, where that is allowed."""
    pictures: list[tuple[pygame.Rect, str]] = field(default_factory=list)
    """Where maps and charts stand."""

    def take(self, other: Picture) -> None:
        """Append what `other` records."""
        self.controls += other.controls
        self.regions += other.regions
        self.inks += other.inks
        self.faults += other.faults
        self.shortened += other.shortened
        self.pictures += other.pictures

    def at(self, position: Point) -> Control | None:
        """The control under `position`; later ones lie on top."""
        return next((c for c in reversed(self.controls) if c.seen.collidepoint(position)), None)

    def named(self, key: str) -> Control | None:
        return next((c for c in self.controls if c.key == key), None)

    def region_at(self, position: Point) -> Region | None:
        return next((r for r in reversed(self.regions) if r.rect.collidepoint(position)), None)


def following(controls: Sequence[Control], key: str, step: int) -> Control | None:
    """The control that Tab (`step` 1) or Shift-Tab (-1) goes to from `key`."""
    stops = [c for c in controls if c.stops]
    if not stops:
        return None
    keys = [c.key for c in stops]
    if key not in keys:
        return stops[0 if step > 0 else -1]
    return stops[(keys.index(key) + step) % len(stops)]


def toward(controls: Sequence[Control], key: str, direction: int) -> Control | None:
    """The nearest control from `key` in the direction of an arrow key; None when there is none."""
    here = next((c for c in controls if c.key == key), None)
    if here is None:
        return following(controls, key, 1)
    beyond = [c for c in controls if c.stops and c is not here and _lies(here.rect, c.rect, direction)]
    sideways = direction in {pygame.K_LEFT, pygame.K_RIGHT}

    def cost(other: Control) -> int:
        across = abs(other.rect.centerx - here.rect.centerx)
        down = abs(other.rect.centery - here.rect.centery)
        return across + 3 * down if sideways else down + 3 * across

    return min(beyond, key=cost, default=None)


def _lies(here: pygame.Rect, other: pygame.Rect, direction: int) -> bool:
    """Whether `other` begins beyond the middle of `here` in that direction."""
    return {
        pygame.K_LEFT: other.right <= here.centerx,
        pygame.K_RIGHT: other.left >= here.centerx,
        pygame.K_UP: other.bottom <= here.centery,
        pygame.K_DOWN: other.top >= here.centery,
    }[direction]


def covered(place: pygame.Rect, others: Sequence[pygame.Rect]) -> float:
    """Pixels of `others` that lie under `place`."""
    common = (place.clip(others[n]) for n in place.collidelistall(list(others)))
    return float(sum(rect.width * rect.height for rect in common))
