"""The little markdown that briefings use, turned into blocks: headings, paragraphs, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.desktop.kit.column import Column

Kind = Literal["title", "heading", "text", "bullet", "number"]
_ITEM = re.compile(r"^(?:[-*+]|(\d+)[.)])\s+(.*)$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SINGLE = re.compile(r"(?<![*_])[*_](?![*_\s])([^*_]+)(?<!\s)[*_](?![*_])")


@dataclass(frozen=True)
class Block:
    """A piece of the text; `mark` is the number of a numbered item."""

    kind: Kind
    text: str
    mark: str = ""


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks of `source`; lines of one paragraph or item are joined."""
    return tuple(_joined(source))


def _joined(source: str) -> Iterator[Block]:
    current: Block | None = None
    for raw in source.splitlines():
        line = raw.strip()
        started = _started(line)
        if not line:
            if current:
                yield current
            current = None
        elif started is not None:
            if current:
                yield current
            current = started
            if started.kind in {"title", "heading"}:
                yield started
                current = None
        elif current:
            current = Block(current.kind, f"{current.text} {_inline(line)}", current.mark)
        else:
            current = Block("text", _inline(line))
    if current:
        yield current


def _started(line: str) -> Block | None:
    """The block that `line` begins, None for a line that goes on or is plain."""
    if line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        return Block("title" if level == 1 else "heading", _inline(line.lstrip("# ")))
    item = _ITEM.match(line)
    if item is None:
        return None
    return Block("number" if item[1] else "bullet", _inline(item[2]), item[1] or "")


def _inline(words: str) -> str:
    """Links as their words, single emphasis as strong; ``**strong**`` stays."""
    return _SINGLE.sub(r"**\1**", _LINK.sub(r"\1", words)).replace("`", "")


def draw(column: Column, source: str) -> None:
    """Draw `source` in `column`."""
    canvas = column.canvas
    for block in blocks(source):
        if block.kind == "title":
            column.paragraph(f"**{block.text}**", "title")
            column.skip(10)
        elif block.kind == "heading":
            column.skip(6)
            column.paragraph(f"**{block.text}**", "heading")
            column.skip(6)
        elif block.kind == "text":
            column.paragraph(block.text)
            column.skip(10)
        else:
            indent, side = canvas.theme.letter(4), canvas.theme.letter(26)
            mark = f"{block.mark}." if block.mark else "•"
            canvas.paragraph(column.x + indent, column.y, side - indent, mark, colour=canvas.palette.muted)
            column.y += canvas.paragraph(column.x + side, column.y, column.width - side, block.text)
            column.skip(6)
