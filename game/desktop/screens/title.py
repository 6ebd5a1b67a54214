"""The title screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

import game
from game.desktop.kit import text
from game.desktop.kit.buttons import Kind, button
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.theme import Theme
from game.desktop.shortcuts import hint
from game.marks import N_
from game.telling import _

if TYPE_CHECKING:
    from game.session.saves import SaveInfo

TAGLINE = N_("Lead a nation through a squeeze on the minerals that its industry cannot do without.")


class Title(Screen):
    """New game, go on, load, how to play, settings, quit."""

    name = "title"
    first_focus = "new"

    def __init__(self, app: Shell) -> None:
        super().__init__(app)
        app.occupy(None)
        self.renew()
        self.choosing: Screen | None = None
        """Kept, so that going back and forth loses no names."""

    def renew(self) -> None:
        """The saves have changed."""
        self.latest = _latest()
        self.focus = "continue" if self.latest is not None else self.first_focus

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        if not self.app.hasty:
            canvas.surface.blit(_world(canvas.rect.size, canvas.theme), (0, 0))
        width = min(theme.letter(330), canvas.rect.width - theme.px(48))
        left = max(theme.px(24), min(theme.px(96), (canvas.rect.width - width) // 6))
        entries = self._entries()
        needed = self._height(canvas, width, len(entries))
        column = Column(canvas, left, max(theme.px(16), (canvas.rect.height - needed) // 2), width)
        name = text.label("Chokepoint", _grand(theme), "display", "bold")
        place = column.take(name.get_height())
        canvas.surface.blit(name, place)
        canvas.ink(name.get_rect(topleft=place.topleft), "Chokepoint")
        column.skip(8)
        column.paragraph(_(TAGLINE), colour=canvas.palette.muted)
        column.skip(22)
        for key, label, icon, act, tip in entries:
            rect = column.take(canvas.row + theme.px(4), theme.px(8))
            kind: Kind = "primary" if key == entries[0][0] else "plain"
            button(canvas, rect, key, label, act, kind=kind, icon=icon, tip=tip, align="left", shorten=True)
        foot = pygame.Rect(
            left,
            canvas.rect.bottom - theme.px(14) - canvas.line_height("small"),
            canvas.rect.width - 2 * left,
            canvas.line_height("small"),
        )
        if foot.y > column.y + theme.px(4):
            canvas.words(
                foot, _("Version {number}").format(number=game.__version__), "small", colour=canvas.palette.muted
            )

    def _height(self, canvas: Canvas, width: int, count: int) -> int:
        theme = canvas.theme
        words = text.font(_grand(theme), "display", "bold").get_height() + canvas.paragraph_height(width, _(TAGLINE))
        return words + theme.px(30) + count * (canvas.row + theme.px(12))

    def _entries(self) -> list[tuple[str, str, str, Callable[[], None], str]]:
        entries: list[tuple[str, str, str, Callable[[], None], str]] = [
            ("new", _("New game"), "play", self._new, _("Choose a scenario and who plays")),
            ("load", _("Load"), "folder-open", self._load, _("All saves")),
            (
                "help",
                _("How to play"),
                "circle-question-mark",
                self._help,
                hint(_("Rules in six sentences, and all keys"), "help"),
            ),
            ("settings", _("Settings"), "settings", self._settings, hint(_("Text size, theme, sound"), "settings")),
            ("quit", _("Quit"), "log-out", self.app.quit, _("Close the program")),
        ]
        if self.latest is not None:
            turn = _("turn {turn} of {turns}").format(turn=self.latest.turn + 1, turns=self.latest.turns)
            tip = ", ".join((_(self.latest.title), turn, self.latest.modified))
            entries.insert(0, ("continue", _("Continue"), "play", self._continue, tip))
        return entries

    def shown(self) -> None:
        """Import what "New game" needs, while the person reads the menu."""
        self.app.prepare("scenarios")

    def _new(self) -> None:
        if self.choosing is None:
            self.choosing = self.app.make("scenarios")
        self.app.push(self.choosing)

    def _continue(self) -> None:
        from game.desktop.screens.resuming import resume

        if self.latest is not None:
            resume(self.app, self.latest.path)

    def _load(self) -> None:
        self.app.go("saves")

    def _help(self) -> None:
        self.app.go("help")

    def _settings(self) -> None:
        self.app.go("settings")

    def back(self) -> None:
        from game.desktop.kit.ask import Ask

        self.app.push(Ask(self.app, _("Quit?"), _("Close the program."), _("Quit"), self.app.stop))


def _latest() -> SaveInfo | None:
    """The newest save that opens and is not finished; older ones are not read once it is found."""
    from game.session import saves

    return saves.latest()


def _grand(theme: Theme) -> Theme:
    """The theme for the name of the game: half as large again."""
    return replace(theme, layout_scale=theme.layout_scale * 1.5)


@lru_cache(maxsize=1)
def _world(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """The world without figures, sunk into the ground so that words stay readable (kept; do not draw on it)."""
    from game.atlas import WORLD, Frame
    from game.desktop.map.ground import Ground

    picture = pygame.Surface(size)
    picture.fill(theme.palette.ground)
    wide = pygame.Rect(size[0] // 5, 0, size[0] * 4 // 5, size[1])
    picture.blit(Ground(Frame(wide.width, wide.height, 0, WORLD), _calm(theme), {}).picture({}), wide)
    picture.blit(_fade(size, theme.palette.ground, wide.x), (0, 0))
    return picture


def _calm(theme: Theme) -> Theme:
    """The theme for the map behind the menu: its sea is the ground, so that no edge shows."""
    return replace(theme, palette=replace(theme.palette, sea=theme.palette.ground))


def _fade(size: tuple[int, int], ground: tuple[int, int, int], start: int) -> pygame.Surface:
    """A veil: solid on the left, thin on the right."""
    strip = pygame.Surface((256, 1), pygame.SRCALPHA)
    solid = 256 * start // size[0]
    for x in range(256):
        share = 0.0 if x <= solid else min(1.0, (x - solid) / 110)
        strip.set_at((x, 0), (*ground, round(255 - 225 * share)))
    return pygame.transform.smoothscale(strip, size)
