"""The window: it owns the screens, hands them events and draws the topmost when something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pygame

from game.desktop.kit import prefs
from game.desktop.kit.controls import Control, Picture
from game.desktop.kit.focus import Hands
from game.desktop.kit.keys import PRESSES
from game.desktop.kit.notices import NOTICE_MS, Notice
from game.desktop.kit.painter import Painter
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.rescue import Rescue
from game.desktop.kit.screen import Occupant, Screen
from game.desktop.kit.sizes import forget_sizes
from game.desktop.kit.sound import Sounds
from game.desktop.kit.theme import PALETTES, TEXT_SCALES, Theme, Tone
from game.desktop.kit.window import layout_scale, start_size
from game.telling import _


class App:
    """Screens on a stack, settings, and the loop. Everything on screen is drawn from here.

    `find` gives the screen of a name, `opens` the name of what a key opens from anywhere.
    """

    def __init__(
        self, surface: pygame.Surface, settings: Prefs, find: Callable[[str], type[Screen]], opens: Mapping[int, str]
    ) -> None:
        self.surface = surface
        self.prefs = settings
        self._find = find
        self.sounds = Sounds(settings)
        self.screens: list[Screen] = []
        self.picture = Picture()
        self.running = True
        self.notice: Notice | None = None
        self.hands = Hands(self, opens)
        self.dirty = True
        self.hasty = False
        self.acts = 0
        self.occupant: Occupant | None = None
        self.painter = Painter(self, self.hands)
        self.rescue = Rescue(self)
        self.theme = self._themed()
        self._unseen = False
        """Whether the screens changed since the window last showed them."""
        self._late: list[pygame.Event] = []
        """What came meanwhile apart from presses."""

    # --- screens ------------------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen:
        return self.screens[-1]

    def make(self, name: str, *given: Any, **named: Any) -> Screen:
        """The screen of that name, not yet shown."""
        return self._find(name)(self, *given, **named)

    def prepare(self, name: str) -> None:
        """Import the screen of that name, so that it opens quickly."""
        self._find(name)

    def go(self, name: str, *given: Any, **named: Any) -> None:
        """Open the screen of that name over what is there."""
        self.push(self.make(name, *given, **named))

    def push(self, screen: Screen) -> None:
        """Open `screen` over what is there."""
        self.screens.append(screen)
        self._changed()

    def pop(self) -> None:
        """Close the topmost screen; the last one stays."""
        if len(self.screens) > 1:
            self.screens.pop()
        self._changed()

    def replace(self, screen: Screen) -> None:
        """Put `screen` in the place of the topmost."""
        if self.screens:
            self.screens.pop()
        self.push(screen)

    def reset(self, *screens: Screen) -> None:
        """Close everything and open `screens`, the last on top."""
        self.screens = list(screens)
        self.notice = None
        self._changed()

    def _changed(self) -> None:
        self.dirty = self._unseen = True
        self.acts += 1
        self.painter.forget()
        self.hands.forget()

    def occupy(self, occupant: Occupant | None) -> None:
        """What the window is busy with from now on; what it was busy with before is left."""
        before, self.occupant = self.occupant, occupant
        if before is not None and before is not occupant:
            before.leave()

    # --- settings -----------------------------------------------------------------------------------------------

    def _themed(self) -> Theme:
        return Theme(
            palette=PALETTES[self.prefs.theme],
            text_scale=self.prefs.text_scale,
            layout_scale=layout_scale(self.surface.get_size()),
            reduced_motion=self.prefs.reduced_motion,
        )

    def apply(self, settings: Prefs) -> None:
        """Take over and keep changed settings; they show at once."""
        before, self.prefs = self.prefs, settings.sane()
        self.sounds.prefs = self.prefs
        if before.fullscreen != self.prefs.fullscreen:
            self._fullscreen(on=self.prefs.fullscreen)
        self.retheme()
        problem = prefs.save(self.prefs)
        if problem:
            self.tell(problem, "warn")

    def retheme(self) -> None:
        """Draw anew after the window's size, the text scale or the colours changed."""
        before, self.theme = self.theme, self._themed()
        if self.theme != before:
            forget_sizes()
        self.painter.forget()
        self.acts += 1
        self.dirty = True

    def _fullscreen(self, *, on: bool) -> None:
        flags = pygame.FULLSCREEN if on else pygame.RESIZABLE
        try:
            self.surface = pygame.display.set_mode((0, 0) if on else start_size(), flags)
        except pygame.error:
            self.prefs = replace(self.prefs, fullscreen=not on)
            self.tell(_("The window could not change to full screen."), "warn")

    def zoom(self, step: float) -> None:
        """Larger or smaller text."""
        low, high = TEXT_SCALES
        self.apply(replace(self.prefs, text_scale=min(max(round(self.prefs.text_scale + step, 2), low), high)))

    # --- telling ------------------------------------------------------------------------------------------------

    def tell(self, text: str, tone: Tone = "plain") -> None:
        """Show a line for some seconds."""
        if text:
            self.notice = Notice(text, tone, pygame.time.get_ticks() + NOTICE_MS)
            self.dirty = True

    def leaving(self) -> str:
        """What would be lost by leaving all screens, as a sentence; empty when nothing."""
        return next((words for screen in reversed(self.screens) if (words := screen.leaving())), "")

    def quit(self) -> None:
        """Leave, after asking where something would be lost."""
        lost = self.leaving()
        if not lost:
            self.stop()
            return
        from game.desktop.kit.ask import Ask

        if not isinstance(self.top, Ask):
            self.push(Ask(self, _("Quit?"), lost, _("Quit"), self.stop))

    def stop(self) -> None:
        """Leave at once."""
        self.running = False

    # --- events -------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            self._resized()
        elif event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED}:
            self.dirty = True
        elif event.type == pygame.KEYUP:
            self.hands.held.note(event)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.hands.held.forget()
        elif event.type == pygame.KEYDOWN:
            self.dirty = True
            self.acts += 1
            self.hands.key(event)
        elif event.type in {pygame.TEXTINPUT, pygame.TEXTEDITING}:
            self.dirty = True
            self.acts += 1
            self.hands.text(event)
        elif event.type in {pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL}:
            self.hands.mouse(event)
        elif event.type == pygame.WINDOWLEAVE:
            self.hands.left()
            self.dirty = True

    def _resized(self) -> None:
        surface = pygame.display.get_surface()
        if surface is not None:
            self.surface = surface
        self.retheme()

    def _timers(self) -> None:
        now = pygame.time.get_ticks()
        if self.notice is not None and now > self.notice.until:
            self.notice = None
            self.dirty = True
        self.hands.await_tip(now)
        if self.occupant is not None:
            self.occupant.look()

    # --- drawing and running ------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw the topmost screen, with what lies under a card dimmed behind it."""
        self.dirty = False
        self.painter.draw(self.notice)

    def control(self, key: str) -> Control | None:
        """The control `key` of the picture last drawn."""
        return self.picture.named(key)

    def frame(self) -> None:
        """Timers, and a drawing if anything changed. A fault in it ends nothing but the screen in which it is."""
        self.rescue.run(self._frame)

    def _frame(self) -> None:
        self._timers()
        if not (self.dirty or self._unseen):
            return
        self.draw()
        pygame.display.flip()
        self.rescue.well()
        if self._unseen:
            self._unseen = False
            self._late += self._sifted(pygame.event.get())
        if self.hasty:
            self.hasty = False
            self.retheme()
        if not self.top.seen:
            self.top.seen = True
            self.top.shown()

    def take(self, events: Iterable[pygame.Event]) -> None:
        """Take events in turn. What was pressed before the screen that it would act on was seen acts on nothing: a
        turn takes its time, and a person who presses once more in it must not skip what it brought.
        """
        late, self._late = self._late, []
        for event in (*late, *events):
            if not self._unseen or self._sifted((event,)):
                self.rescue.run(partial(self.handle, event))

    def _sifted(self, events: Iterable[pygame.Event]) -> list[pygame.Event]:
        """`events` without presses and keys let go, of which only is noted what is held now."""
        kept = []
        for event in events:
            if event.type in PRESSES or event.type == pygame.KEYUP:
                self.hands.held.note(event)
            else:
                kept.append(event)
        return kept

    def loop(self) -> None:
        """Run until somebody quits. Waits for events, so that an idle window costs nothing."""
        clock = pygame.time.Clock()
        try:
            while self.running:
                self.frame()
                first = pygame.event.wait(100)
                self.take((first, *pygame.event.get()))
                clock.tick(60)
        finally:
            self.occupy(None)
