"""The seat's supply chain of one material as a flow: the stages of the chain, then industry.

Widths are tonnes a year on one scale; where supply comes from is told by colour, pattern and a row of figures under
the stage; what is missing is a hatched gap, and each stage says how long its stocks last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from game.desktop.flow.model import INDUSTRY, SOURCES, ChainModel, Source, StageFlow, industry, present_chain, tables
from game.desktop.flow.shapes import Node, arrow, patterned, placed, ribbon
from game.desktop.kit import assets, badges, text
from game.desktop.kit.assets import Weight
from game.desktop.kit.raster import Point, Sketch, stamp
from game.desktop.kit.theme import Colour, Theme
from game.telling import _, numbers

__all__ = ["SOURCES", "ChainFlow", "ChainModel", "Source", "StageFlow", "present_chain"]


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

    # --- layout ---------------------------------------------------------------------------------------------------

    def _above(self) -> int:
        theme = self._theme
        return theme.px(10) + text.line_height(theme, "small") + theme.px(6) + 2 * text.line_height(theme, "tiny")

    def _below(self, model: ChainModel, width: int) -> int:
        rows = max((len(rows) for _, rows in tables(model)), default=1)
        legend = len(self._legend(model, width)) if self._crowded(model, width) else 0
        gap = self._theme.px(6) if legend else 0
        return (max(rows, 3) + legend) * text.line_height(self._theme, "tiny") + self._theme.px(12) + gap

    def _crowded(self, model: ChainModel, width: int) -> bool:
        """Whether words and numbers do not fit beside each other, so that the words go into one legend."""
        theme = self._theme
        cell = (width - theme.px(16)) // (len(model.stages) + 1)
        fixed = theme.px(6 + 9 + 4 + 3 + 6)
        return any(
            fixed + text.width(word[:7], theme, "tiny") + text.width(numbers.short(t), theme, "tiny", "semibold") > cell
            for name, rows in tables(model)
            for kind, word, t in rows
            if kind != "none" and name != INDUSTRY
        )

    def _legend(self, model: ChainModel, width: int) -> list[list[tuple[str, str, int]]]:
        """Kinds and their words in rows no wider than `width`, each with the pixels it takes."""
        theme = self._theme
        words = {kind: word for name, rows in tables(model) if name != INDUSTRY for kind, word, _ in rows}
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

    def _lay_out(self, size: tuple[int, int], model: ChainModel) -> list[Node]:
        theme = self._theme
        pad = theme.px(8)
        count = len(model.stages) + 1
        wide = (size[0] - 2 * pad) / count
        top, below = self._above(), self._below(model, size[0])
        tall = max(size[1] - top - below - theme.px(8), 12)
        most = max([stage.total for stage in model.stages] + [industry(model)[0], 1e-9])
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
                nodes.append(placed(stage.id, cell, bar, [*stage.supply, ("unmet", stage.unmet)], leave, unit))
            else:
                nodes.append(placed(INDUSTRY, cell, bar, industry(model)[1], {}, unit))
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
            text.write(picture, _("tonnes a year"), at, theme, "small", colour=theme.palette.muted, width=room)
        for kind in ("onward", "stock", "own", "recycled", "others", "rival", "unmet"):
            sketch = Sketch(size)
            for shape in self._shapes(kind):
                sketch.polygon(shape, (255, 255, 255))
            stamp(picture, patterned(sketch, kind, theme))
        crowded = self._crowded(model, size[0])
        for number, (node, (_stage, rows)) in enumerate(zip(self._nodes, tables(model), strict=True)):
            stage = model.stages[number] if number < len(model.stages) else None
            self._draw_bar(picture, node, model)
            self._head(picture, node, model, stage)
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
        end_node = self._nodes[-1]
        for number, node in enumerate(self._nodes[:-1]):
            if "direct" in node.leave and f"direct:{node.id}" in end_node.arrive:
                passed = [other for other in self._nodes[number + 1 : -1] if other.arrive]
                floor = max((max(b for _, b in other.arrive.values()) for other in passed), default=0.0)
                start, end = node.leave["direct"], end_node.arrive[f"direct:{node.id}"]
                if not passed:
                    yield ribbon(node.bar.right, start, end_node.bar.left, end)
                    continue
                low = floor + self._theme.px(5)
                middle = (low, low + start[1] - start[0])
                left, right = passed[0].cell.left + self._theme.px(30), passed[-1].bar.right + self._theme.px(8)
                yield ribbon(node.bar.right, start, left, middle)
                yield [(left - 1, middle[0]), (right + 1, middle[0]), (right + 1, middle[1]), (left - 1, middle[1])]
                yield ribbon(right, middle, end_node.bar.left, end)

    def _draw_bar(self, picture: pygame.Surface, node: Node, model: ChainModel) -> None:
        theme, palette = self._theme, self._theme.palette
        used = [place for source, place in node.arrive.items() if source != "unmet"]
        if not used:
            return
        top, bottom = min(t for t, _ in used), max(b for _, b in used)
        colour = palette.warn if node.id == model.bottleneck else palette.text
        bar = pygame.Rect(node.bar.left, round(top), node.bar.w, max(round(bottom - top), 2))
        badges.box(picture, bar, colour, None, min(theme.px(2), bar.h // 2))

    def _head(self, picture: pygame.Surface, node: Node, model: ChainModel, stage: StageFlow | None) -> None:
        theme, palette = self._theme, self._theme.palette
        side, step = theme.text_size("small"), text.line_height(theme, "tiny")
        x, y = node.cell.left + theme.px(6), node.cell.top + theme.px(1)
        colour = palette.warn if node.id == model.bottleneck else palette.text
        name = badges.STAGE_ICONS.get(node.id, "factory" if stage is None else "boxes")
        picture.blit(assets.icon(name, side, colour), (x, y + (step - side) // 2))
        title = _("Industry") if stage is None else stage.name
        left = x + side + theme.px(5)
        room = node.cell.right - left
        title = fitting((title, title.split(" ", maxsplit=1)[0]), room, theme, "semibold")
        text.write(picture, title, (left, y), theme, "tiny", "semibold", colour, width=room)
        if stage is not None and stage.total > 0:
            cover = numbers.write(stage.cover_days, "days")
            rival = _("{days} cover, {share} from {rival}")
            forms = (
                rival.format(days=cover, share=numbers.write(stage.dependence, "share"), rival=model.rival),
                _("{days} cover").format(days=cover),
                cover,
                _("{number} d").format(number=numbers.number(stage.cover_days, 0)),
            )
            words = fitting(forms, room, theme)
            low: Colour = palette.bad if stage.cover_days < 30 else palette.muted
            picture.blit(assets.icon("clock", side - 2, low), (x + 1, y + step + (step - side) // 2 + 1))
            text.write(picture, words, (left, y + step), theme, "tiny", colour=low, width=room)

    def _rows(self, picture: pygame.Surface, node: Node, rows: list[tuple[str, str, float]], *, words: bool) -> None:
        """Figures below a stage, each with a swatch of its colour and pattern."""
        theme, palette = self._theme, self._theme.palette
        step = text.line_height(theme, "tiny")
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
        sketch = Sketch((side, side))
        sketch.box(pygame.Rect(0, 0, side, side), (255, 255, 255), 1.5)
        drawing = patterned(sketch, kind, theme)
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


def _tonnes(value: float) -> str:
    return numbers.write(value, "t")


def fitting(words: Sequence[str], room: int, theme: Theme, weight: Weight = "regular") -> str:
    """The first of `words` (longest first) that fits in `room` pixels, else the last."""
    return next((one for one in words if text.width(one, theme, "tiny", weight) <= room), words[-1])
