"""Orders and refusals as messages."""

from __future__ import annotations

from game import orders
from game.content.package import Package
from game.engine.messages import Message
from game.orders.kinds import Order
from game.session.words import Words


def said(package: Package, order: Order) -> Message:
    """What `order` is."""
    return _message(package, order.describe(package.world))


def why_refused(package: Package, order: Order, code: int) -> Message:
    """Why `order` was refused with reason `code`."""
    return _message(package, orders.reason(order, code))


def _message(package: Package, text: str | Message) -> Message:
    return text if isinstance(text, Message) else Message("order.said", {"text": Words(package).sentence(text)})
