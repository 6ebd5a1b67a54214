"""Saves: what comes back, what is said of damage, branches, and processes that are killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.doctrines import load_match, open_match
from game.engine.metrics import METRICS, Recorded
from game.session.faults import SaveBroken, SaveDiffers, SaveError, SaveMismatch, SaveNewer
from game.session.match import Match
from game.session.saves import log
from game.session.saves.loading import Way
from game.session.saves.replay import verify
from game.session.saves.snapshot import SnapshotError, pack, unpack
from game.session.saves.writer import Writer
from tests.examples import few
from tests.session.edited import damage, edit_header, edit_turn, turn_line
from tests.session.scripts import BUSY, PEOPLE, play, play_out, play_turn, scripts
from tests.session.small_package import small_package
from tests.small_world import small_world

PACKAGE = small_package()
SCRIPT = [BUSY[turn % len(BUSY)] for turn in range(PACKAGE.world.calendar.turns)]


def load(path: Path, turn: int | None = None, way: Way = Way.PLAY) -> Match:
    return load_match(path, turn=turn, way=way, package=PACKAGE)


@pytest.fixture
def saved(tmp_path: Path, seed: int) -> Path:
    """A save of four turns."""
    path = tmp_path / "match.chokepoint"
    play(PACKAGE, SCRIPT[:4], seed=seed, log=path)
    return path


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saves") / "match.chokepoint"
    play(PACKAGE, SCRIPT, seed=5, log=path)
    return path


@given(scripts(3), st.integers(0, 2**63 - 1))
@settings(max_examples=few(10))
def test_a_loaded_match_is_the_match(tmp_path_factory: pytest.TempPathFactory, script: Any, seed: int) -> None:
    path = tmp_path_factory.mktemp("loaded") / "log"
    match = play(PACKAGE, script, seed=seed, log=path)
    again = load(path)
    assert again.control.state.digest() == match.control.state.digest()
    assert again.control.reports == match.control.reports
    assert again.notice == ""
    assert [again.control.history(*key) for key in again.control.recorded()] == [
        match.control.history(*key) for key in match.control.recorded()
    ]
    assert [again.view(seat) for seat in PEOPLE] == [match.view(seat) for seat in PEOPLE]
    for one in (match, again):
        play_turn(one, SCRIPT[0])
    assert again.control.state.digest() == match.control.state.digest()


@given(scripts(2), st.integers(0, 2**63 - 1))
@settings(max_examples=few(10))
def test_a_snapshot_is_exact(script: Any, seed: int) -> None:
    state = play(PACKAGE, script, seed=seed).control.state
    again = unpack(PACKAGE.world, pack(state))
    assert again.digest() == state.digest()
    assert (again.month, again.seeds.tolist()) == (state.month, state.seeds.tolist())
    for name, array in state.arrays().items():
        assert getattr(again, name).dtype == array.dtype
        np.testing.assert_array_equal(getattr(again, name), array)


def test_a_snapshot_of_another_world_is_refused(saved: Path) -> None:
    text = pack(load(saved).control.state)
    world = small_world()
    other = small_world(score=(*world.score, world.score[0]))
    for bad in (text[:-8], "!" + text[1:], ""):
        with pytest.raises(SnapshotError):
            unpack(world, bad)
    with pytest.raises(SnapshotError, match="another world"):
        unpack(other, text)


@pytest.mark.parametrize("turn", range(11))
def test_going_on_from_any_turn_ends_in_the_same_state(finished: Path, tmp_path: Path, turn: int) -> None:
    path = Path(shutil.copy(finished, tmp_path / "match.chokepoint"))
    branch = load(path, turn=turn)
    assert branch.turn == turn
    play_out(branch, SCRIPT)
    assert branch.control.state.digest() == load(path).control.state.digest()


def test_a_branch_is_a_log_of_its_own_that_names_its_parent(saved: Path) -> None:
    before = saved.read_bytes()
    parent = load(saved)
    branch = load(saved, turn=2)
    assert branch.log_path is not None
    assert branch.log_path.name == "match from turn 3.chokepoint"
    assert branch.log_path.name in branch.notice
    play_turn(branch, {})
    written = log.read(branch.log_path)
    assert written.header["parent"] == {"file": saved.name, "turn": 2, "digest": parent.control.reports[1].digest}
    assert len(written.turns) == 3
    assert saved.read_bytes() == before
    assert verify(branch.log_path, package=PACKAGE).ok
    assert load(saved, turn=2).log_path != branch.log_path


def test_no_branch_from_a_turn_that_was_not_played(saved: Path) -> None:
    for turn in (5, -1):
        with pytest.raises(SaveError, match="cannot go on"):
            load(saved, turn=turn)


def test_a_finished_match_is_loaded_finished(finished: Path) -> None:
    match = load(finished)
    assert match.finished
    end = log.read(finished).end
    assert end is not None
    assert end["results"]["arden"]["total"] == match.result("arden").total
    assert end["results"]["arden"]["total"] == match.result("arden").total


@pytest.mark.parametrize("cut", [1, 2, 100, 5000])
def test_a_torn_last_line_costs_one_turn_and_keeps_the_damaged_file(saved: Path, cut: int) -> None:
    expected = load(saved)
    damaged = saved.read_bytes()[: -1 - cut]
    saved.write_bytes(damaged)
    match = load(saved)
    assert match.turn == 3
    assert match.control.state.digest() == expected.control.reports[2].digest
    assert "from turn 4" in match.notice
    assert "match.chokepoint.damaged" in match.notice
    assert saved.with_name("match.chokepoint.damaged").read_bytes() == damaged
    play_turn(match, SCRIPT[3])
    again = load(saved)
    assert again.notice == ""
    assert again.control.reports[3].digest == expected.control.reports[3].digest


@pytest.mark.parametrize("turn", [0, 1, 3])
def test_an_edited_turn_is_named_and_the_turn_before_it_offered(saved: Path, turn: int) -> None:
    number = log.read(saved).numbers[turn] + 1
    damage(saved, number)
    with pytest.raises(SaveBroken) as caught:
        load(saved)
    assert (caught.value.line, caught.value.last_good_turn) == (number, turn)
    match = load(saved, turn=turn)
    play_turn(match, {})
    assert match.turn == turn + 1


def test_an_edited_header_is_named(saved: Path) -> None:
    saved.write_text(saved.read_text().replace('"seed":', '"seed":1', 1))
    with pytest.raises(SaveBroken, match="line 1"):
        load(saved)


def test_a_save_of_a_newer_version_says_so(saved: Path) -> None:
    edit_header(saved, format=log.FORMAT + 1, program="7.7")
    with pytest.raises(SaveNewer, match=r"chokepoint 7\.7"):
        load(saved)


def test_files_that_read_alike_play_alike_whatever_their_bytes(saved: Path) -> None:
    expected = load(saved).control.state.digest()
    edit_header(saved, hash="f" * 64)
    assert load(saved).control.state.digest() == expected
    assert verify(saved, package=PACKAGE).ok


def test_a_save_of_a_scenario_that_is_not_there_says_so(saved: Path) -> None:
    with pytest.raises(SaveMismatch, match="small_scenario"):
        load_match(saved)


def test_a_state_that_cannot_be_read_is_played_again(saved: Path) -> None:
    expected = load(saved).control.state.digest()
    edit_turn(saved, 3, snapshot=turn_line(saved, 3)["snapshot"][:-4])
    assert load(saved).control.state.digest() == expected


def test_orders_that_give_other_figures_than_the_save_has_are_named_with_both(saved: Path) -> None:
    months = turn_line(saved, 1)["months"]
    figure = " ".join(log.read(saved).header["series"][0])
    edit_turn(saved, 1, months=[[row[0] + 1.0, *row[1:]] for row in months])
    edit_turn(saved, 3, snapshot="")
    with pytest.raises(SaveDiffers, match=f"turn 2, {figure}: .* → ") as caught:
        load(saved)
    assert "as a branch" in str(caught.value)


def test_the_replay_agrees_turn_by_turn(finished: Path) -> None:
    seen: list[tuple[int, int]] = []
    report = verify(finished, package=PACKAGE, progress=lambda done, turns: seen.append((done, turns)))
    assert report.ok
    assert (report.turns, report.first_difference, report.notes) == (10, None, ())
    assert seen == [(turn + 1, 10) for turn in range(10)]


def test_the_replay_names_a_turn_that_differs_and_goes_on(finished: Path, tmp_path: Path) -> None:
    path = tmp_path / "log"
    shutil.copy(finished, path)
    edit_turn(path, 2, digest="0" * 64)
    report = verify(path, package=PACKAGE)
    assert not report.ok
    assert report.differences == (2,)
    assert "Turn 3 does not come out" in report.notes[0]
    edit_header(path, numpy="1.0")
    assert "played with numpy 1.0" in verify(path, package=PACKAGE).notes[1]


def test_an_order_slipped_into_a_save_is_found_by_the_replay(finished: Path, tmp_path: Path) -> None:
    path = tmp_path / "log"
    shutil.copy(finished, path)
    slipped = [{"kind": "fund_research", "line": "thrifting", "rate": 1.0}]
    edit_turn(path, 3, orders={**turn_line(path, 3)["orders"], "arden": slipped})
    assert verify(path, package=PACKAGE).first_difference == 3


def test_a_full_disk_does_not_stop_the_match(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match = load(saved)
    expected = play_out(load(saved, turn=4), SCRIPT).control.state.digest()
    real = os.write

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        play_turn(match, SCRIPT[4])
        assert "the disk is full" in match.save_problem
        assert "save it elsewhere" in match.save_problem
        assert os.write is not real
    copy = tmp_path / "elsewhere" / "copy.chokepoint"
    match.save_as(copy)
    assert match.log_path == copy
    assert match.save_problem == ""
    play_out(match, SCRIPT)
    assert match.control.state.digest() == expected
    assert len(log.read(copy).turns) == 10


def test_the_next_turn_writes_what_a_full_disk_kept_back(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match = load(saved)
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_write", _fail)
        for seat in PEOPLE:
            match.seal(seat)
        match.resolve()
        assert "the disk is full" in match.save_problem
    play_turn(match, {})
    assert match.save_problem == ""
    assert load(saved).control.reports == match.control.reports


def _fail(writer: Writer, data: bytes, *, sync: bool) -> None:
    raise OSError(28, "No space left on device")


def test_a_log_that_cannot_be_created_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="could not be written"):
        open_match(PACKAGE, seed=1, log=tmp_path / "file" / "log")


def test_a_match_without_a_log_can_be_saved_later(tmp_path: Path, seed: int) -> None:
    match = play(PACKAGE, SCRIPT[:2], seed=seed)
    assert match.log_path is None
    match.save_as(tmp_path / "late")
    play_turn(match, {})
    assert load(tmp_path / "late").control.state.digest() == match.control.state.digest()


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_but_unsent_orders(tmp_path: Path) -> None:
    """Real processes, killed for real again and again while they play; what they told of is in the save."""
    path, turns = tmp_path / "log", 10
    expected = [report.digest for report in play(PACKAGE, SCRIPT, seed=11).control.reports]
    rng = np.random.default_rng(1)
    kills = 0
    with _program(path, seed=11, turns=turns) as program:
        for _ in range(12):
            told = _run_and_kill(program, float(rng.uniform(0.0, 0.006)))
            if path.exists() and path.read_bytes().count(b"\n"):
                kills += 1
                known = [report.digest for report in load(path, way=Way.READ).control.reports]
                assert known == expected[: len(known)]
                assert len(known) >= told
                if len(known) == turns:
                    break
        assert _told(_run(program)) in (0, turns)
    assert [report.digest for report in load(path).control.reports] == expected
    assert kills >= 2


@contextmanager
def _program(path: Path, seed: int, turns: int) -> Iterator[subprocess.Popen[str]]:
    """A program that plays on in a process of its own whenever it is asked to."""
    command = [sys.executable, "-m", "tests.session.match_program", "--again", str(path), str(seed), str(turns)]
    one_thread = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=one_thread) as program:
        yield program
        assert program.stdin is not None
        program.stdin.close()
        assert program.wait() == 0


def _run(program: subprocess.Popen[str], delay: float | None = None) -> list[str]:
    """What one process told; with `delay`, it is killed so long after its first turn (or when it ends)."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("play\n")
    program.stdin.flush()
    process, lines = int(program.stdout.readline()), [program.stdout.readline()]
    if delay is not None and lines != ["gone\n"]:
        time.sleep(delay)
        with suppress(ProcessLookupError):  # it may have ended by now
            os.kill(process, signal.SIGKILL)
    while lines[-1] != "gone\n":
        lines.append(program.stdout.readline())
    return lines[:-1]


def _run_and_kill(program: subprocess.Popen[str], delay: float) -> int:
    return _told(_run(program, delay))


def _told(lines: list[str]) -> int:
    """The last turn that was told of."""
    return max((int(line.split()[0]) for line in lines if line.endswith("\n")), default=0)


def test_a_save_outlives_a_metric_that_is_recorded_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry, path = METRICS["tension"], tmp_path / "old.chokepoint"
    plain = replace(entry, recorded=Recorded.NEVER, chart=None, great=0.0, key_figure=False)
    monkeypatch.setitem(METRICS, "tension", plain)
    play(PACKAGE, SCRIPT[:4], seed=5, log=path)
    monkeypatch.setitem(METRICS, "tension", entry)
    match = load(path)
    view = match.view("arden")
    assert next(one for one in view.indicators if one.key == "tension").change == 0.0
    assert "tension" not in {series.key for series in view.series}
    play_out(match, SCRIPT)
    assert match.result("arden").turning_points
