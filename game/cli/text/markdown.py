"""Markdown for a screen reader: its words without the marks around them, which would be spelt out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")


def spoken(text: str) -> str:
    """Paragraphs, headings and items of lists, a blank line between them; items of a counted list keep their number."""
    from markdown_it import MarkdownIt

    blocks, number = [], ""
    for token in MarkdownIt().parse(text):
        if token.type == "list_item_open":
            number = f"{token.info}. " if token.info else ""
        elif token.type == "inline":
            blocks.append(number + _words(token))
            number = ""
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip())
    return "\n\n".join(blocks)


def _words(token: Token) -> str:
    return "".join(" " if part.type in _BREAKS else part.content for part in token.children or ())
