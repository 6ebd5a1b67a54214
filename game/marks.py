"""The mark of texts that stand at an entry and are put in front of a person later, in the person's language."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """`text` itself. Babel collects what is marked; `game.telling` translates it where it is shown."""
    return text
