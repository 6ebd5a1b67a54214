"""What a seat takes for the truth: what it may know is as it is, and nothing else reaches it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from game.engine.state import State
from game.session.guess.world import going_on
from game.session.match import Match
from game.session.sight import Sight
from tests.examples import few
from tests.secrecy.change import changes
from tests.secrecy.test_secrets import small
from tests.session.scripts import PEOPLE

# A seat knows what it has taken part in, and its dice are drawn from the seed, which tells nothing of what will be.
CHANGES = {name: change for name, change in changes().items() if name.startswith(("state.", "world."))}


def _known(match: Match, seat: int) -> State:
    return Sight(match.control.world, match.control.state, seat).known(0)


def _same(one: State, other: State) -> bool:
    fields = (np.array_equal(one.arrays()[name], other.arrays()[name], equal_nan=True) for name in one.arrays())
    records = one.supply.tobytes() == other.supply.tobytes() and one.played.tobytes() == other.played.tobytes()
    return all(fields) and records and one.month == other.month


@given(st.integers(0, 3), st.sampled_from(sorted(PEOPLE)), st.sampled_from(sorted(CHANGES)), st.floats(1.1, 6.0))
@example_settings(max_examples=few(60))
def test_no_secret_changes_what_a_seat_takes_for_the_truth(turns: int, seat: str, mark: str, size: float) -> None:
    match = small(turns)
    position = match.seats.index(seat)
    other = CHANGES[mark](match, position, size)
    assert _same(_known(match, position), _known(other, position))
    now, then = (going_on(each.control.world, each.control.state.month) for each in (match, other))
    assert now.supply.rules.tobytes() == then.supply.rules.tobytes()
    assert np.array_equal(now.projects.private_month, then.projects.private_month)
    assert np.array_equal(now.projects.known_month, then.projects.known_month)
    assert np.array_equal(now.rival_rules.base_quota, then.rival_rules.base_quota)


def test_what_is_open_or_its_own_is_as_it_is() -> None:
    match = small(3)
    state, known = match.control.state, _known(match, 0)
    for open_to_all in ("price", "capacity", "project_phase", "posture", "tension", "embargo", "licence"):
        assert np.array_equal(getattr(known, open_to_all), getattr(state, open_to_all)), open_to_all
    for own in ("budget", "capital", "stockpile_target", "readiness", "reserve", "stock", "fear"):
        assert np.array_equal(getattr(known, own)[0], getattr(state, own)[0]), own
    assert not np.array_equal(known.budget[1], state.budget[1])


def test_dice_of_seats_months_and_matches_differ_and_come_again() -> None:
    one, later, another = small(1), small(2), small(1)
    sight = Sight(one.control.world, one.control.state, 0)
    drawn = sight.dice(0, 8).tolist()
    assert len(set(drawn)) == 8
    assert drawn == Sight(another.control.world, another.control.state, 0).dice(0, 8).tolist()
    assert not {*drawn} & {*Sight(later.control.world, later.control.state, 0).dice(0, 8).tolist()}
    assert not {*drawn} & {*Sight(one.control.world, one.control.state, 1).dice(0, 8).tolist()}
