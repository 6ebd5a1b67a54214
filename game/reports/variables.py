"""The variables of the monthly table: metrics of the engine, and of what each is given."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.engine.metrics import METRICS, Export, Metric, When, argument_axis
from game.engine.state import shape
from game.engine.world import World
from game.session.keys import Key


@dataclass(frozen=True)
class Variable:
    """A metric in the table."""

    entry: Metric
    export: Export

    @property
    def metric(self) -> str:
        """Its name."""
        return self.entry.name

    @property
    def at_end(self) -> bool:
        """Whether its value is what stands at the end of the month."""
        return self.export.when is When.END

    def keys(self, world: World) -> Iterator[Key]:
        """The metric with each choice of arguments that has rows."""
        axes = self.entry.axes
        names = [getattr(world.names, argument_axis(axis)) for axis in axes]
        given = np.broadcast_to(self.export.cells(world), shape(world, axes))
        for place, arguments in zip(np.ndindex(given.shape), itertools.product(*names), strict=True):
            if given[place]:
                yield (self.metric, *arguments)

    def columns(self, world: World, key: Key) -> dict[str, str]:
        """Column and identifier of all that a value of `key` is of: the host and the stage of a site included."""
        names, sites = world.names, world.sites
        found = dict(zip(self.entry.places, key[1:], strict=True))
        if "project" in found:
            found["site"] = names.sites[world.projects.site[names.index("projects", found["project"])]]
        if "site" in found:
            site = names.index("sites", found["site"])
            found.setdefault("nation", names.nations[sites.host[site]])
            if "good" not in found:
                found["stage"] = names.stages[sites.stage[site]]
        return found


VARIABLES: tuple[Variable, ...] = tuple(Variable(entry, entry.export) for entry in METRICS.values() if entry.export)
