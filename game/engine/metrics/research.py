"""Research."""

from __future__ import annotations

from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import metric
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.world import World
from game.marks import N_


@metric(
    "NL",
    "1-9",
    N_("Readiness of {line}"),
    N_(
        "How near to use the nation's laboratories have brought a line of research, on the scale of technology "
        "readiness: 1 is a principle on paper, 9 works in everyday industry."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END),
    sources=("research",),
)
def readiness(world: World, state: State, nation: int, line: int) -> Values:
    return state.readiness[nation, line]


@metric(
    "NL",
    "US$ million/year",
    N_("Spending on {line}"),
    N_("What the nation has ordered to be spent on a line of research in a year, as long as its budget lasts."),
    seen=Seen.OWN,
    sources=("research",),
)
def research_rate(world: World, state: State, nation: int, line: int) -> Values:
    return state.research_rate[nation, line]
