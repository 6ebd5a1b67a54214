"""Headings and tables of a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def title(text: str) -> Iterator[str]:
    """A heading, with a blank line around it."""
    yield ""
    yield f"## {text}"
    yield ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; a stroke in a cell would end it, and becomes a slash."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def listed(items: Iterable[object]) -> str:
    """Items with commas between them."""
    return ", ".join(map(str, items))
