"""Words and figures of a flow: heads of columns, figures below them, the legend, and the goods under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.flow.model import INDUSTRY, ChainModel, Row, StageFlow, tables
from game.desktop.flow.shapes import Node, patterned
from game.desktop.kit import assets, badges, text
from game.desktop.kit.assets import Weight
from game.desktop.kit.raster import Sketch, stamp
from game.desktop.kit.theme import Colour, Theme
from game.telling import _, numbers

ICONS = {"abroad": "ship", "stored": "warehouse"}
"""Icons of what leaves a column otherwise than to the next."""
Legend = list[list[tuple[str, str, int]]]
"""Kinds and their words, row by row, each with the pixels it takes."""


def crowded(model: ChainModel, width: int, theme: Theme) -> bool:
    """Whether words and numbers do not fit beside each other, so that the words go into one legend."""
    cell = (width - theme.px(16)) // len(model.columns)
    fixed = theme.px(6 + 9 + 4 + 3 + 6)
    return any(
        fixed + text.width(word[:7], theme, "tiny") + text.width(numbers.short(t), theme, "tiny", "semibold") > cell
        for name, rows in tables(model)
        for kind, word, t in rows
        if kind != "none" and name != INDUSTRY
    )


def legend(model: ChainModel, width: int, theme: Theme) -> Legend:
    """What the kinds of a flow are called, in rows no wider than `width`."""
    words = {kind: word for name, rows in tables(model) if name != INDUSTRY for kind, word, _ in rows}
    found: Legend = [[]]
    used = 0
    for kind, word in words.items():
        if kind == "none":
            continue
        wide = theme.letter(9) + theme.px(16) + text.width(word, theme, "tiny")
        if found[-1] and used + wide > width - theme.px(20):
            found.append([])
            used = 0
        found[-1].append((kind, word, wide))
        used += wide
    return found


def draw_legend(picture: pygame.Surface, rows: Legend, theme: Theme) -> None:
    """The legend along the bottom."""
    step = text.line_height(theme, "tiny")
    y = picture.get_height() - theme.px(6) - step * len(rows)
    for row in rows:
        x = theme.px(14)
        for kind, word, wide in row:
            _swatch(picture, (x, y), kind, theme)
            at = (x + theme.letter(9) + theme.px(4), y)
            text.write(picture, word, at, theme, "tiny", colour=theme.palette.muted)
            x += wide
        y += step


def draw_head(picture: pygame.Surface, node: Node, model: ChainModel, stage: StageFlow | None, theme: Theme) -> None:
    """Shape and name of a column, and how long its stocks last."""
    palette = theme.palette
    side, step = theme.text_size("small"), text.line_height(theme, "tiny")
    x, y = node.cell.left + theme.px(6), node.cell.top + theme.px(1)
    colour = palette.warn if node.id == model.bottleneck else palette.text
    if stage is None:
        picture.blit(assets.icon("factory", side, colour), (x, y + (step - side) // 2))
    else:
        badges.shape_mark(picture, (x + side // 2, y + step // 2), stage.shape, side - theme.px(3), colour, theme)
    title = _("Industry") if stage is None else stage.name
    left = x + side + theme.px(3)
    room = node.cell.right + theme.px(2) - left
    title = fitting((title, title.split(" ", maxsplit=1)[0]), room, theme, "semibold")
    text.write(picture, title, (left, y), theme, "tiny", "semibold", colour, width=room)
    if stage is not None and stage.counted and stage.total > 0:
        low: Colour = palette.bad if stage.cover_days < 30 else palette.muted
        picture.blit(assets.icon("clock", side - 2, low), (x + 1, y + step + (step - side) // 2 + 1))
        words = fitting(_covers(stage, model.rival), room, theme)
        text.write(picture, words, (left, y + step), theme, "tiny", colour=low, width=room)


def _covers(stage: StageFlow, name: str) -> tuple[str, ...]:
    """How long stocks last and what comes from the rival, longest form first."""
    cover = numbers.write(stage.cover_days, "days")
    rival = _("{days} cover, {share} from {rival}")
    return (
        rival.format(days=cover, share=numbers.write(stage.dependence, "share"), rival=name),
        _("{days} cover").format(days=cover),
        cover,
        _("{number} d").format(number=numbers.number(stage.cover_days, 0)),
    )


def draw_rows(picture: pygame.Surface, node: Node, rows: list[Row], theme: Theme, *, words: bool) -> None:
    """Figures below a column, each with a swatch of its colour and pattern."""
    palette, step = theme.palette, text.line_height(theme, "tiny")
    y = node.bar.bottom + theme.px(12)
    x, right = node.cell.left + theme.px(6), node.cell.right - theme.px(6)
    left = x + theme.letter(9) + theme.px(4)
    # One way of writing for all stages of a chain, so that figures can be held against each other.
    written = _tonnes if words else numbers.short
    for kind, word, tonnes in rows:
        if kind == "none":
            text.write(picture, word, (x, y), theme, "tiny", colour=palette.muted, width=right - x)
            y += step
            continue
        sort, _colon, shape = kind.partition(":")
        if shape:
            badges.shape_mark(picture, (x + theme.px(4), y + step // 2), shape, theme.letter(8), palette.text, theme)
        else:
            _swatch(picture, (x, y), kind, theme)
        colour = palette.bad if sort == "unmet" else palette.text
        drawn = text.write(picture, written(tonnes), (right, y), theme, "tiny", "semibold", colour, align="right")
        room = drawn.left - left - 3
        if words and (not shape or text.width(word, theme, "tiny") <= room):
            text.write(picture, word, (left, y), theme, "tiny", colour=palette.muted, width=room)
        y += step


def _swatch(picture: pygame.Surface, at: tuple[int, int], kind: str, theme: Theme) -> None:
    """A square in the colour and pattern of `kind`, or its icon, beside a line of text whose top left is `at`."""
    side = theme.letter(9)
    if kind in ICONS:
        icon = assets.icon(ICONS[kind], side + theme.px(1), theme.palette.muted)
        picture.blit(icon, (at[0], at[1] + (text.line_height(theme, "tiny") - icon.get_height()) // 2))
        return
    sketch = Sketch((side, side))
    sketch.box(pygame.Rect(0, 0, side, side), (255, 255, 255), 1.5)
    drawing = patterned(sketch, kind, theme)
    stamp(picture, drawing, (at[0], at[1] + (text.line_height(theme, "tiny") - side) // 2))


def goods_card(stage: StageFlow, theme: Theme) -> pygame.Surface:
    """The goods of a column, each with its own weight."""
    rows = [(part.name, _tonnes(part.tonnes)) for part in stage.parts] or [(_("None at home"), "")]
    pad, step = theme.px(8), text.line_height(theme, "tiny")
    names = max(text.width(name, theme, "tiny") for name, _written in rows)
    figures = max(text.width(written, theme, "tiny", "semibold") for _name, written in rows)
    wide = 2 * pad + max(names + theme.px(14) + figures, text.width(stage.name, theme, "tiny", "semibold"))
    card = pygame.Surface((wide, 2 * pad + step * (len(rows) + 1)), pygame.SRCALPHA)
    badges.card(card, card.get_rect(), theme, raised=True, edge=theme.palette.edge)
    text.write(card, stage.name, (pad, pad), theme, "tiny", "semibold")
    for number, (name, written) in enumerate(rows, 1):
        text.write(card, name, (pad, pad + step * number), theme, "tiny", colour=theme.palette.muted)
        text.write(card, written, (wide - pad, pad + step * number), theme, "tiny", "semibold", align="right")
    return card


def _tonnes(value: float) -> str:
    return numbers.write(value, "t")


def fitting(words: Sequence[str], room: int, theme: Theme, weight: Weight = "regular") -> str:
    """The first of `words` (longest first) that fits in `room` pixels, else the last."""
    return next((one for one in words if text.width(one, theme, "tiny", weight) <= room), words[-1])
