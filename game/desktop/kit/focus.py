"""Keys and mouse: which control they reach, where the focus goes, and what scrolls into view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pygame

from game.desktop.kit.controls import Control, Point, Region, following, toward
from game.desktop.kit.keys import Held
from game.desktop.kit.screen import Shell
from game.desktop.kit.tooltips import Tip

_ARROWS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_WHEEL = 54
"""Layout pixels a click of the wheel."""
_ZOOM = {pygame.K_EQUALS: 0.1, pygame.K_PLUS: 0.1, pygame.K_KP_PLUS: 0.1, pygame.K_MINUS: -0.1, pygame.K_KP_MINUS: -0.1}


class Hands:
    """A person's hands at the window: where the pointer is, what it holds, and what the keyboard is on.

    `opens` names the screen that a key opens from anywhere.
    """

    def __init__(self, app: Shell, opens: Mapping[int, str]) -> None:
        self._app = app
        self._opens = opens
        self.pointer: tuple[int, int] | None = None
        self.hover = ""
        self.grabbed = ""
        self.ring = False
        """Whether the focus is shown: it is while the keyboard is used."""
        self.tip = Tip(app)
        self.held = Held()
        self._listening = True
        """SDL listens for letters from the start."""

    def forget(self) -> None:
        """What was under the pointer is gone: another screen came on top."""
        self.hover = self.grabbed = ""
        self.tip.forget()

    def left(self) -> None:
        """The pointer left the window."""
        self.pointer = None
        self.hover = ""

    def await_tip(self, now: int) -> None:
        """Show the tip of what pointer or keyboard rests on, when it is time at `now`."""
        if self.hover:
            self.tip.wait(self.hover, self.pointer, now)
        elif self.ring:
            self.tip.wait(self._app.top.focus, None, now)

    # --- keys ---------------------------------------------------------------------------------------------------

    def key(self, event: pygame.Event) -> None:
        """A key: first the focused control, then moving and pressing, then the screen's shortcuts.

        A key that is only held down goes on typing, moving and scrolling; it presses nothing and opens nothing.
        """
        app = self._app
        repeated = self.held.note(event)
        control = app.picture.named(app.top.focus)
        if control is not None and control.composing:
            return
        if event.key == pygame.K_TAB:
            self._go(following(app.picture.controls, app.top.focus, -1 if event.mod & pygame.KMOD_SHIFT else 1))
        elif not repeated and self._everywhere(event):
            return
        elif event.key != pygame.K_ESCAPE and control is not None and control.keys is not None and control.keys(event):
            self.ring = True
        elif repeated:
            self._move(event)
        else:
            self._act(event, control)

    def _act(self, event: pygame.Event, control: Control | None) -> None:
        """A key that was pressed and that the focused control did not take."""
        app = self._app
        held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
        if event.key == pygame.K_ESCAPE:
            app.top.back()
        elif event.key in {*_ENTER, pygame.K_SPACE} and not held and (meant := self._meant(event, control)):
            self.ring = True
            self._press(meant)
        elif not app.top.key(event):
            self._move(event)

    def _meant(self, event: pygame.Event, control: Control | None) -> Control | None:
        """What Enter or Space presses: the focused control; Enter on a card its bright button, unless the focus shows
        on another one that can be pressed.
        """
        if event.key not in _ENTER or not self._app.top.modal:
            return control
        if control is not None and self.ring and (control.press is not None or not control.enabled):
            return control
        return next((one for one in self._app.picture.controls if one.primary), control)

    def text(self, event: pygame.Event) -> None:
        """Letters, or what an input method is composing, for the focused control."""
        control = self._app.picture.named(self._app.top.focus)
        if control is None:
            return
        take = control.typed if event.type == pygame.TEXTINPUT else control.composed
        if take is not None:
            self.ring = True
            take(event.text)

    def listen(self) -> None:
        """Ask for letters while the focused control takes them, and say where they will stand."""
        control = self._app.picture.named(self._app.top.focus)
        wanted = control is not None and control.typed is not None
        if wanted != self._listening:
            (pygame.key.start_text_input if wanted else pygame.key.stop_text_input)()
            self._listening = wanted
        if control is not None and control.caret is not None:
            pygame.key.set_text_input_rect(control.caret)

    def _everywhere(self, event: pygame.Event) -> bool:
        """Keys that act on every screen."""
        app = self._app
        held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
        name = self._opens.get(event.key)
        if event.key == pygame.K_F11:
            app.apply(replace(app.prefs, fullscreen=not app.prefs.fullscreen))
        elif name is not None:
            if all(screen.name != name for screen in app.screens):
                app.go(name)
        elif held and event.key in _ZOOM:
            app.zoom(_ZOOM[event.key])
        else:
            return False
        return True

    def _move(self, event: pygame.Event) -> None:
        """Arrows and page keys that nobody took."""
        if event.key in _ARROWS:
            self._go(toward(self._app.picture.controls, self._app.top.focus, event.key))
        elif event.key in {pygame.K_PAGEUP, pygame.K_PAGEDOWN}:
            self._page(-1 if event.key == pygame.K_PAGEUP else 1)

    def _press(self, control: Control) -> None:
        """Press a control; a disabled one shows its tip instead."""
        if control.press is not None:
            self._app.sounds.play("click")
            control.press()
        elif not control.enabled and control.tip:
            self._app.tell(control.tip, "warn")

    # --- focus and scrolling --------------------------------------------------------------------------------------

    def _go(self, control: Control | None) -> None:
        self.ring = True
        if control is not None:
            self._app.top.focus = control.key
            self.tip.rested()
            self._reveal(control)

    def _reveal(self, control: Control) -> None:
        """Scroll the region of `control` until the control shows."""
        region = self._region(control.region)
        if region is None:
            return
        room = self._app.theme.px(8)
        if control.rect.top < region.rect.top + room:
            self._scroll(region, control.rect.top - region.rect.top - room)
        elif control.rect.bottom > region.rect.bottom - room:
            self._scroll(region, control.rect.bottom - region.rect.bottom + room)

    def _scroll(self, region: Region, pixels: int) -> None:
        """Scroll `region` by `pixels`, within its limits."""
        self._app.top.offsets[region.key] = min(region.limit, max(0, region.offset + pixels))
        self._app.dirty = True

    def _region(self, name: str) -> Region | None:
        return next((region for region in self._app.picture.regions if region.key == name), None)

    def _page(self, direction: int) -> None:
        """Scroll the region of the focused control, else the one with most to scroll."""
        picture = self._app.picture
        control = picture.named(self._app.top.focus)
        region = self._region(control.region or control.key.removeprefix("scroll:")) if control is not None else None
        if region is None or not region.limit:
            region = max(picture.regions, key=lambda r: r.limit, default=None)
        if region is not None:
            self._scroll(region, direction * (region.rect.height * 4 // 5))

    def settle(self) -> bool:
        """After a drawing: pull back what is scrolled too far, and move the focus if its control is gone.

        Returns whether the screen has to be drawn again.
        """
        again = False
        top, picture = self._app.top, self._app.picture
        for region in picture.regions:
            if region.offset > region.limit:
                top.offsets[region.key] = region.limit
                again = True
        if picture.controls and picture.named(top.focus) is None:
            wanted = picture.named(top.first_focus) or next((c for c in picture.controls if c.stops), None)
            top.focus = wanted.key if wanted else ""
            again = again or self.ring
        return again

    # --- mouse ----------------------------------------------------------------------------------------------------

    def mouse(self, event: pygame.Event) -> None:
        """Mouse: hover, press, drag and wheel."""
        if event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
            return
        before, self.pointer = self.pointer, event.pos
        if event.type == pygame.MOUSEMOTION:
            self._moved(event, before)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._down(event)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._up(event)

    def _moved(self, event: pygame.Event, before: Point | None) -> None:
        app = self._app
        if self.grabbed:
            control = app.picture.named(self.grabbed)
            if control is not None and control.point is not None and control.drags:
                (control.drag or control.point)(event.pos)
                app.acts += 1
                app.dirty = True
            return
        under = app.picture.at(event.pos)
        now = under.key if under else ""
        if now != self.hover:
            self.hover = now
            app.dirty = True
            self.tip.rested()
        elif under is not None and under.part(event.pos) != under.part(before):
            self.tip.rested()
        elif any(rect.collidepoint(event.pos) for rect, _ in app.picture.pictures):
            app.dirty = True

    def _down(self, event: pygame.Event) -> None:
        app = self._app
        self.ring = False
        app.acts += 1
        app.dirty = True
        control = app.picture.at(event.pos)
        if control is None:
            return
        app.top.focus = self.grabbed = control.key
        if control.point is not None:
            control.point(event.pos)

    def _up(self, event: pygame.Event) -> None:
        app = self._app
        grabbed, self.grabbed = self.grabbed, ""
        control = app.picture.at(event.pos)
        app.acts += 1
        app.dirty = True
        if control is not None and control.key == grabbed:
            self._press(control)

    def _wheel(self, clicks: int) -> None:
        region = self._app.picture.region_at(self.pointer) if self.pointer is not None else None
        if region is not None and region.limit:
            self._scroll(region, -clicks * self._app.theme.px(_WHEEL))
