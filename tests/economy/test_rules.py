"""The rule sets of the tests: without findings, every number with its origin."""

from __future__ import annotations

import pytest

from game.content import check
from game.content.declared import figures
from tests.economy.ruleset import FOLDER, Rules

SETS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", SETS)
def test_a_rule_set_has_no_findings(name: str) -> None:
    assert [str(finding) for finding in check(FOLDER / name)] == []


@pytest.mark.parametrize("name", SETS)
def test_every_number_says_where_it_comes_from(name: str) -> None:
    found = list(figures(Rules(name).frame.manuscript))
    assert len(found) > 100
    assert all(figure.origin.cited or figure.origin.why for figure in found)
