"""Scenarios are loaded by the hundred here: the month at rest of each is sought by machine code."""

from __future__ import annotations

import pytest

from game.content import Package, load
from game.engine.world import World
from tests.content.broken import GOOD
from tests.economy.conftest import fast

__all__ = ["fast"]


@pytest.fixture(autouse=True)
def _prepared(request: pytest.FixtureRequest) -> None:
    """Who loads damaged files loads many; slow tests may play."""
    if "slow" in request.keywords or hasattr(request.function, "hypothesis"):
        request.getfixturevalue("fast")


@pytest.fixture(scope="session")
def small() -> Package:
    """The good scenario, loaded once."""
    return load(GOOD / "crisis")


@pytest.fixture(scope="session")
def world(small: Package) -> World:
    """Its world."""
    return small.world
