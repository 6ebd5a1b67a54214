"""The first match of whoever never played: a careful reader of the briefing wins, who does nothing does not."""

from __future__ import annotations

import re

import pytest

from game.content.package import Package
from game.doctrines import open_match
from game.orders import parse
from game.session.match import Match
from game.telling.brief import briefing
from tests import shipped

SEEDS = range(1, 25)


@pytest.fixture(scope="module")
def package() -> Package:
    return shipped.package("first_steps")


def played(package: Package, doctrine: str, seed: int) -> Match:
    match = open_match(package, seed=seed, doctrines={"japan": doctrine})
    while not match.finished:
        match.resolve()
    return match


@pytest.mark.slow
def test_whoever_reads_the_briefing_with_care_wins_whatever_the_dice_say(package: Package) -> None:
    for seed in SEEDS:
        match = played(package, "careful_reader", seed)
        assert match.result("japan").won, seed
        assert not any(report.refused.get("japan") for report in match.control.reports), seed


@pytest.mark.slow
def test_who_does_nothing_or_runs_after_the_market_loses(package: Package) -> None:
    for doctrine in ("status_quo", "history", "panic_buyer"):
        assert not any(played(package, doctrine, seed).result("japan").won for seed in SEEDS[:6]), doctrine


def test_what_the_briefing_tells_one_to_type_can_be_typed(package: Package) -> None:
    """Every order in it, in the turn in which it stands, as the terminal reads it."""
    from game.cli.text import grammar, words

    match = open_match(package, seed=1, people={"japan": "Ann"})
    text = briefing(match.view("japan"))
    turns = re.split(r"\*\*\d\. ", text)[1:]
    assert len(turns) == 4
    for told in turns:
        typed = [" ".join(one.split()).split() for one in re.findall(r"`([^`]+)`", told)]
        assert all(words.find(name) for name, *_ in typed if name != "embargo_2010")
        orders = [line for line in typed if line[0] in grammar.COMMANDS]
        assert orders
        for name, *rest in orders:
            basis = grammar.Basis(match.view("japan"), match.drafts("japan"))
            assert match.add("japan", grammar.read(basis, grammar.COMMANDS[name], rest)) is None, (name, rest)
        match.seal("japan")
        match.resolve()
    assert match.result("japan").won


def test_the_reader_of_the_tests_orders_what_the_briefing_says(package: Package) -> None:
    kinds = [parse(rule.order).kind for rule in package.bind_doctrine("careful_reader", "japan").rules]
    assert kinds == ["set_stockpile", "fund_project", "propose_agreement", "set_posture"]
