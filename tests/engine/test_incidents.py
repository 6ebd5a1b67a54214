"""Incidents: on their date or on a condition, once, with what they do to tension, budget and demand."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.conditions import Atom, Condition, Reading
from game.engine.world import Incident
from tests.orders.table import ARDEN, Table, calm
from tests.small_sections import ALLOY

HIT = np.array([0.3, 0.0, 0.0, 0.0, 0.0, 0.0])
NONE, EVEN = np.zeros(6), np.ones((6, 3))
LATE = Condition(((Atom(Reading("month"), 1, 4.0, or_equal=True),),), "month() >= 4")
NEVER = Condition(((Atom(Reading("month"), 1, 1e9, or_equal=True),),), "month() >= 1e9")


def play(*incidents: Incident, months: int = 10, matches: int = 1) -> Table:
    table = Table(calm(incidents=incidents), matches=matches)
    table.months(months)
    return table


def test_happens_on_its_date_once() -> None:
    table = play(Incident("clash", 3, None, 1.0, HIT, EVEN, 0, ""))
    assert table.state.incident_fired[0, 0] == 3
    (event,) = table.told("incident")
    assert (event.month, event.target, event.item, event.amount, event.cause) == (3, ARDEN, 0, 0.3, "incident:clash")


def test_happens_when_its_condition_first_holds() -> None:
    table = play(Incident("clash", -1, LATE, 1.0, HIT, EVEN, 0, ""))
    assert [event.month for event in table.told("incident")] == [4]


def test_a_date_with_a_condition_needs_both() -> None:
    early, never = Incident("a", 2, LATE, 1.0, HIT, EVEN, 0, ""), Incident("b", 5, NEVER, 1.0, HIT, EVEN, 0, "")
    table = play(early, never, Incident("c", 6, LATE, 1.0, HIT, EVEN, 0, ""))
    assert table.state.incident_fired[:, 0].tolist() == [-1, -1, 6]


def test_chance_decides_in_each_match() -> None:
    table = play(Incident("clash", 3, None, 0.4, HIT, EVEN, 0, ""), matches=400)
    assert (table.state.incident_fired[0] == 3).mean() == pytest.approx(0.4, abs=0.07)


def test_moves_tension_and_grants_money() -> None:
    quiet = play(months=4)
    struck = play(Incident("clash", 3, None, 1.0, HIT, EVEN, 0, "", 100.0 * HIT), months=4)
    assert struck.state.tension[ARDEN, 0] > quiet.state.tension[ARDEN, 0] + 0.25
    assert struck.state.budget[ARDEN] == pytest.approx(quiet.state.budget[ARDEN] + 30.0)


def test_demand_is_changed_while_it_lasts() -> None:
    slump = EVEN.copy()
    slump[ARDEN] = 0.5
    quiet, struck = Table(), Table(calm(incidents=(Incident("slump", 2, None, 1.0, NONE, slump, 3, ""),)))
    ratio = []
    for _ in range(7):
        quiet.months(1)
        struck.months(1)
        need = [float(table.state.flow_need[ARDEN, ALLOY, 0]) for table in (struck, quiet)]
        ratio.append(need[0] / need[1])
    assert ratio[:2] == pytest.approx([1.0, 1.0])
    assert max(ratio[2:5]) < 0.8
    assert min(ratio[5:]) > 0.8
