"""The one catalogue of texts: gettext, with the language that the present task speaks.

English needs no file, because its texts are the keys. Another language is a compiled catalogue beside this module
(``locale/<language>/LC_MESSAGES/chokepoint.mo``); ``pseudo`` is a language made for tests, which marks every text and
makes it longer. The language is a context variable: a server speaks several at once, each connection its own.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from game.marks import Said
from game.telling.pseudo import PSEUDO, PseudoTranslations

SOURCE = "en"
"""The language that the texts in the program are written in."""
DOMAIN = "chokepoint"
LOCALES = Path(__file__).with_name("locale")

_spoken: ContextVar[str] = ContextVar("language", default=SOURCE)


class UnknownLanguageError(LookupError):
    """There is no catalogue in that language; ``str()`` says which there are."""


def languages() -> tuple[str, ...]:
    """Codes of the languages that there are, the source first; the pseudo-language is not among them."""
    found = sorted(path.parent.parent.name for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (SOURCE, *found)


@cache
def _translations(language: str) -> _gettext.NullTranslations:
    if language == SOURCE:
        return _gettext.NullTranslations()
    if language == PSEUDO:
        return PseudoTranslations()
    try:
        return _gettext.translation(DOMAIN, LOCALES, [language])
    except FileNotFoundError:
        raise UnknownLanguageError(f"there is no language {language!r}; there are {', '.join(languages())}") from None


def language() -> str:
    """The language spoken now."""
    return _spoken.get()


def speak(code: str) -> None:
    """Speak `code` from now on in this task.

    Raises:
        UnknownLanguageError: when there is no such catalogue; the language stays what it was.
    """
    _translations(code)
    _spoken.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block. Raises as `speak`."""
    _translations(code)
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str) -> str:
    """`text` in the language spoken now. Places in braces are filled in afterwards: ``_("{n} m").format(n=3)``."""
    return _translations(_spoken.get()).gettext(text) if text else ""


def ngettext(one: str, many: str, count: float) -> str:
    """The form of the text that goes with `count` in the language spoken now; a broken number takes the many form."""
    whole = int(count) if float(count).is_integer() else 2
    return _translations(_spoken.get()).ngettext(one, many, abs(whole))


def told(text: object) -> str:
    """What was said below, in the language spoken now: of an exception what it says; other text stays as it is."""
    if isinstance(text, BaseException):
        return told(text.args[0]) if text.args else ""
    if not isinstance(text, Said):
        return str(text)
    parts = {name: told(part) if isinstance(part, Said) else part for name, part in text.parts.items()}
    return _(text.text).format(**parts)


def pgettext(context: str, text: str) -> str:
    """`text` in the language spoken now, in a `context` that tells two meanings of one English word apart."""
    return _translations(_spoken.get()).pgettext(context, text)
