"""Amounts in words, alike on every screen."""

from __future__ import annotations

from game.session.views import Band, Choice
from game.telling import Teller

_SEEN = 0.5
"""US$ million under which an overrun is not worth a word."""


def money(millions: float) -> str:
    return f"US$ {millions:,.0f} m"


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def tonnes(amount: float) -> str:
    return f"{amount:,.0f}"


def estimate(price: float, overrun: Band) -> str:
    """A price by plan; behind it what overruns are expected to add, and add at most."""
    beyond = f" (overruns: {money(overrun.expected)} expected, {money(overrun.high)} at most)"
    return f"{money(price)}{beyond if overrun.high >= _SEEN else ''}"


def choice(teller: Teller, offer: Choice) -> str:
    """Price of an order, or why it is refused."""
    if not offer.allowed:
        return f"refused: {teller.refusal(offer)}"
    capital = f", {offer.capital:.0f} political capital" if offer.capital else ""
    return f"{estimate(offer.price, offer.overrun)}{capital}"
