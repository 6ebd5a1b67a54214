"""The bar over the play screen: who and when, key figures, means, and the buttons that are always there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import present
from game.desktop.kit import badges
from game.desktop.kit.buttons import button, button_width
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.theme import Tone
from game.desktop.shortcuts import hint
from game.marks import N_
from game.session.views import Indicator, View
from game.telling import Teller, _, numbers

WHY = N_("Why? Meaning, causes and sources")


@dataclass(frozen=True)
class Reading:
    """A figure of the bar."""

    key: str
    label: str
    value: str
    change: str = ""
    tone: Tone = "plain"
    way: float = 0.0
    good: int = 0
    tip: str = ""


@dataclass(frozen=True)
class Actions:
    """What the bar's buttons do."""

    end: Callable[[], None]
    menu: Callable[[], None]
    why: Callable[[str, str, str], None]
    """Metric key, label and value of the figure that was pressed."""


def figures(view: View) -> tuple[Reading, ...]:
    """The seat's figures in the order in which they are shown as far as there is room."""
    teller = Teller.of(view)
    known = present.documented(view)
    return tuple(_figure(teller, indicator, known.get(indicator.key, "")) for indicator in view.indicators)


def means(view: View) -> tuple[Reading, ...]:
    """Budget and political capital, after the draft."""
    teller = Teller.of(view)
    spent, paid = present.draft_price(view), present.draft_capital(view)
    return (
        Reading(
            "budget",
            teller.short_label("budget"),
            numbers.write(view.budget_after, "US$ million"),
            numbers.write(-spent, "US$ million") if spent else "",
            "warn",
            tip=_(WHY),
        ),
        Reading(
            "capital",
            teller.short_label("capital"),
            numbers.number(view.capital_after, 0),
            numbers.number(-paid, 0) if paid else "",
            "warn",
            tip=_(WHY),
        ),
    )


def _figure(teller: Teller, indicator: Indicator, known: str) -> Reading:
    label = teller.label(indicator.key)
    return Reading(
        indicator.key,
        teller.short_label(indicator.key),
        numbers.write(indicator.value, indicator.unit),
        present.change_text(indicator),
        present.tone_of_change(indicator),
        indicator.change,
        indicator.good,
        f"{label}, {known}. {_(WHY)}" if known else f"{label}. {_(WHY)}",
    )


def height(canvas: Canvas) -> int:
    """Pixels of the bar."""
    return canvas.line_height("small") + canvas.line_height("key") + canvas.theme.px(16)


def draw(canvas: Canvas, rect: pygame.Rect, view: View, flag: str, actions: Actions, note: str = "") -> None:
    """Draw the bar in `rect`; `note` stands beside the turn."""
    theme = canvas.theme
    canvas.surface.fill(canvas.palette.panel, rect)
    canvas.rule(rect.x, rect.bottom - 1, rect.width)
    left = _who(canvas, rect, view, flag, note)
    right = _buttons(canvas, rect, actions)
    gap = theme.px(14)
    for figure in reversed(means(view)):
        width = _width(canvas, figure)
        right -= width + gap
        _draw(canvas, pygame.Rect(right, rect.y, width, rect.height), figure, actions)
    canvas.upright(right - gap, rect.y + theme.px(10), rect.height - theme.px(20))
    _row(canvas, pygame.Rect(left + gap, rect.y, right - gap - left - gap, rect.height), figures(view), actions)


def _who(canvas: Canvas, rect: pygame.Rect, view: View, flag: str, note: str) -> int:
    """Flag, nation and turn; returns where they end."""
    theme = canvas.theme
    size = theme.letter(34)
    badges.flag_badge(canvas.surface, (rect.x + theme.px(12) + size // 2, rect.centery), flag, size, theme)
    x = rect.x + size + theme.px(22)
    turn = " · ".join(filter(None, (present.turn_label(view), note)))
    when = f"{turn} · {present.span(view)}"
    seat = _(view.seat_name)
    room = max(canvas.width(seat, "title", "bold"), canvas.width(when, "small"))
    room = min(room, rect.width // 3)
    top = rect.y + (rect.height - canvas.line_height("title") - canvas.line_height("small")) // 2
    name = pygame.Rect(x, top, room, canvas.line_height("title"))
    canvas.words(name, seat, "title", "bold", shorten=True)
    canvas.words(
        pygame.Rect(x, name.bottom, room, canvas.line_height("small")),
        when if canvas.width(when, "small") <= room else turn,
        "small",
        colour=canvas.palette.muted,
        shorten=True,
    )
    return x + room


def _buttons(canvas: Canvas, rect: pygame.Rect, actions: Actions) -> int:
    """Menu and the end of the turn, from the right; returns where they begin."""
    theme = canvas.theme
    high = min(canvas.row + theme.px(4), rect.height - theme.px(8))
    y = rect.centery - high // 2
    menu = pygame.Rect(rect.right - theme.px(10) - high, y, high, high)
    width = button_width(canvas, _("End turn"), "send")
    end = pygame.Rect(menu.x - theme.px(8) - width, y, width, high)
    tip = hint(_("End the turn; you are asked first"), "end")
    button(canvas, end, "end", _("End turn"), actions.end, kind="primary", icon="send", tip=tip)
    button(canvas, menu, "menu", "", actions.menu, icon="menu", tip=_("Menu: save, settings, help, quit (Esc)"))
    return end.x


def _width(canvas: Canvas, figure: Reading) -> int:
    label = canvas.width(figure.label, "small")
    value = canvas.width(figure.value, "key", "semibold")
    if figure.change:
        value += canvas.width(figure.change, "small") + canvas.theme.letter(22)
    return max(label, value)


def _row(canvas: Canvas, rect: pygame.Rect, shown: Sequence[Reading], actions: Actions) -> None:
    """As many figures as there is room for, spread evenly."""
    least = canvas.theme.px(22)
    fitting: list[tuple[Reading, int]] = []
    used = 0
    for figure in shown:
        width = _width(canvas, figure)
        if used + width + least > rect.width:
            break
        fitting.append((figure, width))
        used += width + least
    if not fitting:
        return
    gap = min(canvas.theme.px(40), (rect.width - sum(width for _, width in fitting)) // len(fitting))
    x = rect.x
    for figure, width in fitting:
        canvas.upright(x, rect.y + canvas.theme.px(10), rect.height - canvas.theme.px(20))
        _draw(canvas, pygame.Rect(x + gap // 2, rect.y, width, rect.height), figure, actions)
        x += width + gap


def _draw(canvas: Canvas, rect: pygame.Rect, figure: Reading, actions: Actions) -> None:
    theme = canvas.theme
    key = f"top:{figure.key}"
    area = rect.inflate(theme.px(8), -theme.px(8))
    press: Callable[[], None] = lambda: actions.why(figure.key, figure.label, figure.value)  # noqa: E731
    hot = canvas.press_area(key, area, figure.label, press, figure.tip)
    if hot:
        canvas.card(area, canvas.palette.hover, canvas.palette.hover)
    top = rect.y + (rect.height - canvas.line_height("small") - canvas.line_height("key")) // 2
    label = pygame.Rect(rect.x, top, rect.width, canvas.line_height("small"))
    canvas.words(label, figure.label, "small", colour=canvas.palette.muted, shorten=True)
    value = pygame.Rect(rect.x, label.bottom, rect.width, canvas.line_height("key"))
    place = canvas.words(value, figure.value, "key", "semibold", shorten=True)
    if not figure.change:
        return
    at = (place.right + theme.px(6), value.centery - canvas.line_height("small") // 2 + 1)
    if figure.way:
        where = badges.change(canvas.surface, at, figure.way, figure.change, figure.good, theme)
        canvas.ink(where, figure.change)
    else:
        room = pygame.Rect(at[0], at[1], canvas.width(figure.change, "small") + 1, canvas.line_height("small"))
        canvas.words(room, figure.change, "small", "regular", canvas.palette.tone(figure.tone))
