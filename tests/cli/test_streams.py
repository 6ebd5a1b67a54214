"""Closed and full streams, and readers that go away: one clear line where there is a place for it, and an exit code."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from game.content.package import Package
from game.doctrines import open_match
from tests.cli.program import CHOKEPOINT
from tests.session.scripts import play_out

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a shell, and a disk that is always full"),
]

CLOSED = "the output is closed: nothing can be written to it"
FULL = "cannot write or read: no space left on device"


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory, package: Package) -> Path:
    path = tmp_path_factory.mktemp("saved") / "match.chokepoint"
    match = open_match(package, seed=1, people={"japan": "Ann"}, log=path)
    play_out(match)
    match.close()
    return path


def _words(name: str, save: Path, folder: Path) -> list[str]:
    known = {
        "help": "--help",
        "check": "check rules/rare_earths",
        "metrics": "check --metrics",
        "simulate": "simulate embargo_2010",
        "json": "simulate embargo_2010 --json -",
        "replay": f"replay {save}",
        "verify": f"replay --verify {save}",
        "report": f"report {save} --out {folder}",
        "play": "play embargo_2010 --text --seat japan",
        "backtest": "backtest --draws 1",
    }
    return known.get(name, name).split()


def _shell(words: list[str], rest: str) -> subprocess.CompletedProcess[str]:
    line = f"set -o pipefail; {shlex.join([*CHOKEPOINT, *words])} {rest}"
    home = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, timeout=120, env=home)


@pytest.mark.parametrize(
    "name", ["help", "scenarios", "check", "simulate", "replay", "verify", "report", "play", "backtest"]
)
def test_a_closed_output_is_said(name: str, save: Path, tmp_path: Path) -> None:
    done = _shell(_words(name, save, tmp_path), ">&- </dev/null")

    assert (done.returncode, done.stderr) == (1, f"chokepoint: {CLOSED}\n")


@pytest.mark.parametrize("name", ["--version", "json", "metrics", "play", "report"])
def test_a_full_output_is_said(name: str, save: Path, tmp_path: Path) -> None:
    done = _shell(_words(name, save, tmp_path), ">/dev/full </dev/null")

    assert (done.returncode, done.stderr) == (1, f"chokepoint: {FULL}\n")


@pytest.mark.parametrize("name", ["metrics", "replay", "play"])
def test_a_reader_of_one_line_is_no_fault(name: str, save: Path, tmp_path: Path) -> None:
    done = _shell(_words(name, save, tmp_path), "</dev/null | head -1")

    assert done.returncode in {0, 1}
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("closed", ["<&-", "2>&- </dev/null", "2>/dev/full </dev/null", "<&- 2>&-"])
def test_without_stdin_and_stderr_all_goes_on(closed: str, save: Path, tmp_path: Path, home: Path) -> None:
    for name in ("simulate", "play"):
        done = _shell(_words(name, save, tmp_path), closed)
        assert (done.returncode, done.stderr) == (0, ""), name
        assert done.stdout
    assert not (home / "crashes").exists()


def test_a_closed_output_never_becomes_the_file_of_a_save(tmp_path: Path) -> None:
    kept = tmp_path / "kept.chokepoint"

    done = _shell(["simulate", "embargo_2010", "--save", str(kept)], "<&- >&- 2>&-")

    assert done.returncode == 1
    assert _shell(["replay", "--verify", str(kept)], "").returncode == 0


def test_pictures_need_no_window(save: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "no_such_backend")

    assert _shell(["report", str(save), "--out", str(tmp_path / "out")], "").returncode == 0
