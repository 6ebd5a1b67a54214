"""A resolved turn as a line of the log, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from game import orders
from game.content.package import Package
from game.engine.events import Event
from game.engine.state import State
from game.engine.world import World
from game.orders.kinds import ALLOWED, Order
from game.session.interventions import Done, Handed, Intervention
from game.session.record import Row
from game.session.records import Refusal, TurnReport
from game.session.resolution import Outcome
from game.session.saves.snapshot import pack
from game.session.views import Result


def line_of(
    report: TurnReport,
    seats: Sequence[str],
    outcomes: Sequence[Outcome],
    rows: Sequence[Row],
    state: State,
    memories: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """What the log keeps of a turn. `rows` are its months, `memories` what the leaders remember after it."""
    given = [(seats[outcome.seat], outcome) for outcome in outcomes if outcome.accepted.all()]
    return {
        "type": "turn",
        "turn": report.turn,
        "orders": {seat: [order.model_dump(mode="json") for order in report.orders.get(seat, ())] for seat in seats},
        "reasons": {seat: [outcome.reason for giver, outcome in given if giver == seat] for seat in seats},
        "refused": {seat: [_refusal(refusal) for refusal in items] for seat, items in report.refused.items() if items},
        "leaders": dict(memories),
        **({} if report.led is None else {"rival": list(report.led)}),
        **_by_hand(report),
        "events": [_event(event) for event in report.events],
        "terms": report.terms,
        "months": [list(row) for row in rows],
        "digest": report.digest,
        "snapshot": pack(state),
    }


def end_of(turn: int, results: Mapping[str, Result]) -> dict[str, Any]:
    """The last line of the log of a match that is over."""
    told = {
        seat: {
            "total": result.total,
            "won": result.won,
            "parts": [asdict(part) for part in result.parts],
        }
        for seat, result in results.items()
    }
    return {"type": "end", "turn": turn, "results": told}


def _by_hand(report: TurnReport) -> dict[str, Any]:
    """What was done by hand in the turn; nothing in most."""
    found: dict[str, Any] = {}
    if report.interventions:
        written = [done.intervention.written() for done in report.interventions]
        found = {"interventions": written, "by_hand": report.by_hand}
    if report.handed:
        found["handed"] = [handed.written() for handed in report.handed]
    return found


def _done_in(world: World, line: Mapping[str, Any]) -> tuple[Done, ...]:
    turn, calendar = line["turn"], world.calendar
    month = calendar.label(turn * calendar.turn_months)
    return tuple(Done(turn, month, Intervention.read(written)) for written in line.get("interventions", ()))


_PARTS = tuple(part.name for part in fields(Event))


def _event(event: Event) -> dict[str, Any]:
    """The event as JSON; its parts are plain, so that the deep copy of `asdict` would be wasted on it."""
    return {part: getattr(event, part) for part in _PARTS}


def _refused(world: World, state: State | None, seat: int, order: Order, code: int) -> Refusal:
    return Refusal(code, orders.reason(world, state, seat, order, code), order)


def _refusal(refusal: Refusal) -> dict[str, Any]:
    order = refusal.order.model_dump(mode="json") if refusal.order else None
    return {"order": order, "code": refusal.code}


def events_of(line: Mapping[str, Any]) -> tuple[Event, ...]:
    """The events of a turn line."""
    return tuple(Event(**event) for event in line["events"])


def led_in(line: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The rules that a person chose for the rival in a turn; None where its script played."""
    return tuple(line["rival"]) if line.get("rival") is not None else None


def report_of(package: Package, line: Mapping[str, Any]) -> TurnReport:
    """The report that a turn line tells of, without headlines."""
    world = package.world
    return TurnReport(
        turn=line["turn"],
        events=events_of(line),
        headlines_by_seat={},
        digest=line["digest"],
        orders={seat: tuple(orders.parse(order) for order in given) for seat, given in line["orders"].items()},
        refused={
            seat: tuple(
                _refused(world, None, world.names.index("nations", seat), orders.parse(item["order"]), item["code"])
                for item in items
            )
            for seat, items in line["refused"].items()
        },
        terms=line.get("terms", {}),
        led=led_in(line),
        interventions=_done_in(world, line),
        by_hand=line.get("by_hand", 0),
        handed=tuple(Handed.read(line["turn"], written) for written in line.get("handed", ())),
    )


def report_from(
    package: Package,
    state: State,
    seats: Sequence[str],
    turn: int,
    outcomes: Sequence[Outcome],
    events: Sequence[Event],
    digest: str,
) -> TurnReport:
    """The report of a turn that was just resolved, without headlines; `state` is that in which it was ordered."""
    given: dict[str, list[Any]] = {seat: [] for seat in seats}
    refused: dict[str, list[Refusal]] = {}
    for outcome in outcomes:
        seat, code = seats[outcome.seat], int(outcome.codes[0])
        if code == ALLOWED:
            given[seat].append(outcome.order)
        else:
            refused.setdefault(seat, []).append(_refused(package.world, state, outcome.seat, outcome.order, code))
    return TurnReport(
        turn=turn,
        events=tuple(events),
        headlines_by_seat={},
        digest=digest,
        orders={seat: tuple(items) for seat, items in given.items()},
        refused={seat: tuple(items) for seat, items in refused.items()},
    )
