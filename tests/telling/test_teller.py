"""Messages in words for a reader."""

from __future__ import annotations

import string

import pytest

from game.engine.messages import Amount, Message, Name
from game.engine.terms import CAUSES
from game.session.causes import cause_of
from game.session.lexicon import Lexicon
from game.session.measured.acts import ENDED, INCIDENT, PROJECT, RULE
from game.session.record import recorded
from game.telling import Teller, numbers
from game.telling.grammar import capital, genitive, listed
from game.telling.templates import templates
from tests.session.small_package import small_package

PACKAGE = small_package()
TELLER = Teller(Lexicon.of_control(PACKAGE), "arden")


def said(text: str) -> str:
    return text.replace(numbers.BLANK, " ")


@pytest.mark.parametrize(
    ("cause", "text"),
    [
        ("order:arden:fund_project", "your finance"),
        ("order:boreas:set_posture", "Boreas' posture"),
        ("rule:embargo", "rule: Embargo"),
        ("incident:slump", "after: A slump in car making"),
        ("chance:project", "chance"),
    ],
)
def test_a_cause_names_its_owner_as_the_reader_would(cause: str, text: str) -> None:
    message = cause_of(cause)
    assert message is not None
    assert TELLER.tell(message) == text


def test_the_market_is_no_cause() -> None:
    assert cause_of("market") is None


@pytest.mark.parametrize(("name", "owner"), [("Japan", "Japan's"), ("the United States", "the United States'")])
def test_an_owner_has_its_genitive(name: str, owner: str) -> None:
    assert genitive(name) == owner


@pytest.mark.parametrize(("text", "first"), [("mine", "Mine"), ("“mine”", "“Mine”"), ("", ""), ("12 t", "12 t")])
def test_a_sentence_begins_with_a_capital(text: str, first: str) -> None:
    assert capital(text) == first


@pytest.mark.parametrize(
    ("parts", "text"), [((), "none"), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_a_list_reads_as_one(parts: tuple[str, ...], text: str) -> None:
    assert listed(parts) == text


def test_parts_stand_in_their_places() -> None:
    lost = Message("verdict.lost", {"seat": Name("nations", "arden"), "reasons": ("one", "two")})
    assert TELLER.tell(lost) == "Arden has lost; one; two"
    lacks = Message(
        "refusal.lacks_money",
        {
            "reason": Message("refusal.sealed"),
            "price": Amount(9.04, "US$ million", 9.0),
            "left": Amount(9.0, "US$ million", 9.04),
        },
    )
    assert said(TELLER.tell(lacks)).endswith("it costs US$ 9.04 m now, and US$ 9 m is left")


def test_a_code_without_a_text_is_a_fault() -> None:
    with pytest.raises(KeyError, match=r"nothing\.known"):
        TELLER.tell(Message("nothing.known"))


def test_a_place_that_is_not_filled_is_a_fault() -> None:
    with pytest.raises(KeyError, match="rule"):
        TELLER.tell(Message("cause.rule"))


def test_the_place_of_the_rival_fills_itself() -> None:
    assert TELLER.label("import_share") == "Imports from Dominion"
    assert TELLER.label("price light_oxide") == "Light Oxide outside Dominion"


def test_every_recorded_figure_has_a_label_of_its_own() -> None:
    keys = recorded(PACKAGE.world)
    labels = {TELLER.label(" ".join(key)) if len(key) > 1 else TELLER.label(key[0]) for key in keys}
    assert not [label for label in labels if "{" in label]
    assert TELLER.label("site_cash mineland_old") == "Cash of Mineland Old"


def test_every_template_can_be_filled() -> None:
    for code, template in templates().items():
        for text in (template,) if isinstance(template, str) else template:
            for _, place, form, _ in string.Formatter().parse(text):
                assert place is None or place, code
                assert form in (None, "", "of", "alone", "number", "change", "clauses"), code


def test_every_cause_of_a_term_and_every_act_has_a_text() -> None:
    codes = [f"term.{code}" for code in CAUSES if code != "order"]
    codes += [f"{kind}.{form}" for kind in ("term", "act") for form in ("order", "order_about")]
    codes += [f"act.{kind}" for kind in (RULE, ENDED, INCIDENT, PROJECT)]
    codes += ["term.others", "term.rest", "cause.sized", "news.owed"]
    assert not set(codes) - set(templates())
