"""What must be true of the peers' figures before their speed is worth anything."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.economy.play import play
from tests.economy.example import EXAMPLE

MONTHS = 60
CLOSE = 1e-9
"""Part by which Mesa's prices and stocks may be off: the core has logarithms and powers of its own."""


class ImplausibleError(Exception):
    """A peer does not play the same month."""


def check_mesa(*, fast: bool) -> None:
    """Mesa's prices, stocks and losses are the core's after some years.

    Raises:
        ImplausibleError: when they are not.
    """
    from tests.perf.peers.mesa_month import Month

    w = EXAMPLE.world()
    states = EXAMPLE.guess(w)
    model, zones, nations, goods = Month(w, states[0]), w["zones"], w["nations"], w["goods"]
    play(w, states, MONTHS, fast=fast)
    model.play(MONTHS)
    pairs: dict[str, tuple[Any, Any]] = {
        "prices": ([market.price for market in model.markets], states["price"][0, :zones, :goods]),
        "stocks": ([nation.stock for nation in model.nations], states["stock"][0, :nations, :goods]),
        "losses": ([nation.loss for nation in model.nations], states["loss"][0, :nations]),
    }
    for name, (theirs, ours) in pairs.items():
        if not np.allclose(theirs, ours, rtol=CLOSE, atol=CLOSE * np.max(ours)):
            raise ImplausibleError(f"Mesa's {name} after {MONTHS} months are not the core's: {theirs}, {ours}")


def check_pysd() -> None:
    """Mass is kept, prices rest within bounds, an embargo costs its target most; both forms give the same prices.

    Raises:
        ImplausibleError: when one of that is not so.
    """
    from tests.perf.peers.pysd_flows import NATIONS, PRICES, played

    free, stopped = played(120), played(MONTHS, embargo=0.85)
    flat, prices = played(120, flat=True), free[[column for column in free if column.startswith("price[")]]
    _hold("prices are the same with subscripts written out", np.allclose(flat[PRICES], prices, rtol=CLOSE))
    last, before = free.iloc[-1], free.iloc[-13]
    for good, low, high in (("ore", 3.0, 12.0), ("oxide", 25.0, 90.0), ("magnet", 20.0, 60.0)):
        held = sum(free[f"{kind}[{n},{good}]"] for kind in ("stock", "yard") for n in NATIONS)
        kept = held - free[f"made[{good}]"] + free[f"gone[{good}]"]
        _hold(f"tonnes of {good} are kept", np.allclose(kept, kept.iloc[0], rtol=CLOSE))
        price = f"price[Japan,{good}]"
        _hold(f"{good} rests", low < last[price] < high and abs(last[price] / before[price] - 1.0) < 0.05)
    inside, outside, quiet = (frame["price[Japan,oxide]"].iloc[36] for frame in (stopped, stopped, free))
    _hold(
        "an embargo makes oxide dear in Japan",
        inside > 1.3 * quiet and outside > stopped["price[China,oxide]"].iloc[36],
    )
    lost = [stopped[f"loss[{nation}]"].iloc[-1] for nation in ("Japan", "China", "Rest")]
    _hold("an embargo costs its target most", lost[0] > 100.0 and lost[0] > 10.0 * max(lost[1:]))


def _hold(claim: str, true: bool) -> None:
    if not true:
        raise ImplausibleError(f"PySD: not true that {claim}")
