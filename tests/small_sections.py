"""The sections of the small world in which states, people and chance act; `tests.small_world` puts it together."""

from __future__ import annotations

import numpy as np

from game.engine.world import (
    Agreements,
    Calendar,
    Diplomacy,
    Finance,
    Goods,
    Names,
    Projects,
    Research,
    Sites,
    Stockpiles,
)

NAMES = Names(
    nations=("arden", "boreas", "dominion", "mineland", "refinia", "elsewhere"),
    materials=("light", "heavy"),
    stages=("mine", "separation", "magnet", "scrap"),
    goods=("ore", "light_oxide", "heavy_oxide", "magnet_alloy", "scrap"),
    zones=("world", "dominion", "mineland"),
    quotas=("light", "heavy"),
    sectors=("cars", "polish", "lamps"),
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
    origins=("dominion", "arden", "mineland", "refinia", "elsewhere"),
)
ORE, LIGHT, HEAVY, ALLOY, SCRAP = range(5)
OXIDES = [LIGHT, HEAVY]
GOODS = Goods(
    material=np.array([-1, 0, 1, -1, -1]),
    stage=np.array([0, 1, 1, 2, 3]),
    headline=1,
    counted=np.array([False, True, True, False]),
    basket=np.array([0.0, 0.7, 0.3, 0.0, 0.0]),
)
N, G, K, J, U = 6, 5, 4, 3, 2
TURN_MONTHS, TURNS = 6, 10
T = TURN_MONTHS * TURNS
RIVAL = 2


def calendar() -> Calendar:
    """Five years from 2010, in turns of half a year."""
    return Calendar(start=2010 * 12, turn_months=TURN_MONTHS, turns=TURNS)


def sites() -> Sites:
    """What the economy does not count of the sites of ``tests/small/sites.yaml``."""
    return Sites(
        host=np.array([0, 0, 2, 2, 2, 3, 3, 4]),
        stage=np.array([1, 2, 0, 1, 2, 0, 0, 1]),
        cash=np.array([5.0, 40.0, 500.0, 500.0, 500.0, 20.0, 0.0, 15.0]),
        fixed_cost=np.zeros(8),
        informal=np.zeros(8, dtype=bool),
        recycling=np.array([True, *[False] * 7]),
        digs=np.array([False, False, True, False, False, True, True, False]),
        treats=np.array([0.0, 0, 0, 1, 0, 0, 0, 1]),
        offtake=np.zeros((2, 8)),
        needs_line=np.array([0, -1, -1, -1, -1, -1, -1, -1]),
        needs_level=np.array([5.0, 0, 0, 0, 0, 0, 0, 0]),
        protest=np.zeros(8),
        suspension=np.zeros(8),
        care_months=12.0,
        restart_margin=1.15,
    )


def projects() -> Projects:
    """Two things that can be built, and money for a plant that stands."""
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
        after=np.array([-1, -1, -1]),
        partners_month=np.zeros(3, dtype=np.int64),
        partners_price=np.zeros(3),
        known_month=np.zeros(3, dtype=np.int64),
        begun_phase=np.full(3, -1),
        begun_sponsor=np.full(3, -1),
        begun_instrument=np.full(3, -1),
        begun_public=np.zeros(3),
    )


def finance() -> Finance:
    """The public agency of each seat."""
    return Finance(
        max_public_share=0.75,
        least_public_share=0.0,
        offered=np.array([True, True, True, False, False]),
        budget_cost=np.array([1.0, 1.0, 0.3, 0.0, 0.0]),
        offtake_factor=np.array([1.0, 0.8, 0.4, 0.0, 0.0]),
        relief=np.ones(5),
        return_wanted=1.0,
        return_least=-np.inf,
        loss_given_failure=np.array([1.0, 1.0, 1.0, 0.0, 0.0]),
        early_risk=np.ones(5),
        early_months=np.ones(5),
        vetting=np.array([3.0, 2.0, 9.0, 0.0, 0.0, 0.0]),
        support_months=24.0,
        payout=0.0,
        payout_reserve=0.0,
        easing_rate=0.05,
        easing_years=10.0,
        leaving_fee=0.1,
        leaving_trust=0.05,
        sale_discount=0.1,
    )


def stockpiles() -> Stockpiles:
    """A small stockpile of one seat, of oxides."""
    held = np.zeros((N, G))
    held[0, OXIDES] = 20.0
    return Stockpiles(
        goods=np.array([False, True, True, False, False]),
        reserve=held,
        target=held.copy(),
        pace=np.array([5.0, 5.0, 0.0, 0.0, 0.0, 0.0]),
        storage_cost=0.02,
        stop_months=6.0,
    )


def research() -> Research:
    """Two lines."""
    readiness = np.ones((N, 2)) * 3.0
    readiness[:2, 0], readiness[RIVAL] = 6.0, 4.0
    return Research(
        readiness=readiness,
        half_spend=np.array([10.0, 15.0]),
        fastest=np.array([1.2, 1.0]),
        spillover=0.3,
        thrift_gain=np.array([0.0, 0.035]),
        recycling_gain=np.array([0.05, 0.0]),
        separation_gain=np.array([0.0, 0.02]),
        market_loss=np.array([0.0, 0.002]),
        max_rate=np.array([50.0, 60.0]),
    )


def diplomacy() -> Diplomacy:
    """Some tension with the rival."""
    trust = np.full((N, N), 0.5)
    trust[:, RIVAL] = trust[RIVAL] = 0.3
    return Diplomacy(
        tension=np.array([0.3, 0.2, 0.0, 0.1, 0.1, 0.1]),
        tension_rest=np.array([0.25, 0.2, 0.0, 0.1, 0.1, 0.1]),
        tension_months=18.0,
        tariff_tension=0.02,
        trust=trust,
        posture_tension=np.array([-0.02, 0.0, 0.02, 0.05]),
        posture_approval=np.array([-0.002, 0.0, 0.001, 0.001]),
        posture_capital=np.array([1.0, 0.0, 1.0, 3.0]),
        trust_gain=0.005,
    )


def agreements() -> Agreements:
    """Two kinds."""
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
