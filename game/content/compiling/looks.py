"""What facts and curves look at: metrics, conditions and windows, with names looked up and months counted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol, TypeVar

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.expressions import condition, reading
from game.content.facts import Look, Span
from game.content.models import facts as models
from game.content.numbers import Path
from game.content.vocabulary import ExpressionError
from game.content.words import closest
from game.engine.conditions import Condition, Reading
from game.engine.world import Calendar

Compiled = TypeVar("Compiled")
WINDOW = frozenset({"year", "from_", "to"})


class Report(Protocol):
    """Notes a finding at a path of the file."""

    def __call__(
        self, at: Path, what: str, hint: str = "", *, key: bool = False, offset: int | None = None
    ) -> None: ...


class Looks:
    """Compiles looks, and reports what in them cannot be understood."""

    def __init__(self, frame: Frame, runs: Collection[str], report: Report) -> None:
        self._frame, self._runs, self._report = frame, runs, report

    def look(self, at: Path, look: models.Look, inherited: Collection[str] = (), around: Path = ()) -> Look | None:
        """`look` compiled; None where it cannot be. Findings about fields that are `inherited` stand at `around`."""

        def place(name: str) -> Path:
            return (*(around if name in inherited else at), name.rstrip("_"))

        run = look.run or models.BASE
        self.known(place("run"), run, "run", (models.BASE, *self._runs))
        span = self.span(around if WINDOW & set(inherited) else at, look)
        base = self.span(place("base"), look.base) if look.base else None
        metric = self.text(place("metric"), look.metric, self._reading)
        over = self.text(place("over"), look.over, self._reading)
        holds = self.text(place("holds"), look.holds, self._condition)
        until = self.text(place("until"), look.until, self._condition)
        found = {"metric": metric, "over": over, "holds": holds, "until": until, "base": base}
        if span is None or any(value is None and getattr(look, name) is not None for name, value in found.items()):
            return None
        return Look(
            run=run,
            span=span,
            metric=metric,
            over=over,
            base=base,
            above=look.above,
            below=look.below,
            holds=holds,
            until=until,
            by_year=look.each == "year",
        )

    def known(self, at: Path, name: str, what: str, among: Collection[str], *, of: str = "", key: bool = False) -> None:
        """Report `name` where it is not `among` the `what` that are known."""
        if name not in among:
            self._report(at, f"unknown {what} '{name}'{of}", closest(name, among), key=key)

    def text(self, at: Path, text: str | None, compiled: Callable[[str], Compiled]) -> Compiled | None:
        """`text` compiled; None, with a finding, where it is not understood."""
        try:
            return None if text is None else compiled(text)
        except ExpressionError as error:
            self._report(at, error.what, error.hint, offset=error.offset)
            return None

    def span(self, at: Path, window: models.Window) -> Span | None:
        """The months of a window; None, with a finding, where it has none in the scenario."""
        calendar = self._frame.calendar
        first, last = _months(window, calendar)
        order = ("to", "from_", "year") if last >= calendar.months else ("year", "from_", "to")
        written = next((name for name in order if getattr(window, name) is not None), "")
        place = (*at, written.rstrip("_")) if written else at
        if window.year is not None and (window.from_ or window.to):
            self._report(place, "a year beside from and to", "keep one of them", key=True)
        elif first > last:
            self._report(place, "the window ends before it begins", "exchange from and to", key=True)
        elif first < 0 or last >= calendar.months:
            span = f"the scenario runs from {calendar.label(0)} to {calendar.label(calendar.months - 1)}"
            self._report(place, "the window is not in the scenario", span)
        else:
            return Span(first, last)
        return None

    def _reading(self, text: str) -> Reading:
        return reading(text, self._frame.vocabulary)[0]

    def _condition(self, text: str) -> Condition:
        return condition(text, self._frame.vocabulary)


def _months(window: models.Window, calendar: Calendar) -> tuple[int, int]:
    if window.year is not None:
        first = window.year * 12 - calendar.start
        return first, first + 11
    first = month_number(window.from_) - calendar.start if window.from_ else 0
    last = month_number(window.to) - calendar.start if window.to else calendar.months - 1
    return first, last
