"""Events in words for one seat: what it may read of, by the table of templates."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.events import Event
from game.engine.world import Incident
from game.session.causes import in_words
from game.session.labels import told
from game.session.records import TurnReport
from game.session.templates import ALL, TEMPLATES, Template
from game.session.views import Headline
from game.session.words import Words, capital

_NOTICED = 0.1
"""Part of a month's need from which tonnes held back or released are news."""


def headlines(words: Words, seat: int, report: TurnReport) -> tuple[Headline, ...]:
    """What `seat` may know of a turn: its own refused orders, public acts of other seats, then events by date."""
    return (
        *_refused(words, seat, report),
        *_acts(words, seat, report),
        *(_headline(words, seat, report.turn, event) for event in _first(report.events) if may_know(seat, event)),
    )


def _refused(words: Words, seat: int, report: TurnReport) -> list[Headline]:
    mine = report.refused.get(words.package.world.names.nations[seat], ())
    return [
        _plain(
            words,
            report.turn,
            "order_refused",
            f"Not carried out: {told(words, item.order.describe())}",
            item.text,
            "bad",
        )
        for item in mine
        if item.order
    ]


def _acts(words: Words, seat: int, report: TurnReport) -> list[Headline]:
    """Orders of other seats that the world can see, which no event tells of."""
    names = words.package.world.names.nations
    return [
        _plain(
            words,
            report.turn,
            "order_given",
            f"{words.of('nations', other)}: {told(words, order.describe())}",
            "",
            "plain",
        )
        for other, orders in report.orders.items()
        if other != names[seat]
        for order in orders
        if order.public
    ]


def _plain(words: Words, turn: int, kind: str, text: str, cause: str, tone: str) -> Headline:
    calendar = words.package.world.calendar
    month = calendar.label(turn * calendar.turn_months)
    return Headline(turn=turn, month=month, kind=kind, text=text, cause=cause, tone=tone)


def _first(events: Sequence[Event]) -> list[Event]:
    """`events` without those that only say again what one before them said in the same turn."""
    seen = {(event.kind, event.actor, event.target, event.item): event for event in reversed([*events])}
    kept = {id(event) for event in seen.values()}
    return [event for event in events if id(event) in kept]


def may_know(seat: int, event: Event) -> bool:
    """Whether `event` is public, or one of the parties to it is `seat`."""
    template = TEMPLATES.get(event.kind)
    if template is None:
        return False
    return template.readers == ALL or seat in _parties(template, event)


def _parties(template: Template, event: Event) -> tuple[int, ...]:
    ends = ((template.actor, event.actor), (template.target, event.target))
    return tuple(position for axis, position in ends if axis == "nations")


def _headline(words: Words, seat: int, turn: int, event: Event) -> Headline:
    template, relief = TEMPLATES[event.kind], _relieves(words, event)
    calendar = words.package.world.calendar
    seat_id = words.package.world.names.nations[seat]
    text = (template.unnamed if event.target < 0 or relief else template.text).format(
        actor=words.at(template.actor, event.actor) if template.actor else "",
        target=words.at(template.target, event.target) if template.target else "",
        item=words.at(template.item, event.item) if template.item else "",
        amount=template.amount(event.amount),
        rival=words.rival,
    )
    cause = in_words(words, event.cause, seat_id)
    return Headline(
        turn=turn,
        month=calendar.label(event.month),
        kind=event.kind,
        text=capital(text),
        cause="" if cause.partition(": ")[2] in text and ": " in cause else cause,  # the text says it already
        tone=_tone(words, template, event, seat),
        minor=_minor(words, event),
    )


def _relieves(words: Words, event: Event) -> bool:
    """Whether the event tells of a rule by which the rival gives way to a nation: nothing is done against it."""
    if TEMPLATES[event.kind].item != "rules" or event.target < 0:
        return False
    rules = words.package.world.rival_rules
    offers = rules.offer.size > 0 and bool(rules.offer[event.item, :, event.target].any())
    return offers or bool(rules.tension[event.item, event.target] < 0.0)


def _minor(words: Words, event: Event) -> bool:
    """Whether the tonnes of a month that `event` tells of are next to nothing beside what the nation needs."""
    whose = {"control_bites": event.target, "stockpile_released": event.actor}.get(event.kind, -1)
    if whose < 0:
        return False
    need = words.package.world.demand.base[event.month, whose, event.item].sum()
    return bool(event.amount < _NOTICED * need)


def _tone(words: Words, template: Template, event: Event, seat: int) -> str:
    """The template's tone where it concerns the seat; ``plain`` where it concerns another."""
    if _relieves(words, event):
        return "good" if event.kind == "rule_fired" and event.target == seat else "plain"
    if template.item == "incidents":
        return _tone_of_incident(words.package.world.incidents[event.item], seat)
    parties = _parties(template, event)
    concerned = template.tone == "rival" or seat in parties or not any(party >= 0 for party in parties)
    return template.tone if concerned else "plain"


def _tone_of_incident(incident: Incident, seat: int) -> str:
    """``bad`` where it stirs up a quarrel or industry, ``good`` where it calms or brings money, else ``plain``."""
    budget = float(incident.budget[seat]) if incident.budget.size > 1 else 0.0
    if incident.tension[seat] > 0.0 or (incident.demand[seat] != 1.0).any():
        return "bad"
    return "good" if budget > 0.0 or incident.tension[seat] < 0.0 else "plain"
