"""Workforce: staff limit the projects of a host, agreements train more, and part of it stays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.engine import metrics
from game.engine.phases import project_staff
from game.engine.phases.project_chance import PERMITTING
from tests.orders.table import ARDEN, MINELAND, MORE_PLANT, NEW_MINE, RESCUE, SUPPLY, Table, calm

TRAINS = {"staff": np.array([1.0, 0.0]), "staff_kept": np.array([0.5, 0.0]), "months": np.array([36, 48])}
FEW = {"staff": np.array([3.0, 2.0, 20.0, 1.0, 1.0, 5.0])}
THREE_IN_MINELAND = {"site": np.array([6, 6, 6]), "failure": np.zeros(3)}


def at_work(**changes: Any) -> Table:
    """Three projects in a mining country that has staff for one of them."""
    table = Table(calm(agreements=TRAINS, economy=FEW, projects=THREE_IN_MINELAND, **changes), matches=2)
    table.state.project_phase[[NEW_MINE, MORE_PLANT, RESCUE]] = PERMITTING
    table.state.project_left[[NEW_MINE, MORE_PLANT, RESCUE]] = 40.0
    return table


def staff(table: Table, nation: str = "mineland") -> list[float]:
    return [float(number) for number in metrics.value(table.world, table.state, "staff", nation)]


def sign(table: Table, where: list[bool]) -> None:
    order = {"kind": "propose_agreement", "agreement": "supply", "partner": "mineland"}
    table.give(ARDEN, where, **order)


def test_without_training_the_later_projects_wait() -> None:
    table = at_work()
    table.months(4)
    assert table.state.project_left[:, 0].tolist() == [36.0, 40.0, 40.0]
    assert project_staff.waiting(table.world, table.state)[:, 0].tolist() == [False, True, True]
    assert staff(table) == [1.0, 1.0]


def test_training_lets_another_project_run_where_it_is_in_force() -> None:
    table = at_work()
    sign(table, [True, False])
    table.months(4)
    assert table.state.project_left[:, 0].tolist() == [36.0, 36.0, 40.0]
    assert table.state.project_left[:, 1].tolist() == [36.0, 40.0, 40.0]
    assert project_staff.waiting(table.world, table.state)[MORE_PLANT].tolist() == [False, True]


def test_part_of_the_training_stays() -> None:
    table = at_work()
    sign(table, [True, False])
    table.months(37)
    assert table.state.agreement[SUPPLY, ARDEN, MINELAND].tolist() == [0, 0]
    assert staff(table) == pytest.approx([2.5, 1.0])


def test_a_pupil_does_not_outgrow_its_teacher() -> None:
    table = at_work()
    table.state.staff[MINELAND] = 2.9
    sign(table, [True, False])
    table.months(37)
    assert staff(table) == pytest.approx([3.0, 2.9])


def test_the_teacher_learns_nothing() -> None:
    table = at_work()
    sign(table, [True, True])
    table.months(12)
    assert staff(table, "arden") == [3.0, 3.0]


def test_staff_of_several_nations_are_read_at_once() -> None:
    table = at_work()
    sign(table, [True, False])
    table.months(2)
    together = metrics.of_nations(table.world, table.state, "staff", 6)
    alone = [staff(table, nation) for nation in table.world.names.nations]
    assert together.tolist() == alone
