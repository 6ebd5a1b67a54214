"""The rest of the sections of the small world: the rival's script, budgets, standards, the score, and incidents."""

from __future__ import annotations

import numpy as np

from game.engine.conditions import Atom, Condition, Reading
from game.engine.world import Economy, Environment, Incident, News, RivalRules, ScorePart
from tests.small_sections import NAMES, OXIDES, G, J, K, N, T, U


def rival_rules() -> RivalRules:
    """A quota that is tightened under tension, and an embargo where dependence is high too."""
    tense = Atom(Reading("tension", (0,)), 1, 0.45, or_equal=True)
    tenser = Atom(Reading("tension", (0,)), 1, 0.6, or_equal=False)
    dependent = Atom(Reading("import_share", (0,)), 1, 0.5, or_equal=False)
    return RivalRules(
        when=(
            Condition(((tense,),), "tension(arden) >= 0.45"),
            Condition(((tenser, dependent),), "tension(arden) > 0.6 and import_share(arden) > 0.5"),
        ),
        duration=np.array([24, 2]),
        cooldown=np.array([12, 18]),
        once=np.array([False, False]),
        chance=np.array([0.8, 0.5]),
        target=np.array([[True, True, False, False, False, True], [True, False, False, False, False, False]]),
        reason=("tension rose", "tension rose further while dependence was high"),
        zone=np.array([1, 1]),
        controller=np.array([-1, 2, 3]),
        base_quota=np.tile([320.0, 16.0], (T, 1)),
        base_tax=np.zeros((T, len(NAMES.zones), G)),
        reputation_cost=np.array([0.05, 0.15]),
        does=_does(),
    )


def _does() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    tables = {
        "quota": np.ones((2, U)),
        "tax": np.zeros((2, G)),
        "licence": np.ones((2, N, G)),
        "embargo": np.zeros((2, N, G)),
        "flood": np.zeros((2, G)),
        "tension": np.zeros((2, N)),
    }
    tables["quota"][0] = 0.6
    tables["tax"][0, OXIDES] = 0.1
    tables["embargo"][1, 0, OXIDES] = 1.0
    return tables


def economy() -> Economy:
    """Budgets and industry."""
    return Economy(
        budget=np.array([200.0, 150.0, 1000.0, 10.0, 10.0, 100.0]),
        income=np.array([60.0, 45.0, 300.0, 2.0, 2.0, 30.0]),
        approval=np.array([0.5, 0.55, 0.7, 0.5, 0.5, 0.5]),
        capital=np.array([20.0, 20.0, 50.0, 10.0, 10.0, 10.0]),
        capital_income=np.array([6.0, 6.0, 10.0, 3.0, 3.0, 3.0]),
        gdp=np.array([5000.0, 4000.0, 9000.0, 1000.0, 300.0, 20000.0]),
        sector_output=np.array(
            [[300.0, 200, 20], [200, 150, 15], [600, 500, 50], [10, 10, 0], [5, 5, 0], [400, 500, 30]]
        ),
        approval_gdp=0.05,
        approval_months=18.0,
        approval_rest=0.5,
        tariff_approval=0.02,
        lapse=0.0,
        staff=np.array([3.0, 2.0, 20.0, 2.0, 2.0, 5.0]),
    )


def environment() -> Environment:
    """Standards that differ in nothing."""
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


def news() -> News:
    """Shortages of one part in fifty are told, and all that becomes of works."""
    return News(flow=0.1, shortage=0.02, works=0.0)


def score() -> tuple[ScorePart, ...]:
    """Three parts."""
    return (
        ScorePart("supply", "Security of supply", "shortage", "mean", 0.2, 0.0, 0.5, 0.0),
        ScorePart("dependence", "Dependence on the rival", "bottleneck", "end", 1.0, 0.3, 0.3, 0.0),
        ScorePart("people", "Approval", "approval", "end", 0.1, 0.7, 0.2, 5.0),
    )


def incidents() -> tuple[Incident, ...]:
    """A collision on its date, and slumps by chance."""
    clash = np.array([0.4, 0.1, 0.0, 0.0, 0.0, 0.0])
    slump = np.ones((N, J))
    slump[:, 0] = 0.9
    tense = Condition(((Atom(Reading("tension", (0,)), 1, 0.3, or_equal=True),),), "tension(arden) >= 0.3")
    return (
        Incident("collision", 8, None, 1.0, clash, np.ones((N, J)), 0, "A collision at sea"),
        Incident("slump", -1, tense, 0.05, np.zeros(N), slump, 6, "A slump in car making"),
    )
