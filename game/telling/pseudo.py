"""A language for tests: every text stands between marks and is two fifths longer, its places in braces untouched.

What is drawn without a mark did not come from the catalogue; what overflows would overflow in German.
"""

from __future__ import annotations

import gettext
import math

PSEUDO = "pseudo"
OPEN, CLOSE = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_LONGER = 0.4
_WORD = 6
"""Letters of a padding word: long texts may break between them, as words of a language may."""


def pseudo(text: str) -> str:
    """`text` between marks, with padding that makes the whole two fifths longer."""
    missing = max(1, math.ceil(_LONGER * len(text)) - len(OPEN + CLOSE))
    padding = ("x" * _WORD + " ") * (missing // (_WORD + 1)) + "x" * (missing % (_WORD + 1))
    blank = " " if len(text) > _WORD else ""
    return f"{OPEN}{text}{blank}{padding.strip()}{CLOSE}"


class PseudoTranslations(gettext.NullTranslations):
    """The pseudo-language as a catalogue."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        del context
        return self.ngettext(msgid1, msgid2, n)
