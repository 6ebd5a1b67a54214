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
    """Whether `point` follows the mouse while its button is down."""
    keys: Callable[[pygame.Event], bool] | None = None
    """Keys while focused; True when taken."""
    types: bool = False
    """Takes letters, so that letter shortcuts must not act."""
    region: str = ""
    """Key of the scrolling region that it lies in."""
    stops: bool = True
    """Whether Tab stops here."""

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


_DIRECTIONS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


def toward(controls: Sequence[Control], key: str, direction: int) -> Control | None:
    """The nearest control from `key` in the direction of an arrow key; None when there is none."""
    here = next((c for c in controls if c.key == key), None)
    if here is None:
        return following(controls, key, 1)
    dx, dy = _DIRECTIONS[direction]

    def cost(other: Control) -> float:
        across = other.rect.centerx - here.rect.centerx
        down = other.rect.centery - here.rect.centery
        along, aside = (across * dx, abs(down)) if dx else (down * dy, abs(across))
        return along + 3 * aside if along > 0 else float("inf")

    stops = [c for c in controls if c.stops and c is not here and cost(c) < float("inf")]
    return min(stops, key=cost, default=None)
