"""What stands behind an act of the script, once it has come about: its text, its effects in figures, its source.

A rule of the rival tells its reason, an incident what happened. What moves a purse is told to its owner alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from game.content.package import Package, Text
from game.engine.event_kinds import EVENTS
from game.engine.events import Event
from game.engine.messages import Amount, Message, Name, Part
from game.engine.world import Incident, World
from game.session.lexicon import Lexicon
from game.session.views import Story

_BEGINS = ("rule_fired", "incident")
"""Kinds of event that tell of an act of the script for the first time."""


def story_of(package: Package, seat: int, event: Event) -> Story | None:
    """The story behind `event` for `seat`; None for what is no act of the script."""
    if event.kind not in _BEGINS or event.item < 0:
        return None
    if EVENTS[event.kind].item == "rules":
        rule = package.rules[package.world.names.rules[event.item]]
        return _story(package, rule, rule.does)
    incident = package.world.incidents[event.item]
    return _story(package, package.incidents[incident.key], tuple(_effects(package.world, incident, seat)))


def known_to(story: Story, lexicon: Lexicon, month: str) -> Story:
    """`story` without effects on what the reader does not know of, and without what is published after `month`."""
    known = (effect for effect in story.effects if all(lexicon.knows(one.axis, one.id) for one in _names(effect)))
    evidence = story.evidence.library.evidence(story.evidence.origin, month)
    return replace(story, effects=tuple(known), evidence=evidence)


def _story(package: Package, text: Text, effects: tuple[Message, ...]) -> Story:
    return Story(text.text, effects, package.library.evidence(text.origin))


def _names(part: Part) -> Iterator[Name]:
    if isinstance(part, Name):
        yield part
    elif isinstance(part, Message):
        for inner in part.parts.values():
            yield from _names(inner)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _names(inner)


def _effects(world: World, incident: Incident, seat: int) -> Iterator[Message]:
    """What an incident does, as far as `seat` may know it; tariffs are told by events of their own."""
    names, lasts = world.names, Amount(float(incident.months), "months")
    for change in _different(incident.tension, 0.0):
        hit = tuple(Name("nations", names.nations[n]) for n in np.flatnonzero(incident.tension == change))
        code = "effect.tension_up" if change > 0.0 else "effect.tension_down"
        yield Message(code, {"amount": Amount(abs(change), "0-1"), "nations": hit})
    if incident.budget.size > 1 and incident.budget[seat]:
        yield Message("effect.budget", {"amount": Amount(float(incident.budget[seat]), "US$ million")})
    yield from _demand(world, incident, lasts)
    for factor in _different(incident.output, 1.0):
        sites = tuple(Name("sites", names.sites[s]) for s in np.flatnonzero(incident.output == factor))
        yield Message("effect.output", {"sites": sites, "factor": Amount(factor, "share"), "lasts": lasts})


def _demand(world: World, incident: Incident, lasts: Amount) -> Iterator[Message]:
    """What an incident does to industry: one message where it is the same everywhere, else nation by nation."""
    names, everywhere = world.names, _different(incident.demand, 1.0)
    if len(everywhere) == 1 and (incident.demand == everywhere[0]).all():
        yield Message("effect.demand_everywhere", {"factor": Amount(everywhere[0], "share"), "lasts": lasts})
        return
    for nation, row in enumerate(incident.demand):
        for factor in _different(row, 1.0):
            sectors = tuple(Name("sectors", names.sectors[s]) for s in np.flatnonzero(row == factor))
            yield Message(
                "effect.demand",
                {
                    "nation": Name("nations", names.nations[nation]),
                    "sectors": sectors,
                    "factor": Amount(factor, "share"),
                    "lasts": lasts,
                },
            )


def _different(table: np.ndarray[tuple[int, ...], np.dtype[np.float64]], nothing: float) -> list[float]:
    """The values of a table that change anything, greatest first."""
    return sorted({float(value) for value in table.ravel() if value != nothing}, reverse=True)
