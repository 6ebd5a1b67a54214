"""One event of the list: its cells as they were written, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from game.exercise import audience
from game.exercise.audience import CONTROL, To
from game.exercise.columns import COLUMNS, CONDITION, MANUAL, PLAYERS, SYNONYMS, TURN
from game.marks import N_, Said

Fault = tuple[str, str, str]
"""Column, what is wrong, what would be right."""
LONGEST_SERIAL = 60
"""Letters of a serial at most: the log of a match takes no more."""
_SHOWN = 40
"""Letters of what was written that a finding repeats."""


@dataclass(frozen=True)
class Event:
    """An event. `cells` has every cell of its row, known column or not; the others are read from them."""

    cells: tuple[str, ...]
    serial: str
    turn: int | None
    """From 1."""
    trigger: str
    condition: str
    sender: str
    whom: str
    """Whom it is for, as it was written."""
    to: To
    delivery: str
    subject: str
    message: str
    attachment: str
    effect: str
    contingency: bool
    hidden: bool
    """Whether control alone sees it."""
    status: str
    released_at: str

    def reaches(self, role: str, seat: str = "") -> bool:
        """Whether it is shown to the role, or to the seat where the role is one."""
        return (not self.hidden or role in CONTROL) and self.to.reaches(role, seat)


class Reader:
    """Reads rows of a list: `columns` are the names of its columns in order, `seats` identifiers to names, `turns` how
    many the match has.
    """

    def __init__(self, columns: Sequence[str], seats: Mapping[str, str], turns: int) -> None:
        self._at = {name: place for place, name in reversed(list(enumerate(columns))) if name in COLUMNS}
        self._seats = seats
        self._turns = turns

    def event(self, cells: tuple[str, ...]) -> tuple[Event, list[Fault]]:
        """The event in `cells`, and all that is wrong with it."""
        said = {name: cells[place].strip() for name, place in self._at.items()}
        words = {name: _word(name, said.get(name, "")) for name, column in COLUMNS.items() if column.words}
        turn, to = self._turn(said.get("turn", "")), audience.understood(said.get("to", ""), self._seats)
        trigger = words["trigger"] or (CONDITION if said.get("condition") else TURN if turn is not None else MANUAL)
        event = Event(
            cells=cells,
            serial=said.get("serial", ""),
            turn=turn,
            trigger=trigger,
            condition=said.get("condition", ""),
            sender=said.get("from", ""),
            whom=said.get("to") or "all",
            to=to[0],
            delivery=words["delivery"] or "news",
            subject=said.get("subject", ""),
            message=said.get("message", ""),
            attachment=said.get("attachment", ""),
            effect=said.get("model_effect", ""),
            contingency=words["contingency"] == "y",
            hidden=words["visible_to"] not in (PLAYERS, None),
            status=words["status"] or "planned",
            released_at=said.get("released_at", ""),
        )
        return event, [*_unknown(words, said), *self._wrong(event, said, to[1])]

    def _turn(self, text: str) -> int | None:
        number = text.removesuffix(".0")
        return int(number) if number.isascii() and number.isdigit() and 0 < int(number[:6]) <= self._turns else None

    def _wrong(self, event: Event, said: Mapping[str, str], nobody: Iterable[str]) -> Iterable[Fault]:
        if not event.serial:
            yield "serial", N_("the event has no serial"), N_("give each event a number or a name of its own")
        if len(event.serial) > LONGEST_SERIAL:
            what = Said(N_("a serial has at most {number} letters"), number=LONGEST_SERIAL)
            yield "serial", what, N_("make it shorter")
        if not (event.subject or event.message or event.effect):
            yield "message", N_("the event says and does nothing"), N_("write a subject, a message or a model effect")
        if said.get("turn") and event.turn is None:
            what = Said(N_("{turn} is no turn of this match"), turn=_short(said["turn"]))
            yield "turn", what, Said(N_("a whole number from 1 to {turns}"), turns=self._turns)
        if event.trigger == TURN and not said.get("turn"):
            yield (
                "turn",
                N_("the trigger is a turn, and none is given"),
                N_("give the turn, or make the trigger manual"),
            )
        if event.trigger == CONDITION and not event.condition:
            right = N_("write one in the column condition, as cover(SEAT, GOOD) < 60")
            yield "condition", N_("the trigger is a condition, and none is given"), right
        if event.condition and event.trigger != CONDITION:
            yield (
                "trigger",
                N_("this trigger never looks at the condition"),
                N_("make the trigger condition, or clear it"),
            )
        for word in nobody:
            yield "to", Said(N_("nobody is called {word}"), word=_short(word)), audience.right(self._seats)


def _word(column: str, text: str) -> str | None:
    """The word of the column that was written; its first where nothing was, None where it is another."""
    words, plain = COLUMNS[column].words, text.casefold()
    plain = SYNONYMS.get(column, {}).get(plain, plain)
    return words[0] if not plain else plain if plain in words else None


def _unknown(words: Mapping[str, str | None], said: Mapping[str, str]) -> Iterable[Fault]:
    for name, word in words.items():
        if word is None:
            known = [one for one in COLUMNS[name].words if one]
            right = Said(N_("known here: {words}"), words=", ".join(known))
            for near in get_close_matches(said[name].casefold(), known, n=1):
                right = Said(N_("perhaps {word}"), word=near)
            yield name, Said(N_("{word} is not known here"), word=_short(said[name])), right


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"
