"""The second rule set: cobalt, from the ores of the copper belt to cathodes, as data alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.economy.play import play
from tests.economy.example import start
from tests.economy.rules import Rules, read

FOLDER = Path(__file__).parent / "rules" / "cobalt"
COBALT = Rules(FOLDER, 2018)
ENGINE = Path(__file__).parents[2] / "game" / "economy"
MOST_FITTED = 40
CONTROLLED, REFINING, OUTSIDE = (COBALT.zones.index(name) for name in ("drc", "china", "world"))


def good(name: str) -> int:
    return COBALT.goods.index(name)


@cache
def resting() -> tuple[Any, Any]:
    """The rule set and its rest point."""
    w = COBALT.world()
    return w, start(w, COBALT.guess(w), fast=True)


def output(w: Any, s: Any, name: str, host: str | None = None) -> float:
    """t/month of a good made on purpose or beside a host, of all hosts or of one."""
    run = np.minimum(s["capacity"] * s["run"] * s["staffed"], w["ceiling"][:, 0])
    made = run * w["makes"][:, good(name)]
    if host is not None:
        made = made * (w["host"] == COBALT.nations.index(host))
    return float(made[: w["sites"]].sum())


def written() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every number of the rule set with the mapping that says where it comes from; an empty one where none does."""
    for file in sorted(FOLDER.glob("*.yaml")):
        yield from _numbers(file.stem, read(file), {})


def _numbers(path: str, node: Any, said: dict[str, Any]) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    if isinstance(node, dict):
        said = node if {"value", "values", "by_year"} & set(node) else said
        for key, value in node.items():
            yield from _numbers(f"{path}.{key}", value, said)
    elif isinstance(node, list):
        for k, value in enumerate(node):
            yield from _numbers(f"{path}[{k}]", value, said)
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield path, node, said


def test_every_number_says_where_it_comes_from() -> None:
    bare = [
        path
        for path, _, said in written()
        if "unit" not in said or not (said.get("source") or (said.get("assumed") and said.get("why")))
    ]
    assert not bare


def test_few_numbers_are_fitted() -> None:
    assert sum(file.read_text(encoding="utf-8").count("fitted: true") for file in FOLDER.glob("*.yaml")) <= MOST_FITTED


def test_no_recipe_makes_more_than_it_takes() -> None:
    for name, recipe in COBALT.written["processes"].items():
        takes, makes = sum(recipe.get("takes", {}).values()), sum(recipe["makes"].values())
        assert makes <= (takes or 1.0) + 1e-9, name


@pytest.mark.slow
def test_rests_for_fifteen_years() -> None:
    w, found = resting()
    later = start(w, found, months=180, fast=True)
    zones, goods = w["zones"], w["goods"]
    before, after = (states[0]["price"][:zones, :goods] for states in (found, later))
    assert np.abs(np.log(after / before)).max() < 0.01


@pytest.mark.slow
def test_shares_at_rest() -> None:
    """Documented for 2018-20: the DRC has 65-71 % of mining, China 64-68 % of refining and 60 % of the DRC's output."""
    w, found = resting()
    s = found[0]
    mined = output(w, s, "hydroxide", "drc") / output(w, s, "hydroxide")
    assert 0.63 < mined < 0.76
    china, world = (sum(output(w, s, made, host) for made in ("metal", "sulphate")) for host in ("china", None))
    assert 0.60 < china / world < 0.80
    sent = s["regular"][good("hydroxide"), COBALT.origins.index("drc")]
    assert sent[COBALT.nations.index("china")] / sent.sum() > 0.6


@pytest.mark.slow
def test_prices_hang_together_at_rest() -> None:
    _, found = resting()
    price = found[0]["price"]
    metal = price[OUTSIDE, good("metal")]
    assert 22 < metal < 45  # 30-35 US$/kg in 2019-20
    assert 0.6 < price[REFINING, good("hydroxide")] / metal < 0.85
    assert 0.85 < price[REFINING, good("sulphate")] / metal < 1.2
    assert price[REFINING, good("cathode")] > price[REFINING, good("sulphate")]


@pytest.mark.slow
def test_export_stop_doubles_the_price() -> None:
    """Documented: 21-24 US$/kg in February 2025, 42.7 on 12 October, no export between: here March to October."""
    w, found = resting()
    states = found.copy()
    play(w, states, 86, fast=True)
    stopped, free = states, states.copy()
    before = states[0]["price"][OUTSIDE, good("metal")]
    stopped[0]["embargo"][CONTROLLED, :, good("hydroxide")] = 1.0
    for each in (stopped, free):
        play(w, each, 8, fast=True)
    after, without = (each[0]["price"][OUTSIDE, good("metal")] for each in (stopped, free))
    assert 1.5 < after / before < 2.6
    assert without < before * 1.1
    assert (stopped[0]["loss"] >= free[0]["loss"] - 1e-6).all()


@pytest.mark.slow
def test_quota_after_the_stop_does_not_run_away() -> None:
    """From October 2025 the DRC lets out 96,600 t a year, half of what it mines: at first buyers live off stock."""
    w, found = resting()
    states = found.copy()
    play(w, states, 86, fast=True)
    s = states[0]
    s["embargo"][CONTROLLED, :, good("hydroxide")] = 1.0
    play(w, states, 8, fast=True)
    s["embargo"][:] = 0.0
    before = s["price"][OUTSIDE, good("metal")]
    s["quota"][COBALT.quotas.index("hydroxide")] = 96600.0 / 12.0
    play(w, states, 6, fast=True)
    assert before < s["price"][OUTSIDE, good("metal")] < 1.6 * before
    play(w, states, 18, fast=True)
    assert s["price"][OUTSIDE, good("metal")] < 4.0 * before


def test_engine_names_no_nation_no_mineral_and_no_year() -> None:
    """Words anywhere in it; years in code, for texts may cite a book."""
    generic = {"rest", "elsewhere", "metal", "scrap"}
    names = {*COBALT.nations, *COBALT.goods, *COBALT.works} - generic
    names |= {"cobalt", "lithium", "oxide", "magnet", "neodymium", "dysprosium", "congo", "myanmar", "rare earth"}
    words = re.compile(rf"\b(?:{'|'.join(sorted(names))})s?\b", re.IGNORECASE)
    for file in sorted(ENGINE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        assert not words.findall(text), file
        years = [
            node.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Constant) and isinstance(node.value, int) and 1900 <= node.value <= 2100
        ]
        assert not years, file
