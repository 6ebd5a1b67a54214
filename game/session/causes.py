"""The cause of an event in words, as the seat that reads it would put it."""

from __future__ import annotations

from game.orders import KINDS
from game.session.words import Words


def in_words(words: Words, cause: str, reader: str) -> str:
    """`cause` as ``because of your finance``, ``rule: ...``; empty for the market, which the text itself explains."""
    origin, _, rest = cause.partition(":")
    if origin == "order":
        seat, _, kind = rest.partition(":")
        owner = "your" if seat == reader else f"{words.of('nations', seat)}'s"
        return f"because of {owner} {KINDS[kind].deed}"
    if origin == "rule":
        return f"rule: {words.of('rules', rest)}"
    if origin == "incident":
        return f"after: {words.of('incidents', rest)}"
    if origin == "chance":
        return "by chance"
    return ""
