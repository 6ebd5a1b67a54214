"""Who sits down when: one or more people at one screen, a curtain between them, and the turn's resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop import present
from game.desktop.desk import Desk
from game.session.match import Match

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.screens.play import Play


class Table:
    """A match in the window. Opens the screens in the order in which people have to see them."""

    def __init__(self, app: App, match: Match) -> None:
        self.app = app
        self.match = match
        self.seats = tuple(seat for seat in match.seats if seat in match.people)
        self.desks = {seat: Desk(match, seat) for seat in self.seats}
        self._plays: dict[str, Play] = {}

    @property
    def shared(self) -> bool:
        """Whether several people share the screen."""
        return len(self.seats) > 1

    def begin(self) -> None:
        """Sit the first person down, or show the end of a match that is over."""
        if self.match.finished:
            self._end()
        else:
            self._next()

    def _next(self) -> None:
        """The next person whose orders are open; when there is none, the turn resolves."""
        seat = next((seat for seat in self.seats if not self.match.sealed(seat)), None)
        if seat is None:
            self._resolve()
        elif self.shared:
            from game.desktop.screens.curtain import Curtain

            self.app.reset(Curtain(self.app, self, seat))
        else:
            self.show(seat)

    def show(self, seat: str) -> None:
        """The play screen of `seat`, under what happened since its last turn."""
        from game.desktop.screens.play import Play
        from game.desktop.screens.since import Since

        desk = self.desks[seat]
        if seat not in self._plays:
            self._plays[seat] = Play(self.app, self, desk)
        play = self._plays[seat]
        play.renew()
        self.app.reset(play)
        if self.match.turn:
            self.app.sounds.play(present.told(desk.last_headlines()))
            self.app.push(Since(self.app, desk))

    def seal(self, seat: str) -> None:
        """`seat` has ended its turn."""
        self.match.seal(seat)
        self.desks[seat].renew()
        self.app.sounds.play("confirm")
        self._next()

    def _resolve(self) -> None:
        self.match.resolve()
        for desk in self.desks.values():
            desk.renew()
        if self.match.finished:
            self._end()
        else:
            self._next()
        self.app.tell(self.match.save_problem, "warn")

    def _end(self) -> None:
        from game.desktop.screens.ending import Ending

        self.app.sounds.play("turn")
        self.app.reset(Ending(self.app, self))
