"""A language for tests: every text stands between marks and is two fifths longer, its places in braces untouched.

What is drawn without a mark did not come from the catalogue; what overflows would overflow in German.
"""

from __future__ import annotations

import gettext
import math
import re

PSEUDO = "pseudo"
OPEN, CLOSE = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_LONGER = 0.4
_WORD = 6
"""Letters of a padding word: long texts may break between them, as words of a language may."""


_BLOCK = re.compile(r"\n\n|\n(?=- |[0-9]+\. )")
"""Between paragraphs and items of a text of several: each is drawn alone."""
_SIGN = re.compile(r"#+ |- |[0-9]+\. |")


def pseudo(text: str) -> str:
    """`text` between marks, with padding that makes the whole two fifths longer; of several paragraphs each."""
    if "\n\n" in text:
        ends = [*(found.span() for found in _BLOCK.finditer(text)), (len(text), len(text))]
        starts = [0, *(end for _, end in ends)]
        return "".join(
            _block(text[start:end]) + text[end:after] for start, (end, after) in zip(starts, ends, strict=False)
        )
    return _marked(text)


def _block(text: str) -> str:
    """A paragraph, heading or item: the sign that says which stays before the mark."""
    sign = _SIGN.match(text)
    begin = sign.end() if sign else 0
    return text[:begin] + _marked(text[begin:]) if text[begin:].strip() else text


def _marked(text: str) -> str:
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
