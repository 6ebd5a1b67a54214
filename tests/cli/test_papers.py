"""What a facilitator makes before and after a session, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import load
from game.doctrines import open_match
from tests.cli.conftest import Run


@pytest.mark.slow
def test_several_saves_make_one_page_and_what_is_left_out_is_an_exit_code(run: Run, tmp_path: Path) -> None:
    for name, seed in (("ann", 1), ("bo", 2)):
        match = open_match(load("first_steps"), seed=seed, people={"japan": name}, log=tmp_path / f"{name}.chokepoint")
        match.seal("japan")
        match.resolve()
        match.close()
    saves = [str(tmp_path / f"{name}.chokepoint") for name in ("ann", "bo")]

    whole = run("report", *saves, "--out", str(tmp_path / "class"), "--decimal", ",", "--separator", "tab", "--xlsx")
    broken = run("report", *saves, str(tmp_path / "cy.chokepoint"), "--out", str(tmp_path / "class"))
    wrong = run("report", *saves, "--out", str(tmp_path / "class"), "--decimal", ",")

    assert (whole.code, broken.code, wrong.code) == (0, 1, 2), (whole.err, broken.err, wrong.err)
    assert whole.out.splitlines()[-1].endswith("results.xlsx")
    assert "ann and bo; told is what the seat of each may know" in whole.err
    assert "cy.chokepoint: no such file" in broken.err
    assert "1 of 3 saves is left out" in broken.err
    assert "they have to differ" in wrong.err
    rows = (tmp_path / "class" / "results.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[1] for row in rows] == ["player", "ann", "bo"]


@pytest.mark.slow
def test_a_session_is_rehearsed_and_told_on_screen_and_page(run: Run, tmp_path: Path) -> None:
    outcome = run(
        "rehearse", "first_steps", "--runs", "3", "--processes", "1", "--preset", "20", "--out", str(tmp_path)
    )

    assert outcome.code == 0, outcome.err
    assert "3 matches of seed 1" in outcome.out
    assert "Minutes of the session" in outcome.out
    assert "What may go wrong" in (tmp_path / "index.html").read_text(encoding="utf-8")
