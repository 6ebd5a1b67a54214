"""Which text a code has: every entry of engine and orders carries its own, and this table gathers them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from game.telling.texts import TEXTS

Template = str | tuple[str, str]
"""A text with places in braces; or its two numbers, chosen by the part ``amount``."""


def template_of(code: str) -> Template:
    """The text of `code`, in the source language.

    Raises:
        KeyError: when no entry has one.
    """
    return templates()[code]


@cache
def templates() -> Mapping[str, Template]:
    """Every code with its text."""
    return {**TEXTS}
