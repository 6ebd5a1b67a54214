"""The text of a condition read by Python's own parser, and what is said where it cannot be."""

from __future__ import annotations

import ast

from game.content.vocabulary import ExpressionError


def parsed(text: str) -> ast.expr:
    """`text` as a tree; it is never run.

    Raises:
        ExpressionError: where it is no expression.
    """
    flat = text.replace("\n", " ").lstrip()
    if not flat.strip():
        raise ExpressionError(0, "an empty condition", "write true where it always holds")
    try:
        return ast.parse(flat, mode="eval").body
    except SyntaxError as error:
        offset = max(0, min((error.offset or 1) - 1, len(flat) - 1)) + len(text) - len(flat)
        raise ExpressionError(offset, "not a condition", _syntax_hint(text)) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError(0, "not a condition that can be read") from None


def _syntax_hint(text: str) -> str:
    if "&" in text or "|" in text:
        return "write and, or"
    if text.count("(") != text.count(")"):
        return "a bracket is missing"
    if "=" in text.replace("==", "").replace(">=", "").replace("<=", "").replace("!=", ""):
        return "write == to compare"
    return "write it as tension(island) > 0.6 and month() >= 8"
