"""Two programs on one save: the second is told, and nothing that the first wrote is cut off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.doctrines import load_match, open_match
from game.session.faults import SaveInUse
from game.session.match import Match
from game.session.saves import log
from game.session.saves.loading import Way
from game.session.saves.lock import Hold
from tests.session.scripts import BUSY, PEOPLE, play, play_turn
from tests.session.small_package import small_package

PACKAGE = small_package()


def load(path: Path, way: Way = Way.PLAY) -> Match:
    return load_match(path, way=way, package=PACKAGE)


@pytest.fixture
def saved(tmp_path: Path, seed: int) -> Path:
    path = tmp_path / "match.chokepoint"
    play(PACKAGE, BUSY[:2], seed=seed, log=path).close()
    return path


@contextmanager
def other(path: Path, way: Way = Way.PLAY) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Another process with the save open, and what it said first."""
    command = [sys.executable, "-m", "tests.session.other_program", str(path), way.value]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline(), process
        process.stdin.close()


def test_the_second_is_told_and_may_branch_or_read(saved: Path) -> None:
    with other(saved) as (said, first):
        assert said.startswith("open 2")
        before = saved.read_bytes()
        with pytest.raises(SaveInUse, match="open in another program"):
            load(saved)
        assert load(saved, Way.READ).turn == 2
        branch = load(saved, Way.BRANCH)
        play_turn(branch, {})
        assert branch.log_path is not None
        assert branch.log_path != saved
        assert saved.read_bytes() == before
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write("go on\n")
        first.stdin.flush()
        assert first.stdout.readline() == "played 3\n"
    match = load(saved)  # the other has gone
    assert match.turn == 3
    assert load(branch.log_path, Way.READ).turn == 3


@pytest.mark.slow
def test_a_program_that_is_killed_holds_nothing(saved: Path) -> None:
    with other(saved) as (_, first):
        first.kill()
        first.wait()
        assert load(saved).turn == 2


@pytest.mark.slow
def test_one_that_starts_a_match_holds_it_and_leaves_it(tmp_path: Path, seed: int) -> None:
    match = open_match(PACKAGE, seed=seed, people=PEOPLE, log=tmp_path / "new.chokepoint")
    assert match.log_path is not None
    with other(match.log_path) as (said, _):
        assert "open in another program" in said
    match.close()
    with other(match.log_path) as (said, _):
        assert said.startswith("open 0")


def test_where_nothing_can_be_locked_both_keep_what_they_played(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk of a network without locks: A ends three turns, B, which looked before, one."""
    monkeypatch.setattr(Hold, "__init__", lambda self, path: setattr(self, "_lock", None))
    one, two = load(saved), load(saved)
    for _ in range(3):
        play_turn(one, {})
    play_turn(two, BUSY[2])
    assert len(log.read(saved).turns) == 5
    assert two.log_path is not None
    assert two.log_path.name == "match from turn 3.chokepoint"
    assert two.log_path.name in two.notice
    assert two.save_problem == ""
    play_turn(two, {})
    assert two.notice == ""
    assert [line["digest"] for line in log.read(two.log_path).turns] == [
        report.digest for report in two.control.reports
    ]
    play_turn(one, {})
    assert len(log.read(saved).turns) == 6


def test_what_a_failed_attempt_left_is_not_taken_for_another_program(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    match, real = load(saved), os.write

    def short(handle: int, data: bytes) -> int:
        if len(data) <= 1000:
            raise OSError(28, "No space left on device")
        return real(handle, data[:700])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", short)
        play_turn(match, {})
        assert "the disk is full" in match.save_problem
        assert match.kept == 2
    play_turn(match, {})
    assert match.save_problem == ""
    assert match.kept == 4
    assert match.log_path == saved
    assert load(saved).turn == 4
