"""What cannot be done is said in one line with an exit code, and never as a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.session.saves import list_saves
from tests.cli.conftest import Run
from tests.examples import sparing


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plya"], "Did you mean 'play'"),
        (["play", "--txt"], "--text"),
        (["simulate"], "missing argument"),
        (["simulate", "embargo_2011"], "did you mean 'embargo_2010'?"),
        (["simulate", "something_else"], "there is cobalt_2018_2025, cobalt_2025, embargo_2010"),
        (["simulate", "embargo_2010", "--doctrine", "japn=hedger"], "did you mean 'japan'?"),
        (["simulate", "embargo_2010", "--doctrine", "japan=hedge"], "did you mean 'hedger'?"),
        (["simulate", "embargo_2010", "--doctrine", "japan"], "SEAT=DOCTRINE"),
        (["simulate", "embargo_2010", "--runs", "4", "--save", "x"], "leave them out"),
        (["simulate", "embargo_2010", "--runs", "4", "--monthly", "x"], "leave them out"),
        (["simulate", "embargo_2010", "--runs", "0"], "--runs"),
        (["play", "embargo_2010", "--text", "--seat", "jpan"], "did you mean 'japan'?"),
        (["play", "embargo_2010", "--text", "--players", "japan"], "SEAT=NAME"),
        (["play", "embargo_2010", "--text", "--players", "japan=Ann;usa=Ben"], "SEAT=NAME"),
        (["play", "embargo_2010", "--text", "--players", "japan=Ann; Ben"], "SEAT=NAME"),
        (["play", "embargo_2010", "--text", "--players", "japan=Ann usa=Ben"], "SEAT=NAME"),
        (["play", "embargo_2010", "--text", "--players", "japan=Ann,"], "SEAT=NAME"),
        (["play", "embargo_2010", "--text", "--players", "japan=Ann,Japan=Ben"], "japan is given twice"),
        (["simulate", "embargo_2010", "--doctrine", "Japan=hedger", "--doctrine", "japan=hedger"], "given twice"),
        (["play", "embargo_2010", "--load", "x"], "leave out the others"),
        (["play", "--turn", "2"], "--load"),
        (["check", "nowhere"], "no folder"),
        (["replay", "x", "--verify", "--turn", "1"], "leave out --turn"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_is_answered_in_one_line(run: Run, words: list[str], said: str) -> None:
    outcome = run(*words)

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("chokepoint: ")
    assert said in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize(
    "words", [["replay"], ["replay", "--verify"], ["report", "--out", "out"], ["play", "--text", "--load"]]
)
def test_a_missing_save_is_named(run: Run, tmp_path: Path, words: list[str]) -> None:
    outcome = run(*words, str(tmp_path / "lost.chokepoint"))

    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "lost.chokepoint" in outcome.err


def test_a_folder_in_the_place_of_a_file_is_named(run: Run, tmp_path: Path) -> None:
    outcome = run("simulate", "embargo_2010", "--json", str(tmp_path))

    assert outcome.code == 1
    assert str(tmp_path) in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err


def test_a_place_where_no_monthly_figures_can_be_written_is_named_before_the_match(run: Run, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "months.csv"):
        outcome = run("simulate", "embargo_2010", "--monthly", str(place))

        assert outcome.code == 1
        assert outcome.out == ""
        assert outcome.err.startswith(f"chokepoint: {place}: ")
        assert outcome.err.count("\n") == 1
    assert not list(tmp_path.glob("*_dictionary*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_disk_too_full_for_monthly_figures_is_named(run: Run) -> None:
    outcome = run("simulate", "embargo_2010", "--monthly", "/dev/full")

    assert (outcome.code, outcome.err) == (1, "chokepoint: /dev/full: no space left on device\n")


@pytest.mark.parametrize("words", [[], ["play", "embargo_2010"]], ids=["bare", "play"])
def test_without_a_display_the_terminal_is_offered(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)

    outcome = run(*words)

    assert outcome.code == 1
    assert "--text" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_fault_of_the_program_leaves_its_traceback_in_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("game.content.list_scenarios", broken)

    outcome = run("scenarios")

    (report,) = (home / "crashes").iterdir()
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "ZeroDivisionError: boom" in outcome.err
    assert report.name in outcome.err
    assert "in broken" in report.read_text(encoding="utf-8")


def test_ctrl_c_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.content.list_scenarios", interrupted)

    outcome = run("scenarios")

    assert outcome.code == 130
    assert "Traceback" not in outcome.err
    assert not home.exists()


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_fault() -> None:
    program = [sys.executable, "-m", "game.cli.main", "scenarios"]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)

    assert done.stderr == ""
    assert done.returncode == 1


@pytest.mark.slow
def test_a_full_disk_is_named(run: Run) -> None:
    full = Path("/dev/full")
    program = [sys.executable, "-m", "game.cli.main", "scenarios"]
    if not full.exists():  # only Linux has it: elsewhere a folder in the place of the file must do
        assert run("simulate", "embargo_2010", "--monthly", str(Path.cwd())).code == 1
        return

    with full.open("w", encoding="utf-8") as output:
        done = subprocess.run(program, stdout=output, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == "chokepoint: cannot write or read: no space left on device\n"
    assert "no space left" in run("simulate", "embargo_2010", "--json", str(full)).err


@pytest.mark.slow
def test_a_terminal_that_lacks_letters_gets_others() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    program = [sys.executable, "-m", "game.cli.main", "play", "embargo_2010", "--text", "--seat", "japan"]

    done = subprocess.run(
        program, input="\nsituation\nprojects\n", capture_output=True, text=True, check=False, env=environment
    )

    assert done.returncode == 0, done.stderr
    assert "Situation" in done.stdout


@sparing("words", [[], ["--text"]], 0)
def test_a_save_is_opened_by_its_path(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    run("play", "embargo_2010", "--text", "--seat", "japan", typed="\nend\ny\n")
    (save,) = list_saves()

    outcome = run(str(save.path), *words, typed="situation\n")

    assert ("turn 2 of 14" in outcome.out) == bool(words)
    assert ("there is no display" in outcome.err) != bool(words)


def test_a_path_that_is_no_save_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all\n", encoding="utf-8")

    assert "letter.txt, line 1: this is not a save" in run(str(tmp_path / "letter.txt"), "--text").err
    assert "gone.chokepoint cannot be read" in run(str(tmp_path / "gone.chokepoint"), "--text").err


@pytest.mark.parametrize("name", ["\udcff", "A\0", "\x1b[2J", "x" * 300])
def test_a_name_that_nobody_can_have_is_refused_where_it_is_typed(run: Run, name: str) -> None:
    outcome = run("play", "embargo_2010", "--text", "--players", f"japan={name}")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("chokepoint: --players: a name has")
    assert outcome.err.count("\n") == 1
    assert not list_saves()


@sparing("name", ["x" * 300, "\udcff", "a\udfff", "~nobody_has_this/x", ".", "/", "deep/" * 2000], 0, 4)
def test_a_path_that_no_disk_takes_ends_no_match(run: Run, name: str) -> None:
    outcome = run("play", "embargo_2010", "--text", "--seat", "japan", typed=f"\nsave {name}\ny\nend\ny\n")

    assert (outcome.code, outcome.err) == (0, "")
    assert "turn 2 of 14" in outcome.out


def test_names_of_saves_are_such_as_the_platform_can_write() -> None:
    """In the locale C, without the ways in which Python mends it, no file name has an umlaut."""
    program = "import os; from game.session.saves import new_path; print(os.fsencode(new_path('h\\xe4ndel').name))"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.startswith("b'h")
