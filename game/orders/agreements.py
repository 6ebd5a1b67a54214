"""Propose, answer and leave agreements with other nations."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

import numpy as np

from game.engine.bonds import burdened, settles
from game.engine.events import Events
from game.engine.phases import diplomacy
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World
from game.orders.kinds import Amounts, Codes, Mask, Order, first_reason

WITH_ITSELF, NOT_ALLOWED, NO_TRUST, IN_FORCE_ALREADY, PENDING, NOTHING_OFFERED, NOTHING_TO_LEAVE = range(10, 17)
NOT_YET, NO_TARIFF = 17, 18


class _Between(Order):
    """An order about one kind of agreement with one partner."""

    agreement: str
    partner: str

    def subject(self, world: World) -> tuple[int, int]:
        kind, _, partner = self._pair(world, 0)
        return partner, kind

    def _upkeep(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million that the agreement costs each party a turn while it is in force, (B,)."""
        yearly = float(world.agreements.cost[self._pair(world, nation)[0]])
        return np.full(state.batch, yearly * world.calendar.turn_months / 12.0)

    def identified(self, world: World) -> Self:
        self._pair(world, 0)
        return self

    def _pair(self, world: World, nation: int) -> tuple[int, int, int]:
        """Kind, the nation itself, the partner."""
        names = world.names
        return names.index("agreements", self.agreement), nation, names.index("nations", self.partner)


class ProposeAgreement(_Between):
    """Offer `agreement` to `partner`. Where the partner has offered the same, the two offers meet and it is signed."""

    kind: Literal["propose_agreement"] = "propose_agreement"

    refusals: ClassVar[dict[int, str]] = {
        WITH_ITSELF: "a nation cannot sign {agreement} with itself",
        NOT_ALLOWED: "{agreement} with {partner} is not possible",
        NO_TRUST: "{partner} does not trust us enough for {agreement}",
        IN_FORCE_ALREADY: "{agreement} with {partner} is already in force",
        PENDING: "{agreement} is already proposed: {partner} has not answered yet",
        NOT_YET: "nobody speaks of {agreement} yet",
        NO_TARIFF: "no tariff stands between us and {partner}",
    }

    def capital(self, world: World, state: State, nation: int) -> Amounts:
        return np.full(state.batch, float(world.agreements.price[self._pair(world, nation)[0]]))

    def running(self, world: World, state: State, nation: int) -> Amounts:
        return self._upkeep(world, state, nation)

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self._pair(world, nation)
        standing = state.agreement[kind, nation, partner]
        allowed = bool(world.agreements.allowed[kind, nation, partner])
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (NOT_ALLOWED, not allowed),
            (IN_FORCE_ALREADY, standing == IN_FORCE),
            (PENDING, standing == PROPOSED),
            (NOT_YET, bool(world.agreements.since.size) and state.month < int(world.agreements.since[kind])),
            (NO_TARIFF, settles(world, kind) and ~burdened(world, state, nation, partner)),
            (NO_TRUST, ~diplomacy.trusts(world, state, partner, nation, float(world.agreements.min_trust[kind]))),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        kind, _, partner = self._pair(world, nation)
        pair = (kind, nation, partner)
        meets = where & (state.agreement[kind, partner, nation] == PROPOSED)
        diplomacy.sign(world, state, events, pair, meets, self.cause(world, nation))
        diplomacy.propose(world, state, events, pair, where & ~meets, self.cause(world, nation))

    def describe(self, world: World) -> str:
        return f"propose {self.agreement} to {self.partner}"


class AnswerAgreement(_Between):
    """Accept or decline `agreement`, which `partner` has proposed."""

    kind: Literal["answer_agreement"] = "answer_agreement"
    accept: bool

    refusals: ClassVar[dict[int, str]] = {
        WITH_ITSELF: "a nation cannot answer itself",
        IN_FORCE_ALREADY: "{agreement} with {partner} is already in force",
        NOTHING_OFFERED: "{partner} has not proposed {agreement}",
    }

    def running(self, world: World, state: State, nation: int) -> Amounts:
        return self._upkeep(world, state, nation) * self.accept

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self._pair(world, nation)
        offered = state.agreement[kind, partner, nation]
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (IN_FORCE_ALREADY, offered == IN_FORCE),
            (NOTHING_OFFERED, offered != PROPOSED),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        kind, _, partner = self._pair(world, nation)
        answer = diplomacy.sign if self.accept else diplomacy.decline
        answer(world, state, events, (kind, partner, nation), where, self.cause(world, nation))

    def describe(self, world: World) -> str:
        return f"{'accept' if self.accept else 'decline'} {self.agreement} with {self.partner}"


class LeaveAgreement(_Between):
    """End `agreement` with `partner` before its time, or take back one's own proposal, which costs nothing."""

    kind: Literal["leave_agreement"] = "leave_agreement"

    refusals: ClassVar[dict[int, str]] = {
        WITH_ITSELF: "a nation has no agreement with itself",
        NOTHING_TO_LEAVE: "{agreement} with {partner} is not in force",
    }

    def running(self, world: World, state: State, nation: int) -> Amounts:
        return -self._upkeep(world, state, nation) * (state.agreement[self._pair(world, nation)] == IN_FORCE)

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self._pair(world, nation)
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (NOTHING_TO_LEAVE, state.agreement[kind, nation, partner] == 0),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        diplomacy.leave(world, state, events, self._pair(world, nation), where, self.cause(world, nation))

    def describe(self, world: World) -> str:
        return f"leave {self.agreement} with {self.partner}"
