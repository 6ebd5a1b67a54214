"""What a nation may order: one module a kind, one check for screen, doctrine, server and engine."""

from game.orders.contest import Settled, settle
from game.orders.desk import charge, check, give, quote, reason
from game.orders.kinds import ALLOWED, Codes, Mask, Order
from game.orders.registry import KINDS, ORDERS, AnyOrder, parse
from game.orders.texts import texts

__all__ = [
    "ALLOWED",
    "KINDS",
    "ORDERS",
    "AnyOrder",
    "Codes",
    "Mask",
    "Order",
    "Settled",
    "charge",
    "check",
    "give",
    "parse",
    "quote",
    "reason",
    "settle",
    "texts",
]
