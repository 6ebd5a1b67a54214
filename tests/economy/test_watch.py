"""A month under watch stops at the first value that is not finite, and says where."""

from __future__ import annotations

import numpy as np
import pytest

from game.economy.play import play
from game.economy.watch import NotFiniteError, play_watched
from tests.economy.example import EXAMPLE

NAMES = {
    "Good": EXAMPLE.goods,
    "Nation": EXAMPLE.nations,
    "Site": EXAMPLE.sites,
    "Zone": EXAMPLE.zones,
    "Sector": EXAMPLE.sectors,
}


FAULTS = [
    (
        "life_months",
        EXAMPLE.goods.index("magnet"),
        0.0,
        r"come_back gives state\.stock = .* at nation japan, good scrap",
    ),
    ("usual_price", EXAMPLE.sectors.index("wind"), 0.0, r"want_use cannot be reckoned at zone world, sector wind"),
    (
        "run_cost",
        EXAMPLE.sites.index("eu_magnet"),
        np.nan,
        r"reckon_margins gives month\.spent = nan at site eu_magnet",
    ),
]


@pytest.mark.parametrize("compiled", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["plain", "compiled"])
@pytest.mark.parametrize(("field", "at", "value", "said"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_broken_rule_set_stops_with_phase_field_and_place(
    field: str, at: int, value: float, said: str, *, compiled: bool
) -> None:
    w = EXAMPLE.world()
    w[field][at] = value
    states = EXAMPLE.guess(w)
    with pytest.raises(NotFiniteError, match=said):
        play_watched(w, states, 3, fast=compiled, names=NAMES)


def test_a_sound_one_is_played_as_ever() -> None:
    w = EXAMPLE.world()
    watched, played = EXAMPLE.guess(w), EXAMPLE.guess(w)
    play_watched(w, watched, 3, fast=False)
    play(w, played, 3, fast=False)
    assert watched.tobytes() == played.tobytes()
