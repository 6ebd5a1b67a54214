"""Events of the engine as messages: positions become names, amounts get their units."""

from __future__ import annotations

from game.engine.event_kinds import EVENTS, PHASE, REASON
from game.engine.events import Event
from game.engine.messages import Amount, Message, Name, Part
from game.engine.reasons import REASONS
from game.engine.world import PHASES, World


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
        part: Name(axis, _identifier(world, axis, position))
        for part, axis, position in (*places, ("item", entry.item, event.item))
        if axis and position >= 0
    }
    if entry.unit == PHASE:
        parts["amount"] = Message(f"phase.{PHASES[int(event.amount)]}")
    elif entry.unit == REASON:
        parts["amount"] = Message(f"reason.{REASONS[int(event.amount)]}")
    elif entry.unit:
        parts["amount"] = Amount(event.amount, entry.unit)
    return Message(code, parts)


def _identifier(world: World, axis: str, position: int) -> str:
    """What stands at `position` of `axis`, a field of `Names` or ``incidents``."""
    if axis == "incidents":
        return world.incidents[position].key
    found: str = getattr(world.names, axis)[position]
    return found
