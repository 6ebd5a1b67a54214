"""What the panels of the play screen share: their frame, the button that gives an order, small tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.client import Client, OrderData
from game.desktop.kit import badges, text
from game.desktop.kit.assets import Weight
from game.desktop.kit.buttons import Kind, button, button_width
from game.desktop.kit.canvas import Align, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Shell
from game.desktop.kit.theme import Colour, Tone
from game.session.playing import Away
from game.session.views import Band, Choice, DraftOrder
from game.telling import _, finance, numbers, told
from game.telling.grammar import capital


class Panel:
    """A panel: it draws itself in a column and keeps what is half filled in until the turn ends."""

    key = ""
    title = ""
    short = ""
    icon = ""

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        self.app = app
        self.client = client
        self.go = go
        """Opens the panel of that key."""

    def draw(self, column: Column) -> None:
        """Draw the panel."""
        raise NotImplementedError

    def renew(self) -> None:
        """A new turn began: forget what was filled in."""

    def badge(self) -> str:
        """A short mark on the panel's tab, such as a number of offers."""
        return ""

    def give(self, order: OrderData) -> None:
        """Put an order in the draft and say so, or say why not."""
        refused = self.client.add(order)
        if refused:
            self.app.tell(refused, "warn")
            self.app.sounds.play("alert")
        else:
            draft = self.client.view.draft
            told = self.client.teller.sentence(draft[-1].message) if draft else ""
            self.app.tell(_("In your draft: {order}").format(order=told) if told else _("In your draft."), "good")
            self.app.sounds.play("confirm")

    def hindrance(self, order: OrderData) -> tuple[str, bool]:
        """Why `order` cannot be given, empty where it can; and whether that is only because it was given already."""
        choice = self.client.choice(order)
        if choice.allowed:
            return "", False
        drafted = self.client.drafted(order)
        if drafted:
            return _("In your draft: {order}").format(order=drafted), True
        return self.client.teller.refusal(choice), False

    def explain(self, key: str, label: str, value: str) -> None:
        """Open the card that says where a figure comes from."""
        try:
            why = self.client.why(key)
        except Away as away:
            self.app.tell(capital(told(away.args[0])), "warn")
            return
        self.app.go("why", label, value, self.client.teller, why)


def estimate(price: float, overrun: Band) -> str:
    """A price by plan, and what it comes to at most."""
    planned = numbers.write(price, "US$ million")
    if overrun.high < 0.5:
        return planned
    return _("{planned}, at most {most}").format(
        planned=planned, most=numbers.write(price + overrun.high, "US$ million")
    )


def charges(order: Choice | DraftOrder) -> list[str]:
    """What an order charges, now and turn by turn."""
    parts = [estimate(order.price, order.overrun)] if order.price > 0.0 else []
    if order.price < 0.0:
        parts.append(_("brings {amount}").format(amount=numbers.write(-order.price, "US$ million")))
    if abs(order.running) >= 0.05:
        more = _("{amount} more a turn") if order.running > 0.0 else _("{amount} less a turn")
        parts.append(more.format(amount=numbers.write(abs(order.running), "US$ million")))
    if order.capital:
        parts.append(_("{number} political capital").format(number=numbers.number(order.capital, 0)))
    if order.keeping:
        more, less = _("{points} more political capital a turn"), _("{points} less political capital a turn")
        parts.append((more if order.keeping > 0.0 else less).format(points=numbers.scaled(abs(order.keeping))))
    if order.late:
        parts.append(finance.late(order.late))
    return parts


def price_text(choice: Choice) -> str:
    """``US$ 120 m, at most 160 · US$ 12 m more a turn · 2 political capital``."""
    return " · ".join(charges(choice)) or _("no charge now")


def order_button(column: Column, panel: Panel, key: str, label: str, order: OrderData, *, danger: bool = False) -> None:
    """The button that gives `order`, its price beside it, and under it the reason where it is refused."""
    canvas, choice = column.canvas, panel.client.choice(order)
    price = price_text(choice)
    refusal, done = panel.hindrance(order)
    rect = column.take(canvas.row)
    width = min(rect.width, button_width(canvas, label))
    place = pygame.Rect(rect.x, rect.y, width, rect.height)
    kind: Kind = "danger" if danger else "primary"
    button(
        canvas, place, key, label, lambda: panel.give(order),
        kind=kind, enabled=choice.allowed, tip=refusal or _("Adds it to your draft: {price}").format(price=price),
    )  # fmt: skip
    room = rect.width - width - canvas.theme.px(10)
    if canvas.width(price, "body", "semibold") <= room:
        canvas.words(
            pygame.Rect(place.right + canvas.theme.px(10), rect.y, room, rect.height), price, weight="semibold"
        )
    else:
        column.skip(3)
        column.paragraph(f"**{price}**")
    if refusal:
        column.skip(4)
        remark(column, "good" if done else "warn", refusal)


def remark(column: Column, tone: Tone, words: str, icon: str = "") -> None:
    """A line with an icon whose shape tells its tone."""
    canvas = column.canvas
    icons = {"bad": "triangle-alert", "warn": "triangle-alert", "rival": "octagon-alert", "good": "circle-check"}
    side = canvas.theme.letter(22)
    height = canvas.paragraph_height(column.width - side, words)
    rect = column.take(height)
    if canvas.seen(rect):
        first = pygame.Rect(rect.x, rect.y, side - canvas.theme.letter(6), canvas.line_height())
        canvas.icon(icon or icons.get(tone, "lightbulb"), first, canvas.palette.tone(tone), 15)
        canvas.paragraph(rect.x + side, rect.y, rect.width - side, words)


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    text: str
    tone: Tone = "plain"
    strong: bool = False


def table(column: Column, heads: Sequence[str], lines: Sequence[Sequence[Cell]]) -> None:
    """A small table; the first column left and wrapped, the others right."""
    canvas = column.canvas
    gap = canvas.theme.px(10)
    widths = _widths(column, heads, lines, gap)
    _table_head(column, heads, widths, gap)
    for number, line in enumerate(lines):
        label = line[0].text if canvas.width(line[0].text) <= widths[0] else _breakable(line[0].text)
        first = canvas.paragraph_height(widths[0], label)
        rect = column.take(max(first, canvas.line_height()) + canvas.theme.px(8))
        if not canvas.seen(rect):
            continue
        if number % 2:
            canvas.surface.fill(canvas.palette.raised, rect)
        x = rect.x + canvas.theme.px(6)
        tone = canvas.palette.tone(line[0].tone)
        canvas.paragraph(x, rect.y + (rect.height - first) // 2, widths[0], label, colour=tone)
        x += widths[0] + gap
        for cell, width in zip(line[1:], widths[1:], strict=True):
            place = pygame.Rect(x, rect.y, width, rect.height)
            weight: Weight = "semibold" if cell.strong else "regular"
            canvas.words(place, cell.text, "body", weight, canvas.palette.tone(cell.tone), "right", shorten=True)
            x += width + gap


_COMFORTABLE = 44
"""Layout pixels of a column of figures, where there is room, so that headings do not stand on edge."""


def _widths(column: Column, heads: Sequence[str], lines: Sequence[Sequence[Cell]], gap: int) -> list[int]:
    """Figures get what they need, the first column the rest, never less than its longest word."""
    canvas = column.canvas
    free = column.width - gap * (len(heads) - 1) - 2 * canvas.theme.px(6)
    longest = max((canvas.width(word) for line in lines for word in _breakable(line[0].text).split()), default=0)
    least = max(free // 4, longest + canvas.theme.px(4))
    needed = [_needed(canvas, heads[number], [line[number].text for line in lines]) for number in range(1, len(heads))]
    spare = max(0, free - least - sum(needed))
    for number, width in enumerate(needed):
        more = min(max(0, canvas.theme.letter(_COMFORTABLE) - width), spare)
        needed[number] += more
        spare -= more
    if sum(needed) <= free - least:
        return [free - sum(needed), *needed]
    return [least, *(width * (free - least) // sum(needed) for width in needed)]


def _breakable(words: str) -> str:
    """`words` that may be broken after a hyphen."""
    return words.replace("-", "-\n")


def _needed(canvas: Canvas, head: str, cells: Sequence[str]) -> int:
    """Pixels of a column of figures under the words of its heading."""
    words = (canvas.width(word, "small") for word in head.split())
    return max(*words, *(canvas.width(cell, "body", "semibold") for cell in cells)) + 2


def _table_head(column: Column, heads: Sequence[str], widths: Sequence[int], gap: int) -> None:
    canvas, theme = column.canvas, column.canvas.theme
    lines = [text.wrap(head, width, theme, "small") for head, width in zip(heads, widths, strict=True)]
    high = text.line_height(theme, "small")
    rect = column.take(max(map(len, lines)) * high + theme.px(4))
    x = rect.x + theme.px(6)
    for number, (wrapped, width) in enumerate(zip(lines, widths, strict=True)):
        top = rect.bottom - theme.px(4) - len(wrapped) * high
        for place, words in enumerate(wrapped):
            line = pygame.Rect(x, top + place * high, width, high)
            align: Align = "right" if number else "left"
            canvas.words(line, words, "small", colour=canvas.palette.muted, align=align, shorten=True)
        x += width + gap
    canvas.rule(rect.x, rect.bottom - 1, rect.width)


def fact(column: Column, label: str, value: str, tone: Tone = "plain") -> None:
    """A line with a label on the left and a value on the right; the value goes below where both do not fit."""
    canvas = column.canvas
    colour: Colour = canvas.palette.tone(tone)
    needed = canvas.width(value, "body", "semibold") + canvas.theme.px(10) + canvas.width(label)
    rect = column.take(canvas.line_height())
    canvas.words(rect, label, colour=canvas.palette.muted, shorten=True)
    if needed > column.width:
        column.y += canvas.paragraph(column.x, column.y, column.width, f"**{value}**", colour=colour)
    else:
        canvas.words(rect, value, "body", "semibold", colour, "right")
    column.skip(3)


def meter_line(column: Column, label: str, value: str, share: float, tone: Tone = "accent") -> None:
    """A fact with a bar under it."""
    fact(column, label, value)
    rect = column.take(column.canvas.theme.px(8))
    if column.canvas.seen(rect):
        badges.meter(column.canvas.surface, rect, share, column.canvas.theme, tone)
    column.skip(6)
