from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from game.content.package import Package
from tests.felt.lines import Line, package_with_lines, play

Play = Callable[..., Line]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return package_with_lines(tmp_path_factory.mktemp("lines"))


@pytest.fixture(scope="session")
def played(package: Package) -> Play:
    return cache(lambda japan, others="nothing": play(package, japan, others))
