"""Marks of texts that stand at an entry and are put in front of a person later, in the person's language."""

from __future__ import annotations

from typing import Any, Self


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """`text` itself. Babel collects what is marked; `game.telling` translates it where it is shown."""
    return text


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above
    """A text in its two English numbers, for a template that counts; languages with more forms add theirs."""
    return one, many


class Said(str):
    """A marked text with its places filled in: English as it is, and kept apart so that it can be told otherwise.

    For what the lower rooms say of files and other things that need no names of a rule set; `game.telling.told` puts
    it into another language. A part may be said itself.
    """

    __slots__ = ("parts", "text")

    def __new__(cls, text: str, **parts: object) -> Self:
        """`text` with `parts` in its places.

        Raises:
            KeyError: when it has a place that no part fills.
        """
        said = super().__new__(cls, text.format(**parts))
        said.text, said.parts = text, parts
        return said

    text: str
    parts: dict[str, Any]

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.text,), self.parts
