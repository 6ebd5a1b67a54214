"""Standing policies: stockpile, research, posture and trade."""

from __future__ import annotations

import numpy as np
import pytest

from game import orders
from game.engine.world import POSTURES, RELEASE_RULES
from tests.orders.table import ARDEN, BOREAS, NEW_SITE, RECYCLING, RIVAL, THRIFTING, Table
from tests.small_sections import HEAVY, LIGHT

PILE = {"kind": "set_stockpile", "target_days": 60.0, "pace_days": 5.0, "release": "price"}
STUDY = {"kind": "fund_research", "line": "thrifting", "rate": 24.0}
TRADE = {"kind": "set_trade_policy", "import_tariff": 0.2, "price_floor": 9.0}


def test_stockpile_of_every_good_that_is_kept() -> None:
    table = Table()
    table.give(ARDEN, **PILE)
    assert table.state.stockpile_target[ARDEN, :, 0].tolist() == [0.0, 60.0, 60.0, 0.0, 0.0]
    assert (table.state.stockpile_pace[ARDEN] == 5.0).all()
    assert (table.state.release_rule[ARDEN] == RELEASE_RULES.index("price")).all()


def test_stockpile_of_one_good_leaves_the_other() -> None:
    table = Table()
    before = table.state.stockpile_target[ARDEN, LIGHT].copy()
    table.give(ARDEN, **PILE | {"good": "heavy_oxide"})
    assert (table.state.stockpile_target[ARDEN, HEAVY] == 60.0).all()
    assert (table.state.stockpile_target[ARDEN, LIGHT] == before).all()


def test_stockpiles_keep_some_goods_only() -> None:
    table = Table()
    assert table.refusal(ARDEN, **PILE | {"good": "magnet_alloy"}) == "not_kept"
    table.give(ARDEN, **PILE | {"good": "magnet_alloy"})
    assert (table.state.stockpile_target[ARDEN] < 60.0).all()


def test_days_of_the_use_of_what_nobody_uses_are_refused() -> None:
    table = Table()
    table.state.year_use[ARDEN, HEAVY] = 0.0
    assert table.refusal(ARDEN, **PILE | {"good": "heavy_oxide"}) == "not_used"
    assert table.refusal(ARDEN, **PILE | {"good": "heavy_oxide", "target_days": 0.0}) == ""
    assert table.refusal(ARDEN, **PILE) == ""


def test_a_target_without_a_pace_is_refused() -> None:
    table = Table()
    assert table.refusal(ARDEN, **PILE | {"pace_days": 0.0}) == "no_pace"
    assert table.refusal(ARDEN, **PILE | {"pace_days": 0.0, "target_days": 0.0}) == ""


def test_research() -> None:
    table = Table()
    table.give(ARDEN, **STUDY)
    assert (table.state.research_rate[ARDEN, THRIFTING] == 24.0).all()
    table.give(ARDEN, **STUDY | {"rate": 0.0})
    assert (table.state.research_rate[ARDEN, THRIFTING] == 0.0).all()


def test_research_refusals() -> None:
    table = Table()
    assert table.refusal(ARDEN, **STUDY | {"rate": 61.0}) == "too_much"
    table.state.readiness[ARDEN, RECYCLING] = 9.0
    assert table.refusal(ARDEN, **STUDY | {"line": "recycling"}) == "finished"
    table.state.budget[ARDEN] = 1.9
    assert table.refusal(ARDEN, **STUDY) == "unaffordable"


def test_posture() -> None:
    table = Table()
    for posture in POSTURES:
        table.give(ARDEN, kind="set_posture", posture=posture)
        assert table.state.posture[ARDEN, 0] == POSTURES.index(posture)
    assert table.refusal(RIVAL, kind="set_posture", posture="protest") == "toward_itself"


def test_trade_policy() -> None:
    table = Table()
    table.state.offtake[ARDEN, NEW_SITE] = 0.5
    table.give(ARDEN, **TRADE)
    table.give(BOREAS, **TRADE | {"price_floor": 20.0})
    assert (table.state.import_tariff[ARDEN] == 0.2).all()
    assert (table.state.price_floor[ARDEN] == 9.0).all()
    floors = np.zeros_like(table.state.site_floor)
    floors[NEW_SITE] = 9.0  # Boreas holds no offtake anywhere: its floor carries no site
    assert (table.state.site_floor == floors).all()


def test_trade_policy_refusals() -> None:
    table = Table()
    assert table.refusal(RIVAL, **TRADE) == "on_itself"
    high = float(table.state.price[0].max()) + 1.0
    assert table.refusal(ARDEN, **TRADE | {"price_floor": high}) == "floor_too_high"


@pytest.mark.parametrize(
    ("order", "axis"), [(PILE | {"good": "gold"}, "goods"), (STUDY | {"line": "alchemy"}, "lines")]
)
def test_unknown_names_are_faults(order: dict[str, object], axis: str) -> None:
    table = Table()
    with pytest.raises(KeyError, match=axis):
        table.refusal(ARDEN, **order)
    with pytest.raises(KeyError, match=axis):
        orders.parse(order).identified(table.world)
