"""The whole game in a terminal, played through its keyboard."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli.text.game import play
from game.cli.text.terminal import Terminal
from game.content.package import Package
from game.doctrines import load_match, open_match
from game.session.saves import list_saves
from game.session.saves.log import read
from tests.cli.conftest import Run
from tests.examples import sparing
from tests.session.edited import damage
from tests.session.small_package import small_package

_START = ("play", "embargo_2010", "--text", "--seat", "japan", "--seed", "7")
_END = "end\ny\n"
_SCREENS = [
    "situation", "chain", "projects", "holdings", "stockpiles", "lines", "diplomacy", "policy", "nations", "sites",
    "news", "score", "briefing", "help",
]  # fmt: skip
_BOXES = re.compile(r"[─-╿▀-▟\x1b]")


def _logged(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_match_is_played_to_its_end(run: Run) -> None:
    outcome = run(*_START, typed="\n" + _END * 14)

    (save,) = list_saves()
    assert outcome.code == 0, outcome.err
    assert outcome.err == ""
    assert "turn 14 of 14" in outcome.out
    assert re.search(r"^(Won|Lost): \d+\.\d of 100 points$", outcome.out, re.MULTILINE)
    assert f"chokepoint report '{save.path}' --out debrief" in outcome.out
    assert save.finished


@pytest.mark.slow
def test_every_screen_fits_80_columns(run: Run) -> None:
    more = [
        "project mt_weld_1",
        "why tension",
        "chart price",
        "help fund",
        "agreement joint_stockpile usa",
        "holding vietnam_works",
        "orders",
    ]
    outcome = run(*_START, typed="\n" + _END * 3 + "\n".join([*_SCREENS, *more]) + "\n")

    lines = [line for line in outcome.out.splitlines() if not line.startswith("chokepoint ")]
    assert max(map(len, lines)) <= 80
    titles = ("Supply chain", "Projects", "Public stockpiles", "Research", "Agreements", "Nations")
    for title in (*titles, "Why: Tension with China"):
        assert title in lines


def test_the_score_says_what_it_takes_to_win(run: Run, package: Package) -> None:
    outcome = run(*_START, typed="\ngoals\n")

    told = " ".join(outcome.out.split())
    wanted = [f"{package.win_scores['japan']:.0f} points of 100", *(goal.text for goal in package.goals_of("japan"))]
    points, *goals = (goal.rstrip(".") for goal in wanted)
    said = "; ".join([re.escape(points), *(rf"{re.escape(goal)} \((?:reached )?today:? [^)]+\)" for goal in goals)])
    assert re.search(f"To win: {said}\\.", told)


def test_shares_move_by_points_not_by_per_cent(run: Run) -> None:
    outcome = run(*_START, typed="\n" + _END)

    second = outcome.out[outcome.out.index("turn 2 of 14") :]
    assert re.search(r"^Imports from China +\d+\s% +\N{MINUS SIGN}\d+\.\d points$", second, re.MULTILINE)


def test_plain_mode_has_no_boxes_and_no_colours(run: Run) -> None:
    outcome = run(*_START, "--plain", typed="\nchain\nprojects\nchart tension\nhelp\norders\nmenu\n0\n" + _END)

    assert not _BOXES.search(outcome.out)
    assert not re.search(r"[*#`]", outcome.out)
    assert re.search(r"^Imports from \w+: Now \d+ %", outcome.out, re.MULTILINE)


def test_orders_are_noted_undone_and_sent(run: Run) -> None:
    typed = "\nposture protest\nresearch recycling 2\nstockpile all 50\ntariff 10\nfloor 20\norders\nundo\n" + _END
    outcome = run(*_START, typed=typed)

    (save,) = list_saves()
    (turn,) = (line for line in _logged(save.path) if line["type"] == "turn")
    orders = turn["orders"]
    assert isinstance(orders, dict)
    assert outcome.out.count("Noted: ") == 5
    assert "Taken back: " in outcome.out
    assert [order["kind"] for order in orders["japan"]] == [
        "set_posture", "fund_research", "set_stockpile", "set_trade_policy",
    ]  # fmt: skip
    assert orders["japan"][3]["import_tariff"] == 0.1


def test_codes_of_an_order_sheet_are_typed_as_they_are_written(run: Run) -> None:
    outcome = run(*_START, typed="\nR RE 20\nT 15\nR XX 5\nE\nn\norders\n")

    assert outcome.out.count("Noted:") == 2
    assert "no LINE has the code 'XX'" in outcome.out
    assert "End the turn?" in outcome.out  # a capital alone is the word that it abbreviates


def test_a_refused_order_says_why_and_is_not_noted(run: Run) -> None:
    outcome = run(*_START, typed="\nresearch recycling 100000\norders\n")

    assert "Refused: " in outcome.out
    assert "Noted: " not in outcome.out


def test_what_is_not_understood_gets_an_answer(run: Run) -> None:
    outcome = run(*_START, typed="\nfrobnicate\nsituatoin\np r o\nhelp nothing\nwhy\nchart\nend maybe\nperhaps\nn\n")

    assert "unknown command 'frobnicate': type help for the list" in outcome.out
    assert "did you mean 'situation'?" in outcome.out
    assert "write: why FIGURE" in outcome.out
    assert "Please type y or n." in outcome.out
    assert "turn 2 of 14" not in outcome.out


def test_what_builds_nothing_adds_no_tonnes_and_takes_no_months(run: Run) -> None:
    outcome = run(*_START, typed="\nproject lynas_refinancing\nprojects\n")

    assert "nothing: it builds nothing" in outcome.out
    assert "works from the day it is paid" in outcome.out
    assert "0\N{EN DASH}0" not in outcome.out


def test_why_is_asked_for_by_what_stands_in_the_heading(run: Run) -> None:
    outcome = run(*_START, typed="\nwhy political_capital\nwhy political capital\n")

    assert outcome.out.count("Why: Political capital") == 2


def test_help_calls_the_rival_by_its_name(run: Run) -> None:
    assert "on imports from China" in run(*_START, typed="\nhelp\nhelp tariff\n").out


def test_the_menu_gives_an_order_by_numbers(run: Run) -> None:
    outcome = run(*_START, typed="\nmenu\n2\nposture\n3\nmenu\n2\n4\nrecycling\n2\nmenu\n9\nnothing\n0\norders\n")

    assert "> posture protest" in outcome.out
    assert "> research recycling 2" in outcome.out
    assert outcome.out.count("Noted: ") == 2
    assert "there is no '9':" in outcome.out


@sparing("leaving", ["", "quit\ny\n"], 0)
def test_leaving_keeps_every_turn_and_says_how_to_go_on(run: Run, leaving: str) -> None:
    first = run(*_START, typed="\n" + _END * 2 + "posture protest\n" + leaving)

    (save,) = list_saves()
    assert first.code == 0
    assert "kept up to turn 3, with the orders that were given in it" in first.out
    assert first.out.endswith(f"chokepoint play --text --load '{save.path}'\n")
    assert save.turn == 2

    again = run("play", "--text", "--load", str(save.path), typed="orders\n" + _END)

    assert "turn 3 of 14" in again.out
    assert "Protest against" in again.out.partition("turn 4 of 14")[0]
    assert "turn 4 of 14" in again.out
    assert list_saves()[0].turn == 3


def test_ctrl_c_keeps_the_match(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(terminal: Terminal, prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "ask", interrupted)

    outcome = run(*_START)

    assert outcome.code == 130
    assert "--load" in outcome.out
    assert "Traceback" not in outcome.err


def test_several_people_have_a_curtain_between_them(run: Run) -> None:
    people = ("play", "embargo_2010", "--text", "--players", "japan=Ann,usa=Ben")
    outcome = run(*people, typed="y\n\n\nposture protest\n" + _END + "\n" + _END)

    japan, usa = outcome.out.index("Press Enter when Ann alone"), outcome.out.index("Press Enter when Ben alone")
    assert japan < outcome.out.index("Noted: ") < usa
    assert "turn 2 of 14" not in outcome.out[usa:].split("Press Enter when Ann")[0]
    assert list_saves()[0].people == (("japan", "Ann"), ("usa", "Ben"))


def test_a_seat_is_asked_for_where_none_is_named(run: Run) -> None:
    outcome = run("play", "embargo_2010", "--text", typed="usa\n\n")

    assert "Which nation do you lead?" in outcome.out
    assert list_saves()[0].people[0][0] == "usa"
    assert outcome.code == 0


@pytest.mark.slow
def test_a_damaged_save_offers_the_last_good_turn(run: Run) -> None:
    run(*_START, typed="\n" + _END * 3)
    (save,) = list_saves()
    damage(save.path, read(save.path).numbers[2] + 1)

    refused = run("play", "--text", "--load", str(save.path), typed="n\n")
    taken = run("play", "--text", "--load", str(save.path), typed="y\n" + _END)
    asked = run("play", "--text", "--load", str(save.path), "--turn", "2", typed=_END)

    assert refused.code == 1
    assert "--turn 3" in refused.err
    assert "turn 4 of 14" in taken.out
    assert "turn 3 of 14" in asked.out


@pytest.mark.slow
def test_a_save_without_people_is_not_played(run: Run, tmp_path: Path) -> None:
    save = tmp_path / "program.chokepoint"
    run("simulate", "embargo_2010", "--save", str(save))

    outcome = run("play", "--text", "--load", str(save))

    assert outcome.code == 1
    assert "no person plays" in outcome.err


def test_a_folder_that_cannot_be_written_leaves_a_match_in_memory(run: Run, home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")

    outcome = run(*_START, typed="\n" + _END)

    assert outcome.code == 0
    assert "not kept on disk" in outcome.out
    assert "turn 2 of 14" in outcome.out


def test_a_copy_is_saved_and_not_written_over_unasked(run: Run, tmp_path: Path) -> None:
    copy, taken = tmp_path / "copy.chokepoint", tmp_path / "taken.chokepoint"
    taken.write_text("mine", encoding="utf-8")

    outcome = run(*_START, typed=f"\nsave\nsave {copy}\nsave {taken}\nn\n")

    assert "write: save FILE" in outcome.out
    assert [line["type"] for line in _logged(copy)] == ["header", "content"]
    assert taken.read_text(encoding="utf-8") == "mine"


def _typed(order: dict[str, Any]) -> str:
    """The line that gives `order`."""
    match order:
        case {"kind": "fund_project"}:
            return f"fund {order['project']} {order['instrument']} {order['public_share']}"
        case {"kind": "set_stockpile"}:
            return f"stockpile {order['good']} {order['target_days']} {order['pace_days']} {order['release']}"
        case {"kind": "fund_research"}:
            return f"research {order['line']} {order['rate']}"
        case {"kind": "answer_agreement"}:
            return f"{'accept' if order['accept'] else 'decline'} {order['agreement']} {order['partner']}"
        case {"kind": "weigh_offers"}:
            return "weigh"
        case {"kind": "set_posture"}:
            return f"posture {order['posture']}"
        case {"kind": "set_trade_policy"}:
            return f"tariff {order['import_tariff']}\nfloor {order['price_floor']}"
        case _:
            return f"{order['kind'].split('_')[0]} {order['agreement']} {order['partner']}"


@pytest.mark.slow
def test_the_shipped_scenario_is_lost_by_waiting(run: Run) -> None:
    outcome = run(*_START, typed="\n" + _END * 14)

    assert re.search(r"^Lost: ", outcome.out, re.MULTILINE)


@pytest.mark.slow
def test_the_shipped_scenario_is_won_by_typing_what_a_careful_doctrine_orders(run: Run, package: Package) -> None:
    led = open_match(package, seed=7, doctrines={"japan": "resource_agency"})
    lines = [""]
    while not led.finished:
        led.resolve()
        lines += [_typed(order.model_dump()) for order in led.control.reports[-1].orders["japan"]]
        lines += ["end", "y"]

    outcome = run(*_START, typed="\n".join(lines) + "\n")

    (save,) = list_saves()
    assert re.search(r"^Won: ", outcome.out, re.MULTILINE)
    assert "Refused" not in outcome.out
    assert load_match(save.path).control.state.digest() == led.control.state.digest()


@pytest.mark.parametrize(("score", "word"), [(0.0, "Won"), (100.1, "Lost")])
def test_winning_and_losing_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], score: float, word: str
) -> None:
    package = small_package(goals=(), win_scores=dict.fromkeys(("arden", "boreas"), score))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n" + _END * package.world.calendar.turns))

    code = play(open_match(package, seed=1, people={"arden": "Ann"}), Terminal())

    assert code == 0
    assert re.search(rf"^{word}: \d", capsys.readouterr().out, re.MULTILINE)


def test_what_one_holds_is_told_and_let_go(run: Run) -> None:
    typed = "\nholdings\nholding vietnam_works\nletgo vietnam_works\norders\nsell vietnam_works\n"
    outcome = run(*_START, typed=typed)

    assert "What you hold" in outcome.out
    assert re.search(r"vietnam_works .*Vietnamese", outcome.out)
    assert "Noted: Let go of all that you have in Vietnamese finishing works" in outcome.out
    assert "only equity" in outcome.out


def test_a_project_is_financed_with_others_or_not_at_all(run: Run) -> None:
    outcome = run(*_START, typed="\ncofund japan_separation 30\n" + _END + "news\n")

    assert "Noted: Finance the separation hub in Japan with others by loan, own public share" in outcome.out
    assert "Called off, the money is back: the separation hub in Japan" in outcome.out


@pytest.mark.slow
def test_terms_are_bargained_over_and_stand_in_the_register(run: Run) -> None:
    propose = "propose offtake vietnam 20% 0 3 to begin with"
    outcome = run(*_START, typed=f"\n{propose}\nagreement offtake vietnam\n{_END}register\nquit\n")

    assert outcome.code == 0, outcome.err
    flat = " ".join(outcome.out.split())
    assert "20 % of what is sold and for 3 years" in flat
    assert "first call on what is sold from 10 % to 60 %" in flat
    register = flat.partition("Register of agreements")[2]
    assert "Vietnam" in register
    assert "kept by you" in register


def test_a_seat_changes_hands_with_the_curtain_and_its_draft(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    match = open_match(small_package(), seed=1, people={"arden": "Ann", "boreas": "Ben"})
    typed = "y\n\n\nhand\nhand nowhere Cy\nposture engage\nhand arden Cy\n\norders\nhand boreas careful\nend\ny\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))

    play(match, Terminal())

    out = capsys.readouterr().out
    assert "the doctrines are idle, careful, loud" in out
    assert "unknown SEAT 'nowhere'" in out
    assert out.index("Press Enter when Ann alone") < out.index("Press Enter when Cy alone")
    assert "what was drafted for it is dropped" in out
    assert match.people == {"arden": "Cy"}
    assert match.turn == 1
    assert [order.kind for order in match.control.reports[0].orders["arden"]] == ["set_posture"]


@pytest.mark.slow
def test_a_person_takes_a_seat_of_a_save_that_the_program_led(run: Run, tmp_path: Path) -> None:
    save = tmp_path / "program.chokepoint"
    run("simulate", "first_steps", "--save", str(save))
    begun = ("play", "--text", "--load", str(save), "--turn", "2")

    outcome = run(*begun, "--players", "japan=Mia", typed="quit\ny\n")
    wrong = run(*begun, "--players", "mars=Mia")

    assert outcome.code == 0
    assert "turn 2 of" in outcome.out
    assert "mars" in wrong.err
