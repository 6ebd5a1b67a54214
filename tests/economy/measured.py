"""What is measured of a replay: series by month since January 2007, and the one figure of a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tests.economy import documented
from tests.economy.documented import Fact
from tests.economy.rare_earths import OXIDES, at
from tests.economy.replay import Replay

KT_A_YEAR = 0.012
"""Of a t/month."""
SPOKEN = 1.0
"""t/month of a need below which nobody speaks of it."""


def price(run: Replay, good: str, *, inside: bool = False) -> Any:
    """US$/kg of a good, outside the controller's zone or in it."""
    return run.months["price"][:, int(inside), run.rules.goods.index(good)]


def ratio(run: Replay, good: str) -> Any:
    """Price outside over price inside."""
    return price(run, good) / price(run, good, inside=True)


def basket(run: Replay) -> Any:
    """Price of the basket outside, 1 in the mean of 2009."""
    found = sum(part * price(run, good) for good, part in documented.basket().items())
    return found / mean(found, at("2009"))


def imports(run: Replay, nation: str, goods: tuple[str, ...], origin: str | None = None) -> Any:
    """t/month that a nation buys from abroad, of one origin or of all others than its own."""
    n, names = run.rules.nations.index(nation), run.rules.origins
    own = run.world["origin"][n]
    wanted = [x for x, name in enumerate(names) if x != own and origin in (None, name)]
    some = [run.rules.goods.index(good) for good in goods]
    return run.months["bought"][:, some][:, :, wanted, n].sum((1, 2))


def share(run: Replay, nation: str, origin: str, goods: tuple[str, ...] = OXIDES) -> Any:
    """Part of what a nation buys from abroad that comes from an origin."""
    return imports(run, nation, goods, origin) / imports(run, nation, goods)


def exports(run: Replay) -> Any:
    """t/month of oxide that buyers outside its zone have from China itself."""
    some = [run.rules.goods.index(good) for good in OXIDES]
    abroad = np.flatnonzero(run.world["zone"][: len(run.rules.nations)] == 0)
    return run.months["bought"][:, some, run.rules.origins.index("china")][..., abroad].sum((1, 2))


def use(run: Replay, nation: str) -> Any:
    """kt a year of oxide that users and makers of magnets take up."""
    n, used = run.rules.nations.index(nation), [run.rules.goods.index(good) for good in OXIDES]
    return (run.months["need"] * run.months["met"])[:, n][:, used].sum(1) * KT_A_YEAR


def output(run: Replay, begins: str, host: str | None = None, site: str | None = None) -> Any:
    """kt a year that sites whose process begins with a word mean to run: of all, of one host, or one site alone."""
    some = [
        i
        for i, name in enumerate(run.rules.sites)
        if run.rules.run_by(name).startswith(begins)
        and host in (None, run.rules.nations[run.world["host"][i]])
        and site in (None, name)
    ]
    return run.months["plan"][:, some].sum(1) * KT_A_YEAR


def shortage(run: Replay) -> Any:
    """Worst part of a need that is not met, of all nations and goods that are traded and used to speak of."""
    spoken = (run.months["need"] > SPOKEN) & (run.world["local"] == 0)
    return np.where(spoken, 1.0 - run.months["met"], 0.0).max((1, 2))


MEASURES: dict[str, Callable[[Replay], Any]] = {
    "ndpr_outside": lambda run: price(run, "ndpr"),
    "dytb_outside": lambda run: price(run, "dytb"),
    "bulk_outside": lambda run: price(run, "bulk"),
    "basket": basket,
    "ndpr_ratio": lambda run: ratio(run, "ndpr"),
    "dytb_ratio": lambda run: ratio(run, "dytb"),
    "bulk_ratio": lambda run: ratio(run, "bulk"),
    "japan_from_china": lambda run: share(run, "japan", "china"),
    "japan_from_malaysia": lambda run: share(run, "japan", "malaysia"),
    "japan_heavies_from_china": lambda run: share(run, "japan", "china", ("dytb",)),
    "japan_use": lambda run: use(run, "japan"),
    "china_exports": exports,
    "world_mined": lambda run: output(run, "dig"),
    "usa_mined": lambda run: output(run, "dig", "usa"),
    "myanmar_mined": lambda run: output(run, "dig", "myanmar"),
    "australia_mined": lambda run: output(run, "dig", "australia"),
    "china_in_mining": lambda run: output(run, "dig", "china") / output(run, "dig"),
    "mt_weld_in_mining": lambda run: output(run, "dig", site="mt_weld") / output(run, "dig"),
    "china_in_separation": lambda run: output(run, "part", "china") / output(run, "part"),
}
"""What a series or a fact may be `of` or `over`."""


def measure(run: Replay, fact: Fact) -> float:
    """The figure of a fact."""
    series = MEASURES[fact.of](run)
    if fact.above is not None:
        return float(longest(series[fact.months] > fact.above))
    if fact.take != "mean":
        years = np.nanmean(series[fact.months].reshape(-1, 12), 1)
        return float({"least year": np.min, "best year": np.max}[fact.take](years))
    value = mean(series, fact.months)
    if fact.over is not None:
        return value / mean(MEASURES[fact.over](run), fact.months)
    return value / mean(series, fact.against) if fact.against is not None else value


def mean(series: Any, months: slice) -> float:
    """Mean over those of some months that were played."""
    return float(np.nanmean(series[months]))


def longest(holds: Any) -> int:
    """Longest run of months in which something holds."""
    best = now = 0
    for here in holds:
        now = now + 1 if here else 0
        best = max(best, now)
    return best
