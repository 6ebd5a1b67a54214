"""The scenario inside a save, and how it compares with the one that is installed."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass
from typing import Any

from game import content
from game.content.meaning import Difference, differences
from game.content.package import Package
from game.marks import N_, Said
from game.session.faults import SaveDiffers, SaveMismatch
from game.session.saves.header import changes_in
from game.session.saves.log import Log

_LEVEL = 1
"""A match begins without a wait: more effort costs milliseconds and saves a tenth."""
_MOST = 50_000_000
"""Bytes of text that a save may unfold to."""


@dataclass(frozen=True)
class Played:
    """What a save is played with: the scenario that it carries where that can be used, else the one installed."""

    package: Package
    differences: tuple[Difference, ...] = ()
    """Values that the installed scenario has now and the match had not, or the other way round."""
    certain: bool = True
    """Whether it is known to be what the match was played with; else its turns must be played again to tell."""


def content_line(package: Package) -> dict[str, Any]:
    """The line of a log that holds the files of `package`."""
    texts = json.dumps(package.originals.texts(), ensure_ascii=False).encode()
    return {"type": "content", "files": base64.b64encode(zlib.compress(texts, _LEVEL)).decode("ascii")}


def carried(log: Log) -> dict[str, str]:
    """The files in a save by path; none where it was cut off before them, or where they do not unfold."""
    if log.content is None:
        return {}
    try:
        unfold = zlib.decompressobj()
        texts = json.loads(unfold.decompress(base64.b64decode(log.content["files"], validate=True), _MOST))
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return {}
    return texts if isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values()) else {}


def installed(log: Log) -> Package:
    """The installed scenario that has the name of the one played, whatever its figures.

    Raises:
        SaveMismatch: when there is none, or it does not load.
    """
    try:
        return content.load(log.header["scenario"], changes_in(log.header))
    except content.ContentError as error:
        text = N_("{file} needs the scenario {scenario}, which is not installed or does not load: {problem}")
        said = Said(text, file=log.path.name, scenario=repr(log.header["scenario"]), problem=error)
        raise SaveMismatch(log.path, said) from error


def played_with(log: Log) -> Played:
    """The scenario to go on with.

    Raises:
        SaveMismatch: when the save carries none that this program can use, and none is installed.
        SaveDiffers: when it can use only the installed one, and that has other figures.
    """
    head, texts = log.header, carried(log)
    changes = changes_in(head)
    now = _here(log)
    if now is not None and now.hash(changes) == head["hash"]:
        return Played(now.package(changes))
    if not texts:
        return Played(installed(log), certain=False)
    kept = content.Variants(head["scenario"], texts)
    try:
        package = kept.package(changes)
    except content.ContentError:
        return _grown(log, kept, now)
    try:
        found = differences(kept.meaning({}), now.meaning({})) if now is not None else ()
    except content.ContentError:
        found = ()  # what is installed cannot be used: the save has all it needs
    return Played(package, found)


def _here(log: Log) -> content.Variants | None:
    """The installed scenario as it was read; None where there is none, or its files no longer have what was changed."""
    try:
        now = content.Variants(log.header["scenario"])
        now.hash(changes_in(log.header))
    except content.ContentError:
        return None
    return now


def _grown(log: Log, kept: content.Variants, now: content.Variants | None) -> Played:
    """The installed scenario in place of one that was written for another program, if all that it said still holds."""
    package = installed(log)
    then = kept.raw()
    changed = [one for one in differences(then, now.raw() if now else {}) if one.path in then]
    if changed:
        raise SaveDiffers(log.path, told(tuple(changed)))
    return Played(package)


def told(found: tuple[Difference, ...]) -> str:
    """The first differences with both values, and how many more there are."""
    listed = ", ".join(map(_pair, found[:_SHOWN]))
    more = len(found) - _SHOWN
    return Said(N_("{list} and {number} more"), list=listed, number=more) if more > 0 else listed


_SHOWN = 3


def _pair(difference: Difference) -> str:
    return f"{difference.path}: {_written(difference.before)} → {_written(difference.after)}"


def _written(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
