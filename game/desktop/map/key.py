"""What the colours, shapes and lines of the map mean: the legend card and the key along the bottom."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.kit import badges, text
from game.desktop.kit.raster import Sketch, stamp
from game.desktop.kit.theme import Theme, ramp
from game.desktop.map.model import MapModel
from game.telling import _, numbers

Rows = Sequence[Sequence[tuple[str, str, int]]]
"""Rows of (kind, words, pixels)."""


def legend(model: MapModel, theme: Theme) -> pygame.Surface:
    """The card that says what the colours of the land mean."""
    palette, pad = theme.palette, theme.px(9)
    wide = max(theme.px(176), text.width(model.title, theme, "small", "semibold") + 2 * pad)
    step, bar = text.line_height(theme, "small"), theme.px(10)
    card = pygame.Surface((wide, 2 * step + bar + 2 * pad), pygame.SRCALPHA)
    badges.card(card, card.get_rect(), theme)
    text.write(card, model.title, (pad, pad - 2), theme, "small", "semibold")
    strip = pygame.Rect(pad, pad + step, wide - 2 * pad, bar)
    stops = palette.burden if model.more_is_worse else palette.output
    for x in range(strip.w):
        pygame.draw.line(card, ramp(stops, x / (strip.w - 1)), (strip.x + x, strip.y), (strip.x + x, strip.bottom - 1))
    pygame.draw.rect(card, palette.edge, strip, 1)
    below = strip.bottom + theme.px(2)
    text.write(card, model.ends[0], (strip.x, below), theme, "tiny", colour=palette.muted)
    middle = numbers.write(model.top / 2.0, "share")
    text.write(card, middle, (strip.centerx, below), theme, "tiny", colour=palette.muted, align="centre")
    text.write(card, model.ends[1], (strip.right, below), theme, "tiny", colour=palette.muted, align="right")
    return card


def key_rows(model: MapModel, theme: Theme, width: int, most: int) -> list[list[tuple[str, str, int]]]:
    """What the key explains, in rows no wider than `width`: (kind, words, pixels).

    What does not fit in a height of `most` pixels is left out, statuses first: the cards say it too.
    """
    items = [("stage:" + shape, words) for shape, words in model.stages]
    tones = {
        "rival": _("From {rival}").format(rival=model.rival),
        "own": _("To you from others"),
        "others": _("Other trade"),
    }
    items += [("arc:" + tone, words) for tone, words in tones.items() if any(arc.tone == tone for arc in model.arcs)]
    if any(arc.cut > 0 for arc in model.arcs):
        items.append(("arc:cut", _("Partly cut off")))
    found = {site.status for site in model.sites} - {"operating"}
    items += [("status:" + status, words) for status, words in model.statuses if status in found]
    rows: list[list[tuple[str, str, int]]] = [[]]
    used = 0
    for kind, words in items:
        mark = theme.px(24 if kind.startswith("arc") else 15)
        wide = mark + text.width(words, theme, "tiny") + theme.px(13)
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0
        rows[-1].append((kind, words, wide))
        used += wide
    while len(rows) > 1 and key_height(rows, theme) > most:
        rows.pop()
    return rows


def key_height(rows: Rows, theme: Theme) -> int:
    """Pixels that the key takes at the bottom of the map."""
    return len(rows) * text.line_height(theme, "tiny") + theme.px(8) if rows[0] else 0


def draw_key(surface: pygame.Surface, rows: Rows, theme: Theme) -> None:
    """The key along the bottom, row by row."""
    step = text.line_height(theme, "tiny")
    strip = surface.get_rect()
    strip.height = key_height(rows, theme)
    strip.bottom = surface.get_height()
    surface.fill(theme.palette.panel, strip)
    pygame.draw.line(surface, theme.palette.line, strip.topleft, strip.topright)
    y = surface.get_height() - theme.px(4) - step * len(rows)
    for row in rows:
        x = (surface.get_width() - sum(wide for _, _, wide in row)) // 2
        for kind, words, wide in row:
            _key_mark(surface, (x, y + step // 2), kind, theme)
            mark = theme.px(24 if kind.startswith("arc") else 15)
            text.write(surface, words, (x + mark, y), theme, "tiny", colour=theme.palette.muted)
            x += wide
        y += step


def _key_mark(surface: pygame.Surface, at: tuple[int, int], kind: str, theme: Theme) -> None:
    sort, _colon, name = kind.partition(":")
    size = theme.px(9)
    if sort != "arc":
        shape, status = (name, "operating") if sort == "stage" else ("any", name)
        badges.stage_mark(surface, (at[0] + theme.px(6), at[1]), shape, size, theme, status)
        return
    wide = theme.px(20)
    tall = theme.px(8)
    sketch = Sketch((wide, tall))
    colour = theme.palette.muted if name == "cut" else theme.palette.tone(name)  # type: ignore[arg-type]
    dash = (theme.px(4), theme.px(4)) if name == "cut" else ()
    sketch.dashes([(2.0, tall / 2.0), (wide - 2.0, tall / 2.0)], colour, 2.5 * theme.layout_scale, dash)
    stamp(surface, sketch.finish(), (at[0], at[1] - tall // 2))
