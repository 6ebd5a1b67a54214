"""Seats led by looking ahead: they find what pays, remember, and are the same in a batch, in a save and alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from game.content import load
from game.content.package import Doctrine, LooksAhead, Package, Stop
from game.doctrines import leader_of, load_match, open_match, run_batch
from game.engine import start
from game.orders import Order
from game.session.match import Match
from game.session.sight import Sight
from tests.doctrines.shallow import shallow
from tests.secrecy.change import changes
from tests.session.small_package import small_package
from tests.small_world import seeds

SHIPPED = "embargo_2010"


def _bind(package: Package, ahead: LooksAhead, doctrine: str, seat: str) -> Doctrine:
    bound = package.bind_doctrine(doctrine, seat)
    return replace(bound, ahead=ahead) if doctrine == "careful" else bound


def looking(futures: int = 4, months: int = 6, aim: str = "mean", stop: Stop | None = None) -> Package:
    """The small package, whose careful doctrine looks ahead."""
    package = small_package()
    return replace(package, bind_doctrine=partial(_bind, package, LooksAhead(futures, months, aim, 10.0, stop)))


def test_rules_come_first_and_what_was_tried_after_them() -> None:
    package = looking()
    leader = leader_of(package, "careful", "arden")
    state = start.begin(package.world, seeds(1))
    found = leader.orders(Sight(package.world, state, 0), 0, np.ones(1, dtype=bool))
    by_rule = leader_of(small_package(), "careful", "arden").orders(
        Sight(package.world, state, 0), 0, np.ones(1, dtype=bool)
    )
    assert [one.order for one in found[: len(by_rule)]] == [one.order for one in by_rule]
    assert {one.reason for one in found[len(by_rule) :]} == {"Tried in many futures, it did best."}
    again = leader_of(package, "careful", "arden")
    assert [one.order for one in again.orders(Sight(package.world, state, 0), 0, np.ones(1, dtype=bool))] == [
        one.order for one in found
    ]


def test_where_nobody_asks_nothing_is_tried() -> None:
    package = looking()
    state = start.begin(package.world, seeds(2))
    leader = leader_of(package, "careful", "arden", 2)
    found = leader.orders(Sight(package.world, state, 0), 0, np.array([False, True]))
    assert all(not one.where[0] for one in found)


@pytest.mark.slow
def test_it_is_the_same_in_a_batch_alone_and_from_a_save(tmp_path: Path, seed: int) -> None:
    package = looking(8, 12, "worst_tenth", Stop(0.5, 0.9, 3))
    batch = run_batch(package, np.array([seed, seed + 1], dtype=np.uint64))
    path = tmp_path / "log"
    match = open_match(package, seed=seed, log=path)
    for turn in range(package.world.calendar.turns):
        if turn in (3, 6):
            match = load_match(path, package=package)
        match.resolve()
    assert match.control.state.digest() == batch.pick(0).digest()


@pytest.mark.slow
def test_no_secret_of_a_script_changes_what_is_ordered() -> None:
    package = shallow(load(SHIPPED), 8, 6)
    match = open_match(package, seed=5)
    for _ in range(2):
        match.resolve()
    wanted = _ordered(match)
    assert wanted
    for mark, change in changes().items():
        if mark.startswith("world."):
            assert _ordered(change(match, 0, 2.5)) == wanted, mark


def _ordered(match: Match) -> list[Order]:
    """What the forecaster in the first seat orders."""
    package, state = match.control.package, match.control.state
    leader = leader_of(package, "forecaster", match.seats[0])
    everywhere = np.ones(1, dtype=bool)
    return [one.order for one in leader.orders(Sight(package.world, state, 0), match.turn, everywhere)]
