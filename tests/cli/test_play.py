"""What ``play`` hands to the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.desktop.app import NoDisplay
from game.session.saves import list_saves
from tests.cli.conftest import Run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """How the window was opened; it closes at once with exit code 0."""
    calls: list[dict[str, Any]] = []

    def window(**how: Any) -> int:
        calls.append(how)
        return 0

    monkeypatch.setattr("game.desktop.app.run", window)
    return calls


@pytest.mark.parametrize(
    ("words", "scenario", "seats"),
    [
        ([], None, None),
        (["play"], None, None),
        (["play", "embargo_2010"], "embargo_2010", {"japan": "Japan"}),
        (["play", "embargo_2010", "--seat", "usa"], "embargo_2010", {"usa": "United States"}),
        (["play", "embargo_2010", "--players", "japan=Ann, usa=Ben"], "embargo_2010", {"japan": "Ann", "usa": "Ben"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_window_opens_where_it_was_asked_to(
    run: Run, opened: list[dict[str, Any]], words: list[str], scenario: str | None, seats: dict[str, str] | None
) -> None:
    outcome = run(*words)

    assert outcome.code == 0, outcome.err
    ((asked,),) = (opened,)
    package = asked.pop("scenario")
    assert (package and package.scenario) == scenario
    assert asked == {"seed": None, "save": None, "seats": seats, "red_cell": "", "joined": None}


def test_a_save_opens_in_the_window_and_may_branch_off(run: Run, opened: list[dict[str, Any]]) -> None:
    run("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "3", typed="\n" + "end\ny\n" * 3)
    (save,) = list_saves()

    run("play", "--load", str(save.path))
    run("play", "--load", str(save.path), "--turn", "2")

    whole, branch = (Path(how["save"]) for how in opened)
    assert whole == save.path
    assert branch != save.path
    assert {info.path: info.turn for info in list_saves()} == {whole: 3, branch: 1}


def test_a_screen_that_cannot_be_had_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def window(**how: Any) -> int:
        raise NoDisplay("There is no screen to open a window on. Play in this terminal with: chokepoint play --text")

    monkeypatch.setattr("game.desktop.app.run", window)

    outcome = run("play")

    assert outcome.code == 1
    assert "--text" in outcome.err
