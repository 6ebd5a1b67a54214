"""Ensembles led by doctrines: each match is the match alone."""

from __future__ import annotations

import numpy as np
import pytest

from game.doctrines import open_match, run_batch
from game.engine.state import State
from tests.session.small_package import small_package
from tests.small_sections import HEAVY
from tests.small_world import seeds

PACKAGE = small_package()


@pytest.mark.slow
def test_a_match_of_the_batch_is_the_match_alone() -> None:
    batch = run_batch(PACKAGE, seeds(7))
    for number, seed in enumerate(batch.seeds.tolist()):
        alone = open_match(PACKAGE, seed=seed)
        while not alone.finished:
            alone.resolve()
        picked = batch.pick(number)
        assert picked.digest() == alone.control.state.digest()
        for name, array in alone.control.state.arrays().items():
            np.testing.assert_array_equal(getattr(picked, name), array, err_msg=name)


def test_doctrines_can_be_chosen_for_the_whole_batch() -> None:
    idle = run_batch(PACKAGE, seeds(3), doctrines={"arden": "idle"})
    careful = run_batch(PACKAGE, seeds(3))
    assert not idle.stockpile_target[0, HEAVY].max() > 20.0
    assert careful.stockpile_target[0, HEAVY].min() == 60.0


def test_turns_and_months_are_shown_as_they_pass() -> None:
    turns: list[tuple[int, int]] = []
    months: list[int] = []

    def on_turn(turn: int, state: State) -> None:
        turns.append((turn, state.month))

    run_batch(PACKAGE, [1, 2], on_turn=on_turn, on_month=lambda state: months.append(state.month))
    assert turns == [(turn, 6 * (turn + 1)) for turn in range(10)]
    assert months == list(range(1, 61))


def test_unknown_seats_and_doctrines_are_named() -> None:
    with pytest.raises(KeyError, match="atlantis"):
        run_batch(PACKAGE, [1], doctrines={"atlantis": "idle"})
    with pytest.raises(KeyError, match="mineland"):
        run_batch(PACKAGE, [1], doctrines={"mineland": "idle"})
    with pytest.raises(KeyError, match="wild"):
        run_batch(PACKAGE, [1], doctrines={"arden": "wild"})
