"""Orders as forms: the controls of a panel, drawn from what each kind of order declares of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.column import Column
from game.desktop.kit.field import field as text_field
from game.desktop.kit.inputs import Option, choice, slider
from game.desktop.panels.panel import Panel, order_button, price_text, remark
from game.orders.form import Field, Line, OneOf, Pick, Scale, Way
from game.orders.registry import KINDS
from game.telling import _, numbers

_DIGITS = 6
"""Digits after the point that a slider may leave."""


class Filling:
    """What a person has filled in for an order of one kind; it is kept until the turn ends.

    `fixed` are fields that are decided by what the form stands under, such as a project.
    """

    def __init__(self, client: Client, kind: str, **fixed: str) -> None:
        self.client = client
        self.kind = kind
        self.form = KINDS[kind].form
        self.fixed = fixed
        self._said: dict[str, Any] = {}

    @property
    def key(self) -> str:
        """What the keys of its controls begin with."""
        return ":".join((self.kind, *self.fixed.values()))

    def forget(self) -> None:
        """A new turn began."""
        self._said.clear()

    def say(self, field: Field, value: Any) -> None:
        """Fill in `field`. What was filled in after a choice of something else is forgotten with it."""
        names = [one.name for one in self.form.fields]
        if isinstance(field, Pick):
            for name in names[names.index(field.name) + 1 :]:
                self._said.pop(name, None)
        self._said[field.name] = value

    @property
    def given(self) -> dict[str, Any]:
        """All fields as they stand: said, fixed, where a control begins, or what it is now."""
        found: dict[str, Any] = {}
        for field in self.form.fields:
            if field.name in self._said or field.name in self.fixed:
                found[field.name] = self._said.get(field.name, self.fixed.get(field.name))
            elif (begins := field.start or field.now) is not None:
                found[field.name] = begins(self.client.view, found)
            elif isinstance(field, Pick):
                found[field.name] = self.options(field, found)[0].key
            if isinstance(field, Scale):
                most = field.high(self.client.view, found | {field.name: 0.0})
                found[field.name] = min(found[field.name], most)
        return found

    def changed(self) -> bool:
        """Whether anything is filled in otherwise than it is now."""
        given, view = self.given, self.client.view
        begins = ((field, field.now or field.start) for field in self.form.fields if field.name not in self.fixed)
        return any(begin is not None and given[field.name] != begin(view, given) for field, begin in begins)

    def order(self, way: Way) -> Mapping[str, Any]:
        """The order that giving it by `way` would give."""
        rounded = {
            name: round(value, _DIGITS) if isinstance(value, float) else value for name, value in self.given.items()
        }
        return {"kind": self.kind, **rounded, **way.sets}

    def options(self, field: OneOf | Pick, given: Mapping[str, Any]) -> list[Option]:
        """What there is to choose from."""
        view, teller = self.client.view, self.client.teller
        if isinstance(field, OneOf):
            offered = [one.key for one in field.alternatives] if field.offered is None else field.offered(view)
            return [
                Option(one.key, present.filled(view, one.label), present.filled(view, one.tip))
                for one in field.alternatives
                if one.key in offered
            ]
        known = [Option(key, teller.name(field.axis, key)) for key in field.known(view, given)]
        return [Option(field.everything.key, _(field.everything.label)), *known] if field.everything else known


def draw_fields(column: Column, filling: Filling) -> None:
    """The controls of all fields that are not fixed, one under the other."""
    for field in filling.form.fields:
        if field.name not in filling.fixed and field in filling.form.asked(filling.client.view, filling.given):
            draw_field(column, filling, field)
            column.skip(8)


def draw_field(column: Column, filling: Filling, field: Field, *, named: bool = True) -> None:
    """The control of one field: a row of choices, or a slider with what its number comes to.

    Without `named` its label is left out, because a heading says it.
    """
    given, view = filling.given, filling.client.view
    label, tip = present.filled(view, field.label) if named else "", present.filled(view, field.tip)
    key, say = f"{filling.key}.{field.name}", partial(filling.say, field)
    if isinstance(field, Scale):
        value = given[field.name]
        bounds = (field.low(view, given), field.high(view, given), field.step(view, given))
        slider(column, key, label, value, bounds, _shown(filling, field, given), say, tip=tip)
    elif isinstance(field, Line):
        text_field(column, key, label, given[field.name], say, longest=field.longest, tip=tip)
    elif isinstance(field, OneOf | Pick):
        options = filling.options(field, given)
        choice(column, key, label, options, given[field.name], say, tip=tip)
    note = present.filled(view, field.note)
    if isinstance(field, OneOf) and field.now is not None and given[field.name] != field.now(view, given):
        note = next(option.tip for option in filling.options(field, given) if option.key == given[field.name])
    if note:
        column.skip(3)
        column.paragraph(note, "small", column.canvas.palette.muted)


def _shown(filling: Filling, field: Scale, given: Mapping[str, Any]) -> str:
    """A number with its unit, and what it is worth."""
    value, teller = given[field.name], filling.client.teller
    if field.zero and not value:
        return _(field.zero)
    worth = field.worth(filling.client.view, given) if field.worth is not None else None
    shown = numbers.write(value, field.unit)
    return shown if worth is None else f"{shown} = {teller.part(worth)}"


def draw_way(column: Column, panel: Panel, filling: Filling, word: str, label: str = "") -> None:
    """The button that gives the order by the way called `word`; `label` stands for the way's own."""
    way = next(way for way in filling.form.ways if way.word == word)
    key = f"{filling.key}/{word}"
    order_button(column, panel, key, label or _(way.button), filling.order(way), danger=way.undoes)


def draw_ways(column: Column, panel: Panel, filling: Filling) -> None:
    """A button for each way of giving the order, side by side where there are several; the first is the usual one."""
    ways = filling.form.ways
    if len(ways) == 1:
        draw_way(column, panel, filling, ways[0].word)
        return
    choices = [panel.client.choice(filling.order(way)) for way in ways]
    hindrances = [panel.hindrance(filling.order(way)) for way in ways]
    button_row(
        column,
        [
            ButtonSpec(
                f"{filling.key}/{way.word}",
                _(way.button),
                partial(panel.give, filling.order(way)),
                "danger" if way.undoes else "plain" if number else "primary",
                tip=refusal or price_text(can),
                enabled=can.allowed,
            )
            for number, (way, can, (refusal, _done)) in enumerate(zip(ways, choices, hindrances, strict=True))
        ],
    )
    for words, done in dict.fromkeys(hindrances):
        if words:
            column.skip(4)
            remark(column, "good" if done else "warn", words)
