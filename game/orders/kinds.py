"""The frame that every kind of order fills in.

A kind is a pydantic model of its parameters (identifiers as text, as they come from a screen, a doctrine or the
wire), four functions over the match axis (its price, its political capital, a check that gives a reason code for each
match, 0 allowed, and its effect on the matches of a mask), and its words and form. All that is known of a kind of order
stands in its class; `game.orders.registry` lists the classes.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from game.engine.events import Events
from game.engine.messages import Amount, Message, Name, Part
from game.engine.state import State
from game.engine.world import World
from game.orders.form import Field, Flag, Form, Pick, Scale

Codes = NDArray[np.int64]
Mask = NDArray[np.bool_]
Amounts = NDArray[np.float64]
ALLOWED = 0


@dataclass(frozen=True)
class Refused:
    """Why an order is refused: a word for codes, and a text, which may name the order's parameters."""

    reason: str
    text: str


@dataclass(frozen=True)
class Limits:
    """What a rule set allows, whatever happens in a match."""

    seats: tuple[str, ...]
    max_public_share: float
    least_public_share: float
    instruments: tuple[str, ...]
    """Those that the agency has."""
    research_most: Mapping[str, float]
    """Line to the US$ million that can be spent on it in a year."""
    standards: bool
    """Whether there are environmental standards."""
    kept: tuple[str, ...]
    """Goods that public stockpiles can hold."""
    may_sign: Callable[[str, str, str], bool]
    """Whether two nations may sign a kind of agreement: kind, one, other."""


def _kind_first(schema: dict[str, Any]) -> None:
    """Let a JSON schema ask for the kind, by which a reader tells which order it is."""
    schema["required"] = ["kind", *schema.get("required", ())]


class Order(BaseModel):
    """Base of all orders. Subclasses add their parameters and a literal ``kind``."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_kind_first, defer_build=True)

    kind: str
    """Name of the kind, as in YAML and on the wire."""
    texts: ClassVar[Mapping[str, str]]
    """Variant (empty for the usual one) to the order in words, with its parameters in braces; see `variant`."""
    pieces: ClassVar[Mapping[str, str]] = {}
    """Texts of parts of it, by a word."""
    deed: ClassVar[str]
    """What it is called as the cause of something: "because of your finance"."""
    public: ClassVar[bool] = False
    """Whether all the world can see it, though no event tells of it."""
    outcomes: ClassVar[Mapping[str, str]] = {}
    """Kind of a later event about the same thing and nations to what became of the order; empty where it is carried
    out as it is given."""
    refusals: ClassVar[Mapping[int, Refused]]
    """Reason code to why."""
    form: ClassVar[Form]
    """What a person fills in."""

    def price(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million charged to the budget at once, (B,); less than 0 where it brings money."""
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

    def ready(self, world: World, state: State, nation: int) -> Amounts:
        """Months until it acts as it is meant to, as far as plans go, (B,); 0 at once, infinite never."""
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

    def variant(self) -> str:
        """Which of `texts` says it."""
        return ""

    def describe(self) -> Message:
        """The order in words."""
        variant = self.variant()
        return Message(f"order.{self.kind}{f'.{variant}' if variant else ''}", self.parts())

    def parts(self) -> dict[str, Part]:
        """Its parameters as parts of a message."""
        return {field.name: self._part(field) for field in self.form.fields if not isinstance(field, Flag)}

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        """What the text of the refusal `code` names beside the parameters, as it is in the first match; where
        there is no state any more, what was then is unknown.
        """
        return {}

    def never(self, limits: Limits) -> tuple[str, str]:
        """The parameter for which every seat is refused in every match, and what would be right, in English for those
        who write rules; both empty where some seat may give the order some day.
        """
        return "", ""

    def contest(self) -> tuple[str, int]:
        """What only one nation can have in a turn, and the reason code for those who lose; nothing for most orders."""
        return "", ALLOWED

    def bid(self, world: World) -> float:
        """What weighs in a contest."""
        return 0.0

    def wanted(self, world: World) -> float:
        """The part that it takes of what is contested; those whose parts fit together do not contend."""
        return 1.0

    def subject(self, world: World) -> tuple[int, int]:
        """Nation and catalogue entry (project, line, agreement, good) that the order is about; -1 for none."""
        return -1, -1

    def about(self) -> str:
        """What it is about, as the terms of a figure name it after the cause: ``:projects:new_mine``."""
        for pick in self.form.picks():
            name = getattr(self, pick.name)
            if pick.everything is None or name != pick.everything.key:
                return f":{pick.axis}:{name}"
        return ""

    def cause(self, world: World, nation: int) -> str:
        """The cause that events carry when this order of `nation` brought them about."""
        return f"order:{world.names.nations[nation]}:{self.kind}"

    def identified(self, world: World) -> Self:
        """The order itself, once every identifier in it is known to `world`.

        Raises:
            KeyError: with the axis and the unknown identifier.
        """
        for pick in self.form.picks():
            name = getattr(self, pick.name)
            if pick.everything is None or name != pick.everything.key:
                world.names.index(pick.axis, name)
        return self

    def _part(self, field: Field) -> Part:
        value = getattr(self, field.name)
        if isinstance(field, Scale):
            return Amount(value, field.unit)
        if isinstance(field, Pick) and (field.everything is None or value != field.everything.key):
            return Name(field.axis, value)
        return Message(f"choice.{field.name}.{value}")


def first_reason(batch: int, *reasons: tuple[int, Mask | bool]) -> Codes:
    """The code of the first of `reasons` that applies in each match, (B,); `ALLOWED` where none does."""
    if batch == 1:  # one look at each until one applies, where masks would cost three times as much
        return np.array([next((code for code, applies in reasons if applies), ALLOWED)], dtype=np.int64)
    codes = np.full(batch, ALLOWED, dtype=np.int64)
    for code, applies in reversed(reasons):  # the first is written last, over all others
        if applies is not False:
            codes[applies] = code
    return codes
