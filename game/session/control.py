"""The facilitator's door to a match: everything in it, the script and every seat's secrets included.

Reports after the end, experiments and those who run a match go through ``match.control``, so that the word itself
shows the privilege. Screens, the terminal, doctrines and agents have views and never come here.
"""

from __future__ import annotations

from functools import cached_property

from game.content.package import Package
from game.engine.state import State
from game.engine.world import World
from game.session.history import series_of
from game.session.keys import Key
from game.session.ledger import Ledger, added
from game.session.lexicon import Lexicon
from game.session.record import Record
from game.session.records import TurnReport
from game.session.views import Series


class Control:
    """All of one match.

    Attributes:
        package: scenario and rule set.
        state: the state now, a batch of one. Not to be changed from outside.
        seed: seed of every draw.
        record: every charted figure month by month.
        reports: one for each turn resolved so far, oldest first.
        under_way: what was done by hand in the turn that is being played; None where nothing was.
    """

    def __init__(self, package: Package, state: State, record: Record, seed: int) -> None:
        self.package = package
        self.state = state
        self.seed = seed
        self.record = record
        self.reports: tuple[TurnReport, ...] = ()
        self.under_way: TurnReport | None = None
        self._by_month: dict[str, Lexicon] = {}

    @property
    def world(self) -> World:
        """The compiled rule set."""
        return self.package.world

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every name, those of what has not happened included."""
        return Lexicon.of_control(self.package)

    @property
    def told(self) -> tuple[TurnReport, ...]:
        """The reports, and what is told of the turn that is being played."""
        return self.reports if self.under_way is None else (*self.reports, self.under_way)

    @property
    def terms(self) -> Ledger:
        """What moved the figures that are sums since the turn before was ordered, by hand included; none at first."""
        if not self.reports or self.under_way is None:
            return self.reports[-1].terms if self.reports else {}
        return added(self.reports[-1].terms, self.under_way.terms)

    def lexicon_by(self, month: str) -> Lexicon:
        """The same as they may be told in a month, see `Lexicon.by`."""
        if month not in self._by_month:
            self._by_month = {month: self.lexicon.by(month)}
        return self._by_month[month]

    def history(self, metric: str, *arguments: str) -> Series:
        """A recorded metric month by month since the start; arguments are identifiers.

        Raises:
            KeyError: when that metric is not in the monthly record.
        """
        return series_of(self.record, (metric, *arguments))

    def recorded(self) -> tuple[Key, ...]:
        """Metric and arguments of every series in the monthly record."""
        return self.record.keys
