"""The writer: what is on disk after each append, and after each way to fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.session.faults import SaveError
from game.session.saves.lock import Hold
from game.session.saves.log import Place
from game.session.saves.writer import Writer


def test_each_append_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "log"
    writer = Writer.create(path, ["one"])
    writer.write(["one", "two", "drei ß"])
    assert path.read_text(encoding="utf-8") == "one\ntwo\ndrei ß\n"


def test_every_append_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    writer = Writer.create(tmp_path / "log", ["one"])
    before = len(synced)
    writer.write(["one", "two"])
    assert len(synced) == before + 1


def test_an_earlier_file_of_the_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("precious")
    assert Writer.create(path, ["one"]).path == tmp_path / "log (2)"
    assert path.read_text() == "precious"


def test_a_torn_tail_is_cut_off_by_the_next_line(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("one\ntw")
    Writer(path, Place(4, 6, closed=True), Hold(path), lines=1).write(["one", "two"])
    assert path.read_text() == "one\ntwo\n"


def test_a_full_device_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="the disk is full"):
        Writer(Path("/dev/full"), Place(0, 0, closed=True), Hold(tmp_path / "full")).write(["one"])


@pytest.mark.parametrize(("part", "what"), [("file/log", "not a folder"), ("folder", "it is a folder")])
def test_impossible_places_are_named(tmp_path: Path, part: str, what: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match=what):
        Writer.create(tmp_path / part, ["one"])


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # permissions do not bind the user that runs tests in a container
    with pytest.raises(SaveError, match="you may not write there"):
        Writer.create(tmp_path / "log", ["one"])


def test_lines_that_failed_are_written_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log"
    writer = Writer.create(path, ["one"])
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:1]) if len(data) > 3 else _full())
    with pytest.raises(SaveError, match="the disk is full"):
        writer.write(["one", "two"])
    monkeypatch.setattr(os, "write", real)
    writer.write(["one", "two", "three"])
    assert path.read_text() == "one\ntwo\nthree\n"


def _full() -> int:
    raise OSError(28, "No space left on device")


def test_a_log_that_vanished_or_shrank_does_not_come_back_with_a_hole(tmp_path: Path) -> None:
    path = tmp_path / "log"
    writer = Writer.create(path, ["one"])
    path.write_text("o")
    with pytest.raises(SaveError, match="another program has shortened the file"):
        writer.write(["one", "two"])
    path.unlink()
    with pytest.raises(SaveError, match="gone"):
        writer.write(["one", "two", "three"])
    assert not path.exists()


def test_a_limit_on_file_size_is_met_like_a_full_disk(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from game.session.faults import SaveError
from game.session.saves.lock import Hold
from game.session.saves.log import Place
from game.session.saves.writer import Writer
path = Path(sys.argv[1])
lines = ["x" * 500, "y" * 600]
writer = Writer.create(path, lines[:1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    writer.write(lines)
except SaveError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
writer.write([*lines, "z"])
"""
    path = tmp_path / "log"
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert "grow beyond the limit" in run.stdout
    assert path.read_text().split("\n") == ["x" * 500, "y" * 600, "z", ""]
