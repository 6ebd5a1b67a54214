"""What a person types for an order, turned into the order's fields by the order's own form.

``fund new_mine loan 75`` becomes ``{"kind": "fund_project", ...}``. Names may be shortened as long as they stay
clear; the order itself is judged by the match, not here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.cli.nearest import closest, suggestion
from game.orders import KINDS
from game.orders.form import Field, Line, OneOf, Pick, Scale
from game.orders.giving import Giving
from game.orders.kinds import Order
from game.session.views import View
from game.telling import _

Fields = dict[str, Any]


@dataclass(frozen=True)
class Basis:
    """What an order is written against: the view, and the orders drafted before it."""

    view: View
    drafts: tuple[Order, ...]


@dataclass(frozen=True)
class Command(Giving):
    """A way of giving an order of some kind, by words."""

    @property
    def written(self) -> str:
        """How it is written: ``fund PROJECT [equity|loan] [PERCENT]``."""
        needed = (_place(field) for field in self.asked)
        return " ".join([self.way.word, *needed, *(f"[{_place(field)}]" for field in self.optional)])


COMMANDS: Mapping[str, Command] = {
    way.word: Command(kind, way) for kind, order in KINDS.items() for way in order.form.ways
}
"""First word of an order to what reads the rest."""


class Unclear(Exception):  # noqa: N818 - it is an answer to a person
    """What was typed cannot be understood; ``str()`` says what would be right."""


def read(basis: Basis, command: Command, words: Sequence[str]) -> Fields:
    """The fields of the order that `words` after the command's own stand for.

    Raises:
        Unclear: where words are missing, too many, or stand for nothing.
    """
    said: Fields = {}
    rest = list(words)
    for field in (*command.asked, *command.optional):
        if isinstance(field, Scale) and field.chosen is not None and not field.chosen(basis.view, said):
            continue
        if isinstance(field, Line):
            said[field.name], rest = " ".join(rest), []
            continue
        word = _word_for(field, rest, needed=field in command.asked)
        if word:
            said[field.name] = _value(basis.view, field, word, said)
        elif field in command.asked:
            raise Unclear(_("write: {form}").format(form=command.written))
    if rest:
        raise Unclear(_("write: {form}").format(form=command.written))
    drafted = [order.model_dump() for order in basis.drafts if order.kind == command.kind]
    return {"kind": command.kind, **command.form.given(basis.view, command.way, said, drafted)}


def _word_for(field: Field, rest: list[str], *, needed: bool) -> str:
    """The first of the words `rest` that suits the field, taken out of them; empty where none does. What is chosen of
    several numbers stands in their order, and a word that is none ends them.
    """
    suits = [word for word in rest if isinstance(field, Pick) or _numeric(word) == isinstance(field, Scale)]
    if isinstance(field, Scale) and field.chosen is not None:
        suits = [word for word in rest[:1] if _numeric(word)]
    found = suits[0] if suits else rest[0] if rest and needed else ""
    if found:
        rest.remove(found)
    return found


def _numeric(word: str) -> bool:
    return word[0].isdigit() or (word[0] in ".,-" and word[1:2].isdigit())


def _value(view: View, field: Field, word: str, said: Mapping[str, Any]) -> Any:
    what = _(field.place)
    if isinstance(field, Pick):
        return pick(what, word, known(view, field, said))
    if isinstance(field, OneOf):
        return pick(what, word, [(one.key, one.key) for one in field.alternatives])
    if isinstance(field, Scale) and field.unit == "share":
        return part(word, _(field.label))
    if isinstance(field, Scale) and word.startswith("-") and field.low(view, said) < 0.0:
        return -number(word[1:], _(field.label))
    return number(word, _(field.label))


def known(view: View, field: Pick, said: Mapping[str, Any], *, fitting: bool = False) -> list[tuple[str, str]]:
    """Identifier and name of what may stand in a field; with `fitting`, only where the order makes sense now."""
    listed = field.fitting if fitting and field.fitting is not None else field.known
    found = [(one, _(view.lexicon.name(field.axis, one))) for one in listed(view, said)]
    every = field.everything
    return [*found, (every.key, _(every.within))] if every is not None else found


def alternative(field: OneOf, key: str) -> str:
    """What the alternative `key` is called, as it stands alone."""
    return next((_(one.label) for one in field.alternatives if one.key == key), key)


def chosen(kind: str, name: str, key: str) -> str:
    """The same of the field `name` of the orders of a `kind`."""
    field = KINDS[kind].form.field(name)
    return alternative(field, key) if isinstance(field, OneOf) else key


def _place(field: Field) -> str:
    if isinstance(field, OneOf):
        return "|".join(one.key for one in field.alternatives)
    every = field.everything if isinstance(field, Pick) else None
    return f"{_(field.place)}|{every.key}" if every is not None else _(field.place)


def pick(kind: str, typed: str, known: Sequence[tuple[str, str]]) -> str:
    """The identifier that `typed` stands for, among pairs of identifier and name.

    Raises:
        Unclear: where it is none, or a part of several.
    """
    wanted = typed.lower().replace("-", "_")
    for key, name in known:
        if wanted in {key.lower(), name.lower(), name.lower().replace(" ", "_")}:
            return key
    parts = [key for key, name in known if wanted in key.lower() or wanted in name.lower().replace(" ", "_")]
    if len(parts) == 1:
        return parts[0]
    if parts:
        text = _("{typed} may be {several}: which {kind}?")
        raise Unclear(text.format(typed=repr(typed), several=", ".join(parts), kind=kind))
    by_name = closest(typed, [name for _key, name in known])
    near = next((key for key, name in known if name == by_name), None)
    keys = [key for key, _name in known]
    hint = suggestion(typed, [near] if near and not closest(typed, keys) else keys)
    raise Unclear(_("unknown {kind} {typed}: {hint}").format(kind=kind, typed=repr(typed), hint=hint))


def number(text: str, what: str) -> float:
    """A number of at least 0.

    Raises:
        Unclear: where it is none.
    """
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        told = _("{figure} must be a number, not {typed}")
        raise Unclear(told.format(figure=what, typed=repr(text))) from None
    if not 0.0 <= value < 1e9:
        told = _("{figure} must be between 0 and a thousand million, not {typed}")
        raise Unclear(told.format(figure=what, typed=repr(text)))
    return value


def part(text: str, what: str) -> float:
    """A share: ``75``, ``75%`` and ``0.75`` are the same; 1 is 1 %, as only numbers below 1 are taken as parts."""
    value = number(text.removesuffix("%"), what)
    share = value if value < 1.0 and not text.endswith("%") else value / 100.0
    if share > 1.0:
        raise Unclear(_("{figure} must be at most 100 %, not {typed}").format(figure=what, typed=repr(text)))
    return share
