"""What a rule of the rival does, as messages."""

from __future__ import annotations

from typing import Any

from game.content.models.entry import EVERYTHING
from game.content.models.rival import RivalRule
from game.engine.messages import Amount, Message, Name, Part
from game.engine.phases.actions.kinds import Chosen, RuleAction


def does(rule: RivalRule) -> tuple[Message, ...]:
    """What `rule` does, block by block, with whom and what each block names."""
    return tuple(_told(action, block) for action, _, block in rule.blocks())


def _told(action: RuleAction, block: Any) -> Message:
    parts: dict[str, Part] = {one.field: _named(one, getattr(block, one.field)) for one in action.chosen}
    parts |= {size.field: Amount(getattr(block, size.field).value, size.unit) for size in action.sizes}
    return Message(f"action.{action.name}{'.boundless' if _binds_nothing(action, block) else ''}", parts)


def _binds_nothing(action: RuleAction, block: Any) -> bool:
    return bool(action.boundless) and getattr(block, action.sizes[0].field).value >= action.beyond


def _named(chosen: Chosen, pick: str | list[str]) -> Part:
    if chosen.one:
        return Name(chosen.axis, str(pick))
    if pick == EVERYTHING:
        return Message(f"everything.{chosen.axis}")
    return tuple(Name(chosen.axis, name) for name in pick)
