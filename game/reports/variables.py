"""The variables of the monthly table: metrics of the engine, and of what each is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.metrics import METRICS, Export, Metric, When
from game.engine.world import World
from game.session.keys import Key, keys_at


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
        return keys_at(world, self.entry, self.export.cells(world), world.names.nations)

    def columns(self, world: World, key: Key) -> dict[str, str]:
        """By column, all that a value of `key` is of: of a site its host too, and its stage where no good is named."""
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
