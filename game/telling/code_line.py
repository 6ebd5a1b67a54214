"""A line of codes from an order sheet, read as the order that it stands for.

::

    line   = CODE part part …        F MW1 L 75
    part   = a code, a number, or - for one that may be left out; the last may be a note in words

Parts stand in the order of the sheet. One that may be left out is passed over where the next part is of another sort:
``F MW1 75`` leaves the instrument as it is usual. Capital and small letters are the same; a number of per cent may be
written ``75``, ``75%`` or ``0.75``, and with a decimal comma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.marks import N_, Said
from game.orders.form import Field, Line, OneOf, Pick, Scale
from game.orders.kinds import Order
from game.session.views import View
from game.telling.catalogue import _
from game.telling.codes import CODES, Coded, code_of, meant, named

_LEFT_OUT = "-"
_MOST = 1e9
"""Above every number that an order can hold."""


class Miscoded(ValueError):  # noqa: N818 - it is an answer to a person
    """A line stands for no order. `game.telling.told` says in words what would be right."""


def parse(view: View, text: str, drafted: Sequence[Order] = ()) -> dict[str, Any]:
    """The parameters of the order that a line of codes stands for, `kind` among them.

    `drafted` are the orders of the same draft, oldest first: a policy that one of them sets stands for the next, which
    else would set it back to what is in force.

    Raises:
        Miscoded: where the line stands for none.
    """
    code, *rest = text.split() or [""]
    coded = CODES.get(code.upper())
    if coded is None:
        codes = ", ".join(f"{one.code} {one.way.word}" for one in CODES.values())
        raise Miscoded(Said(N_("{typed} is the code of no order: there are {codes}"), typed=repr(code), codes=codes))
    said: dict[str, Any] = {}
    for field in (*coded.asked, *coded.optional):
        if isinstance(field, Scale) and field.chosen is not None and not field.chosen(view, said):
            continue
        if isinstance(field, Line):
            said |= {field.name: " ".join(rest)} if rest else {}
            rest = []
        elif rest and (field in coded.asked or _suits(field, rest[0])):
            part = rest.pop(0)
            if part != _LEFT_OUT:
                said[field.name] = _value(view, field, part, said)
        if field in coded.asked and field.name not in said:
            raise Miscoded(Said(N_("{place} is missing: write {pattern}"), place=_(field.place), pattern=coded.pattern))
    if rest:
        raise Miscoded(
            Said(N_("{rest} is too much: write {pattern}"), rest=repr(" ".join(rest)), pattern=coded.pattern)
        )
    return {"kind": coded.kind, **coded.form.given(view, coded.way, said, _earlier(coded, drafted))}


def _earlier(coded: Coded, drafted: Sequence[Order]) -> list[Mapping[str, Any]]:
    return [order.model_dump() for order in drafted if order.kind == coded.kind]


def _suits(field: Field, part: str) -> bool:
    """Whether a part may be meant for a field that can be left out."""
    return part == _LEFT_OUT or _numeric(part) == isinstance(field, Scale)


def _numeric(part: str) -> bool:
    return any(letter.isdigit() for letter in part) and not any(letter.isalpha() for letter in part)


def _value(view: View, field: Field, part: str, said: Mapping[str, Any]) -> Any:
    if isinstance(field, Pick | OneOf):
        return _named(view, field, part, said)
    value = _number(part.removesuffix("%"), field)
    if not isinstance(field, Scale) or field.unit != "share":
        return value
    share = value if 0.0 <= value < 1.0 and not part.endswith("%") else value / 100.0
    if not 0.0 <= share <= 1.0:
        text = N_("{place} is a part of a hundred, from 0 to 100, not {typed}")
        raise Miscoded(Said(text, place=_(field.place), typed=repr(part)))
    return share


def _named(view: View, field: Pick | OneOf, part: str, said: Mapping[str, Any]) -> str:
    """The identifier that a code stands for."""
    known = named(view, field, said)
    found = meant(part, known)
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{code_of(one, known)} {one}" for one in found or known)
    if found:
        text = N_("{typed} may be {codes}: which {place}?")
    elif known:
        text = N_("no {place} has the code {typed}: there are {codes}")
    else:
        text = N_("{typed}: there is no {place} for this order now")
    raise Miscoded(Said(text, typed=repr(part), place=_(field.place), codes=listed))


def _number(part: str, field: Field) -> float:
    try:
        value = float(part.replace(",", "."))
    except ValueError:
        raise Miscoded(Said(N_("{place} is a number, not {typed}"), place=_(field.place), typed=repr(part))) from None
    if not abs(value) < _MOST:
        raise Miscoded(
            Said(
                N_("{place} is a number below a thousand million, not {typed}"), place=_(field.place), typed=repr(part)
            )
        )
    return value
