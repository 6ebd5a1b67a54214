"""What a seat knows of by now: what of the script has come about, and which projects and sites anybody speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.engine import metrics
from game.engine.phases import project_offers as offers
from game.engine.state import State
from game.engine.world import World
from game.engine.world.names import unknown
from game.session.keys import Key, no_figure
from game.session.lexicon import SECRET, Lexicon

NOBODY = -1
"""Instead of a seat: what everybody knows."""


def known(world: World, state: State, seat: int = NOBODY) -> Mapping[str, tuple[str, ...]]:
    """Identifiers by axis, for the axes on which not all is known from the start; `state` is a batch of one."""
    every = np.arange(len(world.names.projects))
    projects = offers.known(world, state, every, seat)[:, 0]
    planned = np.bincount(world.projects.site, minlength=len(world.names.sites)) > 0
    thought_of = np.bincount(world.projects.site, projects, minlength=len(world.names.sites)) > 0
    built = state.site_status[:, 0] > 0
    since = world.agreements.since if world.agreements.since.size else np.zeros(len(world.names.agreements))
    incidents = (incident.key for incident in world.incidents)
    return {
        "rules": _chosen(world.names.rules, (state.rule_count[:, 0] > 0).tolist()),
        "incidents": _chosen(incidents, (state.incident_fired[:, 0] >= 0).tolist()),
        "projects": _chosen(world.names.projects, projects.tolist()),
        "agreements": _chosen(world.names.agreements, (since <= state.month).tolist()),
        "sites": _chosen(world.names.sites, (built | thought_of | ~planned).tolist()),
    }


def require_open(lexicon: Lexicon, seat: str, key: Key) -> None:
    """Refuse a figure that `seat` may not know, as if there were none.

    Raises:
        KeyError: as for a metric or a name that does not exist.
    """
    metric, *arguments = key
    entry = metrics.METRICS[metric]
    for letter, name in zip(entry.axes, arguments, strict=True):
        axis = metrics.argument_axis(letter)
        if axis in SECRET and not lexicon.knows(axis, name):
            raise KeyError(unknown(axis, name))
    if not entry.open_to(seat, arguments):
        raise KeyError(no_figure(metric))


def _chosen(names: Iterable[str], which: Iterable[bool]) -> tuple[str, ...]:
    return tuple(name for name, chosen in zip(names, which, strict=True) if chosen)
