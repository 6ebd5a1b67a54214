"""All actions that a rule may take. A new action is an entry in a module beside this one, and a line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.phases.actions.controls import EMBARGO, FLOOD, LICENCE, QUOTA, TAX
from game.engine.phases.actions.deals import GRAB, OFFER
from game.engine.phases.actions.kinds import RuleAction, table_of
from game.engine.phases.actions.technology import TECHNOLOGY
from game.engine.phases.actions.tension import TENSION
from game.engine.phases.actions.warning import WARN
from game.engine.world import World
from game.marks import N_

_ENTRIES = (QUOTA, TAX, LICENCE, EMBARGO, FLOOD, TENSION, GRAB, TECHNOLOGY, OFFER, WARN)

ACTIONS: Mapping[str, RuleAction] = {entry.name: entry for entry in _ENTRIES}
"""By name, in the order in which they are done."""
EVERYTHING: Mapping[str, str] = {
    "nations": N_("all nations"),
    "goods": N_("all goods"),
    "quotas": N_("all quotas"),
    "stages": N_("all stages"),
}
"""What stands for a whole axis in the words of an action."""


def gives_way(world: World, rule: int, nation: int) -> bool:
    """Whether `rule` does something for `nation`, so that its firing is no act against it."""
    tables = ((entry, table_of(world, entry.tables[0])) for entry in ACTIONS.values())
    return any(table is not None and entry.friendly(table[rule], nation) for entry, table in tables)


def texts() -> Iterator[tuple[str, str]]:
    """Code and English text of everything that an action reads like."""
    yield from ((f"action.{name}", entry.text) for name, entry in ACTIONS.items())
    yield from ((f"action.{name}.boundless", entry.boundless) for name, entry in ACTIONS.items() if entry.boundless)
    yield from ((f"everything.{axis}", text) for axis, text in EVERYTHING.items())
