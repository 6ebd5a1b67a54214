"""Keys and mouse: which control they reach, where the focus goes, and what scrolls into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.kit.controls import Control, Region, following, toward

if TYPE_CHECKING:
    from game.desktop.app import App

_ARROWS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)
_WHEEL = 54
"""Layout pixels a click of the wheel."""


def key(app: App, event: pygame.Event) -> None:
    """A key: first the focused control, then moving and pressing, then the screen's shortcuts."""
    if _everywhere(app, event):
        return
    if event.key == pygame.K_ESCAPE:
        app.top.back()
        return
    if event.key == pygame.K_TAB:
        _go(app, following(app.picture.controls, app.top.focus, -1 if event.mod & pygame.KMOD_SHIFT else 1))
        return
    control = app.picture.named(app.top.focus)
    if control is not None and control.keys is not None and control.keys(event):
        app.ring = True
        return
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE} and control is not None and not held:
        app.ring = True
        press(app, control)
        return
    if app.top.key(event):
        return
    if event.key in _ARROWS:
        _go(app, toward(app.picture.controls, app.top.focus, event.key))
    elif event.key in {pygame.K_PAGEUP, pygame.K_PAGEDOWN}:
        _page(app, -1 if event.key == pygame.K_PAGEUP else 1)


def _everywhere(app: App, event: pygame.Event) -> bool:
    """Keys that act on every screen."""
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    if event.key == pygame.K_F11:
        from dataclasses import replace

        app.apply(replace(app.prefs, fullscreen=not app.prefs.fullscreen))
    elif event.key == pygame.K_F1:
        from game.desktop.screens.help import Help

        if not isinstance(app.top, Help):
            app.push(Help(app))
    elif event.key == pygame.K_F2:
        from game.desktop.screens.settings import Settings

        if not any(isinstance(screen, Settings) for screen in app.screens):
            app.push(Settings(app))
    elif held and event.key in {pygame.K_EQUALS, pygame.K_PLUS, pygame.K_KP_PLUS}:
        app.zoom(0.1)
    elif held and event.key in {pygame.K_MINUS, pygame.K_KP_MINUS}:
        app.zoom(-0.1)
    else:
        return False
    return True


def press(app: App, control: Control) -> None:
    """Press a control; a disabled one shows its tip instead."""
    if control.press is not None:
        app.sounds.play("click")
        control.press()
    elif not control.enabled and control.tip:
        app.tell(control.tip, "warn")


def _go(app: App, control: Control | None) -> None:
    app.ring = True
    if control is not None:
        app.top.focus = control.key
        app.rested()
        reveal(app, control)


def reveal(app: App, control: Control) -> None:
    """Scroll the region of `control` until the control shows."""
    region = _region(app, control.region)
    if region is None:
        return
    room = app.theme.px(8)
    if control.rect.top < region.rect.top + room:
        region_move(app, region, control.rect.top - region.rect.top - room)
    elif control.rect.bottom > region.rect.bottom - room:
        region_move(app, region, control.rect.bottom - region.rect.bottom + room)


def region_move(app: App, region: Region, pixels: int) -> None:
    """Scroll `region` by `pixels`, within its limits."""
    app.top.offsets[region.key] = min(region.limit, max(0, region.offset + pixels))
    app.dirty = True


def _region(app: App, name: str) -> Region | None:
    return next((region for region in app.picture.regions if region.key == name), None)


def _page(app: App, direction: int) -> None:
    """Scroll the region of the focused control, else the one with most to scroll."""
    control = app.picture.named(app.top.focus)
    region = _region(app, control.region or control.key.removeprefix("scroll:")) if control is not None else None
    if region is None or not region.limit:
        region = max(app.picture.regions, key=lambda r: r.limit, default=None)
    if region is not None:
        region_move(app, region, direction * (region.rect.height * 4 // 5))


def settle(app: App) -> bool:
    """After a drawing: pull back what is scrolled too far, and move the focus if its control is gone.

    Returns whether the screen has to be drawn again.
    """
    again = False
    for region in app.picture.regions:
        if region.offset > region.limit:
            app.top.offsets[region.key] = region.limit
            again = True
    controls = app.picture.controls
    if controls and app.picture.named(app.top.focus) is None:
        wanted = app.picture.named(app.top.first_focus) or next((c for c in controls if c.stops), None)
        app.top.focus = wanted.key if wanted else ""
        again = again or app.ring
    return again


def mouse(app: App, event: pygame.Event) -> None:
    """Mouse: hover, press, drag and wheel."""
    if event.type == pygame.MOUSEWHEEL:
        _wheel(app, event.y)
        return
    app.pointer = event.pos
    if event.type == pygame.MOUSEMOTION:
        _moved(app, event)
    elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        _down(app, event)
    elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
        _up(app, event)


def _moved(app: App, event: pygame.Event) -> None:
    if app.grabbed:
        control = app.picture.named(app.grabbed)
        if control is not None and control.point is not None and control.drags:
            control.point(event.pos)
            app.acts += 1
            app.dirty = True
        return
    under = app.picture.at(event.pos)
    now = under.key if under else ""
    if now != app.hover:
        app.hover = now
        app.dirty = True
        app.rested()
    elif any(rect.collidepoint(event.pos) for rect, _ in app.picture.pictures):
        app.dirty = True


def _down(app: App, event: pygame.Event) -> None:
    app.ring = False
    app.acts += 1
    app.dirty = True
    control = app.picture.at(event.pos)
    if control is None:
        return
    app.top.focus = app.grabbed = control.key
    if control.point is not None:
        control.point(event.pos)


def _up(app: App, event: pygame.Event) -> None:
    grabbed, app.grabbed = app.grabbed, ""
    control = app.picture.at(event.pos)
    app.acts += 1
    app.dirty = True
    if control is not None and control.key == grabbed:
        press(app, control)


def _wheel(app: App, clicks: int) -> None:
    if app.pointer is None:
        return
    region = app.picture.region_at(app.pointer)
    if region is not None and region.limit:
        region_move(app, region, -clicks * app.theme.px(_WHEEL))
    elif app.top.wheel(app.pointer, clicks):
        app.dirty = True
