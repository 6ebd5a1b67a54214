"""Charts of the window: lines with direct labels, bars of the score, sparklines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desktop.theme import Theme, Tone
from game.session.views import Series, View


@dataclass(frozen=True)
class Line:
    """One curve: months count from the start of the scenario; `style` picks colour, dashes and marker together."""

    label: str
    months: tuple[int, ...]
    values: tuple[float, ...]
    style: int


@dataclass(frozen=True)
class Band:
    """A range, such as what the adviser expects."""

    label: str
    months: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    style: int


@dataclass(frozen=True)
class ChartModel:
    """A line chart. Two equal models draw alike."""

    title: str
    unit: str
    lines: tuple[Line, ...]
    start: str
    """First month of the scenario, ``YYYY-MM``."""
    months: int
    """Length of the axis."""
    now: int | None = None
    """Month of the now-line."""
    bands: tuple[Band, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    """Months with a short note on top, such as a turn's order."""
    logarithmic: bool = False


@dataclass(frozen=True)
class Bar:
    """A part of a score: `share` 0-1 of its weight reached."""

    label: str
    share: float
    text: str
    tone: Tone = "accent"
    key: str = ""


@dataclass(frozen=True)
class BarsModel:
    title: str
    bars: tuple[Bar, ...]


def series_keys(view: View) -> tuple[tuple[str, str], ...]:
    """Key and label of every series the view carries."""
    raise NotImplementedError


def present_series(
    view: View, keys: Sequence[str], *, title: str = "", logarithmic: bool = False, bands: Sequence[Band] = ()
) -> ChartModel:
    """A chart of the view's series with these keys, in order; unknown keys are left out. Units must agree."""
    raise NotImplementedError


def present_history(
    series: Sequence[Series], start: str, months: int, *, title: str = "", logarithmic: bool = False
) -> ChartModel:
    """A chart of whole histories, as the end screen shows."""
    raise NotImplementedError


def present_score(view: View) -> BarsModel:
    """The parts of the score so far."""
    raise NotImplementedError


class LineChart:
    """Draws a `ChartModel`, keeping the picture until model, size or theme change."""

    def __init__(self, theme: Theme) -> None:
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        raise NotImplementedError

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, model: ChartModel, *, pointer: tuple[int, int] | None = None
    ) -> None:
        """Draw in `rect`; with the pointer inside, the values of that month."""
        raise NotImplementedError

    def month_at(self, position: tuple[int, int]) -> int | None:
        """The month of the last drawn chart at `position`, None outside the plot."""
        raise NotImplementedError


class Bars:
    """Draws a `BarsModel`: label, bar, text in each row."""

    def __init__(self, theme: Theme) -> None:
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        raise NotImplementedError

    def height(self, model: BarsModel) -> int:
        """Pixels the whole model needs."""
        raise NotImplementedError

    def draw(self, surface: pygame.Surface, rect: pygame.Rect, model: BarsModel) -> None:
        """Draw in `rect`."""
        raise NotImplementedError

    def hit(self, position: tuple[int, int]) -> str | None:
        """Key of the bar at `position` in the last drawing."""
        raise NotImplementedError


def sparkline(size: tuple[int, int], values: tuple[float, ...], theme: Theme, tone: Tone = "own") -> pygame.Surface:
    """A small curve without axes, its last value dotted (cached)."""
    raise NotImplementedError
