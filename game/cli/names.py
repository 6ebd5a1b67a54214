"""Names that a person typed, looked up in a scenario; the closest name is offered where one is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.failures import USAGE, Failure, unknown
from game.marks import N_

if TYPE_CHECKING:
    from game.content.package import Package


def open_package(scenario: str, changes: Mapping[str, float | str] | None = None) -> Package:
    """The scenario of that name, or in that folder, with other figures where `changes` gives them.

    Says where its files are read from, unless they came along with the program.

    Raises:
        Failure: when there is none.
        ContentError: when its files have findings, or several have the name.
    """
    from game.content import load, shelves
    from game.content.gathering import scenario_at

    known = shelves.names(shelves.SCENARIOS)
    if scenario not in known and scenario_at(Path(scenario)) is None:
        if Path(scenario).is_dir():
            raise Failure(f"{scenario} holds no scenario.yaml: is it the folder of a scenario?", code=USAGE)
        raise unknown(N_("scenario"), scenario, known)
    package = load(scenario, changes)
    _say_where(package)
    return package


def _say_where(package: Package) -> None:
    """Tell on stderr which files are played where a person may have edited others."""
    from game import places
    from game.telling import _

    rules, *scene = map(Path, package.library.folders)
    if not all(places.came_along(folder) for folder in (rules, *scene)):
        text = _("the scenario is read from {scenario}, its rules from {rules}")
        typer.echo(f"chokepoint: {text.format(scenario=package.folder, rules=rules.resolve())}", err=True)


def the_seat(package: Package, name: str) -> str:
    """The seat with that identifier or name."""
    seats = package.world.names.nations[: package.world.seats]
    by_name = {package.nations[seat].name.lower(): seat for seat in seats}
    if name in seats:
        return name
    if name.lower() in by_name:
        return by_name[name.lower()]
    raise unknown(N_("seat"), name, seats)


def the_doctrine(package: Package, name: str) -> str:
    """The doctrine with that identifier."""
    if name in package.doctrine_names:
        return name
    raise unknown(N_("doctrine"), name, package.doctrine_names)


def the_seats(package: Package, texts: Iterable[str], option: str, form: str) -> dict[str, str]:
    """``seat=value`` texts as seat to value; `option` and `form` are named where one is no such pair.

    Raises:
        Failure: for anything but one pair for each seat.
    """
    chosen: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value) or any(sign in value for sign in "=;|"):
            raise Failure(f"{option} {text!r}: write it as {form}", code=USAGE)
        seat = the_seat(package, name)
        if seat in chosen:
            raise Failure(f"{option}: {seat} is given twice", code=USAGE)
        chosen[seat] = value
    return chosen
