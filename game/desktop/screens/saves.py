"""The list of saves: what each is, and what is wrong with a damaged one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from game.desktop.kit.ask import Ask
from game.desktop.kit.buttons import ButtonSpec, button, button_row
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.layout import centred, cut_bottom, cut_top
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.scroll import scroll
from game.desktop.panels.panel import remark
from game.desktop.screens.resuming import resume
from game.session import saves
from game.session.faults import SaveError
from game.session.saves import SaveInfo
from game.session.saves.naming import OWN
from game.telling import _, numbers, told

_ABBREVIATION = 3
"""Identifiers up to this length are written in capitals."""


class Saves(Screen):
    """All saves, the latest first; Enter opens the chosen one."""

    name = "saves"
    first_focus = "save:0"

    def __init__(self, app: Shell) -> None:
        super().__init__(app)
        self.found = saves.list_saves()

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        wide = centred(canvas.rect, theme.letter(860), canvas.rect.height).inflate(-2 * theme.px(24), -2 * theme.px(20))
        head, rest = cut_top(wide, canvas.line_height("display"), theme.px(12))
        canvas.words(head, _("Load a match"), "display", "bold", shorten=True)
        body, foot = cut_bottom(rest, canvas.row, theme.px(12))
        if self.found:
            with scroll(canvas, "saves", body) as column:
                for number, save in enumerate(self.found):
                    self._entry(column, number, save)
                    column.skip(8)
        else:
            self._empty(canvas, body)
        button_row(
            Column(canvas, foot.x, foot.y, foot.width),
            (ButtonSpec("back", _("Back"), self.back, icon="arrow-left", tip=_("Back (Esc)")),),
        )

    def _empty(self, canvas: Canvas, body: pygame.Rect) -> None:
        column = Column(canvas, body.x, body.y + body.height // 4, body.width)
        icon = column.take(canvas.theme.letter(48), canvas.theme.px(8))
        canvas.icon("folder-open", icon, canvas.palette.muted, 40)
        canvas.words(
            column.take(canvas.line_height("heading")), _("No saves yet"), "heading", "semibold", align="centre"
        )
        column.skip(6)
        words = _("Every turn that you end is saved here by itself.")
        canvas.words(
            column.take(canvas.line_height()), words, colour=canvas.palette.muted, align="centre", shorten=True
        )

    def _entry(self, column: Column, number: int, save: SaveInfo) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        pad, side = theme.px(12), canvas.row
        inner = column.width - 3 * pad - 2 * side - theme.px(6)
        title, line = f"**{_heading(save)}**", _line(save)
        problem = canvas.paragraph_height(inner - theme.letter(22), save.problem)
        needed = canvas.paragraph_height(inner, title) + canvas.paragraph_height(inner, line)
        rect = column.take(needed + 2 * pad + (problem + theme.px(6) if save.problem else 0) + theme.px(4))
        area = pygame.Rect(rect.x, rect.y, inner + 2 * pad, rect.height)
        tip = _("Shows what can be saved of it") if save.problem else _("Go on with this match")
        key = f"save:{number}"
        hot = canvas.press_area(key, area, _heading(save), lambda: self._open(save), f"{tip}\n{save.path.name}")
        if canvas.seen(rect):
            canvas.card(rect, canvas.palette.hover if hot else canvas.palette.panel)
            if canvas.ring and canvas.focus == key:
                canvas.ring_around(area)
            inside = Column(canvas, rect.x + pad, rect.y + pad, inner)
            inside.paragraph(title, "body")
            inside.skip(4)
            inside.paragraph(line, colour=canvas.palette.muted)
            if save.problem:
                inside.skip(6)
                remark(inside, "bad", save.problem)
        place = pygame.Rect(rect.right - pad - 2 * side - theme.px(6), rect.centery - side // 2, side, side)
        self._change(canvas, place, number, save)

    def _change(self, canvas: Canvas, place: pygame.Rect, number: int, save: SaveInfo) -> None:
        """The buttons beside an entry, the first of them at `place`."""
        played = self.app.occupant is not None and self.app.occupant.file == save.path
        why = _("This match is being played") if played else ""
        acts = (("rename", "type", _("Name this save"), self._ask_name), ("delete", "trash-2", _("Delete"), self._ask))
        for key, icon, tip, act in acts:
            press = partial(act, save)
            button(canvas, place, f"{key}:{number}", "", press, icon=icon, tip=why or tip, enabled=not played)
            place = place.move(place.width + canvas.theme.px(6), 0)

    def _ask_name(self, save: SaveInfo) -> None:
        self.app.go("rename", save.name, partial(self._done, lambda name: saves.rename(save.path, name)))

    def _ask(self, save: SaveInfo) -> None:
        words = _("{name} is deleted for good, with all that was played in it.").format(name=save.path.name)
        self.app.push(Ask(self.app, _("Delete this save?"), words, _("Delete"), lambda: self._delete(save)))

    def _delete(self, save: SaveInfo) -> None:
        problem = self._done(lambda _name: saves.delete(save.path), "")
        words = problem or _("Deleted: {name}").format(name=save.path.name)
        self.app.tell(words, "bad" if problem else "plain")

    def _done(self, act: Callable[[str], object], name: str) -> str:
        """Do `act` and look at the folder again; why it could not be done, or nothing."""
        try:
            act(name)
        except SaveError as problem:
            return told(problem)
        self.found = saves.list_saves()
        if self.app.occupant is None:
            self.app.screens[0].renew()
        return ""

    def _open(self, save: SaveInfo) -> None:
        lost = self.app.leaving()
        if not lost:
            resume(self.app, save.path)
            return
        self.app.push(
            Ask(self.app, _("Leave the running match?"), lost, _("Open the save"), lambda: self._leave_for(save))
        )

    def _leave_for(self, save: SaveInfo) -> None:
        resume(self.app, save.path)

    def back(self) -> None:
        if len(self.app.screens) > 1:
            self.app.pop()
            return
        self.app.reset(self.app.make("title"))


def _heading(save: SaveInfo) -> str:
    """What a save is called: the name that a person gave it, else the title of its scenario."""
    given = "" if OWN.search(save.name) else save.name
    return given or _(save.title) or save.name


def _line(save: SaveInfo) -> str:
    """Scenario where it is not the heading, seat, turn, score and date of a save in a line."""
    parts = [
        "" if _(save.title) == _heading(save) else _(save.title),
        ", ".join(
            f"{name} ({_seat(seat)})" if name not in ("", _seat(seat)) else _seat(seat) for seat, name in save.people
        ),
    ]
    if save.turns and not save.problem:
        turn = _("turn {turn} of {turns}").format(turn=save.turn + 1, turns=save.turns)
        parts.append(_("finished") if save.finished else turn)
    if save.month and not save.finished and not save.problem:
        parts.append(numbers.month(save.month))
    parts += _scores(save)
    parts.append(_("saved {when}").format(when=save.modified))
    return " · ".join(part for part in parts if part)


def _scores(save: SaveInfo) -> list[str]:
    """The scores so far; with the seat where there are several."""
    if len(save.scores) == 1:
        return [_("score {points}").format(points=numbers.number(save.scores[0][1], 0))]
    named = [f"{_seat(seat)} {numbers.number(points, 0)}" for seat, points in save.scores]
    return [_("score {points}").format(points=", ".join(named))] if named else []


def _seat(key: str) -> str:
    """The identifier of a seat, written as a name: a save does not know the name itself."""
    return key.upper() if len(key) <= _ABBREVIATION else key.replace("_", " ").title()
