"""What an author of rules may write in a condition and after ``do``, gathered from the entries themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.figures import NumberField
from game.content.models.entry import Pick
from game.content.models.rival import Action
from game.content.vocabulary import DATES
from game.engine.metrics import METRICS, Metric, Seen
from game.orders import KINDS

_SEEN = {
    Seen.ALL: "",
    Seen.OWN: "a seat knows it of itself alone",
    Seen.CONTROL: "for the rival's rules and incidents alone",
}
_GRAMMAR = """
A metric is compared with a number, as in tension(island) > 0.6, by > >= < <= == or !=. Comparisons are joined by and,
or, not and brackets. A metric that is 0 or 1 may stand alone: not operating(old_mine). Numbers may be reckoned with
+ - * /; true always holds and false never does. Arguments are identifiers of the rule set; rival stands for the rival,
and self, in doctrines, goals and scores, for the seat.
"""
_MAY = "What stands in brackets may be left out."
_PURE = ("share", "0-1", "factor")
"""Units of which the name says no more than the limits do."""


@dataclass(frozen=True)
class Item:
    """Something that may be written."""

    name: str
    form: str
    """How it is written, its arguments by what they are."""
    note: str
    """Unit and limits, as far as it has any."""
    meaning: str


@dataclass(frozen=True)
class Group:
    """Things of one kind, and where they may stand."""

    title: str
    where: str
    items: tuple[Item, ...]


def groups() -> tuple[Group, ...]:
    """All that there is, in the order of the program."""
    return (
        Group("Metrics", " ".join(_GRAMMAR.split()), tuple(_metric(entry) for entry in METRICS.values())),
        Group(
            "Dates",
            "They stand where a comparison may, and name a month of the calendar.",
            tuple(Item(name, f'{name}("2010-09")', "", meaning) for name, meaning in DATES.items()),
        ),
        Group(
            "Actions",
            "What a rule of the rival may do: below do: in rival.yaml, one or more; each may be a list of blocks. "
            f"{_MAY}",
            tuple(_action(name, found) for name, found in Action.model_fields.items()),
        ),
        Group(
            "Orders",
            f"What a rule of a doctrine may order: after order: in doctrines.yaml, one. {_MAY}",
            tuple(Item(kind, _block(model, kind=kind), "", _summary(model)) for kind, model in KINDS.items()),
        ),
    )


_WORDS = {
    "rival": "the rival",
    "headline": "goods of the headline stage",
    "counted": "goods of the counted stages",
}
"""What meanings name, for who reads of no rule set in particular."""


def _metric(entry: Metric) -> Item:
    codes = ", ".join(f"{code} {word}" for code, word in entry.codes.items())
    note = "; ".join(filter(None, [f"code: {codes}" if codes else entry.unit, _SEEN[entry.seen]]))
    return Item(entry.name, entry.form, note, entry.meaning.format(**_WORDS))


def _action(name: str, found: FieldInfo) -> Item:
    """An action is a list of blocks of one model, or a single block."""
    (model,) = get_args(found.annotation)
    return Item(name, f"{name}: {_block(model)}", "", _summary(model))


def _block(model: type[BaseModel], **fixed: str) -> str:
    """The parameters of `model` as they stand in a file; `fixed` are those that are always the same."""
    parameters = (
        f"{name}: {fixed.get(name) or _value(name, found)}"
        for name, found in sorted(model.model_fields.items(), key=lambda item: item[0] not in fixed)
    )
    return f"{{{', '.join(parameters)}}}"


def _value(name: str, found: FieldInfo) -> str:
    """What may stand for a parameter; in brackets where it may be left out."""
    text = "|".join(_choices(name, found))
    return text if found.is_required() else f"[{text}]"


def _choices(name: str, found: FieldInfo) -> Iterator[str]:
    figure = next((mark for mark in found.metadata if isinstance(mark, NumberField)), None)
    kind = found.annotation
    if figure:
        yield _range(figure.unit, figure.low, figure.high)
    elif get_origin(kind) is Literal:
        yield from map(str, get_args(kind))
    elif kind in (str, get_args(Pick)[0]):
        yield name.upper()
        if kind is not str:
            yield "all"
    elif kind is bool:
        yield from ("true", "false")
    else:
        yield _range("", *_bounds(found.metadata))


def _bounds(metadata: list[Any]) -> tuple[float, float]:
    """Least and greatest value, from the marks that pydantic leaves at a field."""
    given = {
        name: value
        for mark in metadata
        for name in ("ge", "gt", "le", "lt")
        if (value := getattr(mark, name, None)) is not None
    }
    return float(given.get("ge", given.get("gt", -math.inf))), float(given.get("le", given.get("lt", math.inf)))


def _range(unit: str, low: float, high: float) -> str:
    limits = f"{low:g} to {high:g}" if math.isfinite(high) else f"from {low:g}"
    return limits if not unit or unit in _PURE else f"{limits} {unit}"


def _summary(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").replace("`", "").split())
