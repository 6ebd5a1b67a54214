"""Before the first turn: which scenario, which seat, or which save."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.failures import Failure
from game.cli.seating import seat_people
from game.cli.text.terminal import Gone, Terminal
from game.session.faults import SaveBroken, SaveDiffers, SaveError, SaveInUse
from game.telling import _, told

if TYPE_CHECKING:
    from game.content.package import Package
    from game.session.match import Match

SEEDS = 2**31


def pick_scenario(terminal: Terminal) -> str:
    """The scenario that the person picks; the only one where there is one.

    Raises:
        Gone: when the person goes back.
    """
    from game.content import list_scenarios

    found = list_scenarios()
    if len(found) == 1:
        return found[0].id
    options = [(one.id, f"{_(one.title)}: {_(one.summary)}") for one in found]
    picked = terminal.choose(_("Scenarios"), options, default=0)
    if picked is None:
        raise Gone
    return picked


def pick_seat(package: Package, terminal: Terminal) -> str:
    """The seat that the person picks.

    Raises:
        Gone: when the person goes back.
    """
    seats = package.world.names.nations[: package.world.seats]
    options = [(seat, _(package.nations[seat].name)) for seat in seats]
    picked = terminal.choose(_("Which nation do you lead?"), options, default=seats.index(package.default_seat))
    if picked is None:
        raise Gone
    return picked


def with_rival(package: Package, terminal: Terminal) -> Package:
    """`package` with the script of the rival that the person picks; as it is where there is nothing to pick.

    Raises:
        Gone: when the person goes back.
    """
    from game.content import load
    from game.content.scripts import PLAYS, choice
    from game.telling.script import ease

    if PLAYS in package.changes or len(package.scripts) < 2:
        return package
    rival = _(package.nations[package.world.names.nations[package.world.rival]].name)
    options = [(key, f"{_(one.name)}: {_(one.text)}") for key, one in package.scripts.items()]
    usual = list(package.scripts).index(package.script)
    picked = terminal.choose(_("How does {rival} think?").format(rival=rival), options, default=usual)
    if picked is None:
        raise Gone
    for seat, points in package.scripts[picked].points_more.items():
        text = _("The program as {nation} makes {ease}.")
        terminal.say(text.format(nation=_(package.nations[seat].name), ease=ease(points)))
    return package if picked == package.script else load(package.folder, {**package.changes, **choice(picked)})


def new_match(
    package: Package, people: Mapping[str, str], seed: int | None, terminal: Terminal, red_cell: str = ""
) -> Match:
    """A match with its log in the user's folder; in memory alone, and said so, where that cannot be written."""
    from game.doctrines import open_match
    from game.session.saves import new_path

    seed = secrets.randbelow(SEEDS) if seed is None else seed
    try:
        log = new_path(package.scenario, tuple(people))
        return open_match(package, seed=seed, people=people, red_cell=red_cell, log=log)
    except SaveError as error:
        text = _("{problem} The match is not kept on disk; 'save FILE' writes it elsewhere.")
        terminal.say(text.format(problem=told(error)), "red")
        return open_match(package, seed=seed, people=people, red_cell=red_cell)


def load_match(
    path: Path, turn: int | None, terminal: Terminal, players: str = "", *, branch: bool, anew: bool
) -> Match:
    """The match in the save `path`, from the start of `turn` (0-based) where given; offers what ways there are.

    `players`, as SEAT=NAME parted by commas, take seats of it. With `branch` in a save of its own, with `anew`
    with the scenario that is installed.

    Raises:
        SaveError: when it cannot be read and the person does not take the offer.
        Failure: when no person plays in it.
    """
    from game.doctrines import load_anew
    from game.doctrines import load_match as load
    from game.session.saves.loading import Way

    try:
        match = load_anew(path, turn=turn) if anew else load(path, turn=turn, way=Way.BRANCH if branch else Way.PLAY)
    except SaveInUse as problem:
        terminal.say(told(problem), "yellow")
        if not terminal.confirm(_("Go on in a save of its own?")):
            raise Gone from problem
        match = load(path, turn=turn, way=Way.BRANCH)
    except SaveDiffers as problem:
        terminal.say(told(problem), "yellow")
        if not terminal.confirm(_("Play its orders again, in a save of its own?")):
            raise Gone from problem
        match = load_anew(path, turn=turn)
    except SaveBroken as damage:
        if turn is not None or damage.last_good_turn is None:
            raise
        terminal.say(told(damage), "red")
        offer = _("Go on from the start of turn {turn}, in a new save beside it?")
        if not terminal.confirm(offer.format(turn=damage.last_good_turn + 1)):
            again = f"chokepoint play --text --load FILE --turn {damage.last_good_turn + 1}"
            text = _("{file} is left as it is; '{command}' goes on from the last good turn")
            raise Failure(text.format(file=path.name, command=again)) from damage
        match = load(path, turn=damage.last_good_turn)
    if players:
        seat_people(match, players)
    if not match.people:
        text = _(
            "no person plays in {file}: 'chokepoint replay' shows it, 'chokepoint report' debriefs it, and "
            "'--players SEAT=NAME' gives a seat of it to a person"
        )
        raise Failure(text.format(file=path.name))
    return match
