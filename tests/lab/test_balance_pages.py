"""The pages BALANCE.md that came along: their plans are still worth what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import places
from game.content import load, load_plan
from game.content.gates import load_gates
from game.content.package import Package
from game.lab.balance.page import FILE, POINTS_HEAD
from game.lab.balance.plan_files import FOLDER, path_of
from game.lab.balance.words import Words
from game.lab.runs.seeds import Draws
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import Hand, seats_of, usual, with_hands

PAGES = sorted(places.data("scenarios").glob(f"*/{FILE}"))
NEAR = 0.1
"""Points by which another processor's arithmetic may differ."""

by_scenario = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)


def _points(text: str) -> dict[str, tuple[float, float, float]]:
    """Seat to the points of its best plan, of the best doctrine and of doing nothing, as the page has them."""
    table = text.partition(f"| {' | '.join(POINTS_HEAD)} |\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]
    return {row[0]: (float(row[1]), float(row[3].split()[0]), float(row[4])) for row in rows}


def _doctrine(text: str, seat: str) -> str:
    found = re.search(rf"^\| {seat} \| [^|]*\| [^|]*\| [0-9.]+ \((\w+)\)", text, re.MULTILINE)
    assert found is not None
    return found[1]


SKIPPED = Hand()
"""Stands for a doctrine that looks ahead: half a minute a match, which `chokepoint balance` alone takes."""


def _by_rules(package: Package, text: str, seat: str) -> Hand:
    doctrine = _doctrine(text, seat)
    return SKIPPED if package.bind_doctrine(doctrine, seat).ahead else Hand(doctrine)


@pytest.mark.slow
@by_scenario
def test_plans_are_worth_what_the_page_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    package, told = load(path.parent), _points(text)
    sizes = re.search(r"--runs ([0-9]+) --seed ([0-9]+)", text)
    assert sizes is not None
    seeds = Draws(int(sizes[2]), int(sizes[1])).seeds
    names, base = seats_of(package), usual(package)
    assert list(told) == list(names)
    hands = {
        name: (
            Hand(plan=load_plan(path.parent, path_of(path.parent, name)).plan),
            _by_rules(package, text, name),
            Hand(),
        )
        for name in names
    }

    jobs = [
        Job(tuple(with_hands(base, {seat: hand}) for hand in hands[name]), seeds) for seat, name in enumerate(names)
    ]
    outcomes = Bench(package).play(jobs)

    for seat, name in enumerate(names):
        found = [
            mean
            for mean, hand in zip(outcomes[seat].of(seat).tolist(), hands[name], strict=True)
            if hand is not SKIPPED
        ]
        stated = [points for points, hand in zip(told[name], hands[name], strict=True) if hand is not SKIPPED]
        assert found == pytest.approx(stated, abs=NEAR), f"run: chokepoint balance {path.parent.name}"


@by_scenario
def test_a_page_has_a_row_for_every_gate_and_a_file_for_every_plan(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    package = load(path.parent)
    words = Words(package)

    missing = [gate.key for gate in load_gates().values() if words.asked(gate) not in text]

    assert missing == [], f"run: chokepoint balance {path.parent.name}"
    assert sorted(file.stem for file in (path.parent / FOLDER).iterdir()) == sorted(seats_of(package))
