"""A match whose rival a person may lead, turn by turn, with the script as adviser and stand-in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.session.drafting import Drafting
from game.session.rival_moves import RivalView, moves


class RedCell(Drafting):
    """A match whose rival a person may lead.

    Attributes, beside those of `Drafting`:
        red_cell: name of the person who leads the rival; empty where the script does.
    """

    def __init__(self, *arguments: Any, red_cell: str = "", **others: Any) -> None:
        super().__init__(*arguments, **others)
        self.red_cell = red_cell
        self._chosen: tuple[str, ...] | None = None

    def rival_view(self) -> RivalView:
        """What the rival may do in this turn, and what its script would. For who leads it, and for no seat."""
        calendar = self._world.calendar
        first = self.turn * calendar.turn_months
        return RivalView(
            self._world,
            self.control.lexicon,
            moves(self.control.package, self.control.state),
            self.turn,
            calendar.label(first),
            calendar.label(first + calendar.turn_months - 1),
        )

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The rules that were chosen for this turn; None where the script is to play it."""
        return self._chosen

    def lead_rival(self, rules: Iterable[str] | None) -> None:
        """Choose what the rival does in this turn, none of its other rules; with None the script plays the turn.

        Raises:
            ValueError: for a rule that is not the rival's to choose, or that rests beyond the turn; it says which and
                until when.
        """
        self._require_open()
        if rules is None:
            self._chosen = None
            return
        view, picked = self.rival_view(), tuple(dict.fromkeys(rules))
        offered = {move.rule: move for move in view.moves}
        for rule in picked:
            if rule not in offered:
                raise ValueError(f"{rule!r} is not the rival's to choose; there are {', '.join(offered)}")
            if view.away(offered[rule]):
                raise ValueError(f"{rule!r} rests until {view.back(offered[rule]) or 'the match is over'}")
        self._chosen = picked
