"""What rule files say of builders and their money reaches the world, and what they leave out changes nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from game.content import load
from game.engine.world import INSTRUMENTS, PHASES, World
from tests.content.broken import copy_of_good, found, patch

GRANT, LIABILITY = INSTRUMENTS.index("grant"), INSTRUMENTS.index("liability")


def changed(folder: Path, *changes: tuple[str, str, str]) -> World:
    """The world of the good files with some text put before another."""
    scenario = copy_of_good(folder)
    for file, before, text in changes:
        patch(folder, f"small/{file}.yaml", before, text + before)
    return load(scenario).world


def test_further_instruments(tmp_path: Path) -> None:
    grant = "  grant: {budget_cost: 0.1, offtake_factor: 0, loss_given_failure: 0, early_risk: 0.7, early_months: 0.8, "
    finance = changed(tmp_path, ("finance", "vetting:", f'{grant}assumed: true, why: "Drilling."}}\n')).finance
    assert finance.offered.tolist() == [True, True, True, False, True]
    assert (finance.budget_cost[GRANT], finance.early_risk[GRANT], finance.early_months[GRANT]) == (0.1, 0.7, 0.8)
    assert (finance.early_risk[:GRANT] == 1.0).all()
    assert finance.budget_cost[LIABILITY] == 0.0


def test_prospecting_and_partners(tmp_path: Path) -> None:
    world = changed(
        tmp_path,
        ("projects", "      feasibility:", "      prospecting: [12, 24, 36]\n"),
        ("projects", "    private:", "    partners: {from: 2010-10, price: 50}\n"),
    )
    projects = world.projects
    assert PHASES[projects.start_phase[0]] == "prospecting"
    assert projects.phase_high[0].tolist() == [36.0, 18.0, 30.0, 40.0, 12.0]
    assert (projects.partners_month[0], projects.partners_price[0]) == (9, 50.0)


def test_dividends(tmp_path: Path) -> None:
    dividends = 'dividends: {payout: 0.2, reserve: 1, assumed: true, why: "Owners wait."}\n'
    finance = changed(tmp_path, ("finance", "vetting:", dividends)).finance
    assert (finance.payout, finance.payout_reserve) == (0.2, 1.0)


def test_no_dividends_where_nothing_is_said(tmp_path: Path) -> None:
    assert changed(tmp_path).finance.payout == 0.0


def test_training(tmp_path: Path) -> None:
    world = changed(tmp_path, ("agreements", "    between:", "    staff: 1\n    staff_kept: 0.2\n"))
    assert (world.agreements.staff[0], world.agreements.staff_kept[0]) == (1.0, 0.2)
    assert not world.agreements.staff[1:].any()


def test_partners_are_always_there_where_nothing_is_said(tmp_path: Path) -> None:
    projects = changed(tmp_path).projects
    assert np.all(projects.partners_month == 0)
    assert np.all(projects.partners_price == 0.0)


STANDARDS = """format: 1
kind: environment
assumed: true
why: "A test needs no source."
low: {cost: 0.9, waste: 2, suspension: 0.01}
high: {cost: 1.2, licence_risk: 0.5, reputation: 0.02}
halt: 4
waste: {mine: {giant: 60, other: 12}, separation: 8}
"""


def test_standards_and_waste(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    (tmp_path / "small/environment.yaml").write_text(STANDARDS, encoding="utf-8")
    world = load(tmp_path / "crisis").world
    environment, names = world.environment, world.names
    assert environment.offers
    assert environment.cost.tolist() == [0.9, 1.0, 1.2]
    assert environment.licence_risk.tolist() == [1.0, 1.0, 0.5]
    assert environment.reputation.tolist() == [0.0, 0.0, 0.02]
    assert environment.suspension.tolist() == [0.01, 0.0, 0.0]
    assert environment.halt_months == 4.0
    assert environment.waste_rate.shape == (len(names.nations), len(names.stages))
    assert environment.waste_rate[world.rival].tolist() == [60.0, 8.0, 0.0]
    assert environment.waste_rate[0].tolist() == [12.0, 8.0, 0.0]


def test_no_standards_where_nothing_is_said(tmp_path: Path) -> None:
    environment = changed(tmp_path).environment
    assert not environment.offers
    assert not environment.waste_rate.any()


def test_a_doctrine_may_set_a_standard(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    order = "order: {kind: set_standard, standard: high}\n        once: true\n        reason: Clean.\n"
    rule = f"      - id: clean\n        when: standard(self) < 1\n        {order}"
    patch(tmp_path, "small/doctrines.yaml", "      - id: mine\n", rule + "      - id: mine\n")
    refused = "an order that is always refused, the rule set has no environment.yaml"
    assert found(tmp_path, tmp_path / "crisis") == [f"small/doctrines.yaml:15:23: {refused}"]
    (tmp_path / "small/environment.yaml").write_text(STANDARDS, encoding="utf-8")
    assert found(tmp_path, tmp_path / "crisis") == []


def test_what_is_wrong_with_standards_is_found(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    wrong = STANDARDS.replace("cost: 0.9", "cost: -1").replace("waste: {mine", "waste: {mien").replace("halt: 4\n", "")
    (tmp_path / "small/environment.yaml").write_text(wrong, encoding="utf-8")
    lines = found(tmp_path, tmp_path / "crisis")
    assert "small/environment.yaml:5:13: -1 is negative, expected 0 or more" in lines
    assert any("'halt' is missing" in line for line in lines)


def test_a_contested_site(tmp_path: Path) -> None:
    world = changed(tmp_path, ("sites", "    cost: 2\n", "    contested: {approval: 0.001, suspension: 0.01}\n"))
    place = int(np.flatnonzero(world.sites.protest)[0])
    assert (world.sites.protest[place], world.sites.suspension[place]) == (0.001, 0.01)
    assert np.count_nonzero(world.sites.protest) == 1
