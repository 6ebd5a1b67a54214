"""Signs of what controllers and governments do: quotas, embargoes, what leaks past them, stockpiles, panic."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.economy.example import EXAMPLE
from tests.economy.paired import (
    CONTROLLER,
    OXIDES,
    START,
    YEARS_5,
    Run,
    embargo,
    fill_stockpile,
    good,
    quota,
    setting,
    site,
    together,
)

pytestmark = pytest.mark.slow


def test_a_quota_raises_prices_abroad_and_less_so_within(cut: Run) -> None:
    for name in OXIDES:
        within = cut.price(name, CONTROLLER).max() / cut.price(name, CONTROLLER)[0]
        assert cut.peak(name) > within, name
    assert cut.peak("heavy") > 2.0


def left(run: Run, months: slice = slice(START, None)) -> dict[str, float]:
    """t/month of each oxide that left the controller's zone, in the mean of some months."""
    return {name: float(run.months["left_zone"][months, CONTROLLER, good(name)].mean()) for name in OXIDES}


def test_a_quota_by_weight_is_filled_with_what_earns_most() -> None:
    runs = {skew: Run(60, act=together(0.6), change=setting("quota_skew", skew)) for skew in (0.0, 1.0)}
    before = sum(left(Run(1), slice(1)).values())
    for run in runs.values():
        assert (
            run.months["left_zone"][START:, CONTROLLER][:, [good(name) for name in OXIDES]].sum(1) < 0.61 * before
        ).all()
    shares = {skew: left(run)["bulk"] / sum(left(run).values()) for skew, run in runs.items()}
    assert shares[1.0] < 0.9 * shares[0.0]
    assert runs[1.0].peak("bulk") > runs[0.0].peak("bulk")
    assert runs[1.0].peak("heavy") < runs[0.0].peak("heavy")


def test_a_quota_above_all_that_is_asked_changes_nothing(calm: Run) -> None:
    run = Run(START + YEARS_5, act=together(1.5))
    for name in OXIDES:
        np.testing.assert_allclose(run.price(name), calm.price(name), rtol=2e-3)


def test_what_leaks_past_a_quota_grows_with_the_gap_of_prices(cut: Run) -> None:
    def leaky(response: float) -> Run:
        def change(w: Any) -> None:
            w["past_quota"], w["past_response"] = 0.2, response

        return Run(120, act=quota(0.6), change=change)

    blind, keen = leaky(0.0), leaky(2.0)
    assert keen.peak("heavy") < blind.peak("heavy") < cut.peak("heavy")
    past = keen.states["past"][:, EXAMPLE.quotas.index("heavy"), good("heavy")]
    assert past[START] < 0.5 * past.max()
    assert past.max() > 0.3


def test_panic_raises_the_peak_and_passes() -> None:
    runs = [Run(84, act=quota(0.6, 24), change=setting("panic", panic)) for panic in (0.0, 1.0, 3.0)]
    for name in OXIDES:
        peaks = [run.price(name).max() for run in runs]
        assert peaks[0] < peaks[1] < peaks[2], name
    assert runs[2].price("light").max() > 1.05 * runs[0].price("light").max()
    for run in runs:
        fear = run.states["fear"][:, EXAMPLE.nations.index("japan"), good("light")]
        assert fear[-1] < 0.5 * fear.max()


def test_an_embargo_hurts_its_target_most_and_nobody_gains(stopped: dict[int, Run]) -> None:
    for months, run in stopped.items():
        base = Run(START + months + YEARS_5).loss()
        more = {name: loss - base[name] for name, loss in run.loss().items()}
        others = max(loss for name, loss in more.items() if name != "japan")
        assert min(more.values()) > -0.5, months
        # stocks and works of its own carry it over two months
        assert months == 2 or more["japan"] > 3.0 * max(others, 0.5), months


def test_the_loss_grows_with_length_more_than_in_proportion(stopped: dict[int, Run]) -> None:
    loss = {months: run.loss()["japan"] for months, run in stopped.items()}
    assert loss[6] > 3.0 * loss[2] > 0.0
    assert loss[12] > 2.0 * loss[6]


def test_a_deeper_embargo_hurts_more_than_in_proportion() -> None:
    half, whole = (Run(30, act=embargo("japan", 8, depth=depth)).loss()["japan"] for depth in (0.45, 0.9))
    assert whole > 2.0 * half > 0.0


def test_an_embargo_turns_its_target_away_for_five_years(stopped: dict[int, Run], calm: Run) -> None:
    for months, run in stopped.items():
        later = run.share("japan", "light")[START + months : START + months + YEARS_5].reshape(-1, 12).mean(1)
        assert (later < calm.share("japan", "light")[0] - 0.01).all(), months
    once = stopped[2].share("usa", "light")[-1]
    assert abs(once - calm.share("usa", "light")[-1]) < 0.03


def test_an_embargo_raises_the_price_for_its_target_more_than_within(stopped: dict[int, Run]) -> None:
    run = stopped[6]
    assert run.peak("light") > 1.1
    assert run.price("light", CONTROLLER).max() / run.price("light", CONTROLLER)[0] < run.peak("light")


def test_leakage_softens_an_embargo() -> None:
    tight, leaky = (
        Run(36, act=embargo("japan", 12), change=setting("leakage", part)).loss()["japan"] for part in (0.0, 0.6)
    )
    assert leaky < 0.8 * tight


def test_a_public_stockpile_softens_an_embargo() -> None:
    def filled(*names: str) -> Run:
        def fill(s: Any) -> None:
            fill_stockpile(s, EXAMPLE.nations.index("japan"), *names)

        return Run(36, act=embargo("japan", 8), begin=fill)

    bare = filled()
    assert filled(*OXIDES, "magnet").loss()["japan"] < 0.2 * bare.loss()["japan"]
    for name in ("light", "heavy"):  # a release lowers the price of what is released: of others works then use more
        assert filled(name).peak(name) < 0.99 * bare.peak(name), name


def test_own_magnet_works_help_their_owner_in_an_embargo_on_magnets() -> None:
    def magnets_only(month: int, w: Any, s: Any) -> None:
        on = START <= month < START + 8
        s["embargo"][CONTROLLER, EXAMPLE.nations.index("usa"), good("magnet")] = 0.9 if on else 0.0

    def build(s: Any) -> None:
        s["capacity"][site("usa_magnet")] += 500.0

    assert Run(36, act=magnets_only, begin=build).loss()["usa"] < 0.6 * Run(36, act=magnets_only).loss()["usa"]
