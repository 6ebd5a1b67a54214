"""Two runs with one difference, month by month."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from game.economy.fields import layout
from game.economy.month import Handed
from game.economy.play import player
from game.economy.small import FREE
from tests.economy.example import EXAMPLE, rested

CONTROLLER = EXAMPLE.zones.index("china")
ABROAD = 0
OXIDES = ("bulk", "light", "heavy")
START = 6
"""Month in which a difference begins."""
YEARS_5 = 60
"""Months."""
Act = Callable[[int, Any, Any], None]


class Run:
    """A run of the example from its rest point, and what a person would ask of it.

    Args:
        months: to be played.
        change: the rule set, changed in place before the first month.
        begin: the state, changed in place before the first month.
        act: what is done before each month, given month, rule set and state.
    """

    def __init__(
        self,
        months: int = 72,
        *,
        change: Callable[[Any], None] | None = None,
        begin: Callable[[Any], None] | None = None,
        act: Act | None = None,
    ) -> None:
        world, states = rested(fast=True)
        w, s, m = world.copy(), states[0].copy(), np.zeros(1, layout(Handed))[0]
        if change:
            change(w)
        if begin:
            begin(s)
        go = player(w, s, m, fast=True)
        past = []
        for month in range(months):
            if act:
                act(month, w, s)
            go(1)
            past.append((s.copy(), m.copy()))
        self.world = w
        self.states, self.months = np.array([each[0] for each in past]), np.array([each[1] for each in past])

    def price(self, name: str, zone: int = ABROAD) -> Any:
        """US$/kg of a good, month by month."""
        return self.states["price"][:, zone, good(name)]

    def peak(self, name: str) -> float:
        """Highest price of a good abroad over that of the first month."""
        return float(self.price(name).max() / self.price(name)[0])

    def share(self, nation: str, name: str) -> Any:
        """Part of what a nation bought of a good that came from the controller, month by month."""
        bought = self.months["bought"][:, good(name), :, EXAMPLE.nations.index(nation)]
        return bought[:, EXAMPLE.origins.index("china")] / np.maximum(bought.sum(1), 1e-9)

    def loss(self) -> dict[str, float]:
        """Output lost in all by each nation, US$ million."""
        return dict(zip(EXAMPLE.nations, self.states["loss"][-1].tolist(), strict=False))

    def unmet(self) -> float:
        """Greatest part of a need of any nation for any traded good that was not met."""
        traded = [g for g in range(len(EXAMPLE.goods)) if not self.world["local"][g]]
        needed = self.months["need"][:, : len(EXAMPLE.nations), traded] > 1.0
        return float((needed * (1.0 - self.months["met"][:, : len(EXAMPLE.nations), traded])).max())


def good(name: str) -> int:
    return EXAMPLE.goods.index(name)


def site(name: str) -> int:
    return EXAMPLE.sites.index(name)


def embargo(target: str, months: int, *, depth: float = 0.9) -> Act:
    """Nearly nothing leaves the controller for one nation, for some months."""

    def act(month: int, w: Any, s: Any) -> None:
        on = START <= month < START + months
        for name in (*OXIDES, "magnet"):
            s["embargo"][CONTROLLER, EXAMPLE.nations.index(target), good(name)] = depth if on else 0.0

    return act


def quota(part: float, months: int = 1000) -> Act:
    """For some months only a part of the oxides that left the controller may leave it."""
    left = Run(1).months["left_zone"][0, CONTROLLER]

    def act(month: int, w: Any, s: Any) -> None:
        for name in OXIDES:
            on = START <= month < START + months
            s["quota"][EXAMPLE.quotas.index(name)] = part * left[good(name)] if on else FREE

    return act


def together(part: float, months: int = 1000) -> Act:
    """The same by one quota of the weight of all oxides."""
    left = Run(1).months["left_zone"][0, CONTROLLER, [good(name) for name in OXIDES]].sum()

    def act(month: int, w: Any, s: Any) -> None:
        s["quota"][EXAMPLE.quotas.index("oxides")] = part * left if START <= month < START + months else FREE

    return act


def fill_stockpile(s: Any, nation: int, *names: str) -> None:
    """Three months of what a nation uses of some goods lie in its public stockpile."""
    for name in names:
        s["reserve"][nation, good(name)] = 3.0 * s["usual_use"][nation, good(name)]


def setting(name: str, value: float) -> Callable[[Any], None]:
    """One number of the rule set set to another."""

    def change(w: Any) -> None:
        w[name] = value

    return change
