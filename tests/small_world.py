"""A small but complete synthetic world in pure Python, for tests that must not depend on a shipped rule set.

Six nations: two seats that use much and own little, a rival that makes nearly everything, a mining country, a
separating country and the rest of the world. Two materials, three stages, two sectors.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.conditions import Atom, Condition, Reading
from game.engine.phases.actions.registry import ACTIONS
from game.engine.world import (
    Agreements,
    Calendar,
    Demand,
    Diplomacy,
    Economy,
    Environment,
    Finance,
    Goods,
    Incident,
    Market,
    Names,
    Projects,
    Recycling,
    Research,
    RivalRules,
    ScorePart,
    Sites,
    Stockpiles,
    World,
)

NAMES = Names(
    nations=("arden", "boreas", "dominion", "mineland", "refinia", "elsewhere"),
    materials=("light", "heavy"),
    stages=("mine", "separation", "magnet"),
    goods=("light_concentrate", "light_oxide", "light_alloy", "heavy_concentrate", "heavy_oxide", "heavy_alloy"),
    sectors=("cars", "other"),
    sites=(
        "arden_scrap",
        "arden_magnets",
        "dominion_mine",
        "dominion_plant",
        "dominion_magnets",
        "mineland_old",
        "mineland_new",
        "refinia_plant",
    ),
    projects=("new_mine", "more_plant", "rescue_plant"),
    lines=("recycling", "thrifting"),
    agreements=("supply", "pool"),
    rules=("squeeze", "embargo"),
    origins=("dominion", "producers", "others"),
)
GOODS = Goods(
    material=np.array([0, 0, 0, 1, 1, 1]),
    stage=np.array([0, 1, 2, 0, 1, 2]),
    headline=1,
    scrap=1,
    counted=np.array([False, True, True]),
)
N, M, K, J = 6, 2, 3, 2
TURN_MONTHS, TURNS = 6, 10
T = TURN_MONTHS * TURNS
RIVAL = 2

Floats = NDArray[np.float64]


def small_world(**changes: Any) -> World:
    """The world, with `changes` by section: a mapping replaces single fields, anything else the whole section.

    ``small_world(market={"leakage": 0.0}, incidents=())``

    Raises:
        TypeError: for a section or field that does not exist.
    """
    world = World(
        names=NAMES,
        goods=GOODS,
        calendar=Calendar(start=2010 * 12, turn_months=TURN_MONTHS, turns=TURNS),
        seats=2,
        rival=RIVAL,
        demand=_demand(),
        sites=_sites(),
        projects=_projects(),
        finance=_finance(),
        stockpiles=_stockpiles(),
        market=_market(),
        research=_research(),
        recycling=Recycling(
            life_months=np.array([120.0, 140.0]),
            in_use=np.array([[9000.0, 400.0], [7000.0, 300.0], [20000.0, 900.0], [0, 0], [0, 0], [9000.0, 400.0]]),
            collection=np.array([0.1, 0.05, 0.02, 0.0, 0.0, 0.02]),
        ),
        diplomacy=_diplomacy(),
        agreements=_agreements(),
        rival_rules=_rival_rules(),
        economy=_economy(),
        environment=_environment(),
        score=_score(),
        incidents=_incidents(),
    )
    known = {field.name for field in fields(world)}
    if unknown := changes.keys() - known:
        raise TypeError(f"no such section: {sorted(unknown)}")
    for section, change in changes.items():
        if section == "rival_rules" and isinstance(change, dict):
            change = _with_tables(world.rival_rules, change)
        value = replace(getattr(world, section), **change) if isinstance(change, dict) else change
        world = replace(world, **{section: value})
    return world


def _with_tables(rules: RivalRules, change: dict[str, Any]) -> dict[str, Any]:
    """`change` with the tables of actions in it, which are named as fields are, put among the others."""
    tables = {name: table for name, table in change.items() if name in (*ACTIONS, "grab_trust")}
    rest = {name: value for name, value in change.items() if name not in tables}
    return {**rest, "does": {**rules.does, **tables}}


def seeds(count: int, first: int = 1) -> NDArray[np.uint64]:
    """Match seeds `first`, `first` + 1, ..."""
    return np.arange(first, first + count, dtype=np.uint64)


def builders_world() -> World:
    """The small world with all that builders may meet: instruments, standards, a contested site, training, owners."""
    contested = np.zeros(8)
    contested[6] = 0.02
    return small_world(
        finance={
            "offered": np.ones(5, dtype=bool),
            "budget_cost": np.array([1.0, 1.0, 0.3, 0.05, 0.1]),
            "loss_given_failure": np.array([0.0, 0.0, 0.7, 0.4, 0.0]),
            "early_risk": np.array([1.0, 1.0, 1.0, 0.7, 0.5]),
            "payout": 0.3,
        },
        environment={
            "cost": np.array([0.8, 1.0, 1.2]),
            "permitting": np.array([0.8, 1.0, 1.2]),
            "licence_risk": np.array([1.5, 1.0, 0.5]),
            "waste": np.array([2.0, 1.0, 0.5]),
            "reputation": np.array([-0.05, 0.0, 0.02]),
            "suspension": np.array([0.05, 0.0, 0.0]),
            "waste_rate": np.full((N, K), 10.0),
        },
        sites={"protest": contested, "suspension": contested},
        agreements={"staff": np.array([1.0, 0.0]), "staff_kept": np.array([0.3, 0.0])},
        projects={"partners_price": np.array([12.0, 0.0, 0.0])},
    )


def _demand() -> Demand:
    oxide = np.array([[100, 4], [80, 3], [300, 10], [0, 0], [0, 0], [120, 5]], dtype=float)
    alloy = np.array([[60, 6], [40, 4], [100, 8], [0, 0], [0, 0], [30, 3]], dtype=float)
    month = np.stack([np.zeros_like(oxide), oxide, alloy], axis=-1)
    share = np.zeros((N, J, M, K))
    share[:, 0, :, 1], share[:, 1, :, 1] = 0.3, 0.7
    share[:, 0, :, 2], share[:, 1, :, 2] = 0.6, 0.4
    return Demand(
        base=np.broadcast_to(month, (T, N, M, K)).copy(),
        sector_share=share,
        activity=np.ones((T, N, J)),
        reference_price=_market().start_price,
        elasticity=np.array([-0.25, -0.15]),
        response_months=6.0,
        thrift_rate=np.array([0.03, 0.03]),
        thrift_limit=np.array([0.35, 0.35]),
        noise=0.02,
        noise_memory=0.6,
    )


def _sites() -> Sites:
    count = len(NAMES.sites)
    offtake = np.zeros((2, count))
    return Sites(
        host=np.array([0, 0, 2, 2, 2, 3, 3, 4]),
        stage=np.array([1, 2, 0, 1, 2, 0, 0, 1]),
        grade=np.array([[1, 1], [1, 1], [0.95, 0.05], [1, 1], [1, 1], [0.93, 0.07], [0.93, 0.07], [1, 1]], dtype=float),
        recovery=np.array([0.8, 0.9, 1.0, 0.9, 0.9, 1.0, 1.0, 0.9]),
        capacity=np.array([60.0, 900.0, 15600.0, 14000.0, 3100.0, 900.0, 0.0, 800.0]),
        ramp_months=np.array([6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 24.0, 12.0]),
        cash_cost=np.array([14.0, 6.0, 4.0, 2.0, 6.0, 6.0, 7.0, 5.5]),
        cash=np.array([5.0, 40.0, 500.0, 500.0, 500.0, 20.0, 0.0, 15.0]),
        fixed_cost=np.zeros(8),
        revenue_share=np.array([1.0, 0.4, 0.55, 0.4, 0.4, 0.55, 0.55, 0.4]),
        swing=np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]),
        ceiling=np.full((T, count), np.inf),
        feed_to=np.array([-1, -1, -1, -1, -1, 4, 4, -1]),
        offtake=offtake,
        recycling=np.array([True, False, False, False, False, False, False, False]),
        needs_line=np.array([0, -1, -1, -1, -1, -1, -1, -1]),
        needs_level=np.array([5.0, 0, 0, 0, 0, 0, 0, 0]),
        protest=np.zeros(8),
        suspension=np.zeros(8),
        care_months=12.0,
        restart_margin=1.15,
    )


def _projects() -> Projects:
    return Projects(
        site=np.array([6, 7, 7]),
        capacity=np.array([4000.0, 3200.0, 0.0]),
        capex=np.array([200.0, 150.0, 60.0]),
        phase_low=np.array([[0, 4.0, 6, 10, 2], [0, 3.0, 4, 8, 2], [0, 1.0, 1, 1, 1]]),
        phase_mode=np.array([[0, 6.0, 8, 14, 3], [0, 4.0, 6, 10, 3], [0, 1.0, 1, 1, 1]]),
        phase_high=np.array([[0, 10.0, 16, 24, 6], [0, 8.0, 12, 18, 6], [0, 1.0, 1, 1, 1]]),
        start_phase=np.array([2, 1, 1]),
        overrun_mode=np.array([1.2, 1.1, 1.0]),
        overrun_high=np.array([2.0, 1.6, 1.0]),
        failure=np.array([0.15, 0.1, 0.0]),
        offtake=np.array([0.5, 0.6, 0.6]),
        private_month=np.array([0, 30, -1]),
        private_price=np.array([30.0, 25.0, np.inf]),
        cash=np.array([40.0, 30.0, 40.0]),
        refinances=np.array([False, False, True]),
        needs_line=np.array([-1, 1, -1]),
        needs_level=np.array([0.0, 3.0, 0.0]),
        replaces=np.array([-1, -1, -1]),
        partners_month=np.zeros(3, dtype=np.int64),
        partners_price=np.zeros(3),
        known_month=np.zeros(3, dtype=np.int64),
    )


def _finance() -> Finance:
    return Finance(
        max_public_share=0.75,
        offered=np.array([True, True, True, False, False]),
        budget_cost=np.array([1.0, 1.0, 0.3, 0.0, 0.0]),
        offtake_factor=np.array([1.0, 0.8, 0.4, 0.0, 0.0]),
        loss_given_failure=np.array([0.0, 0.0, 0.7, 0.0, 0.0]),
        early_risk=np.ones(5),
        early_months=np.ones(5),
        vetting=np.array([3.0, 2.0, 9.0, 0.0, 0.0, 0.0]),
        support_months=24.0,
        payout=0.0,
        payout_reserve=0.0,
    )


def _stockpiles() -> Stockpiles:
    cover = np.tile([1.5, 2.0, 1.5], (N, 1))
    return Stockpiles(
        stage=1,
        reserve=np.array([[20.0, 20.0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]),
        target=np.array([[20.0, 20.0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]),
        pace=np.array([5.0, 5.0, 0.0, 0.0, 0.0, 0.0]),
        storage_cost=0.02,
        commercial_cover=cover,
        stock=np.broadcast_to(cover[:, None, :], (N, M, K)).copy(),
        panic=1.0,
        fear_decay=0.12,
        fear_from_price=0.5,
        fear_from_control=0.6,
        adjust_months=4.0,
        release_shortage=0.05,
        release_price=3.0,
    )


def _market() -> Market:
    preference = np.zeros((3, N, M, K))
    preference[1, :, :, 0] = 1.0
    preference[0, :, :, 1], preference[1, :, :, 1] = 0.9, 0.1
    preference[0, :, :, 2], preference[2, :, :, 2] = 0.9, 0.1
    preference[:, RIVAL, :, 1:] = np.array([0.0, 1.0, 0.0])[:, None, None]
    start = np.array([[[4.0, 10.0, 20.0], [40.0, 100.0, 150.0]], [[3.6, 9.0, 18.0], [36.0, 90.0, 135.0]]])
    return Market(
        origin=np.array([2, 2, 0, 1, 1, 2]),
        preference=preference,
        price_response=2.0,
        start_price=start,
        marginal_cost=start * 0.6,
        basket=np.array([0.7, 0.3]),
        expectation_gain=0.01,
        expectation_return=0.02,
        cover_exponent=1.2,
        adjust_months=3.0,
        momentum=0.4,
        floor=0.7,
        ceiling=40.0,
        leakage=0.2,
        wedge_months=12.0,
        wariness_gain=0.3,
        wariness_decay=0.01,
        wariness_effect=0.5,
    )


def _research() -> Research:
    readiness = np.ones((N, 2)) * 3.0
    readiness[:2, 0], readiness[RIVAL] = 6.0, 4.0
    return Research(
        readiness=readiness,
        half_spend=np.array([10.0, 15.0]),
        fastest=np.array([1.2, 1.0]),
        spillover=0.3,
        thrift_gain=np.array([[0.0, 0.0], [0.03, 0.04]]),
        recycling_gain=np.array([0.05, 0.0]),
        separation_gain=np.array([0.0, 0.02]),
        market_loss=np.array([0.0, 0.002]),
        max_rate=np.array([50.0, 60.0]),
    )


def _diplomacy() -> Diplomacy:
    trust = np.full((N, N), 0.5)
    trust[:, RIVAL] = trust[RIVAL] = 0.3
    return Diplomacy(
        tension=np.array([0.3, 0.2, 0.0, 0.1, 0.1, 0.1]),
        tension_rest=np.array([0.25, 0.2, 0.0, 0.1, 0.1, 0.1]),
        tension_months=18.0,
        trust=trust,
        posture_tension=np.array([-0.02, 0.0, 0.02, 0.05]),
        posture_approval=np.array([-0.002, 0.0, 0.001, 0.001]),
        posture_capital=np.array([1.0, 0.0, 1.0, 3.0]),
        trust_gain=0.005,
    )


def _agreements() -> Agreements:
    allowed = ~np.eye(N, dtype=bool)
    allowed[RIVAL] = allowed[:, RIVAL] = False
    return Agreements(
        price=np.array([4.0, 6.0]),
        cost=np.array([2.0, 4.0]),
        months=np.array([36, 48]),
        min_trust=np.array([0.3, 0.45]),
        offtake=np.array([0.3, 0.0]),
        shares_stock=np.array([False, True]),
        shares_research=np.array([False, True]),
        tension=np.array([0.02, 0.04]),
        staff=np.zeros(2),
        staff_kept=np.zeros(2),
        allowed=np.stack([allowed, allowed]),
    )


def _rival_rules() -> RivalRules:
    quota = np.ones((2, M, K))
    quota[0, :, 1] = 0.6
    tax = np.zeros((2, M, K))
    tax[0, :, 1] = 0.1
    embargo = np.zeros((2, N, M, K))
    embargo[1, 0, :, 1] = 1.0
    base_quota = np.full((T, M, K), np.inf)
    base_quota[:, :, 1] = np.array([400.0, 24.0])
    return RivalRules(
        when=(
            Condition(((Atom(Reading("tension", (0,)), 1, 0.45, or_equal=True),),), "tension(arden) >= 0.45"),
            Condition(
                (
                    (
                        Atom(Reading("tension", (0,)), 1, 0.6, or_equal=False),
                        Atom(Reading("import_share", (0,)), 1, 0.5, or_equal=False),
                    ),
                ),
                "tension(arden) > 0.6 and import_share(arden) > 0.5",
            ),
        ),
        duration=np.array([24, 2]),
        cooldown=np.array([12, 18]),
        once=np.array([False, False]),
        chance=np.array([0.8, 0.5]),
        target=np.array([[True, True, False, False, False, True], [True, False, False, False, False, False]]),
        reason=("tension rose", "tension rose further while dependence was high"),
        base_quota=base_quota,
        base_tax=np.zeros((T, M, K)),
        reputation_cost=np.array([0.05, 0.15]),
        does={
            "quota": quota,
            "tax": tax,
            "licence": np.ones((2, N, M, K)),
            "embargo": embargo,
            "flood": np.zeros((2, M)),
            "tension": np.zeros((2, N)),
        },
    )


def _economy() -> Economy:
    criticality = np.zeros((J, M, K))
    criticality[0, :, 1], criticality[1, :, 1] = 0.3, 0.2
    criticality[0, :, 2], criticality[1, :, 2] = 0.6, 0.3
    return Economy(
        budget=np.array([200.0, 150.0, 1000.0, 10.0, 10.0, 100.0]),
        income=np.array([60.0, 45.0, 300.0, 2.0, 2.0, 30.0]),
        approval=np.array([0.5, 0.55, 0.7, 0.5, 0.5, 0.5]),
        capital=np.array([20.0, 20.0, 50.0, 10.0, 10.0, 10.0]),
        capital_income=np.array([6.0, 6.0, 10.0, 3.0, 3.0, 3.0]),
        gdp=np.array([5000.0, 4000.0, 9000.0, 1000.0, 300.0, 20000.0]),
        sector_output=np.array([[300.0, 200.0], [200.0, 150.0], [600.0, 500.0], [10, 10], [5, 5], [400.0, 500.0]]),
        criticality=criticality,
        approval_gdp=0.05,
        approval_months=18.0,
        approval_rest=0.5,
        tariff_approval=0.02,
        staff=np.array([3.0, 2.0, 20.0, 2.0, 2.0, 5.0]),
    )


def _environment() -> Environment:
    return Environment(
        cost=np.ones(3),
        permitting=np.ones(3),
        licence_risk=np.ones(3),
        waste=np.ones(3),
        reputation=np.zeros(3),
        suspension=np.zeros(3),
        halt_months=6.0,
        waste_rate=np.zeros((N, K)),
    )


def _score() -> tuple[ScorePart, ...]:
    return (
        ScorePart("supply", "Security of supply", "shortage", "mean", 0.2, 0.0, 0.5, 0.0),
        ScorePart("dependence", "Dependence on the rival", "bottleneck", "end", 1.0, 0.3, 0.3, 0.0),
        ScorePart("people", "Approval", "approval", "end", 0.1, 0.7, 0.2, 5.0),
    )


def _incidents() -> tuple[Incident, ...]:
    clash = np.array([0.4, 0.1, 0.0, 0.0, 0.0, 0.0])
    slump = np.ones((N, J))
    slump[:, 0] = 0.9
    tense = Condition(((Atom(Reading("tension", (0,)), 1, 0.3, or_equal=True),),), "tension(arden) >= 0.3")
    return (
        Incident("collision", 8, None, 1.0, clash, np.ones((N, J)), 0, "A collision at sea"),
        Incident("slump", -1, tense, 0.05, np.zeros(N), slump, 6, "A slump in car making"),
    )
