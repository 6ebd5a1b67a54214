"""The frame that every kind of order fills in.

A kind is a pydantic model of its parameters (identifiers as text, as they come from a screen, a doctrine or the
wire) and four functions over the match axis: its price, its political capital, a check that gives a reason code for
each match (0 allowed), and its effect on the matches of a mask.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World

Codes = NDArray[np.int64]
Mask = NDArray[np.bool_]
Amounts = NDArray[np.float64]
ALLOWED = 0


class Order(BaseModel):
    """Base of all orders. Subclasses add their parameters and a literal ``kind``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    """Name of the kind, as in YAML and on the wire."""
    refusals: ClassVar[dict[int, str]]
    """Reason code to a text, which may name fields of the order: ``"{project} is under way"``."""

    def price(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million charged to the budget at once, (B,)."""
        return np.zeros(state.batch)

    def overrun(self, world: World, state: State, nation: int) -> tuple[Amounts, Amounts, Amounts]:
        """US$ million that may be charged beyond the price, by chance and later: least, expected and most, (B,)."""
        nothing = np.zeros(state.batch)
        return nothing, nothing, nothing

    def capital(self, world: World, state: State, nation: int) -> Amounts:
        """Political capital charged at once, (B,)."""
        return np.zeros(state.batch)

    def running(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million that it adds to what each turn costs from now on, at today's prices, (B,); less than 0 where it
        saves.
        """
        return np.zeros(state.batch)

    def keeping(self, world: World, state: State, nation: int) -> Amounts:
        """Political capital that it adds to what each turn takes from now on, (B,)."""
        return np.zeros(state.batch)

    @abstractmethod
    def check(self, world: World, state: State, nation: int) -> Codes:
        """Reason code for each match, (B,); `ALLOWED` where the order may be given. Budget and capital excluded.

        Raises:
            KeyError: when an identifier in the order is unknown to the world.
        """

    @abstractmethod
    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        """Change `state` in the matches of `where`; price and capital are charged by the caller."""

    @abstractmethod
    def describe(self, world: World) -> str:
        """The order in words, with identifiers (the session puts names in their place)."""

    def subject(self, world: World) -> tuple[int, int]:
        """Nation and catalogue entry (project, line, agreement, material) that the order is about; -1 for none."""
        return -1, -1

    def cause(self, world: World, nation: int) -> str:
        """The cause that events carry when this order of `nation` brought them about."""
        return f"order:{world.names.nations[nation]}:{self.kind}"

    def identified(self, world: World) -> Self:
        """The order itself, once every identifier in it is known to `world`.

        Raises:
            KeyError: with the axis and the unknown identifier.
        """
        return self


def first_reason(batch: int, *reasons: tuple[int, Mask | bool]) -> Codes:
    """The code of the first of `reasons` that applies in each match, (B,); `ALLOWED` where none does."""
    codes = np.full(batch, ALLOWED, dtype=np.int64)
    for code, applies in reasons:
        if applies is not False:
            codes[(codes == ALLOWED) & applies] = code
    return codes
