"""Answer, leave and prolong agreements with other nations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal

import numpy as np

from game.engine import partings, renewal, treaties
from game.engine.clauses import held
from game.engine.events import Events
from game.engine.messages import Amount, Part
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World
from game.marks import N_
from game.orders.form import Face, Flag, Form, Given, Pick, Way
from game.orders.kinds import Amounts, Codes, Mask, Order, Refused, first_reason

WITH_ITSELF, NOT_ALLOWED, NO_TRUST, IN_FORCE_ALREADY, PENDING, NOTHING_OFFERED, NOTHING_TO_LEAVE = range(10, 17)
NOT_YET, NO_TARIFF, NO_SUCH_TERM, OUT_OF_BOUNDS, BAD_NOTE, TOO_EARLY, SAID = range(17, 24)


RENEWAL_PRICE = 0.5
"""Part of the political capital of proposing that going on takes: what is known needs less persuasion."""
ITSELF = Refused("with_itself", N_("that takes two nations"))
BOTH = ("agreement", "partner")


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


def pair_of(*statuses: str) -> tuple[Pick, Pick]:
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


class Between(Order):
    """An order about one kind of agreement with one partner."""

    agreement: str
    partner: str

    def subject(self, world: World) -> tuple[int, int]:
        kind, _, partner = self.between(world, 0)
        return partner, kind

    def _upkeep(self, world: World, state: State, nation: int) -> Amounts:
        """US$ million that what stands between the two costs the nation a turn while it is in force, (B,)."""
        stated = held(world, state, self.between(world, nation))
        return (stated.money + stated.fee) * np.full(state.batch, world.calendar.turn_months / 12.0)

    def between(self, world: World, nation: int) -> tuple[int, int, int]:
        """Kind, the nation itself, the partner."""
        names = world.names
        return names.index("agreements", self.agreement), nation, names.index("nations", self.partner)


class AnswerAgreement(Between):
    """Accept or decline `agreement`, which `partner` has proposed."""

    kind: Literal["answer_agreement"] = "answer_agreement"
    accept: bool

    texts: ClassVar[Mapping[str, str]] = {
        "accept": N_("accept {agreement} with {partner}"),
        "decline": N_("decline {agreement} with {partner}"),
    }
    deed: ClassVar[str] = N_("answer")
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: ITSELF,
        IN_FORCE_ALREADY: Refused("in_force_already", N_("{agreement} with {partner} is already in force")),
        NOTHING_OFFERED: Refused("nothing_offered", N_("{partner} has not proposed {agreement}")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=(*pair_of("offered"), Flag(name="accept", label=N_("Accept"), place="")),
        ways=(
            Way(word="accept", button=N_("Accept"), text=N_("take an offer"), asks=BOTH, sets={"accept": True}),
            Way(
                word="decline",
                button=N_("Decline"),
                text=N_("turn an offer down"),
                asks=BOTH,
                sets={"accept": False},
            ),
        ),
    )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        return self._upkeep(world, state, nation) * self.accept

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self.between(world, nation)
        offered = state.agreement[kind, partner, nation]
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (IN_FORCE_ALREADY, offered >= IN_FORCE),
            (NOTHING_OFFERED, offered != PROPOSED),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        kind, _, partner = self.between(world, nation)
        answer = treaties.sign if self.accept else treaties.decline
        answer(world, state, events, (kind, partner, nation), where, self.cause(world, nation))

    def variant(self) -> str:
        return "accept" if self.accept else "decline"


class LeaveAgreement(Between):
    """End `agreement` with `partner` before its time, or take back one's own proposal, which costs nothing."""

    kind: Literal["leave_agreement"] = "leave_agreement"

    texts: ClassVar[Mapping[str, str]] = {"": N_("leave {agreement} with {partner}")}
    deed: ClassVar[str] = N_("withdrawal")
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: ITSELF,
        NOTHING_TO_LEAVE: Refused("nothing_to_leave", N_("{agreement} with {partner} is not in force")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=pair_of("in force", "proposed"),
        ways=(Way(word="leave", button=N_("Leave it"), text=N_("end an agreement"), asks=BOTH, undoes=True),),
    )

    def running(self, world: World, state: State, nation: int) -> Amounts:
        return -self._upkeep(world, state, nation) * (state.agreement[self.between(world, nation)] >= IN_FORCE)

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self.between(world, nation)
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (NOTHING_TO_LEAVE, state.agreement[kind, nation, partner] == 0),
        )

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        partings.leave(world, state, events, self.between(world, nation), where, self.cause(world, nation))


class RenewAgreement(Between):
    """Wish to go on with `agreement` with `partner` when it ends, on the terms that stand; both have to wish it."""

    kind: Literal["renew_agreement"] = "renew_agreement"

    texts: ClassVar[Mapping[str, str]] = {"": N_("go on with {agreement} with {partner} when it ends")}
    deed: ClassVar[str] = N_("wish to go on")
    outcomes: ClassVar[Mapping[str, str]] = {
        "agreement_renewed": N_("prolonged"),
        "agreement_expired": N_("not prolonged"),
    }
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: ITSELF,
        NOTHING_TO_LEAVE: Refused("nothing_to_renew", N_("{agreement} with {partner} is not in force")),
        TOO_EARLY: Refused(
            "too_early", N_("{agreement} with {partner} still has {left} to run; speak of it when {last} are left")
        ),
        SAID: Refused("said", N_("you have already said that you wish to go on with {agreement} with {partner}")),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=pair_of("in force"),
        ways=(
            Way(word="renew", button=N_("Go on with it"), text=N_("prolong an agreement that ends soon"), asks=BOTH),
        ),
    )

    def capital(self, world: World, state: State, nation: int) -> Amounts:
        return np.full(state.batch, float(world.agreements.price[self.between(world, nation)[0]]) * RENEWAL_PRICE)

    def check(self, world: World, state: State, nation: int) -> Codes:
        cell = self.between(world, nation)
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == cell[2]),
            (NOTHING_TO_LEAVE, state.agreement[cell] != IN_FORCE),
            (TOO_EARLY, state.agreement_left[cell] > renewal.time_left(world)),
            (SAID, state.agreement_renewal[cell] > 0 if nation < world.seats else True),
        )

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        if code != TOO_EARLY:
            return {}
        left = 0.0 if state is None else float(state.agreement_left[self.between(world, nation)][0])
        return {"left": Amount(left, "months"), "last": Amount(renewal.time_left(world), "months")}

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        renewal.wish(state, events, self.between(world, nation), where, self.cause(world, nation))
