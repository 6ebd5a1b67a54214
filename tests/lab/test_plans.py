"""Plans: what can be ordered, plans made of plans, plans given in batches, and the search for the best."""

from __future__ import annotations

import numpy as np
import pytest

from game.content.package import Package
from game.content.plan import Plan, Planned
from game.doctrines import open_match
from game.lab.plans.change import LONGEST, Changes
from game.lab.plans.choices import Choices, choices
from game.lab.plans.scripts import script
from game.lab.plans.search import Effort, Quest, money, points, search
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import Hand, usual, with_hands
from game.orders import KINDS, parse
from tests.session.small_package import small_package

TENSE = Planned(0, parse({"kind": "set_posture", "posture": "retaliate"}))
STUDY = Planned(1, parse({"kind": "fund_research", "line": "recycling", "rate": 5.0}))


@pytest.fixture(scope="module")
def package() -> Package:
    return small_package()


@pytest.fixture(scope="module")
def offered(package: Package) -> Choices:
    return choices(package, "arden")


def test_forms_offer_every_kind_of_order_and_every_instrument(offered: Choices, package: Package) -> None:
    kinds = {
        kind for kind in KINDS if kind not in ("set_standard", "set_access")
    }  # no environment, nothing to build at home
    assert kinds <= {*offered.by_kind}
    funded = {order.model_dump()["instrument"] for order in offered.by_kind["fund_project"]}
    assert len(funded) == int(package.world.finance.offered.sum())
    assert sum(offered.weights.values()) == pytest.approx(1.0)
    assert len({*offered.everything}) == len(offered.everything)


def test_a_plan_is_sorted_and_has_each_order_once() -> None:
    plan = Plan.of([STUDY, TENSE, STUDY])

    assert plan.orders == (TENSE, STUDY)
    assert plan.without(0).beside(TENSE).key == plan.key
    assert list(plan.of_turn(1)) == [STUDY.order]


def test_children_are_plans_of_the_same_match(offered: Choices, rng: np.random.Generator) -> None:
    changes = Changes(offered, 4, rng)
    parents = [Plan(), Plan.of([TENSE, STUDY]), changes.any(30)]

    children = [changes.child(one, other) for one in parents for other in parents for _ in range(12)]

    assert all(0 <= planned.turn < 4 for child in children for planned in child.orders)
    assert max(map(len, children)) <= LONGEST
    assert all(child.key == Plan.of(child.orders).key for child in children)
    assert len({child.key for child in children}) > len(children) // 2


def test_many_plans_in_a_batch_are_the_matches_of_each(package: Package) -> None:
    base, plans = usual(package), (Plan(), Plan.of([TENSE]), Plan.of([STUDY, TENSE]))
    tables = tuple(with_hands(base, {0: Hand(plan=plan)}) for plan in plans)

    outcomes = Bench(package).play([Job(tables, (3, 4))])[0]

    for place, plan in enumerate(plans):
        match = open_match(package, seed=4, people={"arden": "plan"})
        while not match.finished:
            for order in plan.of_turn(match.turn):
                assert match.add("arden", order) is None
            match.seal("arden")
            match.resolve()
        assert match.result("arden").total == outcomes.points[0, place, 1]
        assert outcomes.given[0, place, 1] == len(plan)


def test_a_doctrine_and_then_a_plan_lead_together(package: Package) -> None:
    base = usual(package)
    both = with_hands(base, {0: Hand("careful", Plan.of([TENSE]))})

    outcomes = Bench(package).play([Job((base, both), (1, 2))])[0]

    assert outcomes.given[0].tolist() == [[0, 0], [1, 1]]
    assert (outcomes.points[0, 0] != outcomes.points[0, 1]).any()


def test_what_a_doctrine_did_is_a_plan_that_does_the_same(package: Package) -> None:
    plan = script(package, "arden", "careful", 1)
    tables = (usual(package), with_hands(usual(package), {0: Hand(plan=plan)}))

    outcomes = Bench(package).play([Job(tables, (1,))])[0]

    assert len(plan) > 0
    assert outcomes.points[0, 0, 0] == pytest.approx(outcomes.points[0, 1, 0], abs=1e-6)


def test_the_search_finds_better_and_the_same_again(package: Package, offered: Choices) -> None:
    quests = [Quest(0, aim, usual(package), offered, (Plan.of([TENSE]),), 1) for aim in (points, money)]
    effort = Effort((1,), children=4, generations=2)

    found, again = (search(Bench(package), quests, effort) for _ in range(2))

    assert [worth.plan.key for worth in found[0]] == [worth.plan.key for worth in again[0]]
    idle = Bench(package).play([Job((with_hands(usual(package), {0: Hand()}),), (1,))])[0]
    assert found[0][0].value > idle.of(0)[0]
    assert all(one.value >= other.value for one, other in zip(found[1], found[1][1:], strict=False))
