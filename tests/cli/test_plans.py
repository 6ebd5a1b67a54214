"""Plans in ``chokepoint simulate``: replayed as a person would play them, and refused where they are wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.lab.small_files import CRISIS

PLAN = """\
format: 1
kind: plan
seat: island
orders:
  - turn: 1
    order: {kind: set_posture, posture: engage}
  - turn: 1
    order: {kind: fund_project, project: big_plant, instrument: loan, public_share: 0.5}
  - turn: 2
    order: {kind: fund_research, line: sorting, rate: 5}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "island.yaml"
    project = next(iter(_projects()))
    path.write_text(PLAN.replace("big_plant", project), encoding="utf-8")
    return path


def _projects() -> tuple[str, ...]:
    from game.content import load

    return load(CRISIS).world.names.projects


def test_a_match_by_a_plan_is_the_match_of_the_ensemble(run: Run, plan: Path) -> None:
    words = ("simulate", str(CRISIS), "--plan", str(plan), "--json", "-")
    ensemble = json.loads(run(*words, "--runs", "2").out)
    own = next(iter(ensemble["digests"]))

    alone = json.loads(run(*words, "--seed", own).out)
    idle = json.loads(run("simulate", str(CRISIS), "--json", "-", "--seed", own).out)

    assert alone["digest"] == ensemble["digests"][own]
    assert alone["digest"] != idle["digest"]


def test_the_text_says_that_a_plan_leads(run: Run, plan: Path) -> None:
    outcome = run("simulate", str(CRISIS), "--plan", str(plan), "--seat", "union")

    assert outcome.code == 0
    assert "Union, led by plan:" in outcome.out


def test_everything_wrong_in_a_plan_is_told_with_its_place(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    text = text.replace("island", "islnd").replace("turn: 2", "turn: 9").replace("engage", "engag")
    plan.write_text(text.replace("sorting", "sortin"), encoding="utf-8")

    outcome = run("simulate", str(CRISIS), "--plan", str(plan))

    assert outcome.code == 1
    lines = [line.rpartition(f"{plan.name}:")[2] for line in outcome.err.splitlines() if plan.name in line]
    assert lines == [
        "3:7: unknown seat 'islnd', perhaps 'island'",
        "6:41: text 'engag' is no choice here, perhaps 'engage'",
        "9:11: turn 9 does not come, the match has 4 turns",
        "10:40: unknown line 'sortin', perhaps 'sorting'",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--seat", "island"), "give one for each --plan"),
        (("--plan", "{plan}"), "island is led already"),
        (("--doctrine", "island=idle"), "island is led already"),
    ],
    ids=["seats", "twice", "doctrine"],
)
def test_a_seat_is_led_in_one_way(run: Run, plan: Path, words: tuple[str, ...], told: str) -> None:
    first = () if words[0] == "--seat" else ("--plan", str(plan))

    outcome = run("simulate", str(CRISIS), *first, *(word.format(plan=plan) for word in words))

    assert outcome.code == 2
    assert told in outcome.err
