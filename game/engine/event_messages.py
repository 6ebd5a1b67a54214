"""An event as a message: the code of its text, and what stands in the places of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.event_kinds import EVENTS, PHASE
from game.engine.events import Event
from game.engine.messages import Amount, Message, Name, Part
from game.engine.world import PHASES, World
from game.marks import N_

PHASE_TEXTS: Mapping[str, str] = {
    "prospecting": N_("prospecting"),
    "feasibility": N_("feasibility study"),
    "permitting": N_("permitting"),
    "construction": N_("construction"),
    "commissioning": N_("commissioning"),
}
"""The phases of a project, in the middle of a sentence."""


def texts() -> Iterator[tuple[str, str]]:
    """Code and English text of everything that an event can read like."""
    for kind, entry in EVENTS.items():
        if entry.text:
            yield f"event.{kind}", entry.text
        if entry.untargeted:
            yield f"event.{kind}.untargeted", entry.untargeted
    yield from ((f"phase.{phase}", text) for phase, text in PHASE_TEXTS.items())


def told(world: World, event: Event, *, harmless: bool = False) -> Message:
    """What `event` has to say; `harmless` where nothing is done against its target.

    Raises:
        KeyError: for a kind that is not in the table.
    """
    entry = EVENTS[event.kind]
    code = f"event.{event.kind}"
    if entry.untargeted and (harmless or event.target < 0):
        code += ".untargeted"
    places = (("actor", entry.actor, event.actor), ("target", entry.target, event.target))
    parts: dict[str, Part] = {
        part: Name(axis, identifier(world, axis, position))
        for part, axis, position in (*places, ("item", entry.item, event.item))
        if axis and position >= 0
    }
    if entry.unit == PHASE:
        parts["amount"] = Message(f"phase.{PHASES[int(event.amount)]}")
    elif entry.unit:
        parts["amount"] = Amount(event.amount, entry.unit)
    return Message(code, parts)


def identifier(world: World, axis: str, position: int) -> str:
    """What stands at `position` of `axis`, a field of `Names` or ``incidents``."""
    if axis == "incidents":
        return world.incidents[position].key
    found: str = getattr(world.names, axis)[position]
    return found
