from __future__ import annotations

import pytest

from game.content import load, load_facts
from game.content.facts import Facts
from game.content.package import Package
from tests.lab.small_files import CRISIS


@pytest.fixture(scope="module")
def crisis() -> Package:
    """A small scenario with facts."""
    return load(CRISIS)


@pytest.fixture(scope="module")
def facts() -> Facts:
    found = load_facts(CRISIS)
    assert found is not None
    return found
