"""What private partners say to a project, what a seat holds, and what comes too late, in words."""

from __future__ import annotations

import math

from game.engine.messages import Message
from game.session.views import HoldingView
from game.telling import numbers
from game.telling.catalogue import _
from game.telling.teller import Teller

_MONEY = "US$ million"


def partners(asked: float | None, earned: float) -> str:
    """What they ask for: a public share, 0-1, or None where they do not come; at last year's prices the project
    would have `earned` that part of its cost a year.
    """
    words = (
        _("ask for a public share of {asked}; it would earn {earned} of its cost a year")
        if asked is not None
        else _("none comes: it would earn {earned} of its cost a year")
    )
    return words.format(asked=numbers.write(asked or 0.0, "share"), earned=numbers.write(earned, "share"))


def late(months: float) -> str:
    """That an order would act only so many months after the end of the match; empty where it acts in time."""
    if months <= 0.0:
        return ""
    if not math.isfinite(months) or months > 1200.0:
        return _("not ready before the match ends")
    return _("ready {months} after the match ends").format(months=numbers.write(math.ceil(months), "months"))


def parts(teller: Teller, held: HoldingView) -> tuple[str, ...]:
    """Each project that the seat finances at a site, with whom, and how far it is."""
    return tuple(
        _("{project}: {phase}, {share} by {instrument}{others}").format(
            project=teller.name("projects", one.project),
            phase=teller.tell(Message(f"phase.{one.phase}")),
            share=numbers.write(one.part, "share"),
            instrument=teller.tell(Message(f"choice.instrument.{one.instrument}")),
            others="".join(
                _(", with {seat} {part}").format(seat=who, part=part) for who, part in shared(teller, one.others)
            ),
        )
        for one in held.parts
    )


def shared(teller: Teller, financiers: tuple[tuple[str, float], ...]) -> list[tuple[str, str]]:
    """Seats that finance a project and their parts, in words."""
    return [(teller.within("nations", seat), numbers.write(part, "share")) for seat, part in financiers]


def rights(held: HoldingView) -> tuple[tuple[str, str], ...]:
    """What a holding is: each thing by its name, with its size."""
    yearly = (
        _("brings about {amount}").format(amount=numbers.write(held.yearly, _MONEY))
        if held.yearly >= 0.0
        else _("costs about {amount}").format(amount=numbers.write(-held.yearly, _MONEY))
    )
    return (
        (_("Stake"), numbers.write(held.stake, "share")),
        (_("Part of the losses"), numbers.write(held.carry, "share")),
        (
            _("Offtake"),
            _("{share}, last {tonnes}").format(
                share=numbers.write(held.offtake, "share"), tonnes=numbers.write(held.tonnes, "t/year")
            ),
        ),
        (_("Paid so far"), numbers.write(held.paid, _MONEY)),
        (_("Had back"), numbers.write(held.back, _MONEY)),
        (_("A year, at last year's prices"), yearly),
        (_("A sale today would bring"), numbers.write(held.worth, _MONEY)),
    )
