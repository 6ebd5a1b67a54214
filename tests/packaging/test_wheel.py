"""What a person gets who installs the wheel and has never seen the checkout."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from game import __version__
from tests.packaging.conftest import ROOT, Installed

pytestmark = pytest.mark.slow

_ONE_FRAME = """
import game
from game.desktop import app

def one_frame(self):
    self.frame()
    print(game.__file__, *self.surface.get_size())

app.App.loop = one_frame
raise SystemExit(app.run(%s))
"""


def test_the_wheel_holds_rules_scenarios_and_assets(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        packed = set(wheel.namelist())

    kept = [path for name in ("rules", "scenarios", "assets") for path in (ROOT / name).rglob("*") if path.is_file()]
    wanted = {f"game/data/{path.relative_to(ROOT).as_posix()}" for path in kept if "__pycache__" not in path.parts}
    assert wanted <= packed
    assert {"game/reports/debrief.html.j2", "game/lab/backtest/page.html.j2"} <= packed
    pages = [path for path in (ROOT / "game/server/page").rglob("*") if path.is_file()]
    assert {path.relative_to(ROOT).as_posix() for path in pages} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "rules/", "scenarios/"))]


def test_the_program_runs_outside_the_checkout(installed: Installed) -> None:
    where = installed.run("python", "-c", "import game.places as p; print(p.__file__, p.data('rules'))")

    assert str(ROOT) not in where
    assert installed.run("chokepoint", "--version") == f"chokepoint {__version__}\n"
    assert "embargo_2010" in installed.run("chokepoint", "scenarios")


def test_a_match_is_simulated_saved_verified_and_debriefed(installed: Installed) -> None:
    told = installed.run(
        "chokepoint", "simulate", "embargo_2010", "--seed", "1", "--json", "-", "--save", "one.chokepoint"
    )

    assert len(json.loads(told)["digest"]) == 64
    assert "every digest is equal" in installed.run("chokepoint", "replay", "one.chokepoint", "--verify")
    installed.run("chokepoint", "report", "one.chokepoint", "--out", "debrief")
    assert (installed.folder / "debrief" / "index.html").stat().st_size > 1000


def test_history_is_tested_and_drawn(installed: Installed) -> None:
    told = installed.folder / "facts.json"
    words = ("backtest", "--draws", "2", "--json", str(told), "--out", "history")
    installed.run("chokepoint", *words, code=(0, 1))  # a documented fact may fail with two draws

    assert len(json.loads(told.read_text(encoding="utf-8"))["facts"]) > 30
    assert "<svg" in (installed.folder / "history" / "index.html").read_text(encoding="utf-8")


def test_the_packed_rules_are_without_findings(installed: Installed) -> None:
    folder = installed.run("python", "-c", "import game.places as p; print(p.data('rules') / 'rare_earths')").strip()

    assert installed.run("chokepoint", "check", folder).startswith("no findings\n")


@pytest.mark.parametrize(
    "arguments", ["", "scenario='embargo_2010', seed=1, seats={'japan': 'Ann'}"], ids=["title", "match"]
)
def test_the_window_draws_a_frame(installed: Installed, arguments: str) -> None:
    file, width, height = installed.run("python", "-c", _ONE_FRAME % arguments).split()[-3:]

    assert not Path(file).is_relative_to(ROOT)
    assert int(width) > 0
    assert int(height) > 0
