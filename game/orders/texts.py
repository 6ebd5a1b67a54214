"""The English text of every code that orders speak in."""

from __future__ import annotations

from collections.abc import Iterator

from game.orders.desk import GENERAL
from game.orders.form import OneOf, Pick
from game.orders.kinds import Order
from game.orders.registry import KINDS


def texts() -> Iterator[tuple[str, str]]:
    """Code and text: orders in words, refusals, alternatives, and what an order is called as a cause."""
    yield from ((f"refusal.{refused.reason}", refused.text) for refused in GENERAL.values())
    for kind, order in KINDS.items():
        yield f"deed.{kind}", order.deed
        yield from ((f"order.{kind}{f'.{name}' if name else ''}", text) for name, text in order.texts.items())
        yield from ((f"piece.{kind}.{name}", text) for name, text in order.pieces.items())
        yield from ((f"refusal.{kind}.{refused.reason}", refused.text) for refused in order.refusals.values())
        yield from _alternatives(order)


def _alternatives(order: type[Order]) -> Iterator[tuple[str, str]]:
    for field in order.form.fields:
        if isinstance(field, OneOf):
            yield from ((f"choice.{field.name}.{one.key}", one.within) for one in field.alternatives)
        elif isinstance(field, Pick) and field.everything is not None:
            yield f"choice.{field.name}.{field.everything.key}", field.everything.within
