"""What an event does to the model and what it waits for, checked before anything can be released."""

from __future__ import annotations

from game.content.expressions import condition
from game.content.package import Package
from game.content.vocabulary import ExpressionError, Vocabulary
from game.exercise.event import Event, Fault
from game.marks import N_, Said
from game.session.interventions import InterventionError, checked


def faults(package: Package, event: Event) -> list[Fault]:
    """What is wrong with the model effect and with the condition of an event."""
    found: list[Fault] = []
    if event.condition and (why := fault_of_condition(package, event.condition)):
        found.append(("condition", why, N_("write it as in a rule: cover(SEAT, GOOD) < 60")))
    if event.effect and (why := fault_of_effect(package, event.effect)):
        found.append(("model_effect", why, N_("write it as happen(INCIDENT), fire(RULE), or budget(SEAT) + 300")))
    return found


def fault_of_effect(package: Package, text: str) -> str:
    """Why `text` is nothing that control can do to the model; empty where it is."""
    try:
        checked(package, text)
    except InterventionError as error:
        return error.args[0] if isinstance(error.args[0], Said) else str(error)
    return ""


def fault_of_condition(package: Package, text: str) -> str:
    """Why `text` is no condition of the rule language; empty where it is one."""
    world = package.world
    vocabulary = Vocabulary(world.names, world.calendar, {"rival": world.names.nations[world.rival]})
    try:
        condition(text, vocabulary)
    except ExpressionError as error:
        return Said(N_("the condition is not understood: {why}"), why=str(error))
    return ""
