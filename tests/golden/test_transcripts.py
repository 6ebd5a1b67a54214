"""Each shipped scenario plays as its golden transcript tells."""

from __future__ import annotations

import difflib

import pytest

from tests import shipped
from tests.golden.transcript import path_of, transcript


@pytest.mark.parametrize("scenario", shipped.in_turn())
def test_the_scenario_plays_as_told(scenario: str) -> None:
    told = path_of(scenario).read_text(encoding="utf-8")
    played = transcript(shipped.package(scenario))
    difference = "\n".join(difflib.unified_diff(told.split("\n"), played.split("\n"), "told", "played", lineterm=""))
    assert played == told, f"If the change is meant: python -m tests.golden, and read what it changes.\n{difference}"
