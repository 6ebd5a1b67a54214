"""The script of the rival, chosen at the command line and in the terminal."""

from __future__ import annotations

import json

import pytest

from game.session.saves import list_saves
from game.session.saves.log import read
from tests.cli.conftest import Run


@pytest.mark.parametrize("words", [("simulate",), ("play", "--text", "--seat", "japan"), ("tournament",)])
def test_a_script_that_is_not_there_is_refused_with_those_that_are(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(words[0], "embargo_2010", *words[1:], "--rival", "softy")
    assert outcome.code == 1
    assert "no script 'softy' of the rival" in outcome.err
    assert "historical, measured, opportunist, hard_liner" in outcome.err


def test_a_save_brings_its_script_with_it(run: Run) -> None:
    outcome = run("play", "--load", "any.chokepoint", "--rival", "measured")
    assert outcome.code == 2
    assert "--load brings scenario, length, seats, rival and seed" in outcome.err


def test_the_briefing_tells_how_the_rival_thinks_and_the_save_keeps_it(run: Run) -> None:
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--rival", "hard_liner", "--seed", "3")
    outcome = run(*words, typed="\nend\ny\n")
    told = " ".join(outcome.out.split())
    assert "China plays by the script “Hard-liner”: Gives nothing back." in told
    assert "The program in your seat makes" in told
    (save,) = list_saves()
    assert read(save.path).header["rival"] == "hard_liner"


def test_the_terminal_asks_how_the_rival_thinks_where_it_asks_for_the_seat(run: Run) -> None:
    outcome = run("play", "embargo_2010", "--text", typed="1\nmeasured\n\nbriefing\n")
    told = " ".join(outcome.out.split())
    assert "How does China think?" in told
    assert "The program as United States makes" in told
    assert told.count("China plays by the script “Measured”") == 2


def test_enter_is_the_usual_script(run: Run) -> None:
    outcome = run("play", "embargo_2010", "--text", typed="\n\n\n")
    assert "plays by the script “Historical”" in " ".join(outcome.out.split())


@pytest.mark.slow
def test_another_script_plays_another_match(run: Run) -> None:
    words = ("simulate", "embargo_2010", "--seed", "2", "--json", "-")
    chosen = ((), ("--rival", "historical"), ("--rival", "measured"))
    digests = [json.loads(run(*words, *more).out)["digest"] for more in chosen]
    assert digests[0] == digests[1] != digests[2]


def test_a_person_leads_the_rival_after_the_seats(run: Run) -> None:
    words = ("play", "embargo_2010", "--text", "--seat", "japan", "--red-cell", "Ben", "--seed", "3")
    ann, alone = "end\ny\n", "\n"
    outcome = run(*words, typed=f"y\n\n{alone}{ann}{alone}1 99\n0\ny\n{alone}{ann}{alone}7 1\nn\n7\ny\n")
    told = " ".join(outcome.out.split())
    assert "China: the keyboard goes to Ben." in told
    assert "There is no 99 in the list." in told
    assert "China does: nothing of its own?" in told
    assert "China does: Shipments to Japan stop?" in told
    (save,) = list_saves()
    log = read(save.path)
    assert (log.header["red_cell"], [turn["rival"] for turn in log.turns]) == ("Ben", [[], ["embargo_japan"]])


def test_the_name_of_who_leads_the_rival_is_checked(run: Run) -> None:
    outcome = run("play", "embargo_2010", "--text", "--seat", "japan", "--red-cell", "x" * 61)
    assert outcome.code == 2
    assert "--red-cell: a name has at most 60 letters" in outcome.err
