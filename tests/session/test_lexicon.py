"""What a lexicon tells, and what it keeps."""

from __future__ import annotations

import pytest

from game.content.package import NationText
from game.session.lexicon import SECRET, Lexicon
from tests.session.small_package import small_package

NOTHING: dict[str, tuple[str, ...]] = dict.fromkeys(SECRET, ())


def test_before_anything_has_happened_no_rule_and_no_incident_has_a_name() -> None:
    package = small_package()
    lexicon = Lexicon.of_control(package).only(NOTHING)
    assert lexicon.seats == ("arden", "boreas")
    assert lexicon.rival == package.world.names.nations[package.world.rival]
    for axis in SECRET:
        assert lexicon.ids(axis) == ()
        assert Lexicon.of_control(package).ids(axis)


def test_what_has_come_about_is_revealed_and_nothing_else() -> None:
    package = small_package()
    fired = package.world.names.rules[0]
    lexicon = Lexicon.of_control(package).only({**NOTHING, "rules": (fired,)})
    assert lexicon.ids("rules") == (fired,)
    assert lexicon.name("rules", fired) == package.rules[fired].name
    assert lexicon.ids("incidents") == ()
    with pytest.raises(KeyError):
        lexicon.name("rules", package.world.names.rules[-1])


def test_a_name_within_a_sentence_is_the_name_where_nothing_else_is_written() -> None:
    package = small_package()
    inside = NationText("Union", ("UNI",), "un", 0.0, 0.0, within="the Union")
    lexicon = Lexicon.of_control(small_package(nations={**package.nations, "boreas": inside}))
    assert lexicon.within("nations", "boreas") == "the Union"
    assert lexicon.within("nations", "arden") == "Arden"
    assert lexicon.within("sites", package.world.names.sites[0]) == lexicon.name("sites", package.world.names.sites[0])
    assert lexicon.text("nations", "arden") == ""
    assert lexicon.nation("boreas").flag == "un"
