"""An ensemble: the same scenario and doctrines under many seeds, in tiles, in one process or several.

A tile is small enough to stay in a processor's cache and large enough to make a numpy call worth its price. A match
of a tile is bit for bit the match alone, so neither tile size nor the number of processes changes a result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content import load
from game.content.package import Package
from game.content.plan import Plan
from game.doctrines import led_by
from game.engine.state import State
from game.lab.ensemble.figures import final_figures
from game.lab.runs.play import TILE, Tell, silent, within
from game.lab.runs.pool import Pool, others, share
from game.lab.runs.seeds import Draws
from game.session.batch import play_batch

Key = tuple[str, ...]


@dataclass(frozen=True)
class Ensemble:
    """Final figures of all matches. `figures` maps metric and arguments to (runs,) values in the order of the draws."""

    scenario: str
    draws: Draws
    figures: Mapping[Key, NDArray[np.float64]]
    units: Mapping[Key, str]
    digests: tuple[str, ...]

    def spread(self, key: Key) -> tuple[float, float, float]:
        """10th, 50th and 90th percentile of a figure.

        Raises:
            KeyError: when there is no such figure.
        """
        low, middle, high = np.percentile(self.figures[key], (10, 50, 90))
        return float(low), float(middle), float(high)

    def nearest(self, key: Key) -> tuple[int, int, int]:
        """Seeds of the matches in which a figure is nearest to its 10th, 50th and 90th percentile.

        Raises:
            KeyError: when there is no such figure.
        """
        low, middle, high = (self._nearest(key, level) for level in self.spread(key))
        return low, middle, high

    def _nearest(self, key: Key, level: float) -> int:
        return self.draws.seeds[int(np.argmin(np.abs(self.figures[key] - level)))]

    def as_json(self) -> dict[str, Any]:
        """Median and the range of the middle 80 % of every figure, and the digest of each match, by its own seed."""
        return {
            "scenario": self.scenario,
            "runs": self.draws.count,
            "seed": self.draws.seed,
            "figures": [
                dict(zip(("metric", "of", "unit", "p10", "median", "p90"), self._row(key), strict=True))
                for key in self.figures
            ],
            "digests": dict(zip(map(str, self.draws.seeds), self.digests, strict=True)),
        }

    def _row(self, key: Key) -> tuple[Any, ...]:
        return (key[0], list(key[1:]), self.units[key], *self.spread(key))


@dataclass(frozen=True)
class _Led:
    """Who leads, where it is not the usual doctrine."""

    doctrines: Mapping[str, str]
    plans: Mapping[str, Plan]


@dataclass(frozen=True)
class _Tile:
    seeds: tuple[int, ...]
    figures: Mapping[Key, NDArray[np.float64]]
    units: Mapping[Key, str]
    digests: tuple[str, ...]


def run(
    package: Package,
    source: str,
    draws: Draws,
    *,
    doctrines: Mapping[str, str] | None = None,
    plans: Mapping[str, Plan] | None = None,
    processes: int = 1,
    tell: Tell | None = None,
) -> Ensemble:
    """Play the scenario once for each of `draws`, the seats of `plans` led by those, all others by doctrines.

    `source` is what the scenario was loaded from: processes load it themselves, with the
    changes of the package, which does not travel.
    `tell(done, total)` is called as matches are finished, in one process also as turns are.

    Raises:
        KeyError: for an unknown seat or doctrine.
    """
    led = _Led(dict(doctrines or {}), dict(plans or {}))
    tell = tell or silent
    seeds = draws.seeds
    cuts = [tuple(seeds[at : at + TILE]) for at in range(0, len(seeds), TILE)]
    with others(min(processes, len(cuts))) as pool:
        tiles = sorted(_tiles(package, source, cuts, led, pool, tell), key=lambda pair: pair[0])
    return _joined(package.scenario, draws, [tile for _, tile in tiles])


def _tiles(
    package: Package, source: str, cuts: list[tuple[int, ...]], led: _Led, pool: Pool | None, tell: Tell
) -> Iterator[tuple[int, _Tile]]:
    total, done, turns = sum(map(len, cuts)), 0, package.world.calendar.turns

    def here(_: object, cut: tuple[int, ...], led: _Led) -> _Tile:
        return _play(package, cut, led, partial(within, tell, done, len(cut), turns, total))

    jobs = [((source, dict(package.changes)), cut, led) for cut in cuts]
    for place, tile in share(here, _load_and_play, jobs, pool):
        done += len(tile.seeds)
        tell(done, total)
        yield place, tile


def _load_and_play(source: tuple[str, dict[str, float | str]], seeds: tuple[int, ...], led: _Led) -> _Tile:
    return _play(load(*source), seeds, led, None)


def _play(package: Package, seeds: tuple[int, ...], led: _Led, on_turn: Callable[[int, State], None] | None) -> _Tile:
    state = play_batch(package, seeds, leaders=led_by(led.plans), doctrines=led.doctrines, on_turn=on_turn)
    figures = tuple(final_figures(package.world, state))
    return _Tile(
        seeds=seeds,
        figures={(figure.metric, *figure.arguments): figure.values for figure in figures},
        units={(figure.metric, *figure.arguments): figure.unit for figure in figures},
        digests=tuple(state.digest(match) for match in range(len(seeds))),
    )


def _joined(scenario: str, draws: Draws, tiles: list[_Tile]) -> Ensemble:
    return Ensemble(
        scenario=scenario,
        draws=draws,
        figures={key: np.concatenate([tile.figures[key] for tile in tiles]) for key in tiles[0].figures},
        units=tiles[0].units,
        digests=tuple(digest for tile in tiles for digest in tile.digests),
    )
