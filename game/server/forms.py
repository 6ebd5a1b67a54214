"""Orders as forms for a browser: what each kind declares of its fields, filled in for one seat and told in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from game.marks import N_
from game.orders.form import Alternative, Field, Flag, Line, OneOf, Pick, Scale
from game.orders.registry import KINDS
from game.session.views import View
from game.telling import Teller, _, numbers

_PANELS: Mapping[str, str] = {
    "projects": N_("Projects"),
    "stockpile": N_("Stockpile"),
    "research": N_("Research"),
    "diplomacy": N_("Diplomacy and agreements"),
    "trade": N_("Trade policy"),
}
"""What the panels are called in which orders stand."""
_DIGITS = 6
"""Digits after the point that a slider may leave."""


def all_forms(view: View) -> list[dict[str, Any]]:
    """Every kind of order by its title and ways; a page asks for the fields of one when a person opens it."""
    return [
        {
            "kind": kind,
            "panel": KINDS[kind].form.panel,
            "panel_title": _(_PANELS[KINDS[kind].form.panel]),
            "form": _head(view, kind),
        }
        for kind in KINDS
    ]


def form(view: View, kind: str, said: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The form of `kind` with what was `said`, and the order that its first way gives; None where there is nothing to
    choose.

    What was said and does not fit is passed over, and so is all behind it.

    Raises:
        KeyError: for an unknown kind.
    """
    declared = KINDS[kind].form
    given: dict[str, Any] = {}
    fields = [_field(view, one, given, said) for one in declared.fields if not isinstance(one, Flag)]
    asked = {one.name for one in declared.asked(view, given)} if None not in given.values() else set()
    for told in fields:
        told["shown"] = told["name"] in asked
    order = {"kind": kind, **given, **declared.ways[0].sets} if asked or not fields else None
    return {**_head(view, kind), "fields": fields}, order


def _head(view: View, kind: str) -> dict[str, Any]:
    """A form without its fields."""
    ways = [
        {
            "word": way.word,
            "button": _words(view, way.button),
            "text": _words(view, way.text),
            "asks": way.asks,
            "may": way.may,
            "sets": way.sets,
            "undoes": way.undoes,
        }
        for way in KINDS[kind].form.ways
    ]
    title = f"{ways[0]['button']}: {ways[0]['text']}"  # a button alone does not tell two policies apart
    return {"kind": kind, "title": title, "ways": ways, "fields": []}


def _field(view: View, field: Field, given: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """One field in words; its value is put into `given`, None where there is nothing to choose."""
    told: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES[type(field)],
        "label": _words(view, field.label),
        "tip": _words(view, field.tip),
        "note": _words(view, field.note),
    }
    if None in given.values():  # what it hangs on cannot be chosen
        given[field.name] = None
        return told | {"value": None, "options": []}
    begin = field.start or field.now
    value = said.get(field.name, begin(view, given) if begin else None)
    if isinstance(field, Scale):
        told |= _scale(view, field, given, value)
    elif isinstance(field, Line):
        told |= {"value": str(value or "")[: field.longest], "longest": field.longest}
    elif isinstance(field, OneOf | Pick):
        options = _options(view, field, given)
        keys = [option["value"] for option in options]
        told |= {"options": options, "value": value if value in keys else next(iter(keys), None)}
    given[field.name] = told["value"]
    return told


def _scale(view: View, field: Scale, given: Mapping[str, Any], value: Any) -> dict[str, Any]:
    whole = {**given, field.name: 0.0}
    low, high, step = (float(bound(view, whole)) for bound in (field.low, field.high, field.step))
    number = float(value) if isinstance(value, int | float) and math.isfinite(value) else low
    number = round(min(max(number, low), high), _DIGITS)
    worth = field.worth(view, {**given, field.name: number}) if field.worth is not None else None
    return {
        "value": number,
        "low": low,
        "high": high,
        "step": step,
        "unit": field.unit,
        "measure": _words(view, field.measure),
        "zero": _words(view, field.zero),
        "text": _words(view, field.zero) if field.zero and not number else numbers.write(number, field.unit),
        "worth": "" if worth is None else Teller.of(view).part(worth),
    }


def _options(view: View, field: OneOf | Pick, given: Mapping[str, Any]) -> list[dict[str, str]]:
    if isinstance(field, OneOf):
        offered = None if field.offered is None else field.offered(view)
        return [_alternative(view, one) for one in field.alternatives if offered is None or one.key in offered]
    teller = Teller.of(view)
    known = (field.fitting or field.known)(view, given)
    told = [] if field.everything is None else [_alternative(view, field.everything)]
    for key in known:
        beside = field.beside(view, key) if field.beside is not None else None
        label = teller.name(field.axis, key)
        told.append({"value": key, "label": label, "tip": "", "beside": "" if beside is None else teller.part(beside)})
    return told


def _alternative(view: View, one: Alternative) -> dict[str, str]:
    return {"value": one.key, "label": _words(view, one.label), "tip": _words(view, one.tip), "beside": ""}


def _words(view: View, text: str) -> str:
    return _(text).format(**Teller.of(view).words())


_TYPES: Mapping[type[Field], str] = {Pick: "pick", OneOf: "choice", Scale: "scale", Line: "line"}
