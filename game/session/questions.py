"""What a match may be asked by its seats: views, headlines, causes, results. Asking changes nothing.

A figure is named by a key: a metric and its arguments, parted by blanks (``price ndpr_oxide``). Where the metric's
first argument is a nation it may be left out and then means the seat that asks (``import_share``).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace

from game.content.library import ALWAYS
from game.content.package import Package
from game.engine.state import State
from game.engine.world import World
from game.session import headlines as news
from game.session.briefing import Briefing, briefing
from game.session.control import Control
from game.session.draft import Draft
from game.session.face.build import build, late, redraw
from game.session.keys import expand
from game.session.knowledge import NOBODY, known, require_open
from game.session.lexicon import Lexicon
from game.session.measured.moves import since_last_turn
from game.session.measured.past import Past
from game.session.measured.turning import turning_points
from game.session.progress import begun
from game.session.record import Record
from game.session.records import TurnReport
from game.session.results import result
from game.session.scene import Scene
from game.session.stories import known_to
from game.session.views import Headline, PastTurn, Result, View, Why
from game.session.why import why


class Questions(ABC):
    """A match as its seats and its facilitator look at it.

    Attributes:
        control: the door to everything in the match, for those who run it; no seat's program goes through it.
        turn: the turn being played, counted from 0; the number of turns when finished.
        seats: identifiers of all seats, in the order in which they resolve.
        people: seat to the name of the person who holds it.
    """

    def __init__(self, package: Package, state: State, record: Record, seed: int, people: Mapping[str, str]) -> None:
        self.control = Control(package, state, record, seed)
        self.turn = 0
        self.seats = package.world.names.nations[: package.world.seats]
        self.people = dict(people)
        self.measured = Past(self.control, self.seats, self.start_of)

    @abstractmethod
    def start_of(self, turn: int) -> State:
        """The state in which a turn that is over began."""

    @abstractmethod
    def _draft(self, seat: str) -> Draft:
        """What the seat has drafted."""

    @property
    def lexicon(self) -> Lexicon:
        """Names and texts that every seat knows by now: what has fired and happened of the script included."""
        return self._known(NOBODY)

    def briefing(self, seat: str) -> Briefing:
        """What `seat` is told before the first turn."""
        return briefing(self.control.package, self.seats[self._position(seat)])

    @property
    def finished(self) -> bool:
        """Whether the last turn has been resolved."""
        return bool(self.turn >= self._world.calendar.turns)

    def view(self, seat: str, *, lazy: bool = False) -> View:
        """All that `seat` may know now, its own draft applied to what it could still order.

        In a `lazy` one choices and forecast are made when they are first looked at: for who shows them seldom, and not
        after the turn was played.
        """
        return (late if lazy else build)(self._scene(seat), self.news(seat)[::-1])

    def redrawn(self, seat: str, view: View) -> View:
        """`view`, which the seat had of this turn, with its draft as it is now: in half the time of a new one."""
        return redraw(self._scene(seat, view.lexicon), view)

    def headlines(self, seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        """What the seat may know of the events of `turn` (all turns when None), oldest first."""
        told = self.control.told
        reports = told if turn is None else told[turn : turn + 1]
        lexicon, month = self._known(self._position(seat)), ALWAYS if self.finished else self._month()
        return tuple(
            headline if headline.story is None else replace(headline, story=known_to(headline.story, lexicon, month))
            for report in reports
            for headline in report.headlines_by_seat.get(seat) or self._headlines(report, seat)
        )

    def news(self, seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        """The headlines that are worth a person's time: `headlines` without the minor ones."""
        return tuple(headline for headline in self.headlines(seat, turn) if not headline.minor)

    def past(self, seat: str) -> tuple[PastTurn, ...]:
        """The turns that are over, as the seat knows them: its own orders, and what it may know of the rest."""
        return tuple(
            PastTurn(
                turn=report.turn,
                month=self._world.calendar.label(report.turn * self._world.calendar.turn_months),
                orders=tuple(order.describe() for order in report.orders.get(seat, ())),
                refused=tuple(refusal.message for refusal in report.refused.get(seat, ())),
                headlines=self.news(seat, report.turn),
            )
            for report in self.control.reports
        )

    def why(self, seat: str, key: str) -> Why:
        """Where the figure `key` (as in `Indicator.key`) comes from.

        Raises:
            KeyError: when there is no such figure, or the seat may not know of it.
        """
        lexicon, full = self._known(self._position(seat)), expand(self._world, seat, key)
        require_open(lexicon, seat, full)
        moved, causes = since_last_turn(self.control, self.measured, seat, full)
        return why(self.control.package, lexicon, full, seat, (moved, causes), self._month())

    def result(self, seat: str, *, turning: bool = True) -> Result:
        """Score, verdict and turning points of the seat; before the end, as if the match ended now.

        Without `turning` the turning points are left out: turns are played again to measure them, which takes seconds.
        """
        points = turning_points(self.control, self.measured, seat, over=self.finished) if turning else ()
        return result(self._scene(seat), points)

    @property
    def _world(self) -> World:
        return self.control.package.world

    def _month(self) -> str:
        """The month in which everybody sits, ``YYYY-MM``; after the end, when all may be told, later than any."""
        calendar = self._world.calendar
        return ALWAYS if self.finished else calendar.label(self.turn * calendar.turn_months)

    def _known(self, seat: int) -> Lexicon:
        """The names that a seat knows by now, or everybody."""
        return self.control.lexicon_by(self._month()).only(known(self._world, self.control.state, seat))

    def _scene(self, seat: str, lexicon: Lexicon | None = None) -> Scene:
        return Scene(
            package=self.control.package,
            state=self.control.state,
            draft=self._draft(seat),
            record=self.control.record,
            lexicon=lexicon or self._known(self._position(seat)),
            begun=begun(self.control.reports),
            seat=self._position(seat),
            turn=self.turn,
            now=self._month(),
            reports=self.control.reports,
            terms=self.control.terms,
        )

    def _position(self, seat: str) -> int:
        if seat not in self.seats:
            raise KeyError(f"no seat is called {seat!r}; there are {', '.join(self.seats)}")
        return self.seats.index(seat)

    def _headlines(self, report: TurnReport, seat: str) -> tuple[Headline, ...]:
        return news.headlines(self.control.package, self._position(seat), report)
