"""The window on small screens, on none, and while its edge is dragged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.content.package import Package
from game.desktop.kit import window
from game.desktop.kit.prefs import Prefs
from game.desktop.screens.table import Table
from game.session.match import Match
from tests.desktop.driver import complaints, draw, make_app
from tests.desktop.test_screens_layout import play_both, walk
from tests.examples import sparing
from tests.played import at_turn


@pytest.fixture(scope="module")
def played(package: Package) -> tuple[Match, Match]:
    return play_both(package)


@pytest.mark.parametrize(
    ("desktop", "size"),
    [
        ((2560, 1440), (2176, 1224)),
        ((1920, 1080), (1632, 918)),
        ((1366, 768), (1280, 692)),
        ((1280, 720), (1264, 644)),
        ((1024, 768), (1008, 692)),
        ((800, 600), (784, 524)),
    ],
)
def test_the_window_fits_the_desktop(
    desktop: tuple[int, int], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [desktop])
    assert window.start_size() == size


@sparing("size", [(1264, 644), (1008, 692), (784, 524), window.SMALLEST], 2)
def test_a_small_window_shows_everything(size: tuple[int, int], played: tuple[Match, Match]) -> None:
    app = make_app(size, Prefs(sound=False))
    found: list[str] = []
    for name in walk(app, played):
        draw(app)
        found += [f"{name}: {words}" for words in complaints(app.picture, app.surface.get_rect())]
        if app.top.name == "play":
            end = app.control("end")
            assert end is not None
            assert app.surface.get_rect().contains(end.seen)
            assert end.seen.size == end.rect.size
    assert found == []


@sparing("size", [(320, 240), (100, 80), (1, 1)], 2)
def test_a_tiny_window_fails_nowhere(size: tuple[int, int], played: tuple[Match, Match]) -> None:
    app = make_app(size, Prefs(sound=False))
    assert [name for name in walk(app, played) if draw(app) is None] == []


def test_a_display_that_does_not_answer_is_said(tmp_path: Path) -> None:
    """SDL would open a window that nobody sees."""
    gone = {key: value for key, value in os.environ.items() if key not in {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}}
    gone |= {"DISPLAY": ":987", "CHOKEPOINT_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    if sys.platform != "linux":
        pytest.skip("only there is a display named by the environment")
    program = "from game.desktop.app import NoDisplay, run\ntry:\n    run()\nexcept NoDisplay as no:\n    print(no)"
    done = subprocess.run(
        [sys.executable, "-c", program], env=gone, capture_output=True, text=True, check=True, timeout=60
    )
    assert "chokepoint play --text" in done.stdout


def _resident() -> int:
    """Pages in memory, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read as Linux tells it")
def test_dragging_the_edge_does_not_grow_memory(package: Package) -> None:
    """A hundred sizes once, for what stays; then a hundred others."""
    app = make_app()
    table = Table(app, at_turn(package, 5))
    table.show(package.default_seat)
    app.pop()

    def drag(first: int) -> int:
        for step in range(100):
            size = (first + 2 * step, 700 + step)
            pygame.display.set_mode(size)
            app.take([pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])])
            app.frame()
        return _resident()

    once = drag(1000)
    assert drag(1200) - once < 40
