"""Ctrl+C at every line at which a turn is written: what is said to be kept is in the file, and can be gone on with."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from game.doctrines import load_match, open_match
from game.session.match import Match
from game.session.saves import journal, writer
from game.session.saves.log import read
from tests.session.scripts import BUSY, PEOPLE, play_turn
from tests.session.small_package import small_package

PACKAGE = small_package()
WATCHED = {journal.__file__, writer.__file__, sys.modules[Match.__module__].__file__}
PLANNED = PACKAGE.world.calendar.turns


class _CtrlC:
    """Breaks in before the line with the number `after` of those that write a log."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, frame: FrameType, event: str, value: Any) -> _CtrlC | None:
        del value
        if frame.f_code.co_filename not in WATCHED:
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
        return self


def _broken_off(match: Match, after: int) -> bool:
    """Whether `match` was broken off while it resolved its turn."""
    before = sys.gettrace()
    sys.settrace(_CtrlC(after))
    try:
        match.resolve()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


@pytest.mark.slow
@pytest.mark.parametrize("ending", [False, True], ids=["a turn", "the last turn"])
def test_ctrl_c_at_any_line_of_writing_a_turn_promises_what_the_file_holds(tmp_path: Path, *, ending: bool) -> None:
    whole = tmp_path / "whole"
    first = open_match(PACKAGE, seed=3, people=PEOPLE, log=whole)
    for turn in range(PLANNED - 1 if ending else 1):
        play_turn(first, BUSY[turn % len(BUSY)])
    for seat in PEOPLE:
        first.seal(seat)
    first.close()
    content = whole.read_bytes()
    first.resolve()
    digest, after, broken = first.control.state.digest(), 0, True
    while broken:
        after += 1
        path = tmp_path / f"{after}"
        path.write_bytes(content)
        match = load_match(path, package=PACKAGE)
        broken = _broken_off(match, after)
        match.close()
        assert match.save_problem == ""
        log = read(path)
        assert not log.torn
        assert match.kept == len(log.turns)
        assert (log.end is not None) == (match.kept == PLANNED)
        again = load_match(path, package=PACKAGE)
        if again.turn < first.turn:
            again.resolve()  # all are sealed still
        assert again.control.state.digest() == digest
        again.close()
        path.unlink()
    assert after > 50
