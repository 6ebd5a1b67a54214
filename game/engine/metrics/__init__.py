"""Every named number that anything outside the engine may read: one entry each, with all that is said of it.

Conditions, screens, reports, exports and doctrines all read this one table. A metric is computed when asked, for the
whole batch. Its arguments are positions on the axes that its entry declares (``N`` nation, ``G`` good, ``K`` stage,
...). A metric is added as one entry in the module of its subject; the order of the modules here, and of the entries in
them, is the order in which figures are listed.
"""

from game.engine.metrics import (  # noqa: F401, I001 - imported to be registered, in this order
    dates,
    dependence,
    prices,
    cover,
    stress,
    trade,
    output,
    goods,
    sites,
    projects,
    holdings,
    research,
    controls,
    pressure,
    diplomacy,
    environment,
    economy,
    industry,
)
from game.engine.metrics.entry import AXES, Axis, Chart, Entry, Export, Metric, Recorded, Values, When
from game.engine.seen import Seen
from game.engine.metrics.registry import METRICS, argument_axis, of_nations, read, value

__all__ = [
    "AXES",
    "METRICS",
    "Axis",
    "Chart",
    "Entry",
    "Export",
    "Metric",
    "Recorded",
    "Seen",
    "Values",
    "When",
    "argument_axis",
    "of_nations",
    "read",
    "value",
]
