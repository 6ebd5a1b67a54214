"""The facts of the history: every row of the list of stylised facts, with the numbers that stand there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.content import check, load, load_facts, load_record
from game.content.facts import FIT, HELD_OUT, WITHIN, Fact, Facts
from tests.content.broken import copy_of_good

HISTORY = "history_2008_2025"
BAND = tuple[float, float]


def about(target: float, share: float) -> tuple[float, float, float]:
    return target, target * (1 - share), target * (1 + share)


def within(target: float, by: float) -> tuple[float, float, float]:
    return target, target - by, target + by


def band(low: float, high: float, share: float) -> tuple[BAND, float, float]:
    return (low, high), low * (1 - share), high * (1 + share)


EXACT_60, EXACT_180 = (60, 60, 60), (180, 180, 180)
NUMBERS: dict[str, list[tuple[float | BAND, float, float]]] = {
    "A01": [within(0.90, 0.05), within(0.58, 0.05)],
    "A02": [(0.60, 0.55, 0.72)],
    "A03": [((0.95, 0.98), 0.91, 1.0), within(0.60, 0.04)],
    "A04": [within(0.70, 0.03)],
    "A05": [(0.85, 0.85, 1.0)],
    "A06": [(60, 45, 75)],
    "A07": [((18, 20), 12, 26)],
    "A08": [EXACT_60, EXACT_180],
    "A09": [(0.75, 0.75, 0.75)],
    "A10": [(4, 0, 14)],
    "A11": [(0.33, 0.20, 0.35)],
    "A12": [within(0.12, 0.03), ((0.03, 0.06), 0.03, 0.06)],
    "A13": [((0.5, 1.0), 0.5, 1.0), (0, 0, 0.05)],
    "A14": [about(6, 0.3), about(37, 0.3), ((0.6, 0.8), 0.42, 1.0)],
    "A15": [((7, 10), 7, 12)],
    "A16": [((0, 0.05), 0, 0.05)],
    "A17": [(0.90, 0.90, 1.0)],
    "A18": [about(3640, 0.2), (0.84, 1 - 0.16 * 1.2, 1 - 0.16 * 0.8)],
    "A19": [within(0.70, 0.03), within(0.14, 0.03), within(0.11, 0.03), within(0.05, 0.03)],
    "A20": [(-0.20, -0.27, -0.10)],
    "A21": [((0.5, 1.0), 0.5, 1.0), within(0.60, 0.1)],
    "A22": [((0.8, 1.0), 0.8, 1.0)],
    "B01": [within(share, 0.04) for share in (0.90, 0.855, 0.816, 0.684, 0.58, 0.596, 0.58)],
    "B02": [((0.63, 0.72), 0.58, 0.77)],
    "B03": [
        about(32.4, 0.15),
        band(27, 30, 0.15),
        *(about(kt, 0.15) for kt in (21.1, 14.5, 13.2, 18.1, 17.4, 16.0, 18.8)),
    ],
    "B05": [about(3.0, 0.35), (14, 10, 18), *(about(index, 0.35) for index in (3.4, 2.2, 1.2, 1.3, 3.4, 1.5))],
    "B07": [
        *[band(2, 4, 0.3)] * 3,
        about(1.3, 0.3),
        about(1.7, 0.3),
        about(1.0, 0.3),
        band(3, 4, 0.3),
    ],
    "B10": [
        *(band(low, high, 0.1) for low, high in ((121, 133), (107, 110), (130, 156), (190, 254), (240, 263))),
        about(376, 0.1),
        about(390, 0.1),
    ],
    "B12": [
        ((2012, 2013), 2011.5, 2013.5),
        ((0, 6), 0, 6),
        within(2015.45, 0.5),
        ((2018, 2019), 2017.5, 2019.5),
        about(39, 0.1),
    ],
    "B13": [
        *(about(kt, 0.3) for kt in (0.4, 4.5, 20)),
        *(band(low, high, 0.3) for low, high in ((19, 34), (12, 24), (43, 72))),
        about(31, 0.3),
    ],
    "B16": [((0.91, 0.92), 0.88, 0.95), (0.999, 0.969, 1.0)],
    "B19": [],
    "B20": [about(price, 0.25) for price in (45, 49, 98, 134, 78, 56)],
    "B22": [within(share, 0.05) for share in (0.71, 0.58, 0.67, 0.69, 0.45, 0.48, 0.67, 0.80)],
    "B23": [about(price, 0.25) for price in (19.1, 49, 234, 77.5, 63, 40)],
}
"""Fact to target (a number or a band), least and most, for each number that its row gives."""


@pytest.fixture(scope="module")
def facts() -> Facts:
    found = load_facts(HISTORY)
    assert found is not None
    return found


def test_every_row_is_there_and_none_else(facts: Facts) -> None:
    assert [fact.key for fact in facts.facts] == list(NUMBERS)
    assert {fact.key[0]: fact.group for fact in facts.facts} == {"A": "documented", "B": "external"}
    assert all(fact.evidence.origin.cited for fact in facts.facts)


@pytest.mark.parametrize("key", NUMBERS)
def test_a_fact_has_the_numbers_of_its_row_unsoftened(key: str, facts: Facts) -> None:
    stated = _rows(next(fact for fact in facts.facts if fact.key == key))
    for target, low, high in NUMBERS[key]:
        ends = target if isinstance(target, tuple) else (target,)
        assert any(row == pytest.approx((*ends, low, high), abs=1e-4) for row in stated if len(row) == len(ends) + 2)


def _rows(fact: Fact) -> list[tuple[float, ...]]:
    return [(*part.target, part.low, part.high) for part in fact.parts]


def test_only_what_speaks_of_another_mineral_waits(facts: Facts) -> None:
    assert [fact.key for fact in facts.facts if fact.waits_for] == ["A21", "B22"]


def test_both_the_fitted_and_the_held_out_years_are_measured(facts: Facts) -> None:
    years = [part.years for part in facts.parts()]
    assert facts.fit_until == "2016-12"
    assert min(years.count(FIT), years.count(HELD_OUT) + years.count(WITHIN)) > 30
    assert years.count(HELD_OUT) > 5


def test_every_run_is_looked_at(facts: Facts) -> None:
    assert set(facts.readings()) == set(facts.runs)


def test_labels_tell_the_numbers_of_a_fact_apart(facts: Facts) -> None:
    for fact in facts.facts:
        labels = [part.label for part in fact.parts]
        assert len(set(labels)) == len(labels), fact.key


def test_the_record_has_a_curve_for_each_kind_of_outcome() -> None:
    curves = {curve.key: curve for curve in load_record(HISTORY)}
    assert {"japan_from_china", "japan_use", "china_mine_share", "world_mine", "basket", "neodymium"} <= set(curves)
    assert all(real.evidence.origin.cited and real.by_year for curve in curves.values() for real in curve.real)


def test_a_scenario_may_do_without() -> None:
    assert load_facts("embargo_2010") is None
    assert load_record("embargo_2010") == ()


def test_loading_neither_reads_nor_hashes_facts_and_record(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    before = load(scenario).hash
    for name in ("facts", "record"):
        (scenario / f"{name}.yaml").write_bytes(b"\xe9: not even text")
    assert load(scenario).hash == before
    assert len(check(scenario)) == 2


@pytest.mark.slow
def test_loading_does_not_import_what_only_a_back_test_needs() -> None:
    program = f"import sys; from game.content import load; load('{HISTORY}'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    apart = {"game.content.facts", "game.content.record", "game.content.checks.beside"}
    assert not apart & set(done.stdout.split())
