"""Speed of the window: frames while a person is busy on the play screen, and the time to the first screen."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from tests.perf.table import Speed

SIZE = (1280, 720)
STARTS = 5
_PROGRAM = """
import time
began = time.perf_counter()
from game.desktop import app as program, routes  # as the command line does
from game.desktop.kit import prefs
from game.desktop.kit.app import App
from game.desktop.kit.window import open_window
app = App(open_window(prefs.Prefs()), prefs.Prefs(sound=False), routes.find, routes.OPENS)
app.hasty = True
from game.desktop.screens.first import first_screens
app.reset(*first_screens(app, scenario={scenario!r}, seed=1, save=None, seats={{}}))
app.draw()
print(time.perf_counter() - began)
"""


def frames() -> Speed:
    """A frame in which something changed: hovering, scrolling, panels, focus."""
    spent = sorted(_frames())
    worst = spent[math.ceil(0.99 * len(spent)) - 1]
    return Speed(f"frame, p99 of {len(spent)}", 1e3 * worst, "ms", 8, more_is_better=False)


def title() -> Speed:
    """From the start of the program to the title screen's first frame, imports included."""
    return Speed("start to the title screen", 1e3 * _started(None), "ms", 800, more_is_better=False)


def first_turn() -> Speed:
    """From the start of the program to the play screen of a new match, the rule set read and checked."""
    from game.content import list_scenarios

    return Speed(
        "start to the first turn", 1e3 * _started(list_scenarios(own=False)[0].id), "ms", 800, more_is_better=False
    )


BENCHMARKS = (frames, title, first_turn)


def _started(scenario: str | None) -> float:
    """Best of some runs in processes of their own, seconds."""
    program = _PROGRAM.format(scenario=scenario)
    quiet = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, env=quiet, capture_output=True, text=True, check=True) for _ in range(STARTS)]
    return min(float(run.stdout) for run in runs)


def _frames() -> Iterator[float]:
    """Seconds of each frame of a busy minute, events included."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame

    from game.content import list_scenarios, load
    from game.desktop import routes
    from game.desktop.kit.app import App
    from game.desktop.kit.prefs import Prefs
    from game.desktop.screens.table import Table
    from game.doctrines import open_match

    pygame.display.init()
    pygame.font.init()
    app = App(pygame.display.set_mode(SIZE), Prefs(sound=False), routes.find, routes.OPENS)
    package = load(list_scenarios(own=False)[0].id)
    match = open_match(package, seed=1, people={package.default_seat: ""})
    for _ in range(4):
        match.seal(package.default_seat)
        match.resolve()
    Table(app, match).begin()
    app.frame()
    app.pop()
    for act in _busy(app):
        began = time.perf_counter()
        act()
        app.frame()
        yield time.perf_counter() - began
    pygame.quit()


def _busy(app: object) -> Iterator[Callable[[], None]]:
    """What the person does, one step a frame."""
    import pygame

    from game.desktop.kit.app import App

    assert isinstance(app, App)

    def move(x: int, y: int) -> Callable[[], None]:
        return lambda: app.handle(pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0)))

    def key(name: int) -> Callable[[], None]:
        return lambda: app.handle(pygame.Event(pygame.KEYDOWN, key=name, mod=0, unicode=""))

    def wheel(clicks: int) -> Callable[[], None]:
        return lambda: app.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=clicks))

    for panel in range(8):
        yield key(pygame.K_1 + panel)
        yield from (move(40 + 16 * step, 150 + 5 * (step % 60)) for step in range(48))
        yield move(1060, 400)
        yield from (wheel(-1 if step < 14 else 1) for step in range(28))
        yield from (move(880 + 8 * step, 180 + 9 * step) for step in range(45))
    for _ in range(8):
        yield key(pygame.K_TAB)
        yield key(pygame.K_DOWN)
