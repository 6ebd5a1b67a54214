"""Rule-led seats: when rules act, how long they rest, and that memory survives a save."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from game.content.package import Doctrine
from game.doctrines import RuleLeader, leaders_of, load_match, open_match
from game.engine import start
from game.session.sight import Sight
from tests.session.small_package import ALWAYS, above, rule, small_package
from tests.small_world import seeds

PACKAGE = small_package()
WORLD = PACKAGE.world
ENGAGE = {"kind": "set_posture", "posture": "engage"}


def _leader(*rules: object, batch: int = 1) -> RuleLeader:
    return RuleLeader(Doctrine("made", "Made", "For a test.", rules), batch)  # type: ignore[arg-type]


def _acted(leader: RuleLeader, turns: int) -> list[int]:
    """Turns in which the leader's only rule acts, when all that it proposes is accepted."""
    state = start.begin(WORLD, seeds(1))
    acted = []
    for turn in range(turns):
        for index, proposal in enumerate(leader.orders(Sight(WORLD, state, 0), turn, np.ones(1, dtype=bool))):
            leader.settled(index, proposal.where, turn)
            acted.append(turn)
    return acted


def test_a_rule_without_cooldown_acts_every_turn() -> None:
    assert _acted(_leader(rule("a", ALWAYS, ENGAGE, 0)), 4) == [0, 1, 2, 3]


def test_a_cooldown_counts_turns() -> None:
    assert _acted(_leader(rule("a", ALWAYS, ENGAGE, 1)), 4) == [0, 1, 2, 3]
    assert _acted(_leader(rule("a", ALWAYS, ENGAGE, 3)), 8) == [0, 3, 6]


def test_a_rule_may_act_once() -> None:
    assert _acted(_leader(rule("a", ALWAYS, ENGAGE, -1)), 5) == [0]


def test_a_refused_order_has_not_acted() -> None:
    leader = _leader(rule("a", ALWAYS, ENGAGE, -1))
    state = start.begin(WORLD, seeds(1))
    for turn in range(3):
        (proposal,) = leader.orders(Sight(WORLD, state, 0), turn, np.ones(1, dtype=bool))
        assert proposal.reason == "because of a"
        leader.settled(0, np.zeros(1, dtype=bool), turn)


def test_each_match_of_a_batch_has_its_own_condition_and_rest() -> None:
    leader = _leader(rule("a", above("tension", 0, threshold=0.5), ENGAGE, 2), batch=3)
    state = start.begin(WORLD, seeds(3))
    state.tension[0] = [0.6, 0.4, 0.6]
    where = np.array([True, True, False])
    (first,) = leader.orders(Sight(WORLD, state, 0), 0, where)
    assert first.where.tolist() == [True, False, False]
    leader.settled(0, first.where, 0)
    state.tension[0] = 0.6
    (second,) = leader.orders(Sight(WORLD, state, 0), 1, np.ones(3, dtype=bool))
    assert second.where.tolist() == [False, True, True]


def test_rules_act_in_the_order_of_the_doctrine() -> None:
    protest = {"kind": "set_posture", "posture": "protest"}
    leader = _leader(
        rule("a", ALWAYS, protest), rule("b", above("month", threshold=99.0), ENGAGE), rule("c", ALWAYS, ENGAGE)
    )
    state = start.begin(WORLD, seeds(1))
    proposals = leader.orders(Sight(WORLD, state, 0), 0, np.ones(1, dtype=bool))
    assert [proposal.reason for proposal in proposals] == ["because of a", "because of c"]


def test_memory_goes_through_a_save(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "log"
    straight = open_match(PACKAGE, seed=seed)
    stopped = open_match(PACKAGE, seed=seed, log=path)
    for turn in range(WORLD.calendar.turns):
        straight.resolve()
        if turn % 2:
            stopped = load_match(path, package=PACKAGE)
        stopped.resolve()
        assert stopped.control.reports[turn].orders == straight.control.reports[turn].orders
    assert stopped.control.state.digest() == straight.control.state.digest()


def test_memory_names_only_what_has_acted() -> None:
    leader = leaders_of(PACKAGE)("careful", "arden")
    assert leader.memory() == {}
    leader.restore({"mine": [3], "rule of another version": [1]})
    assert leader.memory() == {"mine": [3]}
