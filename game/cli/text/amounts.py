"""What an order takes, in words alike on every screen."""

from __future__ import annotations

from game.session.views import Band, Choice, DraftOrder
from game.telling import Teller, _, finance
from game.telling.numbers import number, write

MONEY = "US$ million"
_SEEN = 0.5
"""US$ million under which an overrun is not worth a word."""


def estimate(price: float, overrun: Band) -> str:
    """A price by plan; behind it what overruns are expected to add, and add at most."""
    planned = write(price, MONEY)
    if overrun.high < _SEEN:
        return planned
    return _("{price} (overruns: {expected} expected, {most} at most)").format(
        price=planned, expected=write(overrun.expected, MONEY), most=write(overrun.high, MONEY)
    )


def capital(points: float) -> str:
    """Political capital."""
    return _("{number} political capital").format(number=number(points, 0))


def charged(order: Choice | DraftOrder) -> str:
    """What an order charges, money and political capital; empty where it charges nothing."""
    told = [estimate(order.price, order.overrun)] if order.price > 0.0 else []
    if order.price < 0.0:
        told.append(_("brings {amount}").format(amount=write(-order.price, MONEY)))
    if order.capital:
        told.append(capital(order.capital))
    return ", ".join([*told, finance.late(order.late)] if order.late else told)


def choice(teller: Teller, offer: Choice) -> str:
    """Price of an order, or why it is refused."""
    if not offer.allowed:
        return _("refused: {reason}").format(reason=teller.refusal(offer))
    return charged(offer) or estimate(offer.price, offer.overrun)
