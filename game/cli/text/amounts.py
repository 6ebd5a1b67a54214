"""Amounts in words, alike on every screen."""

from __future__ import annotations

from game.session.views import Choice
from game.telling import Teller


def money(millions: float) -> str:
    return f"US$ {millions:,.0f} m"


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def tonnes(amount: float) -> str:
    return f"{amount:,.0f}"


def choice(teller: Teller, offer: Choice) -> str:
    """Price of an order, or why it is refused."""
    if not offer.allowed:
        return f"refused: {teller.refusal(offer)}"
    capital = f", {offer.capital:.0f} political capital" if offer.capital else ""
    return f"{money(offer.price)}{capital}"
