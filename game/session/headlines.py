"""What a seat may know of a turn, as records: its own refused orders, public acts of others, and events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.content.package import Package
from game.engine.event_kinds import ALL, EVENTS, EventKind
from game.engine.events import Event
from game.engine.messages import Message, Name
from game.engine.phases.actions.registry import gives_way
from game.engine.world import Incident, World
from game.orders.kinds import Order
from game.session.causes import cause_of
from game.session.event_messages import told
from game.session.records import TurnReport
from game.session.stories import story_of
from game.session.views import Headline

MONTHS_A_YEAR = 12.0
_ABOUT = ("cause.rule", "cause.incident")


def headlines(package: Package, seat: int, report: TurnReport) -> tuple[Headline, ...]:
    """What `seat` may know of a turn: its own refused orders, public acts of other seats, then events by date."""
    return (
        *_refused(package, seat, report),
        *_acts(package, seat, report),
        *(
            _headline(package, seat, report.turn, event)
            for event in _first(package.world, report.events)
            if may_know(seat, event)
        ),
    )


def _refused(package: Package, seat: int, report: TurnReport) -> list[Headline]:
    mine = report.refused.get(package.world.names.nations[seat], ())
    return [
        _plain(
            package,
            report.turn,
            "order_refused",
            Message("news.not_carried_out", {"order": item.order.describe()}),
            item.message,
            "bad",
        )
        for item in mine
        if item.order
    ]


def _acts(package: Package, seat: int, report: TurnReport) -> list[Headline]:
    """Orders of other seats that the world can see, which no event tells of."""
    own = package.world.names.nations[seat]
    return [
        _plain(package, report.turn, "order_given", _act(other, order), None, "plain")
        for other, orders in report.orders.items()
        if other != own
        for order in orders
        if order.public
    ]


def _act(seat: str, order: Order) -> Message:
    return Message("news.act", {"nation": Name("nations", seat), "order": order.describe()})


def _plain(package: Package, turn: int, kind: str, message: Message, cause: Message | None, tone: str) -> Headline:
    calendar = package.world.calendar
    month = calendar.label(turn * calendar.turn_months)
    return Headline(turn=turn, month=month, kind=kind, message=message, cause=cause, tone=tone)


def _first(world: World, events: Sequence[Event]) -> list[Event]:
    """`events` without those that only say again what one before them said in the same turn.

    Of the goods of one material the first speaks for all, and of those of none the first of each stage.
    """
    seen = {(event.kind, event.actor, event.target, _about(world, event)): event for event in reversed([*events])}
    kept = {id(event) for event in seen.values()}
    return [event for event in events if id(event) in kept]


def _about(world: World, event: Event) -> int:
    kind = EVENTS.get(event.kind)
    if kind is None or kind.item != "goods" or event.item < 0:
        return event.item
    material = int(world.goods.material[event.item])
    return material if material >= 0 else len(world.names.materials) + int(world.goods.stage[event.item])


def may_know(seat: int, event: Event) -> bool:
    """Whether `event` is told in headlines, and is public or has `seat` as one of its parties."""
    kind = EVENTS.get(event.kind)
    if kind is None or not kind.text:
        return False
    return kind.readers == ALL or seat in _parties(kind, event)


def _parties(kind: EventKind, event: Event) -> tuple[int, ...]:
    ends = ((kind.actor, event.actor), (kind.target, event.target))
    return tuple(position for axis, position in ends if axis == "nations")


def _headline(package: Package, seat: int, turn: int, event: Event) -> Headline:
    message = told(package.world, event, harmless=_relieves(package, event))
    cause = cause_of(event.cause)
    return Headline(
        turn=turn,
        month=package.world.calendar.label(event.month),
        kind=event.kind,
        message=message,
        cause=None if cause and _says_already(event, message, cause) else cause,
        tone=_tone(package, event, seat),
        minor=_minor(package.world, seat, event),
        story=story_of(package, seat, event),
    )


def _says_already(event: Event, message: Message, cause: Message) -> bool:
    """Whether the cause is a rule or incident that the event is about, or an act of whom its headline names first."""
    if cause.code == "cause.order":
        names_actor = EVENTS[event.kind].text.startswith("{actor}")
        return names_actor and cause.parts["owner"] == message.parts.get("actor")
    return cause.code in _ABOUT and any(part in message.parts.values() for part in cause.parts.values())


def _relieves(package: Package, event: Event) -> bool:
    """Whether the event tells of a rule by which the rival gives way to a nation: nothing is done against it."""
    if EVENTS[event.kind].item != "rules" or event.target < 0:
        return False
    return gives_way(package.world, event.item, event.target)


def _minor(world: World, seat: int, event: Event) -> bool:
    """Whether `event` is about a good that does not count, of a month's tonnes that are next to nothing beside the use
    at the start, or of a small project in which `seat` has no part.
    """
    goods, kind = world.goods, EVENTS[event.kind]
    if kind.item == "goods" and event.item >= 0 and not goods.counted[goods.stage[event.item]]:
        return True
    if kind.of_size and seat not in _parties(kind, event):
        return _part_of_world(world, event.item) < world.news.works
    if not kind.needed_by:
        return False
    need = world.supply.start["usual_use"][0, getattr(event, kind.needed_by), event.item]
    return bool(event.amount < world.news.flow * need)


def _part_of_world(world: World, project: int) -> float:
    """What a project adds, over what all sites of its stage could run in a year at the start."""
    site = world.projects.site[project]
    alike = np.flatnonzero(world.sites.stage == world.sites.stage[site])
    able = MONTHS_A_YEAR * float(world.supply.start["capacity"][0, alike].sum())
    return float(world.projects.capacity[project]) / max(able, 1e-9)


def _tone(package: Package, event: Event, seat: int) -> str:
    """The kind's tone where it concerns the seat; ``plain`` where it concerns another."""
    kind = EVENTS[event.kind]
    if _relieves(package, event):
        return "good" if event.kind == "rule_fired" and event.target == seat else "plain"
    if kind.item == "incidents":
        return _tone_of_incident(package.world.incidents[event.item], seat)
    parties = _parties(kind, event)
    concerned = kind.tone == "rival" or seat in parties or not any(party >= 0 for party in parties)
    return kind.tone if concerned else "plain"


def _tone_of_incident(incident: Incident, seat: int) -> str:
    """``bad`` where it stirs up a quarrel or industry, ``good`` where it calms or brings money, else ``plain``."""
    budget = float(incident.budget[seat]) if incident.budget.size > 1 else 0.0
    if incident.tension[seat] > 0.0 or (incident.demand[seat] != 1.0).any():
        return "bad"
    return "good" if budget > 0.0 or incident.tension[seat] < 0.0 else "plain"
