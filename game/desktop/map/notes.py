"""The card that tells about a nation or a site of the map, and the part of the world that matters to the seat."""

from __future__ import annotations

import pygame

from game.atlas import WORLD, Region
from game.desktop.kit import assets, badges, text
from game.desktop.kit.theme import Theme
from game.desktop.map.model import MapModel, NationMark, SiteMark

_REGION_EDGE = 10.0
"""Degrees between the marks and the edge of a region."""


def home_region(model: MapModel, degrees: float = 110.0) -> Region:
    """The part of the world, `degrees` of longitude wide, with seat, rival and as many marks as possible.

    All of it where the two lie too far apart.
    """
    near = [nation.lon for nation in model.nations if nation.role in ("self", "rival")]
    if not near or max(near) - min(near) > degrees - 2 * _REGION_EDGE:
        return WORLD
    marks = [(nation.lon, nation.lat) for nation in model.nations] + [(site.lon, site.lat) for site in model.sites]
    first, last = round(max(near) + _REGION_EDGE - degrees), round(min(near) - _REGION_EDGE)
    west = max(range(first, last + 1), key=lambda start: sum(start < lon < start + degrees for lon, _ in marks))
    inside = [lat for lon, lat in marks if west < lon < west + degrees]
    south, north = min(inside) - _REGION_EDGE, max(inside) + _REGION_EDGE / 2.0
    return float(west), max(south, WORLD[1]), west + degrees, min(north, WORLD[3])


def describe(thing: NationMark | SiteMark, theme: Theme) -> pygame.Surface:
    """A card with the name of a nation or site and its figures."""
    pad, step, wide = theme.pad, text.line_height(theme, "small"), theme.letter(232)
    notes = [value for label, value in thing.lines if not label]
    pairs = [(label, value) for label, value in thing.lines if label]
    inner = pygame.Rect(pad, 0, wide - 2 * pad, 10_000)
    note = sum(text.paragraph(None, inner, words, theme, "small") + theme.px(4) for words in notes)
    top = pad + text.line_height(theme, "heading") + theme.px(4)
    card = pygame.Surface((wide, top + step * len(pairs) + note + pad - theme.px(2)), pygame.SRCALPHA)
    badges.card(card, card.get_rect(), theme, raised=True, edge=theme.palette.edge)
    side = theme.text_size("heading") + theme.px(3)
    if isinstance(thing, NationMark):
        card.blit(assets.flag(thing.flag, side), (pad, pad))
    else:
        badges.stage_mark(card, (pad + side // 2, pad + side // 2), thing.shape, side - 6, theme, thing.status)
    text.write(
        card,
        thing.name,
        (pad + side + theme.px(7), pad),
        theme,
        "heading",
        "semibold",
        width=inner.w - side - theme.px(7),
    )
    y = top
    for label, value in pairs:
        drawn = text.write(card, value, (wide - pad, y), theme, "small", "semibold", align="right")
        text.write(
            card, label, (pad, y), theme, "small", colour=theme.palette.muted, width=drawn.left - pad - theme.px(6)
        )
        y += step
    for words in notes:
        inner.top = y + theme.px(4)
        y += text.paragraph(card, inner, words, theme, "small", theme.palette.muted) + theme.px(4)
    return card
