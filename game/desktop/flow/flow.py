"""The seat's supply chain of one material as a flow: the stages of the chain, then industry, then what comes back.

Widths are tonnes of the material a year on one scale; where supply comes from is told by colour, pattern and a row of
figures under the stage; what is missing is a hatched gap, and each stage says how long its stocks last.
"""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.desktop.flow.layout import bands, lay_out
from game.desktop.flow.model import INDUSTRY, ChainModel, StageFlow, tables
from game.desktop.flow.shapes import Node, arrow, patterned
from game.desktop.flow.words import crowded, draw_head, draw_legend, draw_rows, goods_card, legend
from game.desktop.kit import badges, text
from game.desktop.kit.raster import Point, Sketch, stamp
from game.desktop.kit.theme import Theme
from game.telling import _


class ChainFlow:
    """Draws a `ChainModel`, keeping the picture until model, size or theme change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: tuple[tuple[int, int], ChainModel] | None = None
        self._picture = pygame.Surface((1, 1))
        self._nodes: list[Node] = []
        self._origin = (0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if theme != self._theme:
            self._theme, self._kept = theme, None

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, model: ChainModel, *, pointer: tuple[int, int] | None = None
    ) -> None:
        """Draw in `rect`; the stage under the pointer is framed, and its goods are told."""
        if self._kept is None or self._kept != (rect.size, model):
            self._kept = (rect.size, model)
            self._compose(rect.size, model)
        self._origin = rect.topleft
        stamp(surface, self._picture, rect.topleft)
        under = self.hit(pointer) if pointer is not None else None
        for node, stage in zip(self._nodes, model.columns, strict=True):
            if node.id == under:
                cell = node.cell.move(rect.topleft)
                badges.box(surface, cell, None, self._theme.palette.edge, self._theme.radius)
                if stage is not None:
                    self._tell(surface, rect, cell, stage)

    def _tell(self, surface: pygame.Surface, rect: pygame.Rect, cell: pygame.Rect, stage: StageFlow) -> None:
        """The goods of a stage, below its head."""
        card = goods_card(stage, self._theme)
        left = min(cell.left + self._theme.px(8), rect.right - card.get_width() - self._theme.px(4))
        stamp(surface, card, (max(left, rect.left + self._theme.px(4)), cell.top + self._head()))

    def hit(self, position: tuple[int, int]) -> str | None:
        """Id of the stage at `position` in the last drawing, ``industry`` for the users."""
        at = (position[0] - self._origin[0], position[1] - self._origin[1])
        return next((node.id for node in self._nodes if node.cell.collidepoint(at)), None)

    # --- layout ---------------------------------------------------------------------------------------------------

    def _head(self) -> int:
        """Pixels of the heads of columns."""
        return 2 * text.line_height(self._theme, "tiny") + self._theme.px(4)

    def _above(self) -> int:
        theme = self._theme
        return theme.px(10) + text.line_height(theme, "small") + theme.px(6) + 2 * text.line_height(theme, "tiny")

    def _below(self, model: ChainModel, width: int) -> int:
        theme = self._theme
        rows = max((len(rows) for _, rows in tables(model)), default=1)
        told = len(legend(model, width, theme)) if crowded(model, width, theme) else 0
        return (max(rows, 3) + told) * text.line_height(theme, "tiny") + theme.px(12) + (theme.px(6) if told else 0)

    # --- the picture ----------------------------------------------------------------------------------------------

    def _compose(self, size: tuple[int, int], model: ChainModel) -> None:
        theme = self._theme
        self._nodes = lay_out(size, model, theme, (self._above(), self._below(model, size[0]), self._head()))
        picture = pygame.Surface(size, pygame.SRCALPHA)
        badges.card(picture, picture.get_rect(), theme)
        self._title(picture, model)
        for kind in ("onward", "stock", "own", "recycled", "others", "rival", "unmet"):
            sketch = Sketch(size)
            for shape in self._shapes(kind, model):
                sketch.polygon(shape, (255, 255, 255))
            stamp(picture, patterned(sketch, kind, theme))
        short = crowded(model, size[0], theme)
        for node, stage, (_id, rows) in zip(self._nodes, model.columns, tables(model), strict=True):
            self._draw_bar(picture, node, model)
            draw_head(picture, node, model, stage, theme)
            draw_rows(picture, node, rows, theme, words=not short)
        if short:
            draw_legend(picture, legend(model, size[0], theme), theme)
        self._picture = picture

    def _title(self, picture: pygame.Surface, model: ChainModel) -> None:
        theme, wide = self._theme, picture.get_width()
        pad = theme.px(10)
        place = text.write(picture, model.title, (pad, pad - 2), theme, "small", "semibold", width=wide - 2 * pad)
        room = wide - place.right - pad - theme.px(6)
        if room > theme.px(50):
            at = (place.right + theme.px(6), place.top)
            text.write(picture, _("tonnes of it a year"), at, theme, "small", colour=theme.palette.muted, width=room)

    def _shapes(self, kind: str, model: ChainModel) -> Iterator[list[Point]]:
        """Outlines of everything of one kind: bands between columns, and stubs that enter a column."""
        if kind == "onward":
            yield from bands(self._nodes, model, self._theme)
            return
        fed = {link.target for link in model.links}
        for node in self._nodes:
            if kind in node.arrive and node.id != INDUSTRY and not (kind == "own" and node.id in fed):
                top, bottom = node.arrive[kind]
                yield arrow(node.cell.left + self._theme.px(16), node.bar.left, top, bottom)

    def _draw_bar(self, picture: pygame.Surface, node: Node, model: ChainModel) -> None:
        theme, palette = self._theme, self._theme.palette
        used = [place for source, place in node.arrive.items() if source != "unmet"]
        if not used:
            return
        top, bottom = min(t for t, _ in used), max(b for _, b in used)
        colour = palette.warn if node.id == model.bottleneck else palette.text
        bar = pygame.Rect(node.bar.left, round(top), node.bar.w, max(round(bottom - top), 2))
        badges.box(picture, bar, colour, None, min(theme.px(2), bar.h // 2))
