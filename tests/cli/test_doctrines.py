"""``chokepoint doctrines``: the list, a page, and a name that is none."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from game.cli.failures import Failure
from game.cli.main import app


def _said(*words: str) -> str:
    done = CliRunner().invoke(app, ["doctrines", *words], catch_exceptions=False, standalone_mode=False)
    return done.output


def test_the_list_names_each_once_with_its_way_of_deciding() -> None:
    told = _said("--scenario", "embargo_2010")
    assert told.count("Alliance builder") == 1
    assert "Looks 24\xa0months ahead, in 64 futures of its own." in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_page_gives_rules_with_reasons() -> None:
    told = _said("patient_investor", "--scenario", "embargo_2010", "--seat", "korea")
    assert "as it leads South Korea" in told
    assert "In a trough builders are cheap and sellers polite." in told
    assert max(map(len, told.splitlines())) <= 80


def test_an_unknown_name_is_a_failure() -> None:
    with pytest.raises(Failure, match="unknown doctrine 'nobody'"):
        _said("nobody", "--scenario", "embargo_2010")
