"""How far a figure moved, and how much of it is owed to an act, also where the figure knows no end."""

from __future__ import annotations

import numpy as np

from game.session.measured.acts import Act
from game.session.measured.effects import Effect, Moves

ACTS = (Act("order", 0, 0, 0), Act("order", 0, 1, 0))


def test_an_effect_is_what_the_figure_would_lack_without_the_act() -> None:
    moves = Moves(ACTS, before=np.array([[2.0, 2.0, 2.0]]), after=np.array([[5.0, 3.0, 5.0]]))
    assert moves.moved(0) == 3.0
    assert moves.effects(0) == [Effect(ACTS[0], 2.0)]


def test_a_figure_without_end_that_stays_so_has_not_moved() -> None:
    endless = np.full((1, 3), np.inf)
    moves = Moves(ACTS, before=endless, after=endless)
    assert moves.moved(0) == 0.0
    assert moves.effects(0) == []
