"""Fixtures that every test may use: a seed of its own, a user folder of its own, no window and no sound device."""

from __future__ import annotations

import itertools
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

# Before anything imports pygame: a test run opens no window and asks for no sound device.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["MPLBACKEND"] = "agg"
# What is collected does not depend on the scenarios that a developer has in the user folder.
os.environ["CHOKEPOINT_HOME"] = str(Path(__file__).parent / "nobody")
# Machine code and months at rest are made once for all processes of a run, and never in the developer's own folder.
os.environ["XDG_CACHE_HOME"] = str(Path(gettempdir(), "chokepoint-caches"))
# Tests start the program some fifty times. Where Python may not write what it compiles beside the source, it is kept
# elsewhere for all of them.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(gettempdir(), "chokepoint-pycache")))

import numpy as np
import pytest
from hypothesis import settings

from tests import shipped
from tests.examples import ALL, FEW

if TYPE_CHECKING:
    from game.content.package import Package
    from game.session.views import View

SCENARIO = "embargo_2010"
QUICK = "not slow"
"""The marks of the quick suite."""

# The same examples in every run and no time limit: a failure must come again, and a slow machine is no failure.
settings.register_profile("whole", derandomize=True, deadline=None, max_examples=ALL, database=None)
settings.register_profile("quick", settings.get_profile("whole"), max_examples=FEW)


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples properties are tried with, before any module of tests asks; keep a module's tests in one
    process, so that what they share is made once, and in the order of their folders: few tests may take long.
    """
    settings.load_profile("quick" if config.option.markexpr == QUICK else "whole")
    if config.getoption("dist", "no") == "load":
        config.option.dist = "loadfile"
        config.option.loadscopereorder = False


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let properties run in the slow suite too, there with all their examples."""
    for item in items:
        if config.option.markexpr != QUICK and hasattr(getattr(item, "obj", None), "hypothesis"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """A seed that belongs to the test: the same in every run, another one in every test."""
    return zlib.crc32(request.node.nodeid.encode())


@pytest.fixture
def rng(seed: int) -> np.random.Generator:
    """Random numbers from `seed`."""
    return np.random.default_rng(seed)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that are not there yet, a new one for each that asks."""
    within = tmp_path_factory.mktemp("homes")
    return (within / f"{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user folder (saves, settings, crash reports), empty and the test's own.

    Not in `tmp_path`, which takes longer to make than most tests run.
    """
    folder = next(homes)
    monkeypatch.setenv("CHOKEPOINT_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def package() -> Package:
    """The shipped scenario with its rule set, loaded once."""
    return shipped.package(SCENARIO)


@pytest.fixture(scope="session")
def view(package: Package) -> View:
    """What the scenario's usual seat sees after two and a half years led by a doctrine."""
    from tests.played import at_turn

    return at_turn(package, 5).view(package.default_seat)
