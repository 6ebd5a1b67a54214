"""Causes as records: terms and acts by code, with the names in them, as far as a seat may know them."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.interventions import VERBS
from game.engine.messages import Amount, Message, Name, Part
from game.engine.terms import CAUSES
from game.engine.world import World
from game.orders.registry import KINDS
from game.session.measured.acts import BY_HAND, ENDED, INCIDENT, ORDER, PROJECT, RULE, Act, strokes_of
from game.session.records import TurnReport
from game.session.views import Cause

OTHERS = "others"
"""What other seats did that is not for everybody to know."""
PUBLIC_ORDERS = ("leave_agreement", *(kind for kind, order in KINDS.items() if order.public))
"""Kinds of orders that the world can see; of the first an event tells."""
_AXES = {RULE: "rules", ENDED: "rules", INCIDENT: "incidents", PROJECT: "projects"}
_PLACES = {"nations": "nation", "rules": "rule", "incidents": "incident", "agreements": "agreement", "lines": "line",
           "goods": "good", "sites": "site", "projects": "project"}  # fmt: skip


def of_terms(terms: Mapping[str, float], seat: str, unit: str, scale: float = 1.0) -> list[Cause]:
    """The terms of a figure in order of their size; `scale` turns the unit of the field into `unit`."""
    sums: dict[str, float] = {}
    for cause, amount in terms.items():
        known = cause if _may_know(cause, seat) else OTHERS
        sums[known] = sums.get(known, 0.0) + amount * scale
    ordered = sorted(sums.items(), key=lambda term: -abs(term[1]))
    return [Cause(term(cause), Amount(size, unit)) for cause, size in ordered]


def _may_know(cause: str, seat: str) -> bool:
    code, _, rest = cause.partition(":")
    if code != ORDER:
        return True
    giver, kind, *_ = rest.split(":")
    return giver == seat or kind in PUBLIC_ORDERS


def term(cause: str) -> Message:
    """A cause as `Term.cause` writes it: ``term.rule`` with the rule, ``term.order`` with nation and deed."""
    code, *named = cause.split(":")
    if code == ORDER:
        giver, kind, *about = named
        return _deed("term", giver, kind, Name(*about) if about else None)
    if code == "precedent":  # whose agreement it was may be theirs alone to know
        return Message("term.precedent")
    axes = CAUSES.get(code, ())
    return Message(f"term.{code}", {_PLACES[axis]: Name(axis, name) for axis, name in zip(axes, named, strict=True)})


def act(world: World, report: TurnReport, act_: Act) -> Message:
    """An act of the turn of which `report` tells: ``act.order``, ``act.rule`` ..."""
    if act_.kind == BY_HAND:
        return _by_hand(world, report, act_.position)
    if act_.kind == ORDER:
        seat = world.names.nations[act_.seat]
        order = report.orders[seat][act_.position]
        about = order.about().split(":")[1:]
        return _deed("act", seat, order.kind, Name(*about) if about else None)
    axis = _AXES[act_.kind]
    named = world.incidents[act_.position].key if axis == "incidents" else getattr(world.names, axis)[act_.position]
    return Message(f"act.{act_.kind}", {_PLACES[axis]: Name(axis, named)})


def _by_hand(world: World, report: TurnReport, position: int) -> Message:
    """An effect of an intervention: ``act.inject`` with the figure, the rule or the incident."""
    kind, stroke = strokes_of(world, report)[position]
    axis, place = VERBS.get(stroke.verb), stroke.place[0]
    if axis is None:
        return Message(f"act.{kind}", {"what": Message(f"by_hand.{stroke.verb}")})
    name = world.incidents[place].key if axis == "incidents" else getattr(world.names, axis)[place]
    return Message(f"act.{kind}", {"what": Name(axis, name)})


def _deed(kind: str, giver: str, order: str, about: Name | None) -> Message:
    parts: dict[str, Part] = {"nation": Name("nations", giver), "deed": Message(f"deed.{order}")}
    if about is None:
        return Message(f"{kind}.order", parts)
    return Message(f"{kind}.order_about", {**parts, "about": about})
