"""One seat's turn: the person looks, drafts orders, and ends the turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.cli.text import grammar, menu, screens, words
from game.cli.text.amounts import MONEY, capital, charged
from game.cli.text.grammar import Unclear
from game.cli.text.handover import hand_over
from game.cli.text.look import LOOKS, Viewer, situation
from game.cli.text.paths import exists, typed_path
from game.cli.text.terminal import Terminal
from game.session.faults import SaveError
from game.telling import _, code_line, codes, told
from game.telling.numbers import month, write

if TYPE_CHECKING:
    from game.session.match import Match


class Quit(Exception):  # noqa: N818 - the person wants to leave
    """The person leaves the match."""


class SeatTurn:
    """The prompt of one seat. `play` returns when the seat's orders are sealed, or it is in other hands."""

    def __init__(self, match: Match, seat: str, terminal: Terminal) -> None:
        self.match = match
        self.seat = seat
        self.terminal = terminal
        self.viewer = Viewer(match, seat, terminal)
        self._own = {
            "menu": self._menu,
            "undo": self._undo,
            "clear": self._clear,
            "end": self._end,
            "hand": self._hand,
            "save": self._save,
            "quit": self._quit,
        }

    def play(self) -> None:
        """Show the situation, then take commands until the turn is ended or the seat handed over.

        Raises:
            Quit: when the person leaves.
            Gone: when the input ends.
        """
        situation(self.viewer)
        if self.viewer.view.draft:  # of a match that was left in mid-turn
            self.terminal.show(screens.draft(self.viewer.view))
        self.terminal.say(_("Type a command; 'help' lists them, 'menu' offers them by number, 'end' ends the turn."))
        prompt = f"{month(self.viewer.view.month)} >"
        person = self.match.people[self.seat]
        while not self.match.sealed(self.seat) and self.match.people[self.seat] == person:
            self.obey(self.terminal.ask(prompt))

    def obey(self, line: str) -> None:
        """Carry out one line; what cannot be understood is answered, never an error."""
        typed, *rest = line.split() or [""]
        if not typed:
            return
        try:
            if codes.begins(typed, rest):
                self._give(code_line.parse(self.viewer.view, line, self.match.drafts(self.seat)))
            else:
                self._run(typed, rest)
        except (Unclear, code_line.Miscoded) as answer:
            self.terminal.say(told(answer), "red")

    def _run(self, typed: str, rest: Sequence[str]) -> None:
        word = words.find(typed)
        if word is None:
            raise Unclear(words.unknown(typed))
        if word.name in LOOKS:
            LOOKS[word.name](self.viewer, rest)
        elif word.name in grammar.COMMANDS:
            self._order(word.name, rest)
        else:
            self._own[word.name](rest)

    def _order(self, name: str, rest: Sequence[str]) -> None:
        basis = grammar.Basis(self.viewer.view, self.match.drafts(self.seat))
        self._give(grammar.read(basis, grammar.COMMANDS[name], rest))

    def _give(self, fields: grammar.Fields) -> None:
        refusal = self.match.add(self.seat, fields)
        if refusal is not None:
            reason = self.viewer.teller.sentence(refusal.message)
            self.terminal.say(_("Refused: {reason}").format(reason=reason), "red")
            return
        view = self.viewer.view
        given = view.draft[-1]
        order = ", ".join(filter(None, (self.viewer.teller.sentence(given.message), charged(given))))
        text = _("Noted: {order}. {money} and {capital} left.")
        money = write(view.budget_after, MONEY)
        self.terminal.say(text.format(order=order, money=money, capital=capital(view.capital_after)), "green")

    def _menu(self, rest: Sequence[str]) -> None:
        del rest
        line = menu.line(self.viewer.view, self.terminal)
        if line:
            self.terminal.say(f"> {line}")
            self.obey(line)

    def _undo(self, rest: Sequence[str]) -> None:
        del rest
        drafted = self.viewer.view.draft
        if self.match.undo(self.seat):
            order = self.viewer.teller.sentence(drafted[-1].message)
            self.terminal.say(_("Taken back: {order}.").format(order=order))
        else:
            self.terminal.say(_("There is no order to take back."))

    def _clear(self, rest: Sequence[str]) -> None:
        del rest
        if self.match.drafts(self.seat) and self.terminal.confirm(_("Take back all orders of this turn?")):
            self.match.clear(self.seat)
            self.terminal.say(_("All orders are taken back."))

    def _end(self, rest: Sequence[str]) -> None:
        del rest
        view = self.viewer.view
        if view.draft:
            self.terminal.show(screens.draft(view))
        else:
            self.terminal.say(_("You give no orders this turn; standing policies go on."))
        text = _("End the turn? {first} to {last} go by.")
        if self.terminal.confirm(text.format(first=month(view.month), last=month(view.until))):
            self.match.seal(self.seat)

    def _hand(self, rest: Sequence[str]) -> None:
        hand_over(self.viewer, rest)

    def _save(self, rest: Sequence[str]) -> None:
        if not rest:
            raise Unclear(words.usage("save"))
        path = typed_path(" ".join(rest))
        if exists(path) and not self.terminal.confirm(
            _("{file} exists. Write to it? What is in it is kept beside it.").format(file=path)
        ):
            return
        try:
            self.match.save_as(path)
        except SaveError as error:
            self.terminal.say(told(error), "red")
        else:
            self.terminal.say(_("A copy of the match lies in {file}.").format(file=path))

    def _quit(self, rest: Sequence[str]) -> None:
        del rest
        if self.terminal.confirm(_("Leave the match?")):
            raise Quit
