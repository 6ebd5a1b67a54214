"""What the seat could order or has drafted, with its price."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.messages import Message


@dataclass(frozen=True)
class Band:
    """What chance may bring, US$ million: at least, to be expected, at most."""

    low: float = 0.0
    expected: float = 0.0
    high: float = 0.0


NOTHING = Band()


@dataclass(frozen=True)
class Choice:
    """Something the seat could order now: its price, and why not where it is refused."""

    price: float
    """US$ million charged at once."""
    capital: float
    """Political capital charged."""
    allowed: bool
    refusal: Message | None = None
    """Why not, where it is refused."""
    overrun: Band = NOTHING
    """Beyond the price, when the work costs more than planned; charged when that is known."""
    running: float = 0.0
    """US$ million that it adds to the costs of each turn from now on; less than 0 where it saves."""
    keeping: float = 0.0
    """Political capital that it adds to what each turn takes."""
    late: float = 0.0
    """Months after the end of the match until it would act as it is meant to; infinite where it never would."""


@dataclass(frozen=True)
class DraftOrder:
    """An order in the seat's draft: what it charges by plan, and what more at worst."""

    message: Message
    price: float
    capital: float
    overrun: Band = NOTHING
    running: float = 0.0
    """US$ million that it adds to the costs of each turn."""
    keeping: float = 0.0
    """Political capital that it adds to what each turn takes."""
    late: float = 0.0
    """Months after the end of the match until it would act as it is meant to; infinite where it never would."""
