"""Who sits down when: one or more people at one screen, a curtain between them, and the turn's resolution."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.screen import Screen, Shell
from game.desktop.screens.menu import Extra
from game.desktop.screens.seating import LastLook, Seating
from game.session.faults import HandOverError
from game.session.match import Match
from game.telling import _, told

if TYPE_CHECKING:
    from game.reports.script import RuleFacts


class Table(Seating):
    """A match in the window. Opens the screens in the order in which people have to see them."""

    def __init__(self, app: Shell, match: Match, warning: str = "") -> None:
        self.app = app
        self.match = match
        self._untold: dict[str, str] = {}
        """Seat to what its person is still to be told of the save: the curtain must not swallow it."""
        self.seats: tuple[str, ...] = ()
        self.clients: dict[str, Client] = {}
        self._plays: dict[str, Screen] = {}
        self._sitting = ""
        """The seat whose screen is shown."""
        self._sit_down()
        self._warn(warning)

    def _sit_down(self) -> None:
        """Keep a client for each seat that a person holds now."""
        match = self.match
        self.seats = tuple(seat for seat in match.seats if seat in match.people)
        self.clients = {seat: self.clients.get(seat) or Client(match, seat) for seat in self.seats}
        self._plays = {seat: play for seat, play in self._plays.items() if seat in self.clients}

    @property
    def own(self) -> Match:
        """The match itself."""
        return self.match

    @property
    def shared(self) -> bool:
        """Whether several people share the screen."""
        return len(self.seats) + bool(self.match.red_cell) > 1

    def leaving(self) -> str:
        """What would be lost by leaving the match now, as a sentence; empty when nothing: drafts are kept too."""
        match = self.match
        played = match.turn or any(match.drafts(seat) for seat in self.seats)
        if match.on_disk or not played:
            return ""
        if match.log_path is None or not match.kept:
            return _("This match is not on disk: all of it will be lost.")
        told = _("Only turns 1 to {number} are on disk: what came after will be lost.")
        return told.format(number=match.kept)

    @property
    def file(self) -> Path | None:
        """The save that the match is written to."""
        return self.match.log_path

    def entries(self) -> tuple[Extra, ...]:
        """Entries of the menu beside those of every match."""
        tip = _("To another person, or to the program")
        return (("hand", _("Hand over a seat"), "users", self._ask_to_hand, tip),)

    def _ask_to_hand(self) -> None:
        self.app.replace(self.app.make("handover", self, self._sitting))

    def hand_over(self, seat: str, to: str) -> str:
        """Give a seat to a person by name or to a doctrine; why not, or nothing: then whoever is next sits down."""
        if [*self.match.people] == [seat] and to in self.match.lexicon.ids("doctrines"):
            return _("One seat must stay with a person: nobody would be left at this window.")
        try:
            self.match.hand_over(seat, to)
        except HandOverError as problem:
            return str(told(problem))
        self._sit_down()
        self.app.pop()
        name = _(self.match.lexicon.name("nations", seat))
        self.app.tell(_("{nation} is in other hands from now on.").format(nation=name), "good")
        if seat == self._sitting:
            self._plays.pop(seat, None)
            self._next()
        return ""

    def leave(self) -> None:
        """Let other programs open the save: the window turns to something else."""
        self.match.close()

    def look(self) -> None:
        """Nothing happens outside of the window."""

    def note(self) -> str:
        """Nothing."""
        return ""

    def end_turn(self, client: Client) -> None:
        """Ask before the turn ends."""
        self.app.go("confirm", self, client)

    def last_look(self, client: Client) -> LastLook:
        """The last to seal ends the turn."""
        text = _("The months {months} go by. Orders cannot be taken back after that.")
        last = sum(not self.match.sealed(seat) for seat in self.seats) == 1
        return LastLook(
            _("End turn {turn}?").format(turn=client.view.turn + 1),
            text.format(months=present.span(client.view)),
            _("End the turn") if last or not self.shared else _("Seal and hand over"),
        )

    def open_menu(self) -> None:
        """The menu of a match of one's own."""
        self.app.go("menu", self.save_copy, self.entries())

    def save_copy(self) -> None:
        """Write a copy of the match beside the running log."""
        from game.session import saves
        from game.session.faults import SaveError

        people = tuple(self.match.people)
        path = saves.new_path(self.match.briefing(people[0]).scenario, people)
        try:
            self.match.save_as(path)
        except SaveError as problem:
            self.app.go("elsewhere", self.match, told(problem))
            return
        self.app.tell(_("Saved as {name}.").format(name=path.name), "good")

    def rules(self) -> tuple[RuleFacts, ...]:
        """All of them: for after the end."""
        from game.reports.script import rules_of

        return tuple(rules_of(self.match))

    def _warn(self, text: str) -> None:
        """Tell every person `text`, each when they sit down."""
        if text:
            self._untold = {seat: f"{self._untold.get(seat, '')} {text}".strip() for seat in self.seats}

    def begin(self) -> None:
        """Sit the first person down, or show the end of a match that is over."""
        if self.match.finished:
            self._end()
            return
        if all(self.match.sealed(seat) for seat in self.seats) and not self.match.red_cell:
            self._warn(_("All orders of this turn were sealed when the match was left: the turn has been played."))
        self._next()

    def _next(self) -> None:
        """The next person whose orders are open; when there is none, the turn resolves."""
        seat = next((seat for seat in self.seats if not self.match.sealed(seat)), None)
        if seat is None and self.match.red_cell:
            self.app.reset(self.app.make("redcell", self))
        elif seat is None:
            self.resolve()
        elif self.shared:
            self.app.reset(self.app.make("curtain", self, seat))
        else:
            self.show(seat)

    def show(self, seat: str) -> None:
        """The play screen of `seat`, under what happened since its last turn."""
        client, self._sitting = self.clients[seat], seat
        if seat not in self._plays:
            self._plays[seat] = self.app.make("play", self, client)
        play = self._plays[seat]
        play.renew()
        self.app.reset(play)
        if self.match.turn:
            self.app.sounds.play(present.told(client.last_headlines()))
            self.app.go("since", client)
        self.app.tell(self._untold.pop(seat, ""), "warn")

    def seal(self, seat: str) -> None:
        """`seat` has ended its turn."""
        self.match.seal(seat)
        self.clients[seat].renew()
        self.app.sounds.play("confirm")
        self._next()

    def resolve(self) -> None:
        """Play the turn for which all have decided."""
        try:
            self.match.resolve()
        except Exception:
            for seat in self.seats:  # nobody may be locked in a turn that cannot be played as it was ordered
                self.match.unseal(seat)
            raise
        self._warn(told(self.match.save_problem or self.match.notice))
        for client in self.clients.values():
            client.renew()
        if self.match.finished:
            self._end()
        else:
            self._next()

    def _end(self) -> None:
        self.app.sounds.play("turn")
        self.app.reset(self.app.make("ending", self))
        if self.match.save_problem:
            self.app.go("elsewhere", self.match)
        else:
            self.app.tell(self._untold.get(self.seats[0], ""), "warn")
