"""Rule sets of goods and processes, checked and compiled for `game.economy` alone, without what states do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.changes import changed, spot
from game.content.checks import all as checks
from game.content.compiling.supply.controls import Dated, dated
from game.content.compiling.supply.frame import Frame, Names, frame
from game.content.compiling.supply.start import start
from game.content.compiling.supply.world import world
from game.content.findings import ContentError, Finding, shown
from game.content.fitted import Fitted, fitted
from game.content.gathering import refuse
from game.content.manuscript import Manuscript, check_models, read_folder


@dataclass(frozen=True)
class Economy:
    """A rule set of goods and processes, compiled."""

    names: Names
    world: Any
    """The record of `game.economy.world.World`."""
    start: Any
    """An array of one record of `game.economy.state.State`, only roughly at rest: see `game.economy.rest`."""
    dated: Dated
    """What was decided, month by month."""
    fitted: tuple[Fitted, ...]
    """The numbers that were moved with an outcome in sight."""


class Economies:
    """A rule set whose files are read once and compiled as often as wanted, with other figures each time."""

    def __init__(self, folder: Path) -> None:
        """Read the rule set in `folder`.

        Raises:
            ContentError: when it is none of goods and processes.
        """
        self._draft = Manuscript(rule_folder=folder)
        read_folder(self._draft, "rules", folder)
        if "goods" not in self._draft.rules:
            none = [Finding(shown(folder), 1, 1, "no rule set of goods and processes")]
            raise ContentError(self._draft.findings if self._draft.outdated else none)

    def value(self, path: str) -> float:
        """The number that stands at a path, in the unit in which it is written.

        Raises:
            LookupError: when there is none.
        """
        found, (what, _) = spot(self._draft, path)
        if found is None:
            raise LookupError(what)
        return found.value

    def economy(self, changes: Mapping[str, float] | None = None) -> Economy:
        """The rule set with other figures, by their path as in a scenario's ``overrides``.

        Raises:
            ContentError: when anything in the rule set or in the changes is wrong.
        """
        found = self.frame(changes, check=True)
        w = world(found)
        return Economy(found.names, w, start(found, w), dated(found), fitted(found.manuscript))

    def frame(self, changes: Mapping[str, float] | None = None, *, check: bool) -> Frame:
        """The records with their names in order: what `economy` compiles. Arguments and errors as there.

        Without `check` only each file is looked at by itself: a search that moves numbers knows its rule set.
        """
        manuscript = changed(self._draft, changes or {})
        check_models(manuscript, "rules")
        if check:
            checks.run(manuscript)
        refuse(manuscript)
        return frame(manuscript)


def load_economy(folder: Path) -> Economy:
    """The rule set of goods and processes in `folder`, compiled. Errors as of `Economies`."""
    return Economies(folder).economy()
