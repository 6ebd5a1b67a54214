"""The rival: its rules fire, act, rest and end; the controls follow."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.engine.conditions import Reading
from game.engine.phases import rival
from game.engine.world import INSIDE, OUTSIDE, Sway
from tests.orders.table import ARDEN, EMBARGO, MINELAND, REFINIA, RIVAL, SQUEEZE, Table, calm
from tests.small_sections import LIGHT, ORE, OXIDES
from tests.small_world import small_world

MINELANDS = 2
"""Mineland's customs zone, and its place among the origins."""
ALWAYS = {"chance": np.array([1.0, 0.0])}


def tense(**rules: Any) -> Table:
    """A table at which tension stays so high that the squeeze fires as soon as it may."""
    diplomacy = {"tension": np.full(6, 0.5), "tension_rest": np.full(6, 0.5)}
    return Table(calm(diplomacy=diplomacy, rival_rules=ALWAYS | rules))


def active(table: Table, rule: int) -> bool:
    return bool(table.state.rule_left[rule, 0] > 0.0)


def test_acts_for_its_duration_and_rests_for_its_cooldown() -> None:
    table = tense(duration=np.array([3, 2]), cooldown=np.array([5, 18]))
    seen = []
    for _ in range(12):
        table.months(1)
        seen.append(active(table, SQUEEZE))
    assert seen == [True] * 3 + [False] * 2 + [True] * 3 + [False] * 2 + [True] * 2
    assert table.state.rule_count[SQUEEZE, 0] == 3.0
    assert [event.month for event in table.told("rule_fired")] == [0, 5, 10]
    assert [event.month for event in table.told("rule_ended")] == [3, 8]


def test_a_rule_without_duration_acts_for_good() -> None:
    table = tense(duration=np.array([0, 2]), cooldown=np.array([1, 18]))
    table.months(30)
    assert active(table, SQUEEZE)
    assert table.state.rule_count[SQUEEZE, 0] == 1.0


def test_a_rule_that_fires_once_never_fires_again() -> None:
    table = tense(duration=np.array([2, 2]), cooldown=np.array([2, 2]), once=np.array([True, False]))
    table.months(20)
    assert table.state.rule_count[SQUEEZE, 0] == 1.0
    assert table.state.rule_fired[SQUEEZE, 0] == 0


def test_nothing_fires_while_the_condition_does_not_hold() -> None:
    table = Table(calm(diplomacy={"tension": np.full(6, 0.2), "tension_rest": np.full(6, 0.2)}, rival_rules=ALWAYS))
    table.months(12)
    assert not table.state.rule_count.any()
    assert not table.told("rule_fired")


def test_controls_follow_the_rules_that_act() -> None:
    table = tense(duration=np.array([2, 2]), cooldown=np.array([50, 50]))
    base = table.world.rival_rules.base_quota[0]
    table.months(1)
    assert table.state.quota[:, 0] == pytest.approx(0.6 * base)
    taxed = np.zeros((3, 5))
    taxed[INSIDE, OXIDES] = 0.1
    assert table.state.export_tax[..., 0] == pytest.approx(taxed)
    table.months(2)
    assert table.state.quota[:, 0] == pytest.approx(base)
    assert not table.state.export_tax.any()


def test_controls_of_several_rules_combine() -> None:
    embargo, licence, flood = np.zeros((2, 6, 5)), np.ones((2, 6, 5)), np.zeros((2, 5))
    embargo[:, ARDEN, LIGHT] = licence[:, ARDEN, LIGHT] = flood[:, LIGHT] = [0.5, 0.4]
    table = Table(calm(rival_rules={"embargo": embargo, "licence": licence, "flood": flood}))
    table.state.rule_left[:] = 5.0
    rival.set_controls(table.world, table.state)
    assert table.state.embargo[INSIDE, ARDEN, LIGHT] == pytest.approx(0.7)
    assert table.state.licence[INSIDE, ARDEN, LIGHT] == pytest.approx(0.2)
    assert table.state.flood[INSIDE, LIGHT] == pytest.approx(0.7)
    others = [OUTSIDE, MINELANDS]
    assert not table.state.embargo[others].any()
    assert (table.state.licence[others] == 1.0).all()
    assert not table.state.flood[others].any()


def test_a_rule_of_another_controller_moves_its_own_border() -> None:
    tax, embargo = np.zeros((2, 5)), np.zeros((2, 6, 5))
    tax[SQUEEZE, ORE], embargo[SQUEEZE, [REFINIA, ARDEN], ORE] = 0.3, 1.0
    rules = {"zone": np.array([MINELANDS, INSIDE]), "tax": tax, "embargo": embargo, "quota": np.ones((2, 2))}
    table, free = tense(cooldown=np.array([99, 99]), **rules), tense(chance=np.zeros(2))
    for sitting in (table, free):
        sitting.months(12)
    assert table.state.export_tax[:, ORE, 0].tolist() == [0.0, 0.0, 0.3]
    assert table.state.embargo[:, REFINIA, ORE, 0].tolist() == [0.0, 0.0, 1.0]
    bought = [sitting.state.flow_origin[MINELANDS, REFINIA, ORE, 0] for sitting in (table, free)]
    assert bought[0] < 0.5 * bought[1]
    assert table.state.wariness[REFINIA, MINELANDS, 0] > 0.0
    assert not table.state.wariness[REFINIA, INSIDE].any()
    told = {(event.kind, event.actor) for event in table.events.list}
    assert ("rule_fired", MINELAND) in told
    assert not {kind for kind, actor in told if actor == RIVAL}
    assert table.state.reputation[MINELAND, 0] == pytest.approx(0.45)
    assert table.state.reputation[RIVAL, 0] == 0.5


def leagued() -> dict[str, Any]:
    """Records in which the separating country lies within Mineland's border, and sells Arden half of its oxide."""

    def within(held: Any) -> None:
        held[REFINIA] = MINELANDS

    def habit(held: Any) -> None:
        held[LIGHT, :, ARDEN] *= 0.5
        held[LIGHT, 3, ARDEN] = 0.5

    return {"rules": {"zone": within, "origin_zone": lambda held: held.__setitem__(3, MINELANDS), "habit": habit}}


def test_controls_of_another_controller_are_laid_to_it() -> None:
    embargo = np.zeros((2, 6, 5))
    embargo[SQUEEZE, ARDEN, LIGHT] = 1.0
    rules = {"zone": np.array([MINELANDS, INSIDE]), "embargo": embargo, "quota": np.ones((2, 2))}
    diplomacy = {"tension": np.full(6, 0.5), "tension_rest": np.full(6, 0.5)}
    still = {"tax": np.zeros((2, 5)), "base_quota": np.full((60, 2), np.inf)}
    table = Table(calm(diplomacy=diplomacy, rival_rules=ALWAYS | rules | still, supply=leagued()))
    table.months(6)
    (bites,) = table.told("control_bites")
    assert (bites.actor, bites.target, bites.item, bites.cause) == (MINELAND, ARDEN, LIGHT, "rule:squeeze")
    assert bites.amount > 0.0


def test_a_quota_of_nothing_and_a_factor_where_none_stands() -> None:
    base = np.tile([320.0, np.inf], (60, 1))
    table = Table(calm(rival_rules={"quota": np.zeros((2, 2)), "base_quota": base}))
    table.state.rule_left[SQUEEZE] = 5.0
    rival.set_controls(table.world, table.state)
    assert table.state.quota[:, 0].tolist() == [0.0, np.inf]


def test_the_base_changes_with_the_calendar() -> None:
    world = calm()
    quota, tax = world.rival_rules.base_quota.copy(), world.rival_rules.base_tax.copy()
    quota[:3], quota[3:] = 320.0, 160.0
    tax[4:, INSIDE, LIGHT] = 0.2
    table = Table(calm(rival_rules={"base_quota": quota, "base_tax": tax}))
    table.months(3)
    assert table.state.quota[0, 0] == 320.0
    table.months(1)
    assert table.state.quota[0, 0] == 160.0
    assert not table.state.export_tax.any()
    table.months(1)
    assert table.state.export_tax[INSIDE, LIGHT, 0] == 0.2


def test_firing_costs_standing_and_moves_tension() -> None:
    tension = np.zeros((2, 6))
    tension[SQUEEZE, ARDEN] = 0.2
    table = tense(tension=tension, cooldown=np.array([99, 99]))
    before = table.state.tension[ARDEN, 0], table.state.reputation[RIVAL, 0]
    table.months(1)
    assert table.state.tension[ARDEN, 0] > before[0] + 0.15
    assert table.state.reputation[RIVAL, 0] == pytest.approx(before[1] - 0.05)
    (event,) = table.told("rule_fired")
    assert (event.actor, event.item, event.cause) == (RIVAL, SQUEEZE, "rule:squeeze")


def test_chance_belongs_to_the_match() -> None:
    world = small_world(incidents=(), rival_rules={"chance": np.array([0.3, 0.3])},
                        diplomacy={"tension_rest": np.full(6, 0.5), "tension": np.full(6, 0.5)})  # fmt: skip
    together = Table(world, matches=32)
    together.months(24)
    first = together.state.rule_fired[SQUEEZE]
    assert len(set(first.tolist())) > 5
    for match in (0, 9, 31):
        alone = Table(world, matches=1, first=match + 1)
        alone.months(24)
        assert alone.state.rule_fired[SQUEEZE, 0] == first[match]


@pytest.mark.slow
def test_chance_of_a_third_fires_in_a_third_of_the_months() -> None:
    rules = {"chance": np.array([1 / 3, 0.0]), "duration": np.array([1, 1]), "cooldown": np.array([1, 1])}
    diplomacy = {"tension": np.full(6, 0.5), "tension_rest": np.full(6, 0.5)}
    table = Table(calm(diplomacy=diplomacy, rival_rules=rules), matches=200)
    table.months(20)
    assert table.state.rule_count[SQUEEZE].mean() / 20 == pytest.approx(1 / 3, abs=0.03)
    assert not table.state.rule_count[EMBARGO].any()


def swayed(tension: float, **rules: Any) -> Table:
    """A table of many matches at which the squeeze hangs on tension, and the other rule never fires."""
    sway = Sway(Reading("tension", (ARDEN,)), low=0.4, high=0.8, least=0.1)
    diplomacy = {"tension": np.full(6, tension), "tension_rest": np.full(6, tension)}
    hangs = {"chance": np.array([0.5, 0.0]), "sways": ((sway,), ()), **rules}
    return Table(calm(diplomacy=diplomacy, rival_rules=hangs), matches=400)


@pytest.mark.slow
def test_what_a_chance_hangs_on_lowers_it_and_never_to_nothing() -> None:
    for tension, expected in ((0.5, 0.5 * 0.325), (0.6, 0.5 * 0.55), (0.9, 0.5)):
        table = swayed(tension)
        assert rival.likely(table.world, table.state, SQUEEZE) == pytest.approx(expected)
        table.months(1)
        assert float((table.state.rule_count[SQUEEZE] > 0).mean()) == pytest.approx(expected, abs=0.08)


def test_a_chance_of_nothing_stays_nothing() -> None:
    table = swayed(0.9, chance=np.array([0.0, 0.0]))
    table.months(12)
    assert not table.state.rule_count[SQUEEZE].any()


def test_how_long_a_rule_acts_is_drawn_when_it_fires() -> None:
    table = swayed(0.9, chance=np.array([1.0, 0.0]), duration=np.array([2, 2]), longest=np.array([5, 2]))
    table.months(1)
    lengths, counts = np.unique(table.state.rule_left[SQUEEZE], return_counts=True)
    assert lengths.tolist() == [2.0, 3.0, 4.0, 5.0]
    assert counts.min() > 60
    alone = Table(table.world, matches=1)
    alone.months(1)
    assert alone.state.rule_left[SQUEEZE, 0] == table.state.rule_left[SQUEEZE, 0]
