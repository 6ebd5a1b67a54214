"""What a language does to names and lists inside a sentence: genitive, capital letters, lists.

A language has its own rules here, by its code; one that has none follows those of English as far as they go.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.telling.catalogue import _, language

Genitive = Callable[[str], str]


def _english(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


_GENITIVES: Mapping[str, Genitive] = {"en": _english}


def uncapital(text: str) -> str:
    """`text` with a small letter in front; what has capitals inside, as a formula, stays as it is."""
    first = text.partition(" ")[0]
    return text if first[1:] != first[1:].lower() else f"{text[:1].lower()}{text[1:]}"


def genitive(name: str) -> str:
    """`name` as the owner of what follows it: ``Arden's``, ``the United Isles'``."""
    return _GENITIVES.get(language(), _english)(name)


def capital(text: str) -> str:
    """`text` with its first letter in upper case, whatever quotes or marks stand before it."""
    for place, letter in enumerate(text):
        if letter.isalnum():
            return f"{text[:place]}{letter.upper()}{text[place + 1 :]}"
    return text


def listed(parts: Sequence[str]) -> str:
    """`parts` as a list in a sentence: ``a``, ``a and b``, ``a, b and c``; "none" for none."""
    if not parts:
        return _("none")
    *first, last = parts
    return _("{list} and {last}").format(list=", ".join(first), last=last) if first else last
