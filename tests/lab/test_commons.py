"""Agreements that many sign, as a balance measures them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from game.lab.balance.commons import Common
from game.lab.balance.judged import _MEASURES


@pytest.mark.parametrize(
    ("together", "alone", "dilemma"),
    [
        ((3.0, 1.0, 2.0), (0.0, -1.0, 0.0), True),
        ((3.0, -1.0, 2.0), (0.0, -1.0, 0.0), False),
        ((3.0, 1.0, 2.0), (0.5, -1.0, 0.0), False),
    ],
)
def test_a_dilemma_is_what_all_gain_by_and_none_alone(
    together: tuple[float, ...], alone: tuple[float, ...], dilemma: bool
) -> None:
    common = Common("pact", "idle", 0, together, alone)
    assert common.dilemma is dilemma
    study: Any = SimpleNamespace(commons=[common])
    assert [value.value for value in _MEASURES["common_good"](study)] == [float(dilemma)]
