"""The scripts of the rival: what they name is there, and what is measured of them is of seats."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.compiling.frame import Frame
from game.content.expressions import reading
from game.content.manuscript import Manuscript
from game.content.models.rival import Rival, Sway
from game.content.numbers import Path
from game.content.vocabulary import ExpressionError, Vocabulary
from game.content.words import closest

_FILE = ("scene", "rival")


def check(manuscript: Manuscript, frame: Frame) -> None:
    """Report rules, scripts and seats that are not there, and what sways a chance and is no figure."""
    rival = manuscript.get(Rival, "scene")
    if rival is None:
        return
    for name, script in rival.scripts.items():
        at = ("scripts", name)
        _known(manuscript, (*at, "without"), script.without, rival.rules, "rule")
        _known(manuscript, (*at, "points_more"), script.points_more, frame.seat_names, "seat", keys=True)
        _sways(manuscript, (*at, "weighs"), script.weighs, frame.vocabulary)
    for name, rule in rival.rules.items():
        _known(manuscript, ("rules", name, "only_in"), rule.only_in, rival.scripts, "script")
        _sways(manuscript, ("rules", name, "swayed_by"), rule.swayed_by, frame.vocabulary)


def _known(
    manuscript: Manuscript, at: Path, named: Iterable[str], there: Iterable[str], what: str, *, keys: bool = False
) -> None:
    known = tuple(there)
    for place, name in enumerate(named):
        if name not in known:
            path = (*at, name if keys else place)
            manuscript.report(*_FILE, path, f"unknown {what} '{name}'", closest(name, known), key=keys)


def _sways(manuscript: Manuscript, at: Path, written: Iterable[Sway], vocabulary: Vocabulary) -> None:
    for place, sway in enumerate(written):
        path = (*at, place)
        try:
            reading(sway.metric, vocabulary)
        except ExpressionError as error:
            manuscript.report(*_FILE, (*path, "metric"), error.what, error.hint, offset=error.offset)
        if sway.low == sway.high:
            manuscript.report(*_FILE, path, "low and high are the same", "nothing would sway it", key=True)
