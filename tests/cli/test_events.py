"""``chokepoint events``: a list begun, checked, and every finding told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_list_is_begun_and_checked(run: Run, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"list{suffix}"
    assert run("events", "template", "first_steps", "--out", str(file)).out.splitlines() == [str(file)]
    checked = run("events", "check", str(file), "--scenario", "first_steps")
    assert checked.code == 0
    assert "events, no findings" in checked.out
    again = run("events", "template", "first_steps", "--out", str(file))
    assert (again.code, "there is such a file already" in again.err) == (2, True)


def test_findings_are_told_with_an_exit_code(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("serial,turn,message,model effect\n1,99,a,\n1,,b,fire(nothing)\n", encoding="utf-8")
    checked = run("events", "check", str(file), "--scenario", "first_steps")
    assert checked.code == 1
    assert [line.partition(":")[0] for line in checked.out.splitlines()] == [
        "bad.csv, row 2, column turn",
        "bad.csv, row 3, column serial",
        "bad.csv, row 3, column model effect",
        "3 findings",
    ]
    assert run("events", "template", "first_steps", "--out", str(tmp_path / "list.txt")).code == 2
