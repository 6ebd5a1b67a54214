"""Marks of texts that stand at an entry and are put in front of a person later, in the person's language."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """`text` itself. Babel collects what is marked; `game.telling` translates it where it is shown."""
    return text


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above
    """A text in its two English numbers, for a template that counts; languages with more forms add theirs."""
    return one, many
