"""Propose an agreement, on terms of one's own; or answer a proposal with others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import numpy as np

from game.engine import clauses, treaties
from game.engine.bonds import burdened, settles
from game.engine.clauses import Clauses, bounds, open_clauses
from game.engine.events import Events
from game.engine.messages import Amount, Message, Part
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import CLAUSES, World
from game.marks import N_
from game.orders.agreements import (
    BAD_NOTE,
    BOTH,
    IN_FORCE_ALREADY,
    ITSELF,
    NO_SUCH_TERM,
    NO_TARIFF,
    NO_TRUST,
    NOT_ALLOWED,
    NOT_YET,
    OUT_OF_BOUNDS,
    PENDING,
    WITH_ITSELF,
    Between,
    pair_of,
)  # fmt: skip
from game.orders.clause_fields import CLAUSE_FIELDS, LONGEST_NOTE, NOTE, UNITS, fits
from game.orders.form import Form, Way
from game.orders.kinds import Amounts, Codes, Limits, Mask, Refused, first_reason


class ProposeAgreement(Between):
    """Offer `agreement` to `partner`; what is left out of its terms is as is usual.

    Where the partner has offered the same on the same terms, the two offers meet and it is signed. On other terms this
    offer takes the place of the partner's: it is a counter-offer. `note` is read by both and binds nobody.
    """

    kind: Literal["propose_agreement"] = "propose_agreement"
    share: float | None = None
    days: float | None = None
    money: float | None = None
    fee: float | None = None
    years: float | None = None
    note: str = ""

    texts: ClassVar[Mapping[str, str]] = {
        "": N_("propose {agreement} to {partner}"),
        "on_terms": N_("propose {agreement} to {partner}: {terms}"),
        "noted": N_("propose {agreement} to {partner} (“{note}”)"),
        "on_terms_noted": N_("propose {agreement} to {partner}: {terms} (“{note}”)"),
    }
    pieces: ClassVar[Mapping[str, str]] = {
        "share": N_("{amount} of what is sold"),
        "days": N_("{amount} of use kept for each other"),
        "money": N_("{amount} from each"),
        "fee": N_("a fee of {amount}"),
        "asked": N_("a fee of {amount} to be paid to you"),
        "years": N_("for {amount}"),
        "term_share": N_("first call on what is sold"),
        "term_days": N_("days pledged"),
        "term_money": N_("money that each puts in"),
        "term_fee": N_("fee"),
        "term_years": N_("years"),
    }
    deed: ClassVar[str] = N_("proposal")
    outcomes: ClassVar[Mapping[str, str]] = {
        "agreement_signed": N_("signed"),
        "agreement_declined": N_("declined"),
        "agreement_refused": N_("declined, with a reason"),
        "agreement_countered": N_("answered by another proposal"),
        "agreement_lapsed": N_("not answered in time"),
        "agreement_withdrawn": N_("withdrawn"),
    }
    refusals: ClassVar[Mapping[int, Refused]] = {
        WITH_ITSELF: ITSELF,
        NOT_ALLOWED: Refused("not_allowed", N_("{agreement} with {partner} is not possible")),
        NO_TRUST: Refused(
            "no_trust",
            N_("{partner} does not trust you enough for {agreement}: it takes {needed}, and there are {there}"),
        ),
        IN_FORCE_ALREADY: Refused("in_force_already", N_("{agreement} with {partner} is already in force")),
        PENDING: Refused("pending", N_("{agreement} is already proposed: {partner} has not answered yet")),
        NOT_YET: Refused("not_yet", N_("nobody speaks of {agreement} yet")),
        NO_TARIFF: Refused("no_tariff", N_("no tariff stands between you and {partner}")),
        NO_SUCH_TERM: Refused("no_such_term", N_("{agreement} leaves no choice of this: {term}")),
        OUT_OF_BOUNDS: Refused("out_of_bounds", N_("{agreement} takes from {least} to {most}: {term}")),
        BAD_NOTE: Refused(
            "bad_note", N_("a note is one line of {longest} letters at most, without brackets and stars")
        ),
    }
    form: ClassVar[Form] = Form(
        panel="diplomacy",
        fields=(
            *pair_of("none"),
            *CLAUSE_FIELDS,
            NOTE,
        ),
        ways=(
            Way(
                word="propose",
                button=N_("Propose"),
                text=N_("offer an agreement, on terms of your own; or answer an offer with other terms"),
                asks=BOTH,
                may=(*CLAUSES, "note"),
            ),
        ),
    )  # fmt: skip

    def stated(self, world: World) -> Clauses:
        """The terms of the order, with what is usual for what is left out."""
        kind = world.names.index("agreements", self.agreement)
        usual = clauses.usual(world, kind)
        choice = open_clauses(world, kind)
        given = {
            name: value
            for place, name in enumerate(CLAUSES)
            if place in choice
            if (value := self._of(name)) is not None
        }
        return usual._replace(**given)

    def _of(self, name: str) -> float | None:
        value: float | None = getattr(self, name)
        return value

    def capital(self, world: World, state: State, nation: int) -> Amounts:
        return np.full(state.batch, float(world.agreements.price[self.between(world, nation)[0]]))

    def running(self, world: World, state: State, nation: int) -> Amounts:
        stated = self.stated(world)
        yearly = float(stated.money) + float(stated.fee)
        return np.full(state.batch, yearly * world.calendar.turn_months / 12.0)

    def check(self, world: World, state: State, nation: int) -> Codes:
        kind, _, partner = self.between(world, nation)
        standing = state.agreement[kind, nation, partner]
        allowed = bool(world.agreements.allowed[kind, nation, partner])
        return first_reason(
            state.batch,
            (WITH_ITSELF, nation == partner),
            (NOT_ALLOWED, not allowed),
            (IN_FORCE_ALREADY, standing >= IN_FORCE),
            (PENDING, standing == PROPOSED),
            (NOT_YET, bool(world.agreements.since.size) and state.month < int(world.agreements.since[kind])),
            (NO_TARIFF, settles(world, kind) and ~burdened(world, state, nation, partner)),
            (NO_SUCH_TERM, self._beside(world, kind) is not None),
            (OUT_OF_BOUNDS, clauses.beyond(world, kind, self.stated(world)) is not None),
            (BAD_NOTE, not fits(self.note)),
            (NO_TRUST, ~treaties.trusts(world, state, partner, nation, float(world.agreements.min_trust[kind]))),
        )

    def _beside(self, world: World, kind: int) -> int | None:
        """The first clause that is stated otherwise than usual though the kind leaves no choice of it."""
        usual, choice = clauses.usual(world, kind), open_clauses(world, kind)
        for place, name in enumerate(CLAUSES):
            value = self._of(name)
            if place not in choice and value and abs(value - float(usual[place])) > clauses.STATED:
                return place
        return None

    def apply(self, world: World, state: State, nation: int, where: Mask, events: Events) -> None:
        kind, _, partner = self.between(world, nation)
        pair, stated, cause = (kind, nation, partner), self.stated(world), self.cause(world, nation)
        offered = where & (state.agreement[kind, partner, nation] == PROPOSED)
        meets = offered & clauses.same(stated, clauses.held(world, state, pair)) if offered.any() else offered
        treaties.sign(world, state, events, pair, meets, cause)
        if (other := offered & ~meets).any():
            treaties.counter(world, state, events, pair, other, cause, stated, np.zeros(state.batch))
        treaties.propose(world, state, events, pair, where & ~offered, cause, stated)

    def variant(self) -> str:
        return "_".join([*(["on_terms"] if self._terms() else []), *(["noted"] if self.note else [])])

    def parts(self) -> dict[str, Part]:
        agreement, partner = (self._part(field) for field in self.form.fields[:2])
        return {"agreement": agreement, "partner": partner, "terms": self._terms(), "note": self.note}

    def _terms(self) -> tuple[Message, ...]:
        """What is stated, in words."""
        found = []
        for place, name in enumerate(CLAUSES):
            if value := self._of(name):
                piece = "asked" if place == clauses.FEE and value < 0.0 else name
                found.append(Message(f"piece.{self.kind}.{piece}", {"amount": Amount(abs(value), UNITS[place])}))
        return tuple(found)

    def because(self, code: int, world: World, state: State | None, nation: int) -> dict[str, Part]:
        kind, _, partner = self.between(world, nation)
        least, there = float(world.agreements.min_trust[kind]), np.zeros(1)
        if state is not None:
            there = treaties.trusted(world, state, partner, nation)
        found: dict[str, Part] = {
            "needed": Amount(least, "0-1"),
            "there": Amount(float(there[0]), "0-1", least),
            "longest": Amount(float(LONGEST_NOTE), "1"),
        }
        place = self._beside(world, kind) if code == NO_SUCH_TERM else clauses.beyond(world, kind, self.stated(world))
        shown = clauses.SHARE if place is None else place
        low, _, high = bounds(world)[kind, shown]
        unit = UNITS[shown]
        term = Message(f"piece.{self.kind}.term_{CLAUSES[shown]}")
        return found | {"least": Amount(low, unit), "most": Amount(high, unit), "term": term}

    def never(self, limits: Limits) -> tuple[str, str]:
        if any(limits.may_sign(self.agreement, seat, self.partner) for seat in limits.seats if seat != self.partner):
            return "", ""
        return "partner", f"agreements.yaml lets no seat sign {self.agreement} with {self.partner}"
