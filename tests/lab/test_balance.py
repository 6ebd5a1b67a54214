"""The balance: every gate is measured, whatever the number of processes, and the page says what was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content import load, load_plan
from game.content.gates import load_gates
from game.content.plan import Plan, Planned
from game.lab.balance import plan_files
from game.lab.balance.ground import Ground
from game.lab.balance.judged import _MEASURES, Row, Value, rows
from game.lab.balance.minister import idle
from game.lab.balance.page import page
from game.lab.balance.rival import main
from game.lab.balance.sizes import Sizes
from game.lab.balance.study import Study, study
from game.lab.balance.table import lines
from game.lab.balance.words import Words
from game.lab.tables import bench as room
from game.lab.tables.bench import Bench, Job
from game.lab.tables.clashes import opposed
from game.lab.tables.hands import Setting, usual
from game.lab.tournament.draw import foresighted
from game.orders import parse
from tests.doctrines.shallow import shallow
from tests.lab.small_files import CRISIS
from tests.session.small_package import small_package

TINY = Sizes("tiny", 2, 2, 4, 1, 1, 1, 1, 2, 1, 1, 2, 0)


@pytest.fixture(scope="module")
def done() -> Study:
    return study(load(CRISIS), TINY, seats=["island"])


@pytest.mark.slow
def test_every_gate_is_measured_or_says_why_not(done: Study) -> None:
    gates = load_gates()
    found = rows(done, gates)

    assert {*_MEASURES} == {key for key, gate in gates.items() if not gate.open}
    assert [row.gate.key for row in found] == list(gates)
    assert all(row.why_not for row in found if row.holds is None)


@pytest.mark.slow
def test_a_plan_has_to_beat_those_that_look_ahead_too() -> None:
    package = shallow(load("embargo_2010"))
    ground = Ground(Bench(package), replace(TINY, ahead=1, ministers=1), 1, (0,))

    (by_rules,) = idle(replace(ground, sizes=replace(ground.sizes, ahead=0)))
    (found,) = idle(ground)

    assert foresighted(package, "japan") == ("forecaster", "pessimist")
    assert found.doctrine_points >= by_rules.doctrine_points
    assert ground.bench.package.bind_doctrine(by_rules.doctrine, "japan").ahead is None


def test_a_row_holds_if_all_its_values_do() -> None:
    gate = load_gates()["idle_points"]

    assert Row(gate, (Value("", 35.0),)).holds is True
    assert Row(gate, (Value("", 35.0), Value("", 35.1))).holds is False
    assert Row(gate, ()).holds is None


def test_the_table_fits_the_screen_and_the_page_tells_every_part(done: Study) -> None:
    found = rows(done, load_gates())
    shown, text = list(lines(done, found)), page(done, found)

    assert max(map(len, shown)) <= 100
    assert text.count("\n## ") == 10 + len(done.seats)
    words = Words(done.package)
    assert all(words.asked(row.gate) in text for row in found)
    assert "{" not in text


def test_one_seat_alone_is_looked_at(done: Study) -> None:
    assert done.seats == ("island",)
    assert len(done.best) == len(done.idle) == len(done.money) == 1


def test_the_best_plan_is_written_so_that_it_can_be_read_again(tmp_path: Path) -> None:
    orders = [
        Planned(1, parse({"kind": "set_stockpile", "good": "all", "target_days": 60, "pace_days": 4.5})),
        Planned(0, parse({"kind": "answer_agreement", "agreement": "together", "partner": "union", "accept": True})),
    ]
    file = plan_files.path_of(tmp_path, "island")
    file.parent.mkdir()
    file.write_text(plan_files.text("island", Plan.of(orders), 'The "best"'), encoding="utf-8")

    found = load_plan(CRISIS, file)

    assert (found.seat, found.text, found.plan.key) == ("island", 'The "best"', Plan.of(orders).key)


def test_a_forced_rule_fires_once_and_silent_ones_never() -> None:
    package = small_package()
    name = package.world.names.rules[0]
    silent = Setting(without_rules=package.world.names.rules)
    jobs = [Job((usual(package),), (1, 2), setting) for setting in (Setting(forced=(name, 7)), silent)]

    forced, quiet = room.Bench(package).play(jobs)

    assert forced.fired[0].tolist() == [[1.0, 1.0]]
    assert not quiet.fired.any()


def test_the_main_control_is_the_hardest_that_is_aimed_at_the_seat() -> None:
    world = load(CRISIS).world

    assert main(world, 0) == ("embargo",)


def test_rules_are_opposed_where_one_lifts_what_the_other_lowers() -> None:
    package = small_package()
    quota = package.world.rival_rules.does.get("quota")
    assert quota is not None
    table = np.array(quota, dtype=np.float64)
    table[0], table[1] = 0.5, 1000.0
    rules = replace(package.world.rival_rules, does={**package.world.rival_rules.does, "quota": table})

    assert (0, 1) in opposed(replace(package.world, rival_rules=rules))


@pytest.mark.slow
def test_processes_and_tiles_change_nothing(done: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "TILE", 3)

    shared = study(load(CRISIS), TINY, seats=["island"], processes=2)

    assert page(shared, rows(shared, load_gates())) == page(done, rows(done, load_gates()))
