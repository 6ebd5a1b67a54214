"""Saves with anything in them, properly sealed: opened, looked at, played on and reported, or refused."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.doctrines import load_match
from game.reports import facts, so_far, tables
from game.session.faults import SaveBroken, SaveError
from game.session.match import Match
from game.session.saves import describe
from game.session.saves.lines import read_line, write_line
from game.session.saves.replay import verify
from tests.session.scripts import BUSY, play, play_turn
from tests.session.small_package import small_package

PACKAGE = small_package()
TURNS = PACKAGE.world.calendar.turns

_PLAIN: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 2**31, 2**64, -(10**400), 0.5, -0.5, 1e308, 1e-320),
    *("", "x", "arden", "boreas", "light", "2010-13", "0" * 64, "\x00", "[b]", "ß", "all"),
    *([], {}, [0], [[]], {"": ""}, {"arden": {}}, [{}], [None], {"kind": "set_posture", "posture": "engage"}),
)


def _whole() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        match = play(PACKAGE, [BUSY[turn % len(BUSY)] for turn in range(TURNS)], seed=5, log=path)
        match.close()
        return [read_line(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _led() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        play(PACKAGE, BUSY, seed=6, log=path, people={"arden": "Ada"}).close()
        return [read_line(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _begun() -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        match = play(PACKAGE, BUSY[:2], seed=5, log=path)
        for order in BUSY[2]["arden"]:
            match.add("arden", order)
        match.undo("arden")
        match.seal("boreas")
        match.close()
        return [read_line(line) for line in path.read_text(encoding="utf-8").splitlines()]


SAVES = (_whole(), _begun(), _led())


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Paths to all that is in a line; of long lists, to a few."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for at in {0, 1, 5, len(value) - 1} & set(range(len(value))):
            yield from _places(value[at], (*path, at))


PLACES = tuple([[list(_places(line[part], (part,))) for part in line] for line in save] for save in SAVES)
"""Of each save, of each line, of each part: paths into it. Long parts are changed no oftener than short ones."""


class Edit(NamedTuple):
    """One change to a save: in which line, in which of its parts, where in that, and how."""

    line: int
    part: int
    place: int
    how: str
    value: Any


def edits() -> st.SearchStrategy[Edit]:
    """Any change: a part dropped, doubled, renamed, or given any value."""
    values = st.sampled_from(_PLAIN) | st.floats(allow_nan=False, allow_infinity=False)
    hows = st.sampled_from(["value", "value", "value", "drop", "rename", "double"])
    lines = st.sampled_from([0, -1]) | st.integers(0, 99)
    return st.builds(Edit, lines, st.integers(0, 99), st.integers(0, 10**6), hows, values)


def changed(save: int, changes: Sequence[Edit]) -> list[dict[str, Any]]:
    """The lines of a save after `changes`."""
    lines = [dict(line) for line in SAVES[save]]
    for edit in changes:
        at = edit.line % len(lines)
        parts = PLACES[save][at]
        places = parts[edit.part % len(parts)]
        lines[at] = copy.deepcopy(lines[at])
        _change(lines[at], places[edit.place % len(places)], edit)
    return lines


def _change(line: dict[str, Any], place: tuple[Any, ...], edit: Edit) -> None:
    holder: Any = line
    try:
        for key in place[:-1]:
            holder = holder[key]
        last = holder[place[-1]]
    except (LookupError, TypeError):
        return  # an earlier change took it away
    if edit.how == "value":
        holder[place[-1]] = copy.deepcopy(edit.value)
    elif edit.how == "drop":
        del holder[place[-1]]
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(last))
    elif edit.how == "double":
        holder["x"] = copy.deepcopy(last)
    else:
        holder[str(edit.value)[:9]] = holder.pop(place[-1])


def _used(match: Match) -> None:
    """Everything that is done with a match that was opened."""
    for seat in match.seats:
        view = match.view(seat)
        assert view.indicators
        match.headlines(seat)
        match.result(seat)
    facts.gather(match)
    for seat in match.people:
        so_far.gather(match, seat)
    tables.of_all(match, "match")
    if not match.finished:
        play_turn(match, {seat: BUSY[0].get(seat, ()) for seat in match.people})


def _tried(path: Path) -> None:
    """Do with the save all that can be done with it, or be refused."""
    describe(path)
    try:
        match = load_match(path, package=PACKAGE)
    except SaveBroken as damage:
        if damage.last_good_turn is None:
            return
        try:
            match = load_match(path, package=PACKAGE, turn=damage.last_good_turn)
        except SaveError:
            return  # a second line is damaged too
    except SaveError:
        return
    _used(match)
    match.close()
    with suppress(SaveError):
        verify(path, package=PACKAGE)


@pytest.mark.slow
@settings(max_examples=150)
@given(st.integers(0, len(SAVES) - 1), st.lists(edits(), min_size=1, max_size=3))
def test_whatever_a_save_holds_it_is_played_or_refused(save: int, changes: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "match.chokepoint"
        text = "".join(f"{write_line(line)}\n" for line in changed(save, changes))
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        _tried(path)
