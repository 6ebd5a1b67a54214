"""Names that a person typed, looked up in a scenario; the closest name is offered where one is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.failures import USAGE, Failure, unknown
from game.marks import N_

if TYPE_CHECKING:
    from game.content.package import Package


def open_package(scenario: str) -> Package:
    """The scenario of that name, or in that folder.

    Raises:
        Failure: when there is none.
        ContentError: when its files have findings.
    """
    from game.content import list_scenarios, load

    known = [found.id for found in list_scenarios()]
    if scenario in known:
        return load(scenario)
    if (Path(scenario) / "scenario.yaml").is_file():
        return load(Path(scenario))
    if Path(scenario).is_dir():
        raise Failure(f"{scenario} holds no scenario.yaml: is it the folder of a scenario?", code=USAGE)
    raise unknown(N_("scenario"), scenario, known)


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


def split_pairs(texts: Iterable[str], option: str, form: str) -> dict[str, str]:
    """``a=b`` texts as a dictionary; `option` and `form` are named where one is no such pair."""
    pairs: dict[str, str] = {}
    for text in texts:
        key, equals, value = (part.strip() for part in text.partition("="))
        if not (key and equals and value):
            raise Failure(f"{option} {text!r}: write it as {form}", code=USAGE)
        if key in pairs:
            raise Failure(f"{option}: {key} is given twice", code=USAGE)
        pairs[key] = value
    return pairs
