"""The one writer of numbers and dates: window, terminal, report and lab write a figure with it, and so alike.

`write` gives a value with its unit as a person reads it; the unit table says how. A number is rounded for reading and
never to nothing: what is there but small is written ``< 0.1 %``, not ``0 %``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from game.marks import N_, NP_
from game.telling.catalogue import _, ngettext

MINUS = "\N{MINUS SIGN}"
BLANK = "\N{NO-BREAK SPACE}"
TIMES = "\N{MULTIPLICATION SIGN}"
_DUST = 1e-9
"""Beside 1 of a unit this is what arithmetic leaves of nothing."""
_MONTHS = (N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
           N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"))  # fmt: skip
_LONG_COVER = 730.0
"""Days from which a cover is written as more than two years: it bounds nothing any more."""


def number(value: float, digits: int | None = None) -> str:
    """`value` with a true minus and grouped thousands; without `digits`, three that count."""
    if not math.isfinite(value):
        return _("no limit") if value > 0 else _("unknown")
    if digits is None:
        size = abs(value)
        digits = 0 if size >= 99.5 or value == round(value) else 1 if size >= 9.95 else 2 if size >= 0.995 else 3
    text = f"{abs(value):,.{digits}f}"
    if "." in text and digits > 1:
        text = text.rstrip("0").rstrip(".")
    return MINUS + text if value < 0 and text.strip("0.,") else text


def scaled(value: float) -> str:
    """`value` with one digit after the point below 10, with none above."""
    return number(value, 0 if abs(value) >= 9.95 or round(value, 1) == round(value) else 1)


def _least(value: float, writer: Callable[[float], str], least: float) -> str:
    """`value` as `writer` has it; what would round to nothing is written as less than `least`."""
    size = abs(value)
    if size <= _DUST:
        return writer(0.0)
    if size < least / 2.0:
        return f"<{BLANK}{writer(least)}" if value > 0 else f">{BLANK}{writer(-least)}"
    return writer(value)


def _percent(value: float) -> str:
    return _least(100.0 * value, lambda points: f"{scaled(points)}{BLANK}%", 0.1)


def _points(value: float) -> str:
    return _("{number} / 100").format(number=number(100.0 * value, 0)).replace(" ", BLANK)


def _of_gdp(value: float) -> str:
    return _least(value, lambda points: f"{number(points, 2)}{BLANK}%", 0.01)


def _tonnes(value: float) -> str:
    if abs(value) < 999.5:
        return _least(value, lambda size: f"{scaled(size)}{BLANK}t", 0.1)
    return f"{scaled(value / 1e3)}{BLANK}kt" if abs(value) < 999.5e3 else f"{scaled(value / 1e6)}{BLANK}Mt"


def _money(value: float) -> str:
    return _least(value, _millions, 0.1)


def _millions(value: float) -> str:
    sign, size = MINUS if value < 0 else "", abs(value)
    if size < 999.5:
        return sign + _("US$ {number} m").format(number=scaled(size)).replace(" ", BLANK)
    return sign + _("US$ {number} bn").format(number=number(size / 1e3)).replace(" ", BLANK)


def _price(value: float) -> str:
    return _("US$ {number}/kg").format(number=number(value, 0 if value >= 99.5 else 1)).replace(" ", BLANK)


def _counted(one: str, many: str) -> Callable[[float], str]:
    """A writer of what is counted, whole numbers with their noun in the right number."""

    def write(value: float) -> str:
        whole = round(value) if abs(value) >= 9.95 or abs(value - round(value)) < 0.05 else value
        return ngettext(one, many, whole).format(number=scaled(whole)).replace(" ", BLANK)

    return write


def _days(value: float) -> str:
    if value >= _LONG_COVER:
        return _("> 2 years").replace(" ", BLANK)
    return ngettext("{number} day", "{number} days", value).format(number=scaled(value)).replace(" ", BLANK)


def _years(value: float) -> str:
    whole = abs(value - round(value)) < 0.05
    text = ngettext("{number} year", "{number} years", round(value) if whole else 2)
    return text.format(number=number(value, 0 if whole else 1)).replace(" ", BLANK)


def _yes_no(value: float) -> str:
    return _("yes") if value else _("no")


_WRITERS: Mapping[str, Callable[[float], str]] = {
    "": number,
    "1": number,
    "code": number,
    "level": number,
    "year": lambda value: f"{value:.0f}",
    "share": _percent,
    "rate": _percent,
    "0-1": _points,
    "0 or 1": _yes_no,
    "%": _of_gdp,
    "t": _tonnes,
    "US$ million": _money,
    "US$ billion": lambda value: _money(1e3 * value),
    "US$/kg": _price,
    "days": _days,
    "months": _counted(*NP_("{number} month", "{number} months")),
    "years": _years,
    "turns": _counted(*NP_("{number} turn", "{number} turns")),
    "points": _counted(*NP_("{number} point", "{number} points")),
    "projects": _counted(*NP_("{number} project", "{number} projects")),
    "jobs": _counted(*NP_("{number} job", "{number} jobs")),
    "times": _counted(*NP_("{number} time", "{number} times")),
    "ratio": lambda value: f"{number(value, 2 if abs(value) < 9.95 else 1 if abs(value) < 99.5 else 0)}{TIMES}",
    "factor": lambda value: f"{number(value, 2)}{TIMES}",
    "1-9": lambda value: _("{number} of 9").format(number=number(value, 1)).replace(" ", BLANK),
}
"""The unit table. A unit ``U/year`` or ``U/month`` is that of ``U`` with the time behind it."""
_PER = {"/year": N_("{amount}/year"), "/month": N_("{amount}/month")}


def known(unit: str) -> bool:
    """Whether the unit table has `unit`."""
    return unit in _WRITERS or any(unit.endswith(per) and unit.removesuffix(per) in _WRITERS for per in _PER)


def write(value: float, unit: str) -> str:
    """`value` with its `unit`, rounded for reading. A unit that the table lacks stands behind the number as it is."""
    writer = _WRITERS.get(unit)
    if writer is not None:
        return writer(value) if math.isfinite(value) else number(value)
    for per, text in _PER.items():
        if unit.endswith(per):
            amount = write(value, unit.removesuffix(per))
            return _(text).format(amount=amount) if math.isfinite(value) else amount
    return f"{number(value)}{BLANK}{unit}"


def exact(value: float, unit: str, beside: float) -> str:
    """`value` as `write` has it, with more digits where it would else read like `beside`, which is another amount."""
    text = write(value, unit)
    if text != write(beside, unit) or value == beside:
        return text
    digits = next((n for n in range(1, 7) if number(value, n) != number(beside, n)), 6)
    if unit == "US$ million":
        return _("US$ {number} m").format(number=number(value, digits)).replace(" ", BLANK)
    return f"{number(value, digits)}{BLANK}{unit}"


def signed(value: float, digits: int = 1) -> str:
    """A change with its sign, a true minus and no trailing noise: ``+2.1``, ``0``."""
    text = number(round(value, digits), digits)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text.strip("0") == "" else text if text.startswith(MINUS) else f"+{text}"


def change(value: float, unit: str) -> str:
    """A change of a figure of `unit` with its sign and unit: ``+3.2 points`` for a share, ``+US$ 4 m`` for money."""
    if unit in ("share", "rate", "0-1"):
        points = 100.0 * value
        shown = signed(points, 1 if abs(points) < 9.95 else 0)
        return ngettext("{number} point", "{number} points", abs(round(points, 1))).format(number=shown)
    if unit == "%":
        return _("{number} points").format(number=signed(value, 2))
    text = write(abs(value), unit)
    if abs(value) <= _DUST:
        return text
    if text.startswith("<"):
        return write(value, unit)
    return f"{MINUS if value < 0 else '+'}{text}"


def short(value: float) -> str:
    """A bare number in little room: ``850``, ``3.9k``."""
    return scaled(value) if abs(value) < 999.5 else f"{scaled(value / 1e3)}k"


def month(label: str) -> str:
    """``2010-09`` as ``Sep 2010``; anything else stays as it is."""
    year, _dash, digits = label.partition("-")
    if digits.isdecimal() and 1 <= int(digits) <= 12:
        return _("{month} {year}").format(month=_(_MONTHS[int(digits) - 1]), year=year).replace(" ", BLANK)
    return label


def months(first: str, last: str) -> str:
    """A stretch of months as people write it: ``Jul - Dec 2011``, ``Nov 2011 - Apr 2012``, with a dash."""
    if first == last:
        return month(first)
    start = month(first)
    if first[:4] == last[:4] and first[5:].isdecimal():
        start = _(_MONTHS[int(first[5:]) - 1])
    return _("{first} \N{EN DASH} {last}").format(first=start, last=month(last))


def plain_ascii(text: str) -> str:
    """`text` for a terminal that shows ASCII alone: signs of numbers in their plain forms."""
    for sign, ascii_ in ((MINUS, "-"), (BLANK, " "), (TIMES, "x")):
        text = text.replace(sign, ascii_)
    return text
