"""Conditions of rules in words."""

from __future__ import annotations

import pytest

from game.content.expressions import Vocabulary, condition
from game.session.terms import in_words
from game.session.words import Words
from tests.session.small_package import small_package

WORDS = Words(small_package())
WORLD = WORDS.package.world


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('since("2010-03") and before("2011-01")', "From 2010-03, before 2011-01"),
        ("month() > 3", "From 2010-05"),
        (
            "tension(arden) > 0.6 and basket() <= 4",
            "Arden: tension with Dominion above 60 / 100, Price basket at most 4.00 x",
        ),
        ("separation_share(dominion) < 0.9", "Share of world separation: Dominion below 90 %"),
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
    assert in_words(WORDS, condition(text, Vocabulary(WORLD.names, WORLD.calendar))) == told
