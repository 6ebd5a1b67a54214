"""A text for Vensim with its subscripts written out: ``price[Nation,Good]`` becomes ``price China ore`` and so on.

PySD keeps what has subscripts in arrays of xarray, whose overhead is felt where they are small; numbers without
subscripts are plain Python numbers. Nobody writes a model so by hand, but it is the fastest that PySD plays one, and so
the fair measure. What is understood is what ``stock_and_flow.mdl`` uses: ranges and their second names, tables of
constants, SUM over any range and VMAX.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

Ranges = Mapping[str, tuple[str, ...]]
_NAMED = re.compile(r"([A-Za-z][A-Za-z ]*)\[([^\]]*)\]")
_OVER = re.compile(r"\b(SUM|VMAX)\(")
_HEADING = re.compile(r"\*{5,}\s*\n\s*\.[^\n]*\n\*+~\s*\|")
_TABLE = re.compile(r"[-\d., ;]+")


def written_out(text: str) -> str:
    """The same model without subscripts."""
    items = [item.split("~")[0].strip() for item in _HEADING.sub("", text.replace("{UTF-8}", "")).split("|")]
    ranges: dict[str, tuple[str, ...]] = {}
    lines = ["{UTF-8}"]
    for item in items:
        name, sign, rest = item.partition("=")
        if sign:
            lines += [
                f"{left}= {right} ~~|" for left, right in _equations(name.strip(), " ".join(rest.split()), ranges)
            ]
        elif "<->" in item:
            second, _, first = item.partition("<->")
            ranges[second.strip()] = ranges[first.strip()]
        elif ":" in item:
            name, _, members = item.partition(":")
            ranges[name.strip()] = tuple(member.strip() for member in members.split(","))
    return "\n".join(lines) + "\n"


def _equations(name: str, right: str, ranges: Ranges) -> list[tuple[str, str]]:
    """What stands left and right of each equation that one with subscripts stands for."""
    found = _NAMED.fullmatch(name)
    if not found:
        return [(name, _plain(right, {}, ranges))]
    axes = [axis.strip() for axis in found[2].split(",")]
    places = list(product(*(ranges.get(axis, (axis,)) for axis in axes)))
    lefts = [" ".join((found[1].strip(), *place)) for place in places]
    if _TABLE.fullmatch(right) and "," in right:
        return list(zip(lefts, re.split(r"[,;]\s*", right.strip("; ")), strict=True))
    return [
        (left, _plain(right, dict(zip(axes, place, strict=True)), ranges))
        for left, place in zip(lefts, places, strict=True)
    ]


def _plain(text: str, place: Mapping[str, str], ranges: Ranges) -> str:
    """An expression at one place of its subscripts."""
    over = _OVER.search(text)
    if not over:
        return _NAMED.sub(lambda named: _name(named, place), text)
    end = _closing(text, over.end())
    inner = text[over.end() : end]
    axis = inner[: inner.index("!")].replace(",", "[").rpartition("[")[2]
    terms = [_plain(inner.replace(f"{axis}!", axis), {**place, axis: at}, ranges) for at in ranges[axis]]
    whole = f"({' + '.join(terms)})" if over[1] == "SUM" else _most(terms)
    return _plain(text[: over.start()], place, ranges) + whole + _plain(text[end + 1 :], place, ranges)


def _name(named: re.Match[str], place: Mapping[str, str]) -> str:
    axes = (axis.strip() for axis in named[2].split(","))
    return " ".join((named[1].strip(), *(place.get(axis, axis) for axis in axes)))


def _most(terms: list[str]) -> str:
    first, *others = terms
    for other in others:
        first = f"MAX({first}, {other})"
    return first


def _closing(text: str, at: int) -> int:
    """Where the bracket closes that was opened just before."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at - 1
