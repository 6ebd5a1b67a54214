"""The six sentences that a player must be able to feel, each as two lines of play with the same seeds."""

from __future__ import annotations

import numpy as np
import pytest

from game.doctrines import run_batch
from game.engine import metrics, scoring
from tests import shipped
from tests.felt.conftest import Play

pytestmark = pytest.mark.slow


def test_stockpiling_in_a_panic_makes_the_bubble_worse(played: Play) -> None:
    assert played("panic").peak > 1.05 * played("nothing").peak


def test_stockpiling_in_calm_is_cheap_insurance(played: Play) -> None:
    calm, panic, nothing = played("calm"), played("panic"), played("nothing")
    assert calm.price_paid < 0.5 * panic.price_paid
    assert calm.state.spent[0].mean() < 0.5 * panic.state.spent[0].mean()
    assert calm.end("gdp_loss") < nothing.end("gdp_loss") < panic.end("gdp_loss")
    assert calm.end("reserve_days", "ndpr") > nothing.end("reserve_days", "ndpr")


@pytest.mark.slow
@pytest.mark.xfail(
    strict=True,
    reason="mines alone leave Japan dependent for 0.69 of its oxide, not for more than 0.7; of 100 points it "
    "makes 75.3 by plants for separation alone and 79.5 by all levers together",
)
def test_one_lever_is_never_enough() -> None:
    package = shipped.package("history_2008_2025")
    world = package.world

    def play(doctrine: str) -> tuple[float, float]:
        state = run_batch(package, range(1, 5), doctrines={"japan": doctrine})
        dependence = metrics.value(world, state, "dependence", "japan", "separation")
        return float(np.median(scoring.total(world, state)[0])), float(np.median(dependence))

    together, _ = play("lever_all")
    levers = ("mines", "separation", "stockpile", "recycling", "substitution", "alliances")
    alone = {lever: play(f"lever_{lever}") for lever in levers}
    assert {lever for lever, (score, _) in alone.items() if score >= together} == set()
    # Mines without separation leave the nation dependent.
    assert alone["mines"][1] > 0.7 > alone["separation"][1]


def test_a_mine_ordered_after_the_embargo_arrives_after_the_game(played: Play) -> None:
    early, late = played("early_mine"), played("late_mine")
    names = early.package.world.names
    mine = names.index("projects", "irel_expansion")
    site = int(early.package.world.projects.site[mine])
    assert (early.state.project_left[mine] <= 0.0).mean() > 0.7
    assert np.median(early.state.capacity[site]) > np.median(late.state.capacity[site])
    assert np.median(late.state.project_left[mine]) > 0.0


def test_cheap_prices_kill_diversification_without_patient_money(played: Play) -> None:
    alone, carried = played("nothing"), played("history")
    assert alone.idle.any(axis=0).mean() > 0.5
    assert not carried.idle.any()
    assert carried.end("import_share") < alone.end("import_share") - 0.1


def test_everyone_rushing_alone_is_worse_than_a_joint_stockpile(played: Play) -> None:
    alone, pooled = played("panic", "panic"), played("pooled", "pooled")
    assert pooled.peak < 0.95 * alone.peak
    assert pooled.lacking.sum() <= alone.lacking.sum()
    assert pooled.loss_of_all() < alone.loss_of_all()
    assert pooled.state.spent[:4].sum() < alone.state.spent[:4].sum()


def test_engagement_and_resistance_both_have_a_cost(played: Play) -> None:
    neutral, friendly, defiant = played("nothing"), played("friendly"), played("defiant")
    assert friendly.end("capital") < neutral.end("capital")
    assert friendly.end("approval") < neutral.end("approval")
    assert defiant.end("capital") < neutral.end("capital")
    assert defiant.end("tension") > neutral.end("tension") > friendly.end("tension")
    assert defiant.end("gdp_loss") > neutral.end("gdp_loss") > friendly.end("gdp_loss")


def test_provoking_without_cover_is_the_costliest(played: Play) -> None:
    bare = played("defiant").end("gdp_loss")
    assert bare > max(played(line).end("gdp_loss") for line in ("nothing", "friendly", "defiant_covered"))
