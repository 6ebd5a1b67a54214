"""The register of agreements: what stands between the seat and others, on which terms, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.engine import clauses, reasons, renewal, weighing
from game.engine.clauses import Cell, Clauses
from game.engine.events import Event
from game.engine.state import IN_FORCE, PROPOSED, SIGNED
from game.engine.weighing import Grounds
from game.engine.world import CLAUSES
from game.orders.propose_agreement import ProposeAgreement
from game.session.scene import Scene
from game.session.views import AgreementView, ClauseView, PastAgreement

_UNITS = {"share": "share", "days": "days", "money": "US$ million/year", "fee": "US$ million/year", "years": "years"}
_ORDERS: dict[str, dict[str, Any]] = {
    "in force": {"kind": "leave_agreement"},
    "signed": {"kind": "leave_agreement"},
    "proposed": {"kind": "propose_agreement"},
    "offered": {"kind": "answer_agreement", "accept": True},
    "none": {"kind": "propose_agreement"},
}
_LEAST_WORTH = 0.05
"""US$ million a year below which a part of an agreement is nothing."""
_ENDS = {"agreement_expired": ("kept", "kept"), "agreement_left": ("left", "left_us"),
         "agreement_breached": ("broken", "broke")}  # fmt: skip
"""Event to what it says to its actor, and to its target."""


def agreements(scene: Scene) -> tuple[AgreementView, ...]:
    """Every agreement that the seat has or could have by now, kind by kind."""
    allowed = scene.world.agreements.allowed
    names, notes, grounds = scene.world.names, _notes(scene), Grounds(scene.world, scene.state)
    return tuple(
        _agreement(scene, grounds, (kind, partner), notes.get((name, names.nations[partner]), ""))
        for kind, name in enumerate(names.agreements)
        if scene.lexicon.knows("agreements", name)
        for partner in range(len(names.nations))
        if partner != scene.seat and (allowed[kind, scene.seat, partner] or allowed[kind, partner, scene.seat])
    )


def over(scene: Scene) -> tuple[PastAgreement, ...]:
    """The seat's agreements that have ended, the last first."""
    found, began = [], {}
    names, label = scene.world.names, scene.world.calendar.label
    for event in _between(scene):
        other = event.target if event.actor == scene.seat else event.actor
        place = event.item, other
        if event.kind == "agreement_signed":
            began[place] = event.month
        elif event.kind in _ENDS and event.item >= 0:
            end = _ENDS[event.kind][event.actor != scene.seat]
            since = label(began.get(place, 0))
            found.append(
                PastAgreement(names.agreements[event.item], names.nations[other], since, label(event.month), end)
            )
    return tuple(reversed(found))


def _between(scene: Scene) -> Iterator[Event]:
    for report in scene.reports:
        for event in report.events:
            if event.kind.startswith("agreement_") and scene.seat in (event.actor, event.target):
                yield event


def _status(scene: Scene, kind: int, partner: int) -> str:
    state, seat = scene.state, scene.seat
    ours, theirs = int(state.agreement[kind, seat, partner, 0]), int(state.agreement[kind, partner, seat, 0])
    for code, status in ((IN_FORCE, "in force"), (SIGNED, "signed")):
        if code in (ours, theirs):
            return status
    if PROPOSED in (ours, theirs):
        return "proposed" if ours == PROPOSED else "offered"
    return "none"


def _agreement(scene: Scene, grounds: Grounds, which: tuple[int, int], note: str) -> AgreementView:
    kind, partner = which
    names, state, seat = scene.world.names, scene.state, scene.seat
    status, cell = _status(scene, kind, partner), (kind, seat, partner)
    text = scene.package.agreements[names.agreements[kind]]
    stated = clauses.held(scene.world, state, cell)
    if status == "none":
        stated = clauses.usual(scene.world, kind)
    left = state.agreement_left[kind, :, :, 0]
    grace = scene.world.agreements.grace
    order = {**_ORDERS[status], "agreement": names.agreements[kind], "partner": names.nations[partner]}
    since, until = _term(scene, cell) if status == "in force" else ("", "")
    return AgreementView(
        kind=names.agreements[kind],
        name=text.name,
        partner=names.nations[partner],
        status=status,
        months_left=0.0 if status == "none" else float(max(left[seat, partner], left[partner, seat])),
        text=text.text,
        clauses=tuple(_clauses(scene, kind, stated)),
        joins=bool(scene.world.agreements.joins.size) and bool(scene.world.agreements.joins[kind]),
        worth=_worth(scene, grounds, cell, stated),
        since=since,
        until=until,
        served=float(state.agreement_served[cell][0]) if since else 0.0,
        paid=float(state.agreement_paid[cell][0]) if since else 0.0,
        behind=float(state.agreement_lacking[cell][0]) if since else 0.0,
        grace=float(grace[kind]) if grace.size else 0.0,
        renewal=_renewal(scene, cell) if since else "never",
        note=note,
        choice=scene.draft.try_order(order),
    )


def _clauses(scene: Scene, kind: int, stated: Clauses) -> Iterator[ClauseView]:
    """What may be chosen, and what else is pledged, paid in or promised."""
    choice = clauses.open_clauses(scene.world, kind)
    limits = clauses.limits(scene.world, kind)
    for place, (name, value, (low, usual, high)) in enumerate(zip(CLAUSES, stated, limits, strict=True)):
        if place in choice or (usual and place != clauses.YEARS):
            number = float(value) if isinstance(value, float) else float(value[0])
            yield ClauseView(name, number, _UNITS[name], (low, usual, high))


def _worth(scene: Scene, grounds: Grounds, cell: Cell, stated: Clauses) -> tuple[tuple[str, float], ...]:
    """What the parts of an agreement are worth to the seat, the greatest first."""
    found = weighing.parts(scene.world, scene.state, cell, stated, grounds)
    sizes = [(reasons.REASONS[code], float(amount.ravel()[0])) for code, amount in found.items()]
    return tuple(sorted((one for one in sizes if abs(one[1]) >= _LEAST_WORTH), key=lambda one: -abs(one[1])))


def _term(scene: Scene, cell: Cell) -> tuple[str, str]:
    """Months since which and until which an agreement in force stands."""
    left = int(scene.state.agreement_left[cell][0])
    life = int(scene.state.agreement_life[cell][0])
    until = scene.state.month + left
    return scene.world.calendar.label(until - life), scene.world.calendar.label(until)


def _renewal(scene: Scene, cell: Cell) -> str:
    kind, seat, partner = cell
    if scene.state.agreement_left[cell][0] > renewal.time_left(scene.world):
        return "never"
    own = bool(scene.draft.state.agreement_renewal[cell][0])
    theirs = partner < scene.world.seats and bool(scene.state.agreement_renewal[kind, partner, seat, 0])
    return {(True, True): "both", (True, False): "own", (False, True): "theirs"}.get((own, theirs), "")


def _notes(scene: Scene) -> dict[tuple[str, str], str]:
    """Kind and partner to what was last written beside a proposal between the two, by either."""
    found = {}
    for report in scene.reports:
        for giver, given in report.orders.items():
            for order in given:
                if isinstance(order, ProposeAgreement) and scene.seat_id in (giver, order.partner):
                    partner = order.partner if giver == scene.seat_id else giver
                    found[order.agreement, partner] = order.note
    return found
