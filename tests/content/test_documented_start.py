"""What is known of the first month of a shipped scenario, and how near the model's own figures lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import check, list_scenarios
from game.content.package import Documented, Package
from game.doctrines import open_match
from game.session.keys import short
from tests import shipped
from tests.content.broken import copy_of_good, patch

SHIPPED = tuple(scenario.id for scenario in list_scenarios(own=False))


def off(known: Documented, value: float) -> float:
    """How far `value` lies outside of what is known."""
    return max(known.low - value, value - known.high, 0.0)


@pytest.fixture(scope="module", params=SHIPPED)
def package(request: pytest.FixtureRequest) -> Package:
    return shipped.package(request.param)


def test_every_shipped_scenario_says_what_is_known_of_its_start(package: Package) -> None:
    assert len(package.documented) >= 3
    assert all(known.origin.cited for known in package.documented)


def test_the_first_screen_agrees_with_what_is_documented_or_the_file_says_why_not(package: Package) -> None:
    shown: dict[str, float] = {}
    for seat in package.seat_doctrines:
        match = open_match(package, seed=1, people={seat: "A"})
        shown |= {f"{seat} {known.key}": known.value for known in match.view(seat).documented}
    for known in package.documented:
        values = [
            shown[f"{seat} {short((known.metric, *known.arguments), seat)}"]
            for seat in package.seat_doctrines
            if f"{seat} {short((known.metric, *known.arguments), seat)}" in shown
        ]
        assert values, f"{known.metric} is shown to no seat"
        for value in values:
            near = off(known, value) <= known.tolerance
            assert near != bool(known.falls_short), f"{known.metric}{known.arguments}: {value:.4g}, {known}"


def test_why_tells_the_document_of_every_figure_that_is_shown_beside_one(package: Package) -> None:
    match = open_match(package, seed=1, people={package.default_seat: "A"})
    for known in match.view(package.default_seat).documented:
        first = match.why(package.default_seat, known.key).sources[0]
        assert first.figure.value == known.low
        assert first.evidence.origin == known.evidence.origin


def test_it_is_told_in_the_first_turn_alone(package: Package) -> None:
    match = open_match(package, seed=1, people={package.default_seat: "A"})
    assert match.view(package.default_seat).documented
    match.seal(package.default_seat)
    match.resolve()
    assert match.view(package.default_seat).documented == ()


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("{metric: import_share(island), value: 0.9, unit: share, tolerance: 0.05}", "no source"),
        (
            "{metric: import_share(island), value: 0.9, unit: days, tolerance: 0.05, source: a, confidence: high}",
            "not measured in 'days'",
        ),
        (
            "{metric: import_share(ilsand), value: 0.9, unit: share, tolerance: 0.05, source: a, confidence: high}",
            "ilsand",
        ),
    ],
)
def test_what_cannot_stand_is_one_finding(entry: str, what: str, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(scenario, "scenario.yaml", "win_score:", f"documented:\n  - {entry}\nwin_score:")
    found = [finding for finding in check(scenario) if finding.severity == "error"]
    assert [what in finding.what for finding in found] == [True]
