"""The log of a match: JSON lines, appended and forced to disk turn by turn. A save is such a file and nothing else.

Line 1 is the header, then comes a line for each turn, then, once the match is over, one with the results. Each line
ends in ``"check"``, the SHA-256 of the line without it, so that a change by hand or by a failing disk is noticed.

Header:  type, format, program, numpy, python, rule_set, rule_set_version, hash, scenario, folder, title, seed, seats,
         people, doctrines, created, start (``YYYY-MM``), turn_months, turns, series, initial, parent
Turn:    type, turn, orders {seat: [order]}, reasons {seat: [text]}, refused {seat: [{order, code}]},
         leaders {seat: memory}, events [event], terms {figure: {cause: amount}}, months [row], digest, snapshot
End:     type, turn, results {seat: {total, won, parts [{key, label, metric, measured, unit, aggregate, points,
         weight}]}}

``series`` names what the monthly record holds (metric and arguments); ``initial`` is the row at the start and
``months`` has one row for each month of the turn, in the same order, rounded to six digits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.marks import N_, Said
from game.session.faults import SaveBroken, SaveError, SaveNewer

FORMAT = 1
_CHECK = ',"check":"'


@dataclass(frozen=True)
class Log:
    """A log that was read: parsed lines, and their text as it stands in the file."""

    path: Path
    header: Mapping[str, Any]
    turns: tuple[Mapping[str, Any], ...]
    end: Mapping[str, Any] | None
    lines: tuple[str, ...]
    """Complete lines without their line ends: header, turns, end."""
    torn: bool
    """Whether a last line was dropped because it had not been written to its end."""


class LineError(ValueError):
    """A line of a log that does not hold together; ``str()`` says how."""


def write_line(content: Mapping[str, Any]) -> str:
    """`content` as one line, sealed by its check; without the line end."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f'{body[:-1]}{_CHECK}{_sum(body)}"}}'


def read_line(line: str) -> dict[str, Any]:
    """The content of a sealed line.

    Raises:
        LineError: when it is not JSON, or its check does not fit.
    """
    body, found, seal = line.rpartition(_CHECK)
    if not found or not seal.endswith('"}'):
        raise LineError(Said(N_("the line has no check at its end")))
    if _sum(body + "}") != seal[:-2]:
        raise LineError(Said(N_("the line was changed after it was written")))
    try:
        content = json.loads(body + "}")
    except ValueError as error:
        raise LineError(Said(N_("the line is not JSON: {problem}"), problem=error)) from error
    if not isinstance(content, dict):
        raise LineError(Said(N_("the line is not a JSON object")))
    return content


def _sum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def read(path: Path, *, upto: int | None = None) -> Log:
    """The log at `path`; with `upto`, only its first `upto` turns are looked at.

    Raises:
        SaveBroken: when a line other than a torn last one is damaged.
        SaveNewer: when its format is later than `FORMAT`.
        SaveError: when the file cannot be read.
    """
    texts, torn = _split(path)
    if not texts:
        raise SaveBroken(path, 1, Said(N_("the file holds no complete line")), None)
    header = _header(path, texts[0])
    turns: list[Mapping[str, Any]] = []
    end: Mapping[str, Any] | None = None
    for number, text in enumerate(texts[1:], start=2):
        if upto is not None and len(turns) == upto:
            break
        try:
            content = read_line(text)
            _expect(content, len(turns), over=end is not None)
        except LineError as damage:
            raise SaveBroken(path, number, damage.args[0], len(turns)) from damage
        if content["type"] == "end":
            end = content
        else:
            turns.append(content)
    kept = 1 + len(turns) + (end is not None)
    return Log(path, header, tuple(turns), end, tuple(texts[:kept]), torn)


def read_header(path: Path) -> dict[str, Any]:
    """The header alone, for lists of saves. Raises as `read`."""
    try:
        with path.open("rb") as file:
            first = file.readline()
    except OSError as error:
        raise unreadable(path, error) from error
    return _header(path, first.decode("utf-8", "replace").rstrip("\n"))


def unreadable(path: Path, error: OSError) -> SaveError:
    """`error` in words, for the file at `path`."""
    return SaveError(path, Said(N_("{file} cannot be read: {problem}"), file=path, problem=error.strerror))


def _split(path: Path) -> tuple[list[str], bool]:
    """Complete lines of the file, and whether an incomplete one was left out."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    *whole, rest = data.decode("utf-8", "replace").split("\n")
    if rest and _sound(rest):
        return [*whole, rest], False
    return whole, bool(rest)


def _sound(line: str) -> bool:
    try:
        read_line(line)
    except LineError:
        return False
    return True


def _header(path: Path, line: str) -> dict[str, Any]:
    try:
        loose = json.loads(line)
    except ValueError:
        loose = None
    if isinstance(loose, dict) and isinstance(loose.get("format"), int) and loose["format"] > FORMAT:
        raise SaveNewer(
            path,
            Said(
                N_(
                    "{file} was written by chokepoint {program} in save format {format}; this program reads formats up "
                    "to {known}. Install the newer version to open it."
                ),
                file=path.name,
                program=loose.get("program", "?"),
                format=loose["format"],
                known=FORMAT,
            ),
        )
    try:
        content = read_line(line)
    except LineError as damage:
        what = damage.args[0] if isinstance(loose, dict) else Said(N_("this is not a save of the game"))
        raise SaveBroken(path, 1, what, None) from damage
    if content.get("type") != "header":
        raise SaveBroken(path, 1, Said(N_("the header is missing")), None)
    return content


def _expect(content: Mapping[str, Any], turns: int, *, over: bool) -> None:
    if over:
        raise LineError(Said(N_("there is more after the end of the match")))
    kind = content.get("type")
    if kind not in ("turn", "end"):
        raise LineError(Said(N_("unknown kind of line: {kind}"), kind=repr(kind)))
    if content.get("turn") != turns:
        raise LineError(Said(N_("turn {turn} is missing or stands twice"), turn=turns + 1))
