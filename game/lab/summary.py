"""An ensemble as a table that fits a screen of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.package import Package
from game.engine.metrics import METRICS
from game.lab.ensemble import Ensemble

WIDTH = 80
_NUMBER = 26
"""Columns that ``median (low to high)`` takes."""


def summary_lines(package: Package, ensemble: Ensemble) -> Iterator[str]:
    """Median and the range of the middle 80 % of each final figure: of the world, then seat by seat."""
    seats = package.world.names.nations[: package.world.seats]
    yield f"{package.title}: {len(ensemble.seeds)} matches, seeds {ensemble.seeds[0]} to {ensemble.seeds[-1]}"
    yield from _part("World", ensemble, _keys(ensemble, ("", "M", "K")), package)
    for seat in seats:
        keys = {key: label for key, label in _keys(ensemble, ("N",)).items() if key[1] == seat}
        yield from _part(package.nations[seat].name, ensemble, keys, package)


def _keys(ensemble: Ensemble, axes: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    return {key: METRICS[key[0]].name for key in ensemble.figures if METRICS[key[0]].axes in axes}


def _part(title: str, ensemble: Ensemble, keys: Mapping[tuple[str, ...], str], package: Package) -> Iterator[str]:
    yield ""
    yield f"{title:<{WIDTH - _NUMBER - 16}}{'median (10 % to 90 %)':>{_NUMBER}}  unit"
    for key, label in keys.items():
        if key[0] in {"month", "year"}:
            continue
        of = [_name(package, part) for part in key[1:] if METRICS[key[0]].axes != "N"]
        words = " ".join([label.replace("_", " "), *(["of", *of] if of else [])])
        low, middle, high = ensemble.spread(key)
        numbers = f"{_short(middle)} ({_short(low)} to {_short(high)})"
        yield f"  {words:<{WIDTH - _NUMBER - 18}}{numbers:>{_NUMBER}}  {ensemble.units[key]}"


def _name(package: Package, identifier: str) -> str:
    for table in (package.materials, package.stages):
        if identifier in table:
            return table[identifier].name.lower()
    return identifier


def _short(value: float) -> str:
    """Three significant digits without an exponent."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= 1e-3 else "0"
