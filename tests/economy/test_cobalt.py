"""The second rule set: cobalt, from the ores of the copper belt to cathodes, as data alone."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.economy.play import play
from game.economy.rest import rest
from game.economy.small import FREE
from tests.economy.ruleset import Rules

COBALT = Rules("cobalt")
GAME = Path(__file__).parents[2] / "game"
ENGINE = GAME / "economy"
READER = [GAME / "content" / room / "supply" for room in ("models", "checks", "compiling")]
MOST_FITTED = 40
CONTROLLED, REFINING, OUTSIDE = (COBALT.zones.index(name) for name in ("drc", "china", "world"))


def good(name: str) -> int:
    return COBALT.goods.index(name)


@cache
def resting() -> tuple[Any, Any]:
    """The rule set and its rest point."""
    w = COBALT.world()
    return w, rest(w, COBALT.guess(w), fast=True)


def output(w: Any, s: Any, name: str, host: str | None = None) -> float:
    """t/month of a good made on purpose or beside a host, of all hosts or of one."""
    run = np.minimum(s["capacity"] * s["run"] * s["staffed"], w["ceiling"][:, 0])
    made = run * w["makes"][:, good(name)]
    if host is not None:
        made = made * (w["host"] == COBALT.nations.index(host))
    return float(made[: w["sites"]].sum())


def test_few_numbers_are_fitted() -> None:
    assert 0 < COBALT.fitted() <= MOST_FITTED


@pytest.mark.slow
def test_rests_for_fifteen_years() -> None:
    w, found = resting()
    later = rest(w, found, months=180, fast=True)
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


def test_neither_engine_nor_reader_names_a_nation_or_a_mineral() -> None:
    generic = {"rest", "elsewhere", "metal", "scrap"}
    names = {*COBALT.nations, *COBALT.goods, *COBALT.sites} - generic
    names |= {"cobalt", "lithium", "oxide", "magnet", "neodymium", "dysprosium", "congo", "myanmar", "rare earth"}
    words = re.compile(rf"\b(?:{'|'.join(sorted(names))})s?\b", re.IGNORECASE)
    for file in (file for folder in (ENGINE, *READER) for file in sorted(folder.rglob("*.py"))):
        assert not words.findall(file.read_text(encoding="utf-8")), file


def test_engine_names_no_year() -> None:
    """In code, for texts may cite a book."""
    for file in sorted(ENGINE.rglob("*.py")):
        years = [
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int) and 1900 <= node.value <= 2100
        ]
        assert not years, file


def test_ban_and_quota_of_2025_stand_at_their_dates() -> None:
    """No export from March to September; 18,125 t for the rest of the year, then 96,600 a year."""
    dated, sold = COBALT.dated(), good("hydroxide")
    stopped = dated.embargo[CONTROLLED, COBALT.nations.index("china"), sold]
    assert np.flatnonzero(stopped).tolist() == list(range(COBALT.month("2025-03"), COBALT.month("2025-10")))
    quota = dated.quota[COBALT.quotas.index("hydroxide")]
    months = [COBALT.month(date) for date in ("2025-09", "2025-10", "2026-01", "2027-12", "2028-01")]
    assert quota[months].tolist() == [FREE, 87000 / 12, 96600 / 12, 96600 / 12, FREE]
