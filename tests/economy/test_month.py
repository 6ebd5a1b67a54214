"""What holds in every month: mass, money, and the same numbers compiled or plain, alone or in a batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.economy.fields import layout
from game.economy.month import Handed
from game.economy.play import play, play_shared, player
from tests.economy.example import EXAMPLE

MONTHS = 9


def lively() -> Any:
    """The example with chance, controls, stockpiles and building."""
    w = EXAMPLE.world()
    w["noise_size"], w["incident_chance"], w["invests"], w["hurdle"] = 0.02, 0.02, 0.02, 1.0
    return w


def begun(w: Any, seeds: list[int]) -> Any:
    """Matches of some seeds at a start with an embargo, a quota and stockpiles to fill."""
    states = np.repeat(EXAMPLE.guess(w), len(seeds))
    states["seed"][:, 0] = seeds
    light, japan = EXAMPLE.goods.index("light"), EXAMPLE.nations.index("japan")
    states["embargo"][:, 1, japan, light] = 0.9
    states["quota"][:, EXAMPLE.quotas.index("light")] = 200.0
    states["reserve_target"][:, japan, : w["goods"]] = 2.0
    states["thrift_known"] = 0.3
    return states


def after(states: Any, w: Any, months: int, *, fast: bool = False) -> Any:
    found = states.copy()
    play(w, found, months, fast=fast)
    return found


def test_mass_of_every_good_is_kept() -> None:
    w = lively()
    first = after(begun(w, [3]), w, 1)
    last = after(first, w, MONTHS)

    def there(states: Any) -> Any:
        return states["stock"].sum((0, 1)) + states["yard"].sum((0, 1)) + states["reserve"].sum((0, 1))

    passed = {name: (last[name] - first[name])[0] for name in ("made", "taken", "used")}
    expected = passed["made"] - passed["taken"] - passed["used"]
    np.testing.assert_allclose(there(last) - there(first), expected, rtol=0.0, atol=1e-9 * passed["made"].max())
    assert passed["made"][: w["goods"]].min() > 0.0


def test_money_is_kept() -> None:
    w = lively()
    first = after(begun(w, [3]), w, 1)
    last = after(first, w, MONTHS)

    def held(states: Any) -> float:
        return sum(float(states[name].sum()) for name in ("cash", "traders", "treasury", "duties", "rents"))

    come = float((last["money_in"] - first["money_in"]).sum())
    gone = float((last["money_out"] - first["money_out"]).sum())
    assert held(last) - held(first) == pytest.approx(come - gone, abs=1e-9 * come)
    assert come > 0.0
    assert gone > 0.0


def test_nothing_is_negative_and_everything_a_number() -> None:
    w = lively()
    states = begun(w, [5])
    states["embargo"][:, 1] = 1.0
    found = after(states, w, MONTHS)
    for name in ("stock", "yard", "reserve", "price", "capacity", "in_use", "dry", "fear", "wary", "loss"):
        assert np.isfinite(found[name]).all(), name
        assert (found[name] >= 0.0).all(), name
    for name in ("dry", "fear", "wary", "run", "staffed", "leak", "reliable"):
        assert (found[name] <= 1.0).all(), name


def test_a_match_of_a_batch_is_the_match_alone_bit_for_bit() -> None:
    w = lively()
    batch = after(begun(w, [1, 2]), w, 3)
    alone = after(begun(w, [2]), w, 3)
    assert batch[1].tobytes() == alone[0].tobytes()
    assert batch[0].tobytes() != alone[0].tobytes()


@pytest.mark.slow
def test_compiled_is_plain_bit_for_bit(fast: bool) -> None:
    w = lively()
    states = begun(w, [1, 2])
    plain, compiled = after(states, w, 24), after(states, w, 24, fast=fast)
    for name in states.dtype.names:
        assert plain[name].tobytes() == compiled[name].tobytes(), name


@pytest.mark.slow
def test_threads_change_nothing(fast: bool) -> None:
    w = lively()
    states = begun(w, list(range(7)))
    shared = states.copy()
    play_shared(w, shared, 12, threads=2)
    assert shared.tobytes() == after(states, w, 12, fast=fast).tobytes()


def test_no_more_comes_than_was_ordered() -> None:
    w = lively()
    month = np.zeros(1, layout(Handed))[0]
    go = player(w, begun(w, [3])[0], month, fast=False)
    for _ in range(MONTHS):
        go(1)
        asked, received = month["asked"], month["received"]
        assert (received <= asked * (1.0 + 1e-9) + 1e-6).all()
        assert received.sum() > 0.5 * asked.sum()
