"""Every statement of the documents that is carried is carried by something that moves the outcome, or says why not."""

from __future__ import annotations

import pytest

from game import places
from game.content.checks import documented
from game.content.manuscript import Manuscript, read_folder
from game.content.models.documented import Documented
from tests.lab.carriers import moves

RULES = places.data("rules") / "rare_earths"
SCENARIOS = ("embargo_2010", "history_2008_2025")
UNSEEN = "No match of programs alone shows it"
"""Begins what the ledger says of a statement whose carriers wait for an order, or judge and do not move."""
DOCUMENTS = ("D0", "D1", "D2", "D3", "D4")


@pytest.fixture(scope="module")
def ledger() -> Documented:
    manuscript = Manuscript(rule_folder=RULES)
    read_folder(manuscript, "rules", RULES)
    found = documented.read(manuscript)
    assert found is not None
    return found


def carriers(ledger: Documented, name: str) -> list[str]:
    """What carries a statement; facts, which test it, are none."""
    carried = ledger.statements[name].carried_by or {}
    return [written for written in carried if not written.startswith(documented.FACT)]


def unseen(ledger: Documented, name: str) -> bool:
    return UNSEEN in (ledger.statements[name].lacks or "")


def test_few_statements_are_unseen(ledger: Documented) -> None:
    assert sum(unseen(ledger, name) for name in ledger.statements) <= 11
    assert not [name for name in ledger.statements if unseen(ledger, name) and not carriers(ledger, name)]


@pytest.mark.slow
def test_what_is_only_a_name_moves_nothing_and_what_prices_hang_on_does() -> None:
    assert not moves("goods.materials", SCENARIOS[:1])
    assert not moves("scenario embargo_2010: scenario.goals", SCENARIOS[:1])
    assert moves("market.scarcity", SCENARIOS[:1])
    assert moves("scenario embargo_2010: rival.embargo_japan", SCENARIOS[:1])


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_carries_a_statement_moves_the_outcome(ledger: Documented, document: str) -> None:
    names = [name for name in ledger.statements if name.startswith(f"{document}-") and carriers(ledger, name)]
    assert names
    told = [name for name in names if not unseen(ledger, name)]
    assert not [name for name in told if not any(moves(written, SCENARIOS) for written in carriers(ledger, name))]
