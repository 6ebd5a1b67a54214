"""Two ways to play the same matches, and what came of each."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game import places
from game.content import load
from game.content.package import Package
from game.doctrines import run_batch
from game.engine import metrics
from game.engine.state import State
from game.engine.world import OUTSIDE

SEEDS = range(1, 13)
Values = NDArray[np.float64]


def package_with_lines(folder: Path) -> Package:
    """The embargo of 2010 with the doctrines of ``lines.yaml`` beside its own."""
    copy = folder / "embargo_2010"
    shutil.copytree(places.data("scenarios") / "embargo_2010", copy)
    own = copy / "doctrines.yaml"
    lines = Path(__file__).with_name("lines.yaml").read_text(encoding="utf-8")
    own.write_text(own.read_text(encoding="utf-8") + lines, encoding="utf-8")
    return load(copy)


@dataclass(frozen=True)
class Line:
    """The end of the matches, and month by month, (T, B)."""

    package: Package
    state: State
    basket: Values
    bought: Values
    """t that the seat put into its public stockpile."""
    paid: Values
    """US$ thousand for it, at the outside price."""
    lacking: Values
    """t of counted goods that the seats wanted and did not have."""
    idle: Values
    """Whether the plant that Japan's loan built has closed."""

    @property
    def peak(self) -> float:
        return float(np.median(self.basket.max(axis=0)))

    @property
    def price_paid(self) -> float:
        """US$/kg of what was bought."""
        return float(np.median(self.paid.sum(axis=0) / self.bought.sum(axis=0)))

    def end(self, metric: str, *arguments: str) -> float:
        """Median of a metric of Japan at the end."""
        return float(np.median(metrics.value(self.package.world, self.state, metric, "japan", *arguments)))

    def loss_of_all(self) -> float:
        """Median of what all seats lost, US$ million."""
        return float(np.median(self.state.gdp_loss[: self.package.world.seats].sum(axis=0)))


def play(package: Package, japan: str, others: str = "nothing") -> Line:
    """Lead Japan by one line and the other seats by another, with the same seeds as every other call."""
    world = package.world
    record: list[tuple[Values, ...]] = []
    plant = world.names.index("sites", "kuantan")

    def note(state: State) -> None:
        bought = state.flow_purchase[0]
        record.append((
            metrics.value(world, state, "basket"),
            bought.sum(axis=0),
            (bought * state.price[OUTSIDE]).sum(axis=0),
            state.flow_unmet[: world.seats, world.goods.counted_goods].sum(axis=(0, 1)),
            (state.site_status[plant] > 1).astype(np.float64),
        ))  # fmt: skip

    led = dict.fromkeys(package.seat_doctrines, others) | {"japan": japan}
    state = run_batch(package, SEEDS, doctrines=led, on_month=note)
    return Line(package, state, *(np.array(column) for column in zip(*record, strict=True)))
