"""Numbers as people write them and YAML does not read them: ``24,5``, ``1'000``, ``25 %``; and what was meant."""

from __future__ import annotations

import re
import unicodedata

from game.content.units import accepted, factor

UNSEEN = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""Blanks that are no plain space, for a class of a pattern: no-break, thin, of no width, ..."""
_BLANK = re.compile(rf"[\s{UNSEEN}]+")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_MINUS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_PLAIN = re.compile(_NUMBER)
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[,'\u2019_][0-9]{3})+(?:\.[0-9]+)?")
_POINTED = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_WITH_UNIT = re.compile(rf"({_NUMBER})([^0-9].*)")


def hint(text: str, unit: str = "") -> str:
    """What to write in place of `text` where a number in `unit` is expected; empty where nobody can tell."""
    if len(text) > _LONGEST:
        return ""
    plain = _MINUS.sub("-", _BLANK.sub("", _digits(text)))
    if plain.endswith("%"):
        number = _number(plain[:-1])
        return _percent(number, unit) if number else ""
    number = _number(plain)
    if number:
        return f"write {number}{_because(text, plain, number)}"
    measured = _WITH_UNIT.fullmatch(plain)
    return _measured(measured[1], _BLANK.sub("", measured[2]), unit) if measured else ""


_LONGEST = 60


def unseen(text: str) -> int | None:
    """Where the first blank stands in `text` that looks like a space and is none; None where there is none."""
    found = _UNSEEN.search(text)
    return found.start() if found else None


def without(text: str) -> str:
    """`text` without such blanks."""
    return _UNSEEN.sub("", text)


def _digits(text: str) -> str:
    """`text` with the digits of other scripts as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _number(plain: str) -> str:
    """The number that `plain`, without blanks, was meant to be; empty where it is none."""
    if _PLAIN.fullmatch(plain):
        return plain
    if _GROUPED.fullmatch(plain):
        return re.sub("[,'\u2019_]", "", plain)
    if _POINTED.fullmatch(plain):
        return plain.replace(".", "").replace(",", ".")
    return plain.replace(",", ".") if _COMMA.fullmatch(plain) else ""


def _because(text: str, plain: str, number: str) -> str:
    """What of `text` keeps it from being read."""
    if _GROUPED.fullmatch(plain) and plain.count(",") == 1 and "." not in plain:
        return f", or {plain.replace(',', '.')} if the comma stands for a point"
    if "," in plain:
        return " with a point" if "." in number else " without the comma"
    if _MINUS.search(text):
        return " with a plain minus sign, that of the keyboard"
    if unseen(text) is not None:
        return " without the no-break space"
    return " without quotes" if text == number else ""


def _percent(number: str, unit: str) -> str:
    if factor("%", unit) is None:
        return f"write {number} without the sign"
    return f'write {float(number) / 100:g}, or {{value: {number}, unit: "%"}}'


def _measured(number: str, written: str, unit: str) -> str:
    known = next((one for one in accepted(unit) if one.replace(" ", "") == written), "") if unit else ""
    return f"write {{value: {number}, unit: {known}}}" if known else f"write {number} without '{written}'"
