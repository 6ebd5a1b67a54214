"""Numbers and dates as people read them."""

from __future__ import annotations

MINUS = "\N{MINUS SIGN}"
THIN = "\N{NO-BREAK SPACE}"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_COVER = 730.0


def plain(value: float, digits: int | None = None) -> str:
    """`value` with a true minus and grouped thousands; without `digits`, three that count."""
    if digits is None:
        size = abs(value)
        digits = 0 if size >= 99.5 or value == round(value) else 1 if size >= 9.95 else 2 if size >= 0.995 else 3
    text = f"{abs(value):,.{digits}f}"
    if "." in text and digits > 1:
        text = text.rstrip("0").rstrip(".")
    return MINUS + text if value < 0 and text.strip("0.,") else text


def _scaled(value: float) -> str:
    size = abs(value)
    return plain(value, 0 if size >= 9.95 or value == round(value) else 1)


def tonnes(value: float) -> str:
    """``850 t``, ``1.2 kt``, ``23 kt``."""
    if abs(value) < 999.5:
        return f"{plain(value, 0 if abs(value) >= 9.95 or value == 0 else 1)}{THIN}t"
    return f"{_scaled(value / 1e3)}{THIN}kt"


def short(value: float) -> str:
    """A bare number in little room: ``850``, ``3.9k``."""
    return plain(value, 0 if abs(value) >= 9.95 else 1) if abs(value) < 999.5 else f"{_scaled(value / 1e3)}k"


def money(value: float) -> str:
    """Millions of dollars: ``US$ 250 m``, ``US$ 1.3 bn``."""
    sign = MINUS if value < 0 else ""
    size = abs(value)
    if size < 999.5:
        return f"{sign}US${THIN}{plain(size, 0 if size >= 9.95 or size == round(size) else 1)}{THIN}m"
    return f"{sign}US${THIN}{_scaled(size / 1e3)}{THIN}bn"


def percent(value: float) -> str:
    """A share: ``82 %``; one digit after the point below 10 %."""
    points = value * 100.0
    return f"{_scaled(points)}{THIN}%"


def days(value: float) -> str:
    """``45 days``, ``1 day``; ``> 2 years`` from 730 on."""
    if value >= _LONG_COVER:
        return f">{THIN}2{THIN}years"
    whole = round(value)
    return f"{whole}{THIN}day" if whole == 1 else f"{whole}{THIN}days"


def price(value: float) -> str:
    """``US$ 35.2/kg``."""
    return f"US${THIN}{plain(value, 0 if value >= 99.5 else 1)}/kg"


def signed(value: float, digits: int = 1) -> str:
    """A change with its sign, a true minus and no trailing noise: ``+2.1``, ``0``."""
    text = plain(round(value, digits), digits)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text.strip("0") == "" else text if value < 0 else f"+{text}"


def quantity(value: float, unit: str) -> str:
    """`value` in the words of its unit (``t``, ``t/year``, ``US$ million``, ``share``, ``days``, ``US$/kg``, ...)."""
    if unit.startswith("t/"):
        return f"{tonnes(value)}{unit[1:]}"
    known = {"t": tonnes, "US$ million": money, "share": percent, "0-1": percent, "days": days, "US$/kg": price}
    if unit in known:
        return known[unit](value)
    if unit == "ratio":
        return f"{plain(value, 1 if abs(value) < 99.5 else 0)}\N{MULTIPLICATION SIGN}"
    return f"{plain(value)}{THIN}{unit}" if unit else plain(value)


def month(label: str) -> str:
    """``2010-09`` as ``Sep 2010``; anything else stays as it is."""
    year, _, number = label.partition("-")
    if number.isdigit() and 1 <= int(number) <= 12:
        return f"{_MONTHS[int(number) - 1]}{THIN}{year}"
    return label
