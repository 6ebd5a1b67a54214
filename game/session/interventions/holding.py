"""Whether a condition of the event list holds now."""

from __future__ import annotations

from game.content.expressions import condition
from game.content.package import Package
from game.content.vocabulary import ExpressionError, Vocabulary
from game.engine import metrics
from game.engine.condition_table import ConditionTable
from game.engine.state import State
from game.marks import N_, Said
from game.session.interventions.faults import InterventionError


def holds(package: Package, state: State, text: str) -> bool:
    """Whether the condition `text` (``cover(SEAT, GOOD) < 60``) holds in `state`, a batch of one.

    Raises:
        InterventionError: when it is no condition of the rule language.
    """
    world = package.world
    words = Vocabulary(world.names, world.calendar, {"rival": world.names.nations[world.rival]})
    try:
        table = ConditionTable((condition(text, words),))
    except ExpressionError as error:
        said = Said(N_("“{effect}”: {what}"), effect=text, what=str(error))
        raise InterventionError(said) from error
    return bool(table.holds(world, state, metrics.read)[0, 0])
