"""``chokepoint play``: a match in the window, or in the terminal."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.asked import Asked, asked, opened
from game.cli.failures import USAGE, Failure
from game.cli.rival import RED_CELL, RIVAL

if TYPE_CHECKING:
    from game.cli.text.terminal import Terminal
    from game.content.package import Package
    from game.desktop.remote.seat import HostedSeat


_NO_DISPLAY = "there is no display to open a window on: play in the terminal with 'chokepoint play --text'"


def command(
    scenario: str = typer.Argument(
        "", metavar="[SCENARIO]", show_default=False, help="Name of a scenario, or its folder; left out, you choose."
    ),
    seat: str = typer.Option("", "--seat", metavar="SEAT", help="The nation you lead; the scenario proposes one."),
    seed: int | None = typer.Option(
        None, "--seed", metavar="N", min=0, max=2**63 - 1, help="Seed of chance; left out, any."
    ),
    players: str = typer.Option(
        "",
        "--players",
        metavar="SEAT=NAME,...",
        help="Several people at one screen. With --load: these take seats of it.",
    ),
    load: Path | None = typer.Option(None, "--load", metavar="FILE", help="Go on with a save."),
    turn: int = typer.Option(
        0,
        "--turn",
        metavar="N",
        min=0,
        show_default=False,
        help="With --load: from the start of this turn, counted from 1.",
    ),
    branch: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003
        "--branch",
        help="With --load: in a save of its own; the one that is loaded stays as it is.",
    ),
    installed: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003
        "--installed",
        help="With --load: play its orders again with the scenario that is installed now, in a save of its own.",
    ),
    rival: str = RIVAL,
    red_cell: str = RED_CELL,
    turns: int | None = length.TURNS,
    turn_months: int | None = length.TURN_MONTHS,
    preset: int | None = length.PRESET,
    text: bool = typer.Option(False, "--text", help="Play in the terminal."),  # noqa: FBT001, FBT003 - a flag
    plain: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003
        "--plain",
        help="Terminal without colour and boxes, for screen readers; implies --text.",
    ),
) -> None:
    """Play a scenario, in a window or in the terminal."""
    wish = _Wish(scenario, seat, seed, players, red_cell, asked(turns, turn_months, preset, rival))
    if load is not None and wish.brought:
        brings = "--load brings scenario, length, seats, rival and seed with it: leave out the others"
        raise Failure(f"{brings}; --players SEAT=NAME gives seats of it to other people", code=USAGE)
    if (turn or branch or installed) and load is None:
        raise Failure("--turn, --branch and --installed go with --load", code=USAGE)
    if seat and players:
        raise Failure("--players names the seats already: leave out --seat", code=USAGE)
    if text or plain:
        from game.cli.text.terminal import Terminal

        terminal = Terminal(plain=plain)
        code = (
            _play_text(wish, terminal)
            if load is None
            else _load_text(load, turn, terminal, players, branch=branch, anew=installed)
        )
        raise typer.Exit(code)
    if load is None:
        _play_window(wish)
    else:
        save = _branch(load, turn, anew=installed) if turn or branch or installed else load
        if players:
            _seat(save, players)
        open_window(save=save)


def open_window(
    *,
    scenario: str | Package = "",
    seed: int | None = None,
    people: dict[str, str] | None = None,
    red_cell: str = "",
    save: Path | None = None,
    joined: HostedSeat | None = None,
) -> None:
    """Open the window: on its title screen, in a new match, in a save, or at a seat that another machine hosts."""
    if not has_display():
        raise Failure(_NO_DISPLAY)
    from game.desktop.app import NoDisplay, run

    try:
        code = run(
            scenario=scenario or None, seed=seed, save=save, seats=people or None, red_cell=red_cell, joined=joined
        )
    except NoDisplay as error:
        raise Failure(str(error)) from error
    raise typer.Exit(code)


def has_display() -> bool:
    """Whether a window can be opened; only on Linux and its kin can that be told beforehand."""
    if os.name == "nt" or sys.platform == "darwin" or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _branch(save: Path, turn: int, *, anew: bool) -> Path:
    """A new save that leaves `save` at the start of `turn`, counted from 1; at its end where that is 0."""
    from game.doctrines import load_anew, load_match
    from game.session.saves.loading import Way

    start = turn - 1 if turn else None
    match = load_anew(save, turn=start) if anew else load_match(save, turn=start, way=Way.BRANCH)
    return match.log_path or save


def _seat(save: Path, players: str) -> None:
    """Give seats of the match in `save` to other people, before it is shown."""
    from game.cli.seating import seat_people
    from game.doctrines import load_match

    match = load_match(save)
    try:
        seat_people(match, players)
    finally:
        match.close()


def _people(package: Package, seat: str, players: str) -> dict[str, str]:
    """Seat to player name from ``--players`` or ``--seat``; empty where neither is given."""
    from game.cli.names import the_seat, the_seats
    from game.session.people import objection
    from game.telling import told

    if players:
        people = the_seats(package, players.split(","), "--players", "SEAT=NAME,SEAT=NAME")
        for name in filter(None, map(objection, people.values())):
            raise Failure(f"--players: {told(name)}", code=USAGE)
        return people
    if not seat:
        return {}
    chosen = the_seat(package, seat)
    return {chosen: package.nations[chosen].name}


def _person(red_cell: str) -> str:
    """The name of who leads the rival.

    Raises:
        Failure: for one that nobody can have.
    """
    from game.session.people import objection
    from game.telling import told

    refused = objection(red_cell)
    if refused:
        raise Failure(f"--red-cell: {told(refused)}", code=USAGE)
    return red_cell


@dataclass(frozen=True)
class _Wish:
    """What was asked for at the command line."""

    scenario: str
    seat: str
    seed: int | None
    players: str
    red_cell: str
    asked: Asked

    @property
    def particular(self) -> bool:
        """Whether anything beside the scenario is asked for."""
        return bool(self.seat or self.players or self.red_cell or self.asked.given) or self.seed is not None

    @property
    def brought(self) -> bool:
        """Whether anything is that a save brings with it; people may take seats of it."""
        return bool(self.scenario or self.seat or self.red_cell or self.asked.given) or self.seed is not None


def _play_window(wish: _Wish) -> None:
    if not wish.scenario:
        if wish.particular:
            what = "--seat, --seed, --players, --rival, --red-cell, --turns and --preset"
            raise Failure(f"{what} need the name of a scenario before them", code=USAGE)
        open_window()
    package = opened(wish.scenario, wish.asked)
    people = _people(package, wish.seat or ("" if wish.players else package.default_seat), wish.players)
    open_window(scenario=package, seed=wish.seed, people=people, red_cell=_person(wish.red_cell))


def _play_text(wish: _Wish, terminal: Terminal) -> int:
    from game.cli.text import opening
    from game.cli.text.game import play
    from game.cli.text.terminal import Gone

    try:
        package = opened(wish.scenario or opening.pick_scenario(terminal), wish.asked)
        people = _people(package, wish.seat, wish.players)
        if not people:
            led = opening.pick_seat(package, terminal)
            people = {led: package.nations[led].name}
            package = opening.with_rival(package, terminal)
        match = opening.new_match(package, people, wish.seed, terminal, _person(wish.red_cell))
    except Gone:
        return 0
    return play(match, terminal)


def _load_text(save: Path, turn: int, terminal: Terminal, players: str, *, branch: bool, anew: bool) -> int:
    from game.cli.text import opening
    from game.cli.text.game import play
    from game.cli.text.terminal import Gone

    try:
        match = opening.load_match(save, turn - 1 if turn else None, terminal, players, branch=branch, anew=anew)
    except Gone:
        return 0
    return play(match, terminal)
