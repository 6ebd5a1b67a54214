"""One match: seats, drafts, sealed orders, the resolution of a turn, its log and what it may be asked.

A turn runs: incomes (`step.begin_turn`) - people draft and seal - resolve: orders of all seats, months, the next turn's
incomes. Between two calls `state` therefore already shows the income of the turn that is being played, and so do the
views; the digest and the snapshot in the log are taken of that same state.

A figure is named by a key: a metric and its arguments, parted by blanks (``price light_magnet``). Where the metric's
first argument is a nation it may be left out and then means the seat that asks (``import_share``).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.content.package import Package
from game.engine.state import State
from game.engine.world import World
from game.orders.kinds import Order
from game.session.records import Leaders, Refusal, TurnReport
from game.session.views import Choice, Headline, Result, Series, View, Why


class Match:
    """A match that is being played, or was.

    Attributes:
        package: scenario and rule set.
        world: the compiled rule set, ``package.world``.
        state: the state now, a batch of one. Not to be changed from outside.
        turn: the turn being played, counted from 0; the number of turns when finished.
        seats: identifiers of all seats, in the order in which they resolve.
        people: seat to the name of the person who holds it.
        doctrines: seat to the doctrine that leads it, for the other seats.
        seed: seed of every draw.
        reports: one for each turn resolved so far, oldest first.
        log_path: file that the log is written to, or None.
        notice: something to tell the person after loading (a damaged last line, a changed numpy); empty if nothing.
        save_problem: why the log is not up to date on disk; empty when it is.
    """

    package: Package
    world: World
    state: State
    turn: int
    seats: tuple[str, ...]
    people: Mapping[str, str]
    doctrines: Mapping[str, str]
    seed: int
    reports: tuple[TurnReport, ...]
    log_path: Path | None
    notice: str
    save_problem: str

    @classmethod
    def start(
        cls,
        package: Package,
        *,
        seed: int,
        people: Mapping[str, str] | None = None,
        doctrines: Mapping[str, str] | None = None,
        log: Path | None = None,
        leaders: Leaders | None = None,
    ) -> Match:
        """A new match. `people` maps seats to player names; `doctrines` overrides who leads the other seats.

        Without `leaders` a seat that no person holds gives no orders; `game.doctrines.open_match` passes them.

        Raises:
            KeyError: for an unknown seat or doctrine.
            SaveError: when the log cannot be created.
        """
        raise NotImplementedError

    @classmethod
    def load(
        cls, path: Path, *, turn: int | None = None, package: Package | None = None, leaders: Leaders | None = None
    ) -> Match:
        """Go on with a save; with `turn`, from the start of that turn (0-based) in a new log beside it.

        A last line that was cut off by a crash is dropped, the damaged file kept aside and `notice` set.

        Raises:
            SaveBroken: when a line was edited or damaged; it names the last good turn.
            SaveNewer: when a later version of the program wrote it.
            SaveMismatch: when the rule set or scenario is another than the one installed.
            SaveError: when the file cannot be read, or has no such turn.
        """
        raise NotImplementedError

    @property
    def finished(self) -> bool:
        """Whether the last turn has been resolved."""
        raise NotImplementedError

    def view(self, seat: str) -> View:
        """All that `seat` may know now, its own draft applied to what it could still order."""
        raise NotImplementedError

    def add(self, seat: str, order: Order | Mapping[str, Any]) -> Refusal | None:
        """Append an order to the seat's draft; None when accepted. A refused order changes nothing.

        Raises:
            MatchOver: after the last turn.
        """
        raise NotImplementedError

    def undo(self, seat: str) -> bool:
        """Drop the last order of the draft; False when there is none or the draft is sealed."""
        raise NotImplementedError

    def clear(self, seat: str) -> None:
        """Drop the whole draft, unless it is sealed."""
        raise NotImplementedError

    def drafts(self, seat: str) -> tuple[Order, ...]:
        """Orders in the seat's draft, oldest first."""
        raise NotImplementedError

    def seal(self, seat: str) -> None:
        """Close the seat's draft: it is ready to resolve."""
        raise NotImplementedError

    def unseal(self, seat: str) -> None:
        """Open the seat's draft again."""
        raise NotImplementedError

    def sealed(self, seat: str) -> bool:
        """Whether the seat is ready; a seat that no person holds always is."""
        raise NotImplementedError

    def resolve(self) -> TurnReport:
        """Apply the orders of all seats, step the months of the turn, write the log.

        A log that cannot be written does not stop the match: `save_problem` says why, and the next turn tries again.

        Raises:
            NotSealed: while a person's seat is not sealed.
            MatchOver: after the last turn.
        """
        raise NotImplementedError

    def try_order(self, seat: str, order: Order | Mapping[str, Any]) -> Choice:
        """Price of an order after the present draft, and why not where it would be refused. Changes nothing."""
        raise NotImplementedError

    def headlines(self, seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        """What the seat may know of the events of `turn` (all turns when None), oldest first."""
        raise NotImplementedError

    def why(self, seat: str, key: str) -> Why:
        """Where the figure `key` (a metric, as in `Indicator.key`) comes from.

        Raises:
            KeyError: when there is no such metric.
        """
        raise NotImplementedError

    def history(self, metric: str, *arguments: str) -> Series:
        """A recorded metric month by month since the start; arguments are identifiers.

        Raises:
            KeyError: when that metric is not in the monthly record.
        """
        raise NotImplementedError

    def recorded(self) -> tuple[tuple[str, ...], ...]:
        """Metric and arguments of every series in the monthly record."""
        raise NotImplementedError

    def result(self, seat: str) -> Result:
        """Score, verdict and turning points of the seat; before the end, as if the match ended now."""
        raise NotImplementedError

    def save_as(self, path: Path) -> None:
        """Write a copy of the log to `path`. The match goes on in its own log, or in this one if it had none.

        Raises:
            SaveError: when it cannot be written.
        """
        raise NotImplementedError
