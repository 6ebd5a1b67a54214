"""The seat's supply chain of one material as a flow: mine → separation → magnet → industry.

Widths are tonnes a year; where supply comes from is told by colour, pattern and a label; what is missing is a hatched
gap, and under each stage stands how long the stocks last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from game.desktop.theme import Theme
from game.session.views import View

Source = Literal["own", "rival", "others", "recycled"]
SOURCES: dict[Source, str] = {"own": "Own", "rival": "From the rival", "others": "From others", "recycled": "Recycled"}


@dataclass(frozen=True)
class StageFlow:
    """One stage: what reaches it by source, what is used, what is missing (t/year)."""

    id: str
    name: str
    supply: tuple[tuple[Source, float], ...]
    use: float
    unmet: float
    cover_days: float
    dependence: float
    onward: float
    """Part of the use that becomes the next stage's own production (t/year); the rest goes to industry."""


@dataclass(frozen=True)
class ChainModel:
    """A material's chain. Two equal models draw alike."""

    material: str
    title: str
    stages: tuple[StageFlow, ...]
    bottleneck: str
    """Stage id with the greatest dependence or shortage; empty where nothing presses."""


def present_chain(view: View, material: str) -> ChainModel:
    """The chain of `material`.

    Raises:
        KeyError: when the view carries no such material.
    """
    raise NotImplementedError


class ChainFlow:
    """Draws a `ChainModel`, keeping the picture until model, size or theme change."""

    def __init__(self, theme: Theme) -> None:
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        raise NotImplementedError

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, model: ChainModel, *, pointer: tuple[int, int] | None = None
    ) -> None:
        """Draw in `rect`; under the pointer, the figures of a stage."""
        raise NotImplementedError

    def hit(self, position: tuple[int, int]) -> str | None:
        """Id of the stage at `position` in the last drawing."""
        raise NotImplementedError
