"""Names of what a rehearsal tells of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from game.content.package import Package
from game.lab.rehearsal.bites import Bite
from game.session.lexicon import Lexicon
from game.telling import Teller, _
from game.telling.numbers import month, number

NAMED = 3
"""Names that a cell of a table holds."""


class Words:
    """Of one scenario, told to nobody in particular."""

    def __init__(self, package: Package) -> None:
        self._package = package

    @cached_property
    def _teller(self) -> Teller:
        return Teller(Lexicon.of_control(self._package))

    def seat(self, seat: str) -> str:
        """What a seat is called."""
        return self._teller.name("nations", seat)

    def act(self, axis: str, key: str) -> str:
        """What a rule of the rival or an incident is called."""
        texts = self._package.rules if axis == "rules" else self._package.incidents
        return _(texts[key].name)

    def of(self, bite: Bite) -> str:
        """The same of what was taken away."""
        return self.act(bite.axis, bite.key)

    def several(self, bites: Sequence[Bite]) -> str:
        """The first of `bites`, and how many more there are."""
        names = [self.of(bite) for bite in bites[:NAMED]]
        more = len(bites) - len(names)
        return "; ".join([*names, *([_("{number} more").format(number=more)] if more else [])])

    def period(self, turn: int) -> str:
        """First to last month of a turn, from 0."""
        calendar = self._package.world.calendar
        first = turn * calendar.turn_months
        return _("{first} to {last}").format(
            first=month(calendar.label(first)), last=month(calendar.label(first + calendar.turn_months - 1))
        )


def points(value: float) -> str:
    """Points with their sign, as what something gives or takes."""
    text = number(value, 1)
    return f"+{text}" if value >= 0.05 else text
