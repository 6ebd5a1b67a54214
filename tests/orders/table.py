"""A table at which tests sit: the small world, a batch of matches, and the public functions of orders and engine."""

from __future__ import annotations

from typing import Any

import numpy as np

from game import orders
from game.engine import start, step
from game.engine.events import Event, Events
from game.engine.state import DONE, State
from game.engine.world import World
from tests.small_world import seeds, small_world

ARDEN, BOREAS, RIVAL, MINELAND, REFINIA, ELSEWHERE = range(6)
NEW_MINE, MORE_PLANT, RESCUE = range(3)
NEW_SITE, PLANT_SITE = 6, 7
SUPPLY, POOL = 0, 1
RECYCLING, THRIFTING = 0, 1
SQUEEZE, EMBARGO = 0, 1


def calm(**changes: Any) -> World:
    """The small world in which nothing happens by itself: no incidents, no rules that can fire, no private owners."""
    settings: dict[str, Any] = {
        "incidents": (),
        "rival_rules": {"chance": np.zeros(2)},
        "projects": {"private_month": np.full(3, -1)},
    }
    for section, change in changes.items():
        merge = isinstance(change, dict) and isinstance(settings.get(section), dict)
        settings[section] = settings[section] | change if merge else change
    return small_world(**settings)


def built(*parts: tuple[int, str, float], world: World | None = None, matches: int = 1) -> Table:
    """The new mine, completed with public money: who, by which instrument, and which part of the cost."""
    sure = {"failure": np.zeros(3), "overrun_mode": np.ones(3), "overrun_high": np.ones(3)}
    table = Table(world or calm(projects={"private_month": np.full(3, -1), **sure}, finance={"payout": 0.2}), matches)
    for nation, instrument, part in parts:
        given = {"project": "new_mine", "instrument": instrument, "public_share": part}
        assert (table.give(nation, kind="fund_project", **given) == orders.ALLOWED).all()
    table.months(60)
    assert (table.state.project_phase[NEW_MINE] == DONE).all()
    return table


class Table:
    """Matches of one world, with their events."""

    def __init__(self, world: World | None = None, matches: int = 1, first: int = 1) -> None:
        self.world = world or calm()
        self.state: State = start.begin(self.world, seeds(matches, first))
        self.events = Events(watched=True)

    def give(self, nation: int, where: Any = None, **parameters: Any) -> Any:
        """Give an order; the reason codes."""
        order = orders.parse(parameters)
        mask = np.ones(self.state.batch, dtype=bool) if where is None else np.asarray(where)
        return orders.give(self.world, self.state, nation, order, mask, self.events)

    def refusal(self, nation: int, **parameters: Any) -> str:
        """Why the first match refuses an order, in a word; empty when it is allowed. Nothing is changed."""
        order = orders.parse(parameters)
        code = int(orders.check(self.world, self.state, nation, order)[0])
        if code == orders.ALLOWED:
            return ""
        return orders.reason(self.world, self.state, nation, order, code).code.rpartition(".")[2]

    def months(self, count: int) -> None:
        """Step months, without the incomes of new turns."""
        for _ in range(count):
            step.step(self.world, self.state, self.events)

    def turn(self) -> None:
        """The incomes of a new turn."""
        step.begin_turn(self.world, self.state, self.events)

    def told(self, kind: str, match: int = 0) -> list[Event]:
        """Events of `kind` in `match` so far."""
        return [event for event in self.events.list if event.kind == kind and event.match == match]
