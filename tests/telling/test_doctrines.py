"""Pages of doctrines: every rule in words with its reason, and how it looks ahead."""

from __future__ import annotations

import pytest

from game.telling.doctrines import method, page
from tests import shipped


@pytest.mark.parametrize("scenario", shipped.in_turn())
def test_every_doctrine_has_a_page_in_words(scenario: str) -> None:
    package = shipped.package(scenario)
    for doctrine in package.doctrine_names:
        bound = package.bind_doctrine(doctrine, package.default_seat)
        told = page(package, doctrine, package.default_seat)
        assert len(told.rules) == len(bound.rules)
        assert bool(told.ahead) is (bound.ahead is not None)
        assert method(package, doctrine, package.default_seat)
        for rule in told.rules:
            assert rule.reason
            words = f"{rule.when} {rule.order} {rule.how_often} {' '.join(told.ahead)}"
            assert not {"{", "}", "_"} & set(words), words


def test_the_page_says_what_counts_and_what_is_feared() -> None:
    package = shipped.package("embargo_2010")
    told = " ".join(page(package, "pessimist", "japan").ahead)
    assert "the tenth of the futures that end worst" in told
    assert "in 50\xa0% of its futures 85\xa0% of the shipments to it stop for 6\xa0months" in told


def test_a_rule_reads_like_a_sentence() -> None:
    rules = page(shipped.package("embargo_2010"), "stockpiler", "korea").rules
    assert rules[2].when == "The metal plants in Vietnam not taken up yet, South Korea: budget above US$\xa025\xa0m"
    assert rules[2].order == "Finance the metal plants in Vietnam by equity, public share 75\xa0%"
