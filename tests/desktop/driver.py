"""Drives the real application by events, and checks that nothing in its picture overlaps or is cut."""

from __future__ import annotations

import itertools

import pygame

from game.desktop import routes
from game.desktop.kit.app import App
from game.desktop.kit.controls import Control, Picture
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.screen import Screen


def make_app(size: tuple[int, int] = (1280, 720), settings: Prefs | None = None) -> App:
    """An application on a window of `size`, without sound."""
    surface = pygame.display.set_mode(size)
    app = App(surface, settings or Prefs(sound=False), routes.find, routes.OPENS)
    app.hands.ring = False
    return app


def draw(app: App) -> Picture:
    """Draw everything anew, after a test changed something behind the screen's back."""
    app.acts += 1
    app.draw()
    return app.picture


class Driver:
    """Hands: keys and mouse, as events through SDL's queue; eyes: the topmost screen."""

    def __init__(self, app: App) -> None:
        self.app = app
        app.dirty = True
        app.frame()

    @property
    def screen(self) -> Screen:
        return self.app.top

    def pump(self) -> None:
        """Take what is in the queue and draw."""
        self.app.take(pygame.event.get())
        self.app.dirty = True
        self.app.frame()

    def act(self, *events: pygame.Event) -> None:
        """Look at the window, do `events`, and look again."""
        self.app.frame()
        for event in events:
            pygame.event.post(event)
        self.pump()

    def key(self, key: int, mod: int = 0, unicode: str = "", scancode: int = 0) -> None:
        known = {"key": key, "mod": mod, "unicode": unicode, "scancode": scancode}
        letters = [pygame.Event(pygame.TEXTINPUT, text=unicode)] if unicode else []
        self.act(pygame.Event(pygame.KEYDOWN, known), *letters, pygame.Event(pygame.KEYUP, known))

    def type(self, words: str) -> None:
        for letter in words:
            code = pygame.K_SPACE if letter == " " else pygame.key.key_code(letter.lower())
            self.key(code, unicode=letter)

    def point(self, position: tuple[int, int]) -> None:
        """Move the mouse there."""
        self.act(pygame.Event(pygame.MOUSEMOTION, pos=position, rel=(0, 0), buttons=(0, 0, 0)))

    def click(self, position: tuple[int, int]) -> None:
        self.act(
            pygame.Event(pygame.MOUSEMOTION, pos=position, rel=(0, 0), buttons=(0, 0, 0)),
            pygame.Event(pygame.MOUSEBUTTONDOWN, pos=position, button=1),
            pygame.Event(pygame.MOUSEBUTTONUP, pos=position, button=1),
        )

    def wheel(self, position: tuple[int, int], clicks: int) -> None:
        self.act(
            pygame.Event(pygame.MOUSEMOTION, pos=position, rel=(0, 0), buttons=(0, 0, 0)),
            pygame.Event(pygame.MOUSEWHEEL, x=0, y=clicks),
        )

    def control(self, key: str) -> Control:
        self.app.frame()
        found = self.app.picture.named(key)
        assert found is not None, f"no control {key!r} among {[c.key for c in self.app.picture.controls]}"
        return found

    def press(self, key: str) -> None:
        """Click the control `key`, turning the wheel until it shows."""
        for _ in range(200):
            control = self.control(key)
            region = next((r for r in self.app.picture.regions if r.key == control.region), None)
            if region is None or region.rect.contains(control.rect) or control.rect.height > region.rect.height:
                break
            self.wheel(region.rect.center, -1 if control.rect.bottom > region.rect.bottom else 1)
        seen = self.control(key).seen
        assert seen.width > 0, f"{key} cannot be seen"
        assert seen.height > 0, f"{key} cannot be seen"
        self.click(seen.center)

    def tab_to(self, key: str) -> None:
        """Press Tab until `key` has the focus."""
        for _ in range(len(self.app.picture.controls) + 2):
            if self.app.top.focus == key:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab never reaches {key!r}; last at {self.app.top.focus!r}")

    def enter(self, key: str) -> None:
        """Tab to `key` and press Enter."""
        self.tab_to(key)
        self.key(pygame.K_RETURN)


def complaints(picture: Picture, window: pygame.Rect) -> list[str]:
    """Everything in the picture that is cut, leaves the window or lies over something else."""
    found = list(picture.faults)
    found += [f"{words!r} leaves the window" for rect, words in picture.inks if rect and not window.contains(rect)]
    shown = [(rect, words) for rect, words in picture.inks if rect.width > 0 and rect.height > 0]
    for (one, first), (other, second) in itertools.combinations(shown, 2):
        common = one.clip(other)
        if common.width > 1 and common.height > 2:
            found.append(f"{first!r} and {second!r} overlap by {common.size}")
    return found + _stacked(picture.controls)


def _stacked(controls: list[Control]) -> list[str]:
    """Controls that lie over one another, where neither is meant to lie inside the other."""
    return [
        f"controls {one.key} and {other.key} overlap"
        for one, other in itertools.combinations(controls, 2)
        if one.seen.inflate(-4, -4).colliderect(other.seen.inflate(-4, -4))
        and one.seen.height > 4
        and other.seen.height > 4
    ]
