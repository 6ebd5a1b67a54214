"""Names for identifiers, and figures as text."""

from __future__ import annotations

import pytest

from game.session.causes import in_words
from game.session.keys import expand, reading, short
from game.session.labels import label_of, write
from game.session.record import recorded
from game.session.words import Words, spaced
from tests.session.small_package import small_package

PACKAGE = small_package()
WORDS = Words(PACKAGE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fund new_mine by loan", "fund Project New Mine by loan"),
        ("heavy and light", "Heavy and Light"),
        ("arden's new_mines are not new_mine", "Arden's new_mines are not Project New Mine"),
        ("protest against the rival", "protest against Dominion"),
        ("nothing to name", "nothing to name"),
    ],
)
def test_identifiers_become_names(text: str, named: str) -> None:
    assert WORDS.named(text) == named
    assert WORDS.sentence(text) == named[0].upper() + named[1:]


def test_positions_become_names() -> None:
    assert WORDS.at("nations", 2) == "Dominion"
    assert WORDS.at("incidents", 0) == "A collision at sea"
    assert WORDS.at("nations", -1) == ""
    assert WORDS.of("nations", "nowhere") == "nowhere"
    assert WORDS.any("pool") == "Pool"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.423, "share", "42 %"),
        (0.042, "share", "4.2 %"),
        (0.0001, "share", "0 %"),
        (0.0, "share", "0 %"),
        (0.37, "0-1", "37 / 100"),
        (1065.2, "US$ million", "US$ 1,065 m"),
        (15000.0, "US$ million", "US$ 15.0 bn"),
        (26.84, "US$/kg", "US$ 26.8/kg"),
        (1125.4, "US$/kg", "US$ 1,125/kg"),
        (104.6, "days", "105 days"),
        (3.4, "ratio", "3.40 x"),
        (2.0, "projects", "2 projects"),
    ],
)
def test_figures_are_rounded_for_reading(value: float, unit: str, text: str) -> None:
    assert write(value, unit) == text


@pytest.mark.parametrize(
    ("cause", "text"),
    [
        ("order:arden:fund_project", "because of your finance"),
        ("order:boreas:set_posture", "because of Boreas's diplomatic posture"),
        ("rule:embargo", "rule: Embargo"),
        ("incident:slump", "after: A slump in car making"),
        ("chance:project", "by chance"),
        ("market", ""),
    ],
)
def test_causes_are_put_in_words(cause: str, text: str) -> None:
    assert in_words(WORDS, cause, "arden") == text


def test_every_figure_of_the_record_has_a_label_of_its_own() -> None:
    keys = recorded(PACKAGE.world)
    assert len({*keys}) == len(keys)
    labels = {(label_of(WORDS, key), key[0]) for key in keys}
    assert len({label for label, _ in labels}) == len(labels)
    for key in keys:
        assert reading(PACKAGE.world, key).metric == key[0]


def test_labels_name_their_arguments() -> None:
    assert label_of(WORDS, ("site_cash", "mineland_old")) == "Cash of Mineland Old"
    assert label_of(WORDS, ("material_share", "arden", "light")) == "Light from Dominion"


def test_keys_leave_the_own_seat_out() -> None:
    world = PACKAGE.world
    assert expand(world, "arden", "import_share") == ("import_share", "arden")
    assert expand(world, "arden", "import_share boreas") == ("import_share", "boreas")
    assert expand(world, "arden", "reserve_days light") == ("reserve_days", "arden", "light")
    assert short(("reserve_days", "arden", "light"), "arden") == "reserve_days light"
    assert short(("reserve_days", "boreas", "light"), "arden") == "reserve_days boreas light"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fund it by loan, public share 75%", "fund it by loan, public share 75 %"),
        ("spend US$110 million a year", "spend US$ 110 m a year"),
        ("guarantee US$7.5/kg", "guarantee US$ 7.5/kg"),
        ("cut by 72 %, US$ 3 m", "cut by 72 %, US$ 3 m"),
    ],
)
def test_amounts_are_spaced_as_on_every_screen(text: str, shown: str) -> None:
    assert spaced(text) == shown
