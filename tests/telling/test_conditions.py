"""Conditions of rules in words."""

from __future__ import annotations

import pytest

from game.content.expressions import condition
from game.content.vocabulary import Vocabulary
from game.session.lexicon import Lexicon
from game.telling import Conditions, Teller, numbers
from tests.session.small_package import small_package

PACKAGE = small_package()
WORLD = PACKAGE.world
CONDITIONS = Conditions(Teller(Lexicon.of_control(PACKAGE)), WORLD)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('since("2010-03") and before("2011-01")', "From Mar 2010, before Jan 2011"),
        ("month() > 3", "From May 2010"),
        (
            "tension(arden) > 0.6 and basket() <= 4",
            "Arden: tension with Dominion above 60 / 100, Price basket at most 4\N{MULTIPLICATION SIGN}",
        ),
        ("output_share(dominion, separation) < 0.9", "Share of world Separation: Dominion below 90 %"),
        ("rule_count(embargo) >= 1", "After “Embargo”"),
        ("rule_count(embargo) < 1 and rule_active(squeeze) < 1", "“Embargo” not used yet, “Squeeze” not in force"),
        ("rule_active(squeeze) > 0", "“Squeeze” in force"),
        (
            "agreement(pool, arden, boreas) >= 2 or agreement(supply, arden, mineland) >= 2",
            "Pool in force: Arden and Boreas; or Supply in force: Arden and Mineland",
        ),
        (
            "agreement(pool, arden, boreas) >= 2 or agreement(pool, arden, mineland) >= 2",
            "Pool in force: Arden and Boreas, or Arden and Mineland",
        ),
        ("true", "Always"),
    ],
)
def test_a_condition_reads_as_what_has_to_hold(text: str, told: str) -> None:
    assert CONDITIONS.tell(condition(text, Vocabulary(WORLD.names, WORLD.calendar))).replace(numbers.BLANK, " ") == told
