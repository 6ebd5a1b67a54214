"""What can go wrong around a match, each with a text for the person at the screen."""

# ruff: noqa: N818 - these are states of a match and of a save that screens name, not faults of the program

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.marks import N_, Said


class NotSealed(RuntimeError):
    """A turn cannot resolve before every person has sealed their orders. `seats` are those still open."""

    def __init__(self, seats: tuple[str, ...]) -> None:
        super().__init__(f"orders not sealed yet: {', '.join(seats)}")
        self.seats = seats


class MatchOver(RuntimeError):
    """The match has ended; there is nothing left to order or to resolve."""


class HandOverError(ValueError):
    """A seat cannot change hands like this. ``str()`` says why, in English; nothing was changed."""


class SaveError(Exception):
    """A save could not be written or read. ``str()`` is ready to show in English, `game.telling.told` in another
    language; `path` is the file it speaks of.
    """

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(text)
        self.path = path


class SaveBroken(SaveError):
    """A save is damaged or was edited.

    `line` counts from 1; `last_good_turn` can be handed to ``Match.load(path, turn=...)`` and is None where not even
    the header can be read.
    """

    def __init__(self, path: Path, line: int, what: str, last_good_turn: int | None) -> None:
        if last_good_turn is None:
            text = N_("{file}, line {line}: {what}. Nothing in it can be recovered.")
            said = Said(text, file=path.name, line=line, what=what)
        else:
            text = N_("{file}, line {line}: {what}. The match can go on from the start of turn {turn}.")
            said = Said(text, file=path.name, line=line, what=what, turn=last_good_turn + 1)
        super().__init__(path, said)
        self.line = line
        self.what = what
        self.last_good_turn = last_good_turn


class SaveNewer(SaveError):
    """A save was written by a later version of the program, in a format that this one does not know."""


class SaveOlder(SaveError):
    """A save was written by an earlier edition, in a format that this one cannot play on. The file is left as it is."""

    def __init__(self, path: Path, head: Mapping[str, Any], oldest: int) -> None:
        text = N_(
            "{file} was written by chokepoint {program} on {date}, in save format {format}: an earlier edition, whose "
            "orders named materials where this one names goods. This edition reads formats from {oldest} on and cannot "
            "play it on. The file is kept as it is: open it with the edition that wrote it, or begin the scenario anew."
        )
        written = {"program": head.get("program", "?"), "date": str(head.get("created", "?"))[:10]}
        super().__init__(path, Said(text, file=path.name, format=head["format"], oldest=oldest, **written))


class SaveMismatch(SaveError):
    """A save belongs to a rule set or scenario that differs from the one installed, or that is not installed."""


class SaveDiffers(SaveMismatch):
    """A save was played with other figures than this program and the scenario installed would give it.

    ``Match.load(path, anew=True)`` plays its orders again with what is installed, as a branch.
    """

    def __init__(self, path: Path, what: str) -> None:
        text = N_(
            "{file} was played with other figures than those installed ({what}). It can go on as a branch, in which "
            "its orders are played again with the new ones."
        )
        super().__init__(path, Said(text, file=path.name, what=what))


class SaveInUse(SaveError):
    """Another program has the save open. ``Match.load(path, way="branch")`` goes on beside it."""

    def __init__(self, path: Path) -> None:
        text = N_(
            "{file} is open in another program. It can be read, or played on as a branch in a save of its own; nothing "
            "that the other program writes is touched."
        )
        super().__init__(path, Said(text, file=path.name))
