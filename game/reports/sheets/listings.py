"""What may be written on an order sheet: the ways of giving an order, and the codes of what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.orders.agreements import AnswerAgreement
from game.orders.form import Form, OneOf, Pick
from game.orders.registry import KINDS, ORDERS
from game.session.views import View
from game.telling import Teller, _
from game.telling.code_line import parse
from game.telling.codes import CODES, code_of, named

_ANSWER = AnswerAgreement.model_fields["kind"].default
"""The kind of order whose first way takes an offer."""


@dataclass(frozen=True)
class WayLine:
    """A way of giving an order."""

    code: str
    pattern: str
    """What is written: ``F PROJECT [INSTRUMENT] [PERCENT]``."""
    text: str
    """What it does."""


@dataclass(frozen=True)
class Listing:
    """Everything that may stand in a place."""

    place: str
    entries: tuple[tuple[str, str, str], ...]
    """Code, name, and what a list says beside it: its price."""


def ways(view: View) -> Iterator[WayLine]:
    """Every way, in the order of the registry."""
    words = Teller.of(view).words()
    for one in CODES.values():
        yield WayLine(one.code, one.pattern, f"{_(one.way.button)}: {_(one.way.text)}".format(**words))


def listings(view: View) -> Iterator[Listing]:
    """Every place of a form that takes a code, once. A code that means one thing here means it in each order."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for kind in KINDS.values():
        for field in kind.form.fields:
            if isinstance(field, Pick | OneOf):
                names = found.setdefault(_(field.place), {})
                names |= {
                    key: (_name(view, field, key), _beside(view, field, key)) for key in _all(view, kind.form, field)
                }
    for place, names in found.items():
        if names:
            yield Listing(place, tuple((code_of(key, names), *told) for key, told in names.items()))


def example(view: View) -> tuple[str, str]:
    """A line as it is written, and what it says: the first way of giving an order, with the first that it may name."""
    coded = next(iter(CODES.values()))
    fields = (field for field in coded.asked if isinstance(field, Pick | OneOf))
    codes = (code_of(known[0], known) for field in fields if (known := named(view, field, {})))
    line = " ".join([coded.code, *codes])
    order = ORDERS.validate_python(parse(view, line))
    return line, Teller.of(view).sentence(order.describe())


def offers(view: View) -> Iterator[tuple[str, str]]:
    """What others have offered and waits for an answer: the line that takes each, and what it says."""
    coded = next(one for one in CODES.values() if one.kind == _ANSWER)
    agreement, partner = coded.form.picks()
    for kind in agreement.fitting(view, {}) if agreement.fitting else ():
        given = {agreement.name: kind}
        for other in partner.fitting(view, given) if partner.fitting else ():
            codes = (code_of(kind, named(view, agreement, {})), code_of(other, named(view, partner, given)))
            line = " ".join((coded.code, *codes))
            yield line, Teller.of(view).sentence(ORDERS.validate_python(parse(view, line)).describe())


def _all(view: View, form: Form, field: Pick | OneOf) -> Iterator[str]:
    """What may stand in a field, whatever stands in the one before it on which it hangs."""
    try:
        yield from named(view, field, {})
    except KeyError:
        before = form.picks()[0]
        for key in named(view, before, {}):
            yield from named(view, field, {before.name: key})


def _name(view: View, field: Pick | OneOf, key: str) -> str:
    if isinstance(field, OneOf):
        return next(_(one.label) for one in field.alternatives if one.key == key)
    if field.everything is not None and key == field.everything.key:
        return _(field.everything.label)
    return Teller.of(view).name(field.axis, key)


def _beside(view: View, field: Pick | OneOf, key: str) -> str:
    part = field.beside(view, key) if isinstance(field, Pick) and field.beside is not None else None
    return "" if part is None else Teller.of(view).part(part)
