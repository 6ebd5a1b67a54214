"""Seats that give the orders of plan files, as a person would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.package import Package
    from game.content.plan import Plan
    from game.session.match import Match


def plans_of(package: Package, files: Sequence[Path], seats: Sequence[str], led: Mapping[str, str]) -> dict[str, Plan]:
    """Seat to its plan. `seats` names the seat of each file, or is empty, where the files say it.

    Raises:
        Failure: when there are not as many seats as files, or a seat is led in two ways.
        ContentError: when a file is wrong.
    """
    from game.cli.names import the_seat
    from game.content import load_plan
    from game.telling import _

    if seats and len(seats) != len(files):
        raise Failure(_("--seat: give one for each --plan, or none"), code=USAGE)
    found: dict[str, Plan] = {}
    for place, file in enumerate(files):
        written = load_plan(package.folder, file)
        seat = the_seat(package, seats[place]) if seats else written.seat
        if seat in found or seat in led:
            raise Failure(_("--plan {file}: {seat} is led already").format(file=file, seat=seat), code=USAGE)
        found[seat] = written.plan
    return found


def order(match: Match, plans: Mapping[str, Plan]) -> None:
    """Put this turn's orders into the drafts of their seats; one that is refused is left out."""
    for seat, plan in plans.items():
        for one in plan.of_turn(match.turn):
            match.add(seat, one)
        match.seal(seat)
