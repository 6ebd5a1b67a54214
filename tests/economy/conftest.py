"""One compilation for all who test compiled months."""

from __future__ import annotations

import pytest

from game.economy import machine
from game.economy.compiled import available
from tests.economy.paired import START, YEARS_5, Run, embargo, quota


@pytest.fixture(scope="session")
def fast() -> bool:
    """That months can be played compiled; one process compiles, the others find what it kept."""
    if not available():
        pytest.fail("numba is needed: pip install -e '.[dev]'")
    assert machine.wait(), "no machine code was made"
    return True


@pytest.fixture(autouse=True)
def _prepared(request: pytest.FixtureRequest) -> None:
    """Slow tests may play compiled months: none of them compiles for itself alone."""
    if "slow" in request.keywords:
        request.getfixturevalue("fast")


@pytest.fixture(scope="session")
def calm(fast: bool) -> Run:
    return Run(START + YEARS_5)


@pytest.fixture(scope="session")
def cut(fast: bool) -> Run:
    """What may leave the controller cut by 40 % for good."""
    return Run(120, act=quota(0.6))


@pytest.fixture(scope="session")
def stopped(fast: bool) -> dict[int, Run]:
    """An embargo on one nation, of several lengths."""
    return {months: Run(START + months + YEARS_5, act=embargo("japan", months)) for months in (2, 6, 12)}
