"""In every shipped scenario, what one seat keeps to itself never changes what another sees."""

from __future__ import annotations

import numpy as np
import pytest

from game.doctrines import open_match
from tests import shipped
from tests.session.test_secrecy import SECRET_FIELDS


@pytest.mark.parametrize("scenario", shipped.in_turn())
def test_secrets_of_the_other_seats_never_change_a_view(scenario: str, seed: int, rng: np.random.Generator) -> None:
    package = shipped.package(scenario)
    match = open_match(package, seed=seed, people={package.default_seat: "Ada"})
    while match.turn < package.world.calendar.turns // 2:
        match.seal(package.default_seat)
        match.resolve()
    for reader in match.seats:
        match._drafts.clear()
        before = match.view(reader)
        for field in SECRET_FIELDS:
            for other in match.seats:
                if other != reader:
                    held = getattr(match.control.state, field)[match.seats.index(other)]
                    held[...] = held + rng.integers(0, 3, held.shape).astype(held.dtype)
        match.control.state.release_rule[:] %= 3
        match._drafts.clear()
        assert match.view(reader) == before
