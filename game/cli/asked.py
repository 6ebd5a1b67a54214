"""What is asked of a scenario where it is not played as it says: another length, another script of the rival."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from game.cli import length
from game.cli.failures import USAGE, Failure

if TYPE_CHECKING:
    from game.content.package import Package


@dataclass(frozen=True)
class Asked:
    """What is asked for, by the paths of what it changes; `preset` is a length of session in minutes."""

    turns: Mapping[str, float]
    rival: Mapping[str, str]
    preset: int | None

    @property
    def given(self) -> bool:
        """Whether anything is."""
        return bool(self.turns) or bool(self.rival) or self.preset is not None


def asked(turns: int | None, turn_months: int | None, preset: int | None, rival: str) -> Asked:
    """The options as they were given.

    Raises:
        Failure: for a turn that is not of a length that can be played, or a preset beside another length.
    """
    from game.content.scripts import choice

    changes = length.changes(turns, turn_months)
    if preset is not None and changes:
        raise Failure("--preset brings turns and their length with it: leave out the others", code=USAGE)
    return Asked(changes, choice(rival), preset)


def opened(scenario: str, wish: Asked) -> Package:
    """The scenario as it is asked for; how a preset spends its minutes is told on stderr.

    Raises:
        Failure: when there is no such scenario, preset or script.
    """
    from game.cli.names import open_package

    package = open_package(scenario, wish.rival)
    if wish.preset is not None:
        preset = length.chosen(package, wish.preset)
        typer.echo(f"chokepoint: {length.plan(preset)}", err=True)
        return open_package(scenario, {**preset.changes, **wish.rival})
    if wish.turns:
        return open_package(scenario, {**length.lasting(package, wish.turns), **wish.rival})
    return package
