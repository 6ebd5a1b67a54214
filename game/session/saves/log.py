"""The log of a match: JSON lines, appended as it is played and forced to disk turn by turn. A save is such a file.

First comes the header, then the files of the scenario and its rule set, then what was played: a line for each act of a
person on their draft, a line for each turn, and, once the match is over, one with the results. `models` says what each
kind of line holds, `lines` how it is sealed. Formats: 1 had neither files nor acts, 2 orders of materials;
3 had no interventions and no seats that change hands.

``series`` names what the monthly record holds (metric and arguments); ``initial`` is the row at the start and
``months`` has one row for each month of the turn, in the same order, rounded to six digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from game.marks import N_, Said
from game.session.faults import SaveBroken, SaveError, SaveNewer, SaveOlder
from game.session.saves.lines import LineError, loose, read_line, sound

FORMAT = 4
OLDEST = 3
"""The first format that can be played on: the orders of those before name materials where goods are named now."""
_LEAST = 2
"""Lines that every save begins with: the header, and the files of the scenario."""
_KINDS = ("content", "act", "turn", "end")
_MARK = b"\xef\xbb\xbf"
"""What some editors put before the first line."""


@dataclass(frozen=True)
class Place:
    """Where in the file a log ends, bytes."""

    kept: int
    """To the end of the last line that counts."""
    whole: int
    """All that is in the file."""
    closed: bool
    """Whether a line end stands before `kept`."""


@dataclass(frozen=True)
class Log:
    """A log that was read: parsed lines, and their text as it stands in the file."""

    path: Path
    header: Mapping[str, Any]
    content: Mapping[str, Any] | None
    """The files that it was played with; None where it was cut off before them."""
    turns: tuple[Mapping[str, Any], ...]
    acts: tuple[Mapping[str, Any], ...]
    """On the drafts of the turn that follows `turns`."""
    end: Mapping[str, Any] | None
    lines: tuple[str, ...]
    """Complete lines without their line ends."""
    numbers: tuple[int, ...]
    """The place in `lines` of each turn."""
    place: Place
    torn: bool
    """Whether a last line was dropped because it had not been written to its end."""

    @property
    def turn_lines(self) -> list[str]:
        """Those of `lines` that are of turns, oldest first."""
        return [self.lines[place] for place in self.numbers]


def read(path: Path, *, upto: int | None = None, quick: bool = False) -> Log:
    """The log at `path`; with `upto`, only its first `upto` turns are looked at. `quick` is as of `read_line`.

    Raises:
        SaveBroken: when a line other than a torn last one is damaged.
        SaveNewer: when its format is later than `FORMAT`.
        SaveOlder: when it is earlier than `OLDEST`.
        SaveError: when the file cannot be read.
    """
    texts, ends, torn, size = _split(path)
    if not texts:
        raise SaveBroken(path, 1, Said(N_("the file holds no complete line")), None)
    head = header(path, texts[0], quick=quick)
    if head["format"] < OLDEST:
        raise SaveOlder(path, head, OLDEST)
    reading = _Reading(head)
    for number, text in enumerate(texts[1:], start=2):
        if upto is not None and len(reading.turns) == upto and number > _LEAST:
            break
        try:
            reading.take(read_line(text, quick=quick))
        except LineError as damage:
            raise SaveBroken(path, number, damage.args[0], reading.good) from damage
    kept = reading.count
    last = ends[kept - 1]
    place = Place(last.end, size, last.closed)
    return reading.log(path, tuple(texts[:kept]), place, torn=torn)


def read_header(path: Path) -> dict[str, Any]:
    """The header alone, of older formats as well. Raises as `read`."""
    try:
        with path.open("rb") as file:
            first = file.readline()
    except OSError as error:
        raise unreadable(path, error) from error
    return header(path, _text(first.removeprefix(_MARK)))


def unreadable(path: Path, error: OSError) -> SaveError:
    """`error` in words, for the file at `path`."""
    return SaveError(path, Said(N_("{file} cannot be read: {problem}"), file=path, problem=error.strerror))


class _Reading:
    """Takes the lines after the header one by one and holds what they must follow."""

    def __init__(self, head: Mapping[str, Any]) -> None:
        self.header = head
        self.content: Mapping[str, Any] | None = None
        self.turns: list[Mapping[str, Any]] = []
        self.acts: list[Mapping[str, Any]] = []
        self.end: Mapping[str, Any] | None = None
        self.numbers: list[int] = []
        self.count = 1

    @property
    def good(self) -> int | None:
        """Turns from which the match can go on; None before all is read that each of them needs."""
        return len(self.turns) if self.count >= _LEAST else None

    def take(self, line: Mapping[str, Any]) -> None:
        """Raises LineError for a line that cannot stand here."""
        kind = line.get("type")
        if self.end is not None:
            raise LineError(Said(N_("there is more after the end of the match")))
        if kind not in _KINDS:
            raise LineError(Said(N_("unknown kind of line: {kind}"), kind=repr(kind)))
        if (kind == "content") != (self.count < _LEAST):
            raise LineError(Said(N_("the files of the scenario are missing, or stand in another place")))
        if kind != "content" and line.get("turn") != len(self.turns):
            raise LineError(Said(N_("turn {turn} is missing or stands twice"), turn=len(self.turns) + 1))
        getattr(self, f"_{kind}")(line)
        self.count += 1

    def _content(self, line: Mapping[str, Any]) -> None:
        self.content = line

    def _act(self, line: Mapping[str, Any]) -> None:
        self.acts.append(line)

    def _turn(self, line: Mapping[str, Any]) -> None:
        self.numbers.append(self.count)
        self.turns.append(line)
        self.acts.clear()

    def _end(self, line: Mapping[str, Any]) -> None:
        self.end = line

    def log(self, path: Path, lines: tuple[str, ...], place: Place, *, torn: bool) -> Log:
        turns, acts, numbers = tuple(self.turns), tuple(self.acts), tuple(self.numbers)
        return Log(path, self.header, self.content, turns, acts, self.end, lines, numbers, place, torn)


class _Ended(NamedTuple):
    end: int
    closed: bool


def _split(path: Path) -> tuple[list[str], list[_Ended], bool, int]:
    """Complete lines of the file, where each ends, whether an incomplete one was left out, and the size of the file.

    Empty lines and other line ends, as editors and mail leave them, change nothing.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    texts: list[str] = []
    ends: list[_Ended] = []
    at = 0
    *whole, rest = data.split(b"\n")
    for piece in whole:
        at += len(piece) + 1
        text = _text(piece if texts else piece.removeprefix(_MARK))
        if text:
            texts.append(text)
            ends.append(_Ended(at, closed=True))
    last = _text(rest if texts else rest.removeprefix(_MARK))
    if last and sound(last):
        return [*texts, last], [*ends, _Ended(len(data), closed=False)], False, len(data)
    return texts, ends, bool(last), len(data)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").rstrip("\r\n")


def header(path: Path, line: str, *, quick: bool = False) -> dict[str, Any]:
    """The header that the first line of `path` holds. Raises as `read`."""
    try:
        content = read_line(line, quick=quick)
    except LineError as damage:
        found = loose(line)
        _require_known(path, found or {})
        what = damage.args[0] if found is not None else Said(N_("this is not a save of the game"))
        raise SaveBroken(path, 1, what, None) from damage
    _require_known(path, content)
    if content.get("type") != "header":
        raise SaveBroken(path, 1, Said(N_("the header is missing")), None)
    if not isinstance(content.get("format"), int):
        raise SaveBroken(path, 1, Said(N_("the header does not say its format")), None)
    return content


def _require_known(path: Path, head: Mapping[str, Any]) -> None:
    """Raises SaveNewer where the header of `path`, sealed or not, tells of a later format."""
    number = head.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise SaveNewer(
            path,
            Said(
                N_(
                    "{file} was written by chokepoint {program} in save format {format}; this program reads formats up "
                    "to {known}. Install the newer version to open it."
                ),
                file=path.name,
                program=head.get("program", "?"),
                format=number,
                known=FORMAT,
            ),
        )
