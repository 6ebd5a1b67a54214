"""pygame without a screen, and pictures compared with those in `golden/`.

`--update-golden` writes the pictures anew instead; look at them before they are committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.desktop.screens.title import Title
from tests.desktop.driver import Driver, make_app

GOLDEN = Path(__file__).parent / "golden"
FAILED = Path(__file__).parents[2] / "out" / "golden"
CompareGolden = Callable[[pygame.Surface, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pictures anew")


@pytest.fixture(scope="session", autouse=True)
def pygame_ready() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    yield
    pygame.quit()


@pytest.fixture
def driver() -> Driver:
    """The program on its title screen, and hands."""
    app = make_app()
    app.reset(Title(app))
    return Driver(app)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> CompareGolden:
    """Compare a surface with `golden/<name>.png`, pixel by pixel; a difference is written to `out/golden/`."""

    def compare(surface: pygame.Surface, name: str) -> None:
        path = GOLDEN / f"{name}.png"
        if request.config.getoption("--update-golden", default=False):
            pygame.image.save(surface, path)
            return
        assert path.is_file(), f"no picture {path}: make it with --update-golden and look at it"
        wanted = pygame.surfarray.array3d(pygame.image.load(path))
        got = pygame.surfarray.array3d(surface)
        if wanted.shape == got.shape and np.array_equal(wanted, got):
            return
        where = write_difference(wanted, surface, name)
        pytest.fail(f"{name} is not as in {path}; see {where}")

    return compare


def write_difference(wanted: NDArray[np.uint8], surface: pygame.Surface, name: str) -> Path:
    """Write the new picture and, where sizes agree, the difference (grey alike, red changed)."""
    FAILED.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, FAILED / f"{name}-new.png")
    got = pygame.surfarray.array3d(surface)
    if wanted.shape == got.shape:
        picture = np.repeat(wanted.mean(axis=2, keepdims=True) // 3, 3, axis=2).astype(np.uint8)
        picture[(wanted != got).any(axis=2)] = (255, 40, 40)
        pygame.image.save(pygame.surfarray.make_surface(picture), FAILED / f"{name}-difference.png")
    return FAILED
