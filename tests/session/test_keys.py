"""Keys of figures, and labels that belong to them."""

from __future__ import annotations

from game.engine.messages import Message, Name
from game.session.keys import expand, label, reading, short
from game.session.record import recorded
from tests.session.small_package import small_package

PACKAGE = small_package()


def test_every_recorded_figure_can_be_read() -> None:
    keys = recorded(PACKAGE.world)
    assert len({*keys}) == len(keys)
    assert [reading(PACKAGE.world, key).metric for key in keys] == [key[0] for key in keys]


def test_a_label_has_the_arguments_in_their_places() -> None:
    places = {"nation": Name("nations", "arden"), "good": Name("goods", "light_oxide")}
    assert label(("reserve_days", "arden", "light_oxide")) == Message("metric.reserve_days", places)


def test_keys_leave_the_own_seat_out() -> None:
    world = PACKAGE.world
    assert expand(world, "arden", "import_share") == ("import_share", "arden")
    assert expand(world, "arden", "import_share boreas") == ("import_share", "boreas")
    assert expand(world, "arden", "reserve_days light_oxide") == ("reserve_days", "arden", "light_oxide")
    assert short(("reserve_days", "arden", "light_oxide"), "arden") == "reserve_days light_oxide"
    assert short(("reserve_days", "boreas", "light_oxide"), "arden") == "reserve_days boreas light_oxide"
