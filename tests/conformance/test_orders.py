"""Every kind of order: an example that works, its wire form, its words, its refusals, its names, its form."""

from __future__ import annotations

import string
from collections.abc import Mapping

import numpy as np
import pytest

from game import orders
from game.engine.messages import Message, Part
from game.engine.world import Names
from game.orders import KINDS
from game.orders.form import OneOf, Pick, Scale
from tests.orders.any_order import every
from tests.orders.table import ARDEN, BOREAS, NEW_SITE, RIVAL, SUPPLY, Table, built, calm
from tests.small_world import NAMES, builders_world

TEXTS = dict(orders.texts())
KINDS_AND_CODES = [(kind, code) for kind, order in KINDS.items() for code in order.refusals]


def _tables() -> list[Table]:
    """Worlds in which everything can be ordered: one with all that rules may offer, one where partners wait, one with
    a stake in a mine, and one with a mine to be built at home.
    """
    rich, asked = Table(builders_world()), Table(calm())
    asked.give(BOREAS, kind="propose_agreement", agreement=NAMES.agreements[1], partner="arden")
    asked.give(ARDEN, kind="propose_agreement", agreement=NAMES.agreements[SUPPLY], partner="mineland")
    owner = built((ARDEN, "equity", 0.5))
    owner.state.held("year_margin", "S")[NEW_SITE] = 2.0  # so that somebody buys it
    home = Table(calm(sites={"host": np.where(np.arange(8) == NEW_SITE, ARDEN, calm().sites.host)}))
    ending = Table(calm())
    for giver, order in ((ARDEN, "propose_agreement"), (BOREAS, "propose_agreement")):
        ending.give(giver, kind=order, agreement=NAMES.agreements[1], partner=NAMES.nations[1 - giver])
    ending.state.agreement_left[1] = 6.0
    return [rich, asked, owner, home, ending]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} - {"rival"}


def _fits(message: Message) -> None:
    """A text stands for the code, and finds all that it names."""
    assert _places(TEXTS[message.code]) <= message.parts.keys(), message
    for part in message.parts.values():
        if isinstance(part, Message):
            _fits(part)


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_works(kind: str) -> None:
    for table in _tables():
        for order in every(kind, NAMES):
            if orders.check(table.world, table.state, ARDEN, order)[0] == orders.ALLOWED:
                codes = table.give(ARDEN, **order.model_dump())
                assert codes[0] == orders.ALLOWED
                assert table.told("order_given")[-1].cause == f"order:arden:{kind}"
                return
    pytest.fail(f"no order of kind {kind} is ever allowed")


@pytest.mark.parametrize("kind", KINDS)
def test_it_survives_the_wire(kind: str) -> None:
    for order in every(kind, NAMES):
        read = orders.parse(order.model_dump(mode="json"))
        assert type(read) is KINDS[kind]
        assert read == order


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_told(kind: str) -> None:
    variants = {""}
    for order in every(kind, NAMES):
        _fits(order.describe())
        variants.add(order.variant())
        target, item = order.subject(calm())
        assert -1 <= target < len(NAMES.nations)
        assert item >= -1
    assert KINDS[kind].texts.keys() <= variants
    assert TEXTS[f"deed.{kind}"]


@pytest.mark.parametrize(("kind", "code"), KINDS_AND_CODES)
def test_a_refusal_says_why(kind: str, code: int) -> None:
    table = Table(builders_world())
    order = next(every(kind, NAMES))
    message = orders.reason(table.world, table.state, ARDEN, order, code)
    assert message.code == f"refusal.{kind}.{KINDS[kind].refusals[code].reason}"
    assert TEXTS[message.code]


@pytest.mark.parametrize("kind", KINDS)
def test_refusals_have_words_of_their_own(kind: str) -> None:
    words = [refused.reason for refused in KINDS[kind].refusals.values()]
    assert len({*words}) == len(words)
    assert not {*KINDS[kind].refusals} & {1, 2}, "the first codes are those that all kinds share"
    with pytest.raises(KeyError):
        orders.reason(calm(), Table().state, ARDEN, next(every(kind, NAMES)), 99)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_refused_can_be_told(kind: str) -> None:
    told: dict[str, Mapping[str, Part]] = {}
    for table in (Table(builders_world()), Table(calm(projects={"needs_level": np.full(len(NAMES.projects), 8.5)}))):
        for nation in (ARDEN, RIVAL):
            for order in every(kind, NAMES):
                code = int(orders.check(table.world, table.state, nation, order)[0])
                if code != orders.ALLOWED:
                    message = orders.reason(table.world, table.state, nation, order, code)
                    _fits(message)
                    told[message.code] = message.parts
    assert told, "nothing is ever refused"


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_name_is_a_fault(kind: str) -> None:
    world, order = calm(), next(every(kind, NAMES))
    assert order.identified(world) is order
    for pick in order.form.picks():
        with pytest.raises(KeyError, match=pick.axis):
            order.model_copy(update={pick.name: "nowhere"}).identified(world)


@pytest.mark.parametrize("kind", KINDS)
def test_its_form_covers_its_parameters(kind: str) -> None:
    order = KINDS[kind]
    names = [field.name for field in order.form.fields]
    assert {*names} == order.model_fields.keys() - {"kind"}
    assert len({*names}) == len(names)
    for field in order.form.fields:
        assert field.label
        if isinstance(field, Pick):
            assert field.axis in Names.__annotations__
        elif isinstance(field, OneOf):
            literal = order.model_fields[field.name].annotation
            assert {one.key for one in field.alternatives} == {*literal.__args__}  # type: ignore[union-attr]
            assert all(one.label and one.within for one in field.alternatives)
        elif isinstance(field, Scale):
            assert field.unit
            assert field.measure


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_says_all_or_leaves_it_as_it_is(kind: str) -> None:
    form = KINDS[kind].form
    assert form.ways
    for way in form.ways:
        assert way.word
        assert way.button
        assert way.text
        written = {*way.asks, *way.may, *way.sets}
        assert written <= {field.name for field in form.fields}
        for field in form.fields:
            assert field.name in written or field.now is not None, f"{field.name} is not said by '{way.word}'"
        assert all(form.field(name).now is not None for name in way.may)


def test_commands_differ() -> None:
    words = [way.word for order in KINDS.values() for way in order.form.ways]
    assert len({*words}) == len(words)


def test_one_code_has_one_text() -> None:
    found: dict[str, str] = {}
    for code, text in orders.texts():
        assert found.setdefault(code, text) == text
        assert text == text.strip()
