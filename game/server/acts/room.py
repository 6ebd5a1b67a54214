"""The session itself: its clock, its turns, what the facilitator says, its end."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.clock import LONGEST
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

LONGEST_TEXT = 2000
"""Letters of a message at most."""


def _clock(sitting: Sitting, act: Act) -> None:
    do, seconds = act.body.get("do"), act.body.get("seconds")
    if do == "start":
        sitting.clock.start()
        sitting.started = True
    elif do == "pause":
        sitting.clock.pause()
    elif do == "extend" and isinstance(seconds, int | float) and abs(seconds) <= LONGEST:
        sitting.clock.extend(float(seconds))
    elif do == "limit" and isinstance(seconds, int | float) and 0 < seconds <= LONGEST:
        sitting.clock.limit = float(seconds)  # from the next turn on
    else:
        raise Refused(
            "bad_clock", N_("the clock can start, pause, be extended by seconds, or have other seconds a turn")
        )


def _say(sitting: Sitting, act: Act) -> None:
    table, to, text = sitting.table, act.body.get("to"), act.body.get("text")
    if to != "all":
        to = table.seat_in({"seat": to})
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
        raise Refused("bad_text", Said(N_("a message has 1 to {number} letters"), number=LONGEST_TEXT))
    table.said.append({"from": "facilitator", "to": to, "text": text.strip(), "turn": act.turn})


def _next(_sitting: Sitting, _act: Act) -> None:
    """The turn that it asked for is an act of the table's own, written before it: again, there is nothing to do."""


def _turn(sitting: Sitting, act: Act) -> None:
    sitting.table.play_again(act.body)


def _end(sitting: Sitting, _act: Act) -> None:
    sitting.store.note(ended=True)


DEEDS = {
    "clock": Deed(_clock, CONSOLE, ("clock", "model", "events")),
    "say": Deed(_say, CONSOLE, ("said",)),
    "next": Deed(_next, CONSOLE, ("turn",), in_turn=True),
    "turn": Deed(_turn, frozenset(), undone=Undone.AT),
    "end": Deed(_end, CONSOLE, ("end",)),
}
