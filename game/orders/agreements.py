"""Propose, answer and leave agreements with other nations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal

import numpy as np

from game.engine import treaties
from game.engine.bonds import burdened, settles
from game.engine.events import Events
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Face, Flag, Form, Given, Pick, Way
from game.orders.kinds import Amounts, Codes, Limits, Mask, Order, Refused, first_reason

WITH_ITSELF, NOT_ALLOWED, NO_TRUST, IN_FORCE_ALREADY, PENDING, NOTHING_OFFERED, NOTHING_TO_LEAVE = range(10, 17)
NOT_YET, NO_TARIFF = 17, 18


_ITSELF = Refused("with_itself", N_("that takes two nations"))
_BOTH = ("agreement", "partner")


def _kinds(*statuses: str) -> Callable[[Face, Given], Sequence[str]]:
    """The kinds of agreement that stand so with anybody; all kinds without a status."""
    return lambda face, given: list(
        dict.fromkeys(one.kind for one in face.agreements if not statuses or one.status in statuses)
    )


def _partners(*statuses: str) -> Callable[[Face, Given], Sequence[str]]:
    """The nations with which the agreement of the order stands so."""
    return lambda face, given: [
        one.partner
        for one in face.agreements
        if one.kind == given["agreement"] and (not statuses or one.status in statuses)
    ]


def _pair(*statuses: str) -> tuple[Pick, Pick]:
    """Fields of an order about an agreement that stands so."""
    agreement = Pick(
        name="agreement",
        label=N_("Agreement"),
        place=N_("AGREEMENT"),
        axis="agreements",
        known=_kinds(),
        fitting=_kinds(*statuses),
    )
    partner = Pick(
        name="partner",
        label=N_("Partner"),
        place=N_("PARTNER"),
        axis="nations",
        known=_partners(),
        fitting=_partners(*statuses),
    )
    return agreement, partner


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

    def _pair(self, world: World, nation: int) -> tuple[int, int, int]:
        """Kind, the nation itself, the partner."""
        names = world.names
        return names.index("agreements", self.agreement), nation, names.index("nations", self.partner)


class ProposeAgreement(_Between):
    """Offer `agreement` to `partner`. Where the partner has offered the same, the two offers meet and it is signed."""

    kind: Literal["propose_agreement"] = "propose_agreement"

    texts: ClassVar[Mapping[str, str]] = {"": N_("propose {agreement} to {partner}")}
    deed: ClassVar[str] = N_("proposal")
    outcomes: ClassVar[Mapping[str, str]] = {
        "agreement_signed": N_("signed"),
        "agreement_declined": N_("declined"),
        "agreement_lapsed": N_("not answered in time"),
        "agreement_withdrawn": N_("withdrawn"),
    }
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: _ITSELF,
        NOT_ALLOWED: Refused("not_allowed", N_("{agreement} with {partner} is not possible")),
        NO_TRUST: Refused("no_trust", N_("{partner} does not trust you enough for {agreement}")),
        IN_FORCE_ALREADY: Refused("in_force_already", N_("{agreement} with {partner} is already in force")),
        PENDING: Refused("pending", N_("{agreement} is already proposed: {partner} has not answered yet")),
        NOT_YET: Refused("not_yet", N_("nobody speaks of {agreement} yet")),
        NO_TARIFF: Refused("no_tariff", N_("no tariff stands between you and {partner}")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=_pair("none"),
        ways=(Way(word="propose", button=N_("Propose"), text=N_("offer an agreement"), asks=_BOTH),),
    )

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
            (NO_TRUST, ~treaties.trusts(world, state, partner, nation, float(world.agreements.min_trust[kind]))),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        kind, _, partner = self._pair(world, nation)
        pair = (kind, nation, partner)
        meets = where & (state.agreement[kind, partner, nation] == PROPOSED)
        treaties.sign(world, state, events, pair, meets, self.cause(world, nation))
        treaties.propose(world, state, events, pair, where & ~meets, self.cause(world, nation))

    def never(self, limits: Limits) -> tuple[str, str]:
        if any(limits.may_sign(self.agreement, seat, self.partner) for seat in limits.seats if seat != self.partner):
            return "", ""
        return "partner", f"agreements.yaml lets no seat sign {self.agreement} with {self.partner}"


class AnswerAgreement(_Between):
    """Accept or decline `agreement`, which `partner` has proposed."""

    kind: Literal["answer_agreement"] = "answer_agreement"
    accept: bool

    texts: ClassVar[Mapping[str, str]] = {
        "accept": N_("accept {agreement} with {partner}"),
        "decline": N_("decline {agreement} with {partner}"),
    }
    deed: ClassVar[str] = N_("answer")
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: _ITSELF,
        IN_FORCE_ALREADY: Refused("in_force_already", N_("{agreement} with {partner} is already in force")),
        NOTHING_OFFERED: Refused("nothing_offered", N_("{partner} has not proposed {agreement}")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=(*_pair("offered"), Flag(name="accept", label=N_("Accept"), place="")),
        ways=(
            Way(word="accept", button=N_("Accept"), text=N_("take an offer"), asks=_BOTH, sets={"accept": True}),
            Way(
                word="decline",
                button=N_("Decline"),
                text=N_("turn an offer down"),
                asks=_BOTH,
                sets={"accept": False},
            ),
        ),
    )

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
        answer = treaties.sign if self.accept else treaties.decline
        answer(world, state, events, (kind, partner, nation), where, self.cause(world, nation))

    def variant(self) -> str:
        return "accept" if self.accept else "decline"


class LeaveAgreement(_Between):
    """End `agreement` with `partner` before its time, or take back one's own proposal, which costs nothing."""

    kind: Literal["leave_agreement"] = "leave_agreement"

    texts: ClassVar[Mapping[str, str]] = {"": N_("leave {agreement} with {partner}")}
    deed: ClassVar[str] = N_("withdrawal")
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: _ITSELF,
        NOTHING_TO_LEAVE: Refused("nothing_to_leave", N_("{agreement} with {partner} is not in force")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=_pair("in force", "proposed"),
        ways=(Way(word="leave", button=N_("Leave it"), text=N_("end an agreement"), asks=_BOTH, undoes=True),),
    )

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
        treaties.leave(world, state, events, self._pair(world, nation), where, self.cause(world, nation))
