"""Markdown, such as a briefing, turned into blocks and drawn. markdown-it-py reads it, imported when there is some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from game.desktop.kit.column import Column

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["title", "heading", "text", "item", "quote", "code", "rule"]
_INDENT = 26
"""Layout pixels, growing with the text, that a list stands to the right of what holds it."""


@dataclass(frozen=True)
class Block:
    """A piece of the text. `mark` stands before a list's item; `depth` counts the lists around it."""

    kind: Kind
    text: str = ""
    mark: str = ""
    depth: int = 0


@lru_cache(maxsize=32)
def blocks(source: str) -> tuple[Block, ...]:
    """The blocks of `source`, in the order in which they stand."""
    from markdown_it import MarkdownIt

    return tuple(_blocks(MarkdownIt("commonmark", {"html": False}).parse(source)))


def _blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    """Walk over the parser's tokens, knowing which lists, items and quotes are open."""
    lists: list[int | None] = []  # the next number of each open list, None for bullets
    mark, level, quotes = "", 0, 0
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            mark = "•" if number is None else f"{number}."
            lists[-1] = None if number is None else number + 1
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type in {"blockquote_open", "blockquote_close"}:
            quotes += 1 if token.type == "blockquote_open" else -1
        elif token.type == "inline":
            yield Block(_kind(level, len(lists), quotes), _words(token, strong=level > 0), mark, len(lists))
            mark, level = "", 0
        elif token.type in {"fence", "code_block"}:
            yield Block("code", token.content.rstrip("\n"), "", len(lists))
        elif token.type == "hr":
            yield Block("rule")


def _kind(level: int, lists: int, quotes: int) -> Kind:
    if level:
        return "title" if level == 1 else "heading"
    return "item" if lists else "quote" if quotes else "text"


def _words(token: Token, *, strong: bool) -> str:
    """The words of a line of text; emphasis of either kind stands between ``**``, none where all is `strong` anyway."""
    words, depth = "", int(strong)
    for child in token.children or ():
        if child.type in {"strong_open", "em_open"}:
            words += "" if depth else "**"
            depth += 1
        elif child.type in {"strong_close", "em_close"}:
            depth -= 1
            words += "" if depth else "**"
        else:
            words += {"softbreak": " ", "hardbreak": "\n"}.get(child.type, child.content)
    return words


def draw(column: Column, source: str) -> None:
    """Draw `source`, which is in the language of the reader, in `column`."""
    for block in blocks(source):
        _draw(column, block)


def _draw(column: Column, block: Block) -> None:
    canvas = column.canvas
    if block.kind == "title":
        column.paragraph(f"**{block.text}**", "title")
        column.skip(10)
    elif block.kind == "heading":
        column.skip(6)
        column.paragraph(f"**{block.text}**", "heading")
        column.skip(6)
    elif block.kind == "rule":
        column.rule()
    else:
        side = canvas.theme.letter(_INDENT) * max(block.depth, block.kind in {"quote", "code"})
        if block.mark:
            back = canvas.theme.letter(_INDENT - 4)
            canvas.paragraph(column.x + side - back, column.y, back, block.mark, colour=canvas.palette.muted)
        colour = canvas.palette.muted if block.kind in {"quote", "code"} else None
        column.y += canvas.paragraph(column.x + side, column.y, column.width - side, block.text, colour=colour)
        column.skip(6 if block.depth else 10)
