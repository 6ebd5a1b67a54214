"""The seat's supply chain of one material as a flow: mine, separation, magnet, industry.

Widths are tonnes a year on one scale; where supply comes from is told by colour, pattern and a row of figures under
the stage; what is missing is a hatched gap, and each stage says how long its stocks last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import assets, badges, figures, text
from game.desktop.assets import Weight
from game.desktop.flowmodel import SOURCES, ChainModel, Source, StageFlow, present_chain
from game.desktop.raster import SMOOTH, Point, Sheet, stamp
from game.desktop.theme import Colour, Theme, mix

__all__ = ["SOURCES", "ChainFlow", "ChainModel", "Source", "StageFlow", "present_chain"]
INDUSTRY = "industry"
PATTERNS = {"rival": "slanted", "others": "dotted", "recycled": "upright", "unmet": "hatched"}
"""Patterns beside the colours; own supply and stocks are plain."""
_CURVE_STEPS = 14


@dataclass(frozen=True)
class _Node:
    """A stage in pixels: its cell, the bar, and where each source and each way out begins."""

    id: str
    cell: pygame.Rect
    bar: pygame.Rect
    arrive: dict[str, tuple[float, float]]
    """Top and bottom of each source, and of ``unmet``."""
    leave: dict[str, tuple[float, float]]
    """Top and bottom of ``onward`` and ``direct``."""


class ChainFlow:
    """Draws a `ChainModel`, keeping the picture until model, size or theme change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: tuple[tuple[int, int], ChainModel] | None = None
        self._picture = pygame.Surface((1, 1))
        self._nodes: list[_Node] = []
        self._origin = (0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if theme != self._theme:
            self._theme, self._kept = theme, None

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, model: ChainModel, *, pointer: tuple[int, int] | None = None
    ) -> None:
        """Draw in `rect`; the stage under the pointer is framed."""
        if self._kept is None or self._kept != (rect.size, model):
            self._kept = (rect.size, model)
            self._compose(rect.size, model)
        self._origin = rect.topleft
        stamp(surface, self._picture, rect.topleft)
        under = self.hit(pointer) if pointer is not None else None
        for node in self._nodes:
            if node.id == under:
                badges.box(surface, node.cell.move(rect.topleft), None, self._theme.palette.edge, self._theme.radius)

    def hit(self, position: tuple[int, int]) -> str | None:
        """Id of the stage at `position` in the last drawing, ``industry`` for the end of the chain."""
        at = (position[0] - self._origin[0], position[1] - self._origin[1])
        return next((node.id for node in self._nodes if node.cell.collidepoint(at)), None)

    def least_height(self, model: ChainModel, width: int = 400) -> int:
        """Pixels below which the figures do not fit."""
        return self._above() + self._below(model, width) + self._theme.px(60)

    # --- layout ---------------------------------------------------------------------------------------------------

    def _above(self) -> int:
        theme = self._theme
        return theme.px(10) + text.line_height(theme, "small") + theme.px(6) + 2 * text.line_height(theme, "tiny")

    def _below(self, model: ChainModel, width: int) -> int:
        rows = max((len(rows) for _, rows in _tables(model)), default=1)
        legend = len(self._legend(model, width)) if self._crowded(model, width) else 0
        gap = self._theme.px(6) if legend else 0
        return (max(rows, 3) + legend) * text.line_height(self._theme, "tiny") + self._theme.px(12) + gap

    def _crowded(self, model: ChainModel, width: int) -> bool:
        """Whether words and numbers do not fit beside each other, so that the words go into one legend."""
        theme = self._theme
        cell = (width - theme.px(16)) // (len(model.stages) + 1)
        fixed = theme.px(6 + 9 + 4 + 3 + 6)
        return any(
            fixed + text.width(word[:7], theme, "tiny") + text.width(figures.short(t), theme, "tiny", "semibold") > cell
            for _, rows in _tables(model)
            for kind, word, t in rows
            if kind != "none"
        )

    def _legend(self, model: ChainModel, width: int) -> list[list[tuple[str, str, int]]]:
        """Kinds and their words in rows no wider than `width`, each with the pixels it takes."""
        theme = self._theme
        words = {kind: word for name, rows in _tables(model) if name != INDUSTRY for kind, word, _ in rows}
        found: list[list[tuple[str, str, int]]] = [[]]
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

    def _lay_out(self, size: tuple[int, int], model: ChainModel) -> list[_Node]:
        theme = self._theme
        pad = theme.px(8)
        count = len(model.stages) + 1
        wide = (size[0] - 2 * pad) / count
        top, below = self._above(), self._below(model, size[0])
        tall = max(size[1] - top - below - theme.px(8), 12)
        most = max([stage.total for stage in model.stages] + [_industry(model)[0], 1e-9])
        unit = tall / most
        nodes = []
        for number in range(count):
            cell = pygame.Rect(round(pad + number * wide), top, round(wide), size[1] - top - theme.px(4))
            cell.top -= 2 * text.line_height(theme, "tiny") + theme.px(4)
            cell.height = size[1] - cell.top - theme.px(4)
            bar = pygame.Rect(cell.right - theme.px(18), top, theme.px(11), round(tall))
            if number < count - 1:
                stage = model.stages[number]
                leave = {"onward": stage.onward, "direct": stage.direct}
                nodes.append(_node(stage.id, cell, bar, [*stage.supply, ("unmet", stage.unmet)], leave, unit))
            else:
                nodes.append(_node(INDUSTRY, cell, bar, _industry(model)[1], {}, unit))
        return nodes

    # --- the picture ----------------------------------------------------------------------------------------------

    def _compose(self, size: tuple[int, int], model: ChainModel) -> None:
        theme = self._theme
        self._nodes = self._lay_out(size, model)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        badges.card(picture, picture.get_rect(), theme)
        pad = theme.px(10)
        place = text.write(picture, model.title, (pad, pad - 2), theme, "small", "semibold", width=size[0] - 2 * pad)
        room = size[0] - place.right - pad - theme.px(6)
        if room > theme.px(50):
            at = (place.right + theme.px(6), place.top)
            text.write(picture, "tonnes a year", at, theme, "small", colour=theme.palette.muted, width=room)
        for kind in ("onward", "stock", "own", "recycled", "others", "rival", "unmet"):
            sheet = Sheet(size)
            for shape in self._shapes(kind):
                sheet.polygon(shape, (255, 255, 255))
            stamp(picture, patterned(sheet, PATTERNS.get(kind, ""), source_colour(kind, theme), theme))
        crowded = self._crowded(model, size[0])
        for number, (node, (_, rows)) in enumerate(zip(self._nodes, _tables(model), strict=True)):
            stage = model.stages[number] if number < len(model.stages) else None
            self._draw_bar(picture, node, model)
            self._head(picture, node, stage, pressed=node.id == model.bottleneck)
            self._rows(picture, node, rows, words=not crowded)
        if crowded:
            self._draw_legend(picture, self._legend(model, size[0]))
        self._picture = picture

    def _shapes(self, kind: str) -> Iterator[list[Point]]:
        """Outlines of everything of one kind: ribbons between stages, and stubs that enter a stage."""
        theme = self._theme
        for number, node in enumerate(self._nodes):
            before = self._nodes[number - 1] if number else None
            if kind == "onward":
                if before is not None and "onward" in before.leave:
                    end = node.arrive.get("own", node.arrive.get("onward"))
                    if end is not None:
                        yield ribbon(before.bar.right, before.leave["onward"], node.bar.left, end)
                continue
            if kind in node.arrive and node.id != INDUSTRY and not (kind == "own" and before is not None):
                top, bottom = node.arrive[kind]
                left = node.cell.left + theme.px(16)
                yield arrow(left, node.bar.left, top, bottom)
        if kind == "onward":
            yield from self._direct()

    def _direct(self) -> Iterator[list[Point]]:
        """Ribbons that reach industry past a stage, below it."""
        industry = self._nodes[-1]
        for number, node in enumerate(self._nodes[:-1]):
            if "direct" in node.leave and f"direct:{node.id}" in industry.arrive:
                passed = [other for other in self._nodes[number + 1 : -1] if other.arrive]
                floor = max((max(b for _, b in other.arrive.values()) for other in passed), default=0.0)
                start, end = node.leave["direct"], industry.arrive[f"direct:{node.id}"]
                if not passed:
                    yield ribbon(node.bar.right, start, industry.bar.left, end)
                    continue
                low = floor + self._theme.px(5)
                middle = (low, low + start[1] - start[0])
                left, right = passed[0].cell.left + self._theme.px(30), passed[-1].bar.right + self._theme.px(8)
                yield ribbon(node.bar.right, start, left, middle)
                yield [(left - 1, middle[0]), (right + 1, middle[0]), (right + 1, middle[1]), (left - 1, middle[1])]
                yield ribbon(right, middle, industry.bar.left, end)

    def _draw_bar(self, picture: pygame.Surface, node: _Node, model: ChainModel) -> None:
        theme, palette = self._theme, self._theme.palette
        used = [place for source, place in node.arrive.items() if source != "unmet"]
        if not used:
            return
        top, bottom = min(t for t, _ in used), max(b for _, b in used)
        colour = palette.warn if node.id == model.bottleneck else palette.text
        bar = pygame.Rect(node.bar.left, round(top), node.bar.w, max(round(bottom - top), 2))
        badges.box(picture, bar, colour, None, min(theme.px(2), bar.h // 2))

    def _head(self, picture: pygame.Surface, node: _Node, stage: StageFlow | None, *, pressed: bool) -> None:
        theme, palette = self._theme, self._theme.palette
        side, step = theme.text_size("small"), text.line_height(theme, "tiny")
        x, y = node.cell.left + theme.px(6), node.cell.top + theme.px(1)
        colour = palette.warn if pressed else palette.text
        name = badges.STAGE_ICONS.get(node.id, "factory" if stage is None else "boxes")
        picture.blit(assets.icon(name, side, colour), (x, y + (step - side) // 2))
        title = "Industry" if stage is None else stage.name
        left = x + side + theme.px(5)
        room = node.cell.right - left
        title = fitting((title, title.split(" ", maxsplit=1)[0]), room, theme, "semibold")
        text.write(picture, title, (left, y), theme, "tiny", "semibold", colour, width=room)
        if stage is not None and stage.total > 0:
            cover = figures.days(stage.cover_days)
            rival = f"{cover} cover, {figures.percent(stage.dependence)} rival"
            words = fitting((rival, f"{cover} cover", cover, cover.removesuffix("ays")), room, theme)
            low: Colour = palette.bad if stage.cover_days < 30 else palette.muted
            picture.blit(assets.icon("clock", side - 2, low), (x + 1, y + step + (step - side) // 2 + 1))
            text.write(picture, words, (left, y + step), theme, "tiny", colour=low, width=room)

    def _rows(self, picture: pygame.Surface, node: _Node, rows: list[tuple[str, str, float]], *, words: bool) -> None:
        """Figures below a stage, each with a swatch of its colour and pattern."""
        theme, palette = self._theme, self._theme.palette
        step = text.line_height(theme, "tiny")
        y = node.bar.bottom + theme.px(12)
        x, right = node.cell.left + theme.px(6), node.cell.right - theme.px(6)
        left = x + theme.letter(9) + theme.px(4)
        whole = [
            text.width(w, theme, "tiny") + text.width(figures.tonnes(t), theme, "tiny", "semibold") for _, w, t in rows
        ]
        written = figures.tonnes if words and max(whole) + theme.px(3) <= right - left else figures.short
        for kind, word, tonnes in rows:
            if kind == "none":
                shown = fitting((word, "None", "\N{EN DASH}"), right - x, theme)
                text.write(picture, shown, (x, y), theme, "tiny", colour=palette.muted)
                continue
            self._swatch(picture, (x, y), kind)
            colour = palette.bad if kind == "unmet" else palette.text
            drawn = text.write(picture, written(tonnes), (right, y), theme, "tiny", "semibold", colour, align="right")
            if words:
                text.write(picture, word, (left, y), theme, "tiny", colour=palette.muted, width=drawn.left - left - 3)
            y += step

    def _swatch(self, picture: pygame.Surface, at: tuple[int, int], kind: str) -> None:
        """A square in the colour and pattern of `kind` beside a line of text whose top left is `at`."""
        theme = self._theme
        side = theme.letter(9)
        sheet = Sheet((side, side))
        sheet.box(pygame.Rect(0, 0, side, side), (255, 255, 255), 1.5)
        drawing = patterned(sheet, PATTERNS.get(kind, ""), source_colour(kind, theme), theme)
        stamp(picture, drawing, (at[0], at[1] + (text.line_height(theme, "tiny") - side) // 2))

    def _draw_legend(self, picture: pygame.Surface, rows: list[list[tuple[str, str, int]]]) -> None:
        theme = self._theme
        step = text.line_height(theme, "tiny")
        y = picture.get_height() - theme.px(6) - step * len(rows)
        for row in rows:
            x = theme.px(14)
            for kind, word, wide in row:
                self._swatch(picture, (x, y), kind)
                at = (x + theme.letter(9) + theme.px(4), y)
                text.write(picture, word, at, theme, "tiny", colour=theme.palette.muted)
                x += wide
            y += step


def _tables(model: ChainModel) -> list[tuple[str, list[tuple[str, str, float]]]]:
    """For each stage and for industry: its id, and (kind, word, tonnes) of each of its figures."""
    return [*((stage.id, _stage_rows(stage)) for stage in model.stages), (INDUSTRY, _industry_rows(model))]


def _industry(model: ChainModel) -> tuple[float, list[tuple[str, float]]]:
    """What industry gets: in all, and by the stage it comes from; what it lacks counts in."""
    last = model.stages[-1] if model.stages else None
    parts: list[tuple[str, float]] = []
    if last is not None and last.use > 0:
        parts.append(("onward", last.use))
    parts += [(f"direct:{stage.id}", stage.direct) for stage in model.stages if stage.direct > 1e-3 * stage.use]
    if last is not None and last.unmet > 0:
        parts.append(("unmet", last.unmet))
    return sum(tonnes for _, tonnes in parts), parts


def _industry_rows(model: ChainModel) -> list[tuple[str, str, float]]:
    names = {stage.id: stage.name for stage in model.stages}
    last = model.stages[-1].name if model.stages else ""
    rows: list[tuple[str, str, float]] = []
    for kind, tonnes in _industry(model)[1]:
        sort, _, origin = kind.partition(":")
        word = "Short" if sort == "unmet" else names.get(origin, last)
        rows.append((sort if sort == "unmet" else "onward", word, tonnes))
    return rows or [("none", "Nothing arrives", 0.0)]


def _stage_rows(stage: StageFlow) -> list[tuple[str, str, float]]:
    rows: list[tuple[str, str, float]] = [(source, SOURCES[source], tonnes) for source, tonnes in stage.supply]
    if stage.unmet > 0:
        rows.append(("unmet", "Short", stage.unmet))
    return rows or [("none", "None at home", 0.0)]


def _node(
    name: str,
    cell: pygame.Rect,
    bar: pygame.Rect,
    arriving: list[tuple[str, float]],
    leaving: dict[str, float],
    unit: float,
) -> _Node:
    return _Node(name, cell, bar, _stacked(arriving, bar.top, unit), _stacked(list(leaving.items()), bar.top, unit))


def _stacked(parts: list[tuple[str, float]], top: float, unit: float) -> dict[str, tuple[float, float]]:
    places = {}
    for name, tonnes in parts:
        if tonnes > 0.0:
            tall = max(tonnes * unit, 1.5)
            places[name] = (top, top + tall)
            top += tall
    return places


def fitting(words: Sequence[str], room: int, theme: Theme, weight: Weight = "regular") -> str:
    """The first of `words` (longest first) that fits in `room` pixels, else the last."""
    return next((one for one in words if text.width(one, theme, "tiny", weight) <= room), words[-1])


def ribbon(x1: float, start: tuple[float, float], x2: float, end: tuple[float, float]) -> list[Point]:
    """A band that swings from one height to another."""
    upper, lower = [], []
    for step in range(_CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        ease = t * t * (3.0 - 2.0 * t)
        x = x1 + (x2 - x1) * t
        upper.append((x, start[0] + (end[0] - start[0]) * ease))
        lower.append((x, start[1] + (end[1] - start[1]) * ease))
    return [*upper, *reversed(lower)]


def arrow(left: float, right: float, top: float, bottom: float) -> list[Point]:
    """A band that enters a stage from its left, notched at its tail so that the way is seen."""
    notch = min((bottom - top) / 2.0, 7.0)
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left + notch, (top + bottom) / 2.0)]


def source_colour(kind: str, theme: Theme) -> Colour:
    """The colour of a source, of ``unmet`` and of what goes ``onward``."""
    palette = theme.palette
    known = {
        "own": palette.own,
        "rival": palette.rival,
        "others": palette.others,
        "recycled": palette.recycled,
        "stock": palette.muted,
        "unmet": palette.bad,
    }
    return known.get(kind, mix(palette.panel, palette.own, 0.55))


def patterned(mask: Sheet, pattern: str, colour: Colour, theme: Theme) -> pygame.Surface:
    """The white shapes of `mask` in `colour` with a pattern, alpha multiplied in."""
    wide, tall = mask.size
    ground, ink, whole = colour, mix(colour, theme.palette.panel, 0.55), 255
    if pattern == "hatched":
        ground, ink = mix(theme.palette.panel, colour, 0.12), colour
    fill = pygame.Surface((wide * SMOOTH, tall * SMOOTH), pygame.SRCALPHA)
    fill.fill((*ground, whole))
    gap = round(theme.px(6) * SMOOTH)
    if pattern in ("slanted", "hatched"):
        for x in range(-tall * SMOOTH, wide * SMOOTH + gap, gap):
            start, end = (x, tall * SMOOTH), (x + tall * SMOOTH, 0)
            pygame.draw.line(fill, ink, start, end, round(1.7 * theme.layout_scale * SMOOTH))
    elif pattern == "upright":
        for x in range(0, wide * SMOOTH, gap):
            pygame.draw.line(fill, ink, (x, 0), (x, tall * SMOOTH), round(1.3 * theme.layout_scale * SMOOTH))
    elif pattern == "dotted":
        for row, y in enumerate(range(gap // 2, tall * SMOOTH, gap)):
            for x in range(gap // 2 * (1 + row % 2), wide * SMOOTH, gap):
                pygame.draw.circle(fill, ink, (x, y), 1.2 * theme.layout_scale * SMOOTH)
    fill.blit(mask.large, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(fill, mask.size)
