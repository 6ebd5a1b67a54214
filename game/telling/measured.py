"""Measured figures for tables that hold one against another: the forms of the number writer, with more digits.

`numbers.write` rounds for reading, so that 77.6 % and 77.55 % read alike. Where a verdict lies between them both must
be seen. Signs, grouping and units are the same.
"""

from __future__ import annotations

import math

from game.marks import N_
from game.telling.catalogue import _
from game.telling.numbers import BLANK, MINUS, TIMES, number

_FORMS: dict[str, tuple[float, str]] = {
    "": (1.0, "{number}"),
    "1": (1.0, "{number}"),
    "share": (100.0, f"{{number}}{BLANK}%"),
    "rate": (100.0, f"{{number}}{BLANK}%"),
    "share of runs": (100.0, f"{{number}}{BLANK}%"),
    "change": (100.0, f"{{number}}{BLANK}%"),
    "0-1": (100.0, f"{{number}}{BLANK}/{BLANK}100"),
    "%": (1.0, f"{{number}}{BLANK}%"),
    "US$ million": (1.0, N_("US$ {number} m")),
    "US$/kg": (1.0, N_("US$ {number}/kg")),
    "ratio": (1.0, f"{{number}}{TIMES}"),
    "factor": (1.0, f"{{number}}{TIMES}"),
}
"""Unit to what is counted of it, and the form of the text."""
_PERCENT = frozenset({"share", "rate", "share of runs", "change", "%"})
_PER = {"/year": N_("{amount}/year"), "/month": N_("{amount}/month")}
_ZEROS = 3
"""Digits after the point that a small number has at most before its first that counts."""


def digits_of(value: float, digits: int = 4) -> str:
    """`value` with so many digits that count, thousands grouped, and no zeros behind the point that say nothing."""
    if not math.isfinite(value):
        return number(value)
    if abs(value) < 0.1 ** (digits + _ZEROS):
        return "0"
    after = digits - 1 - math.floor(math.log10(abs(value)))
    text = number(value, max(0, min(after, digits + _ZEROS)))
    return text.rstrip("0").rstrip(".") if "." in text else text


def measured(value: float | None, unit: str, digits: int = 4) -> str:
    """`value` with its `unit`; None and what is not finite never happened."""
    if value is None or not math.isfinite(value):
        return _("never")
    if unit == "year":
        return f"{value:.1f}".removesuffix(".0")
    for per, text in _PER.items():
        if unit.endswith(per):
            return _(text).format(amount=measured(value, unit.removesuffix(per), digits))
    times, form = _FORMS.get(unit, (1.0, ""))
    amount = digits_of(times * value, digits)
    if not form:
        return f"{amount}{BLANK}{_(unit)}"
    if form.startswith("{"):
        return form.format(number=amount)
    sign = MINUS if amount.startswith(MINUS) else ""  # in front of the currency too
    return sign + _(form).format(number=amount.removeprefix(MINUS)).replace(" ", BLANK)


def difference(value: float | None, unit: str, digits: int = 4) -> str:
    """How far two figures of `unit` are apart: percentages by points."""
    if value is None or not math.isfinite(value) or unit not in _PERCENT:
        return measured(value, unit, digits)
    number = digits_of(_FORMS[unit][0] * value, digits)
    return _("{number} points").format(number=number).replace(" ", BLANK)


def bare(value: float | None, unit: str, digits: int = 4) -> str:
    """`measured` for a column whose head names the unit: the number alone, a percentage with its sign."""
    if value is None or not math.isfinite(value) or unit in _PERCENT or unit == "year":
        return measured(value, unit, digits)
    return digits_of(_FORMS.get(unit, (1.0, ""))[0] * value, digits)


def between(low: float | None, high: float | None, unit: str, digits: int = 4) -> str:
    """A range for such a column; one number where both ends are the same."""
    one, other = bare(low, unit, digits), bare(high, unit, digits)
    sign = f"{BLANK}%"
    if one == other:
        return one
    return _("{low} to {high}").format(low=one.removesuffix(sign) if other.endswith(sign) else one, high=other)


def named(label: str, unit: str) -> str:
    """The head of such a column or row: `label` with the unit, where a percentage or a ratio does not show it."""
    plain = unit in _PERCENT or unit in ("", "ratio", "factor", "year")
    return label if plain else _("{label}, {unit}").format(label=label, unit=unit.replace(" ", BLANK))
