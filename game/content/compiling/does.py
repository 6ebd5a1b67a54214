"""What a rule of the rival does, as messages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from game.content.models.entry import EVERYTHING
from game.content.models.rival import RivalRule
from game.content.package import PRODUCTS
from game.engine.messages import Amount, Message, Name, Part
from game.engine.phases.actions.kinds import Chosen, RuleAction


def does(rule: RivalRule, stages: Collection[str]) -> tuple[Message, ...]:
    """What `rule` does, block by block, with whom and what each block names; `stages` are those of the rule set."""
    return tuple(_told(action, block, stages) for action, _, block in rule.blocks())


def _told(action: RuleAction, block: Any, stages: Collection[str]) -> Message:
    parts: dict[str, Part] = {one.field: _named(one, getattr(block, one.field), stages) for one in action.chosen}
    parts |= {size.field: Amount(getattr(block, size.field).value, size.unit) for size in action.sizes}
    return Message(f"action.{action.name}{'.boundless' if _binds_nothing(action, block) else ''}", parts)


def _binds_nothing(action: RuleAction, block: Any) -> bool:
    return bool(action.boundless) and getattr(block, action.sizes[0].field).value >= action.beyond


def _named(chosen: Chosen, pick: str | list[str], stages: Collection[str]) -> Part:
    if chosen.one:
        return Name(chosen.axis, str(pick))
    if pick == EVERYTHING:
        return Message(f"everything.{chosen.axis}")
    return tuple(Name(_axis(chosen, name, stages), name) for name in pick)


def _axis(chosen: Chosen, name: str, stages: Collection[str]) -> str:
    """A stage among goods stands for what it makes."""
    return PRODUCTS if chosen.axis == "goods" and name in stages else chosen.axis
