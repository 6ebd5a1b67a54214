"""A disk that is full at the last turn: the match stays in the terminal until it is kept somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.doctrines import load_match
from game.session.saves.loading import Way
from game.session.saves.replay import verify

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files")]

_PROGRAM = """
import resource, sys
from game.cli.main import main
from game.session.match import Match

lifted, played, kept = sys.argv.pop(1) == "lifted", Match.resolve, Match.save_as

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def resolve(match, watch=None):
    if match.turn == 13:  # the last: from now on no file grows beyond what this one has
        limit(match.log_path.stat().st_size + 100)
    played(match, watch)

def save_as(match, path):
    if lifted:
        limit(resource.RLIM_INFINITY)
    kept(match, path)

Match.resolve, Match.save_as = resolve, save_as
main()
"""


def _played(limit: str, *rest: str) -> subprocess.CompletedProcess[str]:
    words = ["play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7"]
    typed = "\n" + "end\ny\n" * 14 + "".join(f"{line}\n" for line in rest)
    command = [sys.executable, "-c", _PROGRAM, limit, *words]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=120)


def test_a_match_that_cannot_be_written_at_its_end_is_offered_another_place(tmp_path: Path, home: Path) -> None:
    small = tmp_path / "small.chokepoint"

    done = _played("stays", "/dev/full", str(tmp_path), "~nobody_has_this/x", str(small), "")

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.count("Another file to write the match to") == 5
    assert "grow beyond the limit" in done.stdout
    assert "it is a folder" in done.stdout
    assert "nobody here has that folder" in done.stdout
    assert "The match is kept" not in done.stdout
    assert not small.exists()
    (save,) = (home / "saves").glob("*.chokepoint")
    assert load_match(save, way=Way.READ).turn == 13


def test_what_does_not_fit_one_place_is_kept_in_another(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.chokepoint"

    done = _played("lifted", str(elsewhere))

    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"chokepoint report \S*elsewhere", done.stdout)
    assert load_match(elsewhere, way=Way.READ).finished
    assert verify(elsewhere).ok
