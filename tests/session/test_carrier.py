"""Records over a wire: what comes back is what was sent, and what the types do not say is refused."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.library import Evidence
from game.session.carrier import Carrier
from game.session.codec import Codec, Differs
from game.session.views import View
from game.telling import citations


def carried(kind: Any, record: Any) -> Any:
    """`record` after a journey."""
    text = json.dumps(Carrier().pack(kind, record), allow_nan=False)
    return Carrier().unpack(kind, json.loads(text))


def evidence_in(record: Any) -> Iterator[Evidence]:
    """All evidence in a record, from the first field to the last."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, Mapping):
        for one in record.values():
            yield from evidence_in(one)
    elif isinstance(record, tuple):
        for one in record:
            yield from evidence_in(one)
    elif is_dataclass(record):
        for field in fields(record):
            yield from evidence_in(getattr(record, field.name))


def test_a_view_comes_back_equal_and_cites_the_same(view: View) -> None:
    back = carried(View, view)
    assert back == view
    here, there = list(evidence_in(view)), list(evidence_in(back))
    assert len(here) == len(there) > 20
    for one, other in zip(here, there, strict=True):
        assert other.references == one.references
        assert citations.sources(other) == citations.sources(one)
        assert citations.sentence(one.origin.why, other) == citations.sentence(one.origin.why, one)


def test_what_a_draft_changes_comes_back_in_its_view(view: View) -> None:
    carrier = Carrier()
    data = json.loads(json.dumps(carrier.pack_drafted(view), allow_nan=False))
    assert carrier.unpack_drafted(view, data) == view
    del data["record"]["draft"]
    with pytest.raises(Differs):
        carrier.unpack_drafted(view, data)


@dataclass(frozen=True)
class Leaf:
    name: str
    size: float


@dataclass(frozen=True)
class Other:
    count: int


@dataclass(frozen=True)
class Tree:
    leaf: Leaf
    numbers: tuple[float, ...]
    pair: tuple[str, int]
    named: Mapping[str, Leaf]
    flag: bool
    maybe: float | None
    either: Leaf | Other | str | tuple[Leaf | str, ...]


_NUMBERS = st.floats(allow_nan=False)
_LEAVES = st.builds(Leaf, st.text(), _NUMBERS)
_TREES = st.builds(
    Tree,
    leaf=_LEAVES,
    numbers=st.lists(_NUMBERS).map(tuple),
    pair=st.tuples(st.text(), st.integers()),
    named=st.dictionaries(st.text(), _LEAVES, max_size=3),
    flag=st.booleans(),
    maybe=st.none() | _NUMBERS,
    either=_LEAVES | st.builds(Other, st.integers()) | st.text() | st.lists(_LEAVES | st.text(), max_size=3).map(tuple),
)
TREE = Tree(Leaf("a", 1.0), (), ("b", 2), {}, True, None, "c")


@given(_TREES)
def test_every_type_comes_back_equal(tree: Tree) -> None:
    codec = Codec({}, {})
    assert codec.read(Tree, json.loads(json.dumps(codec.write(Tree, tree), allow_nan=False))) == tree


def test_what_is_no_number_comes_back_as_it_was() -> None:
    codec = Codec({}, {})
    assert math.isnan(codec.read(float, codec.write(float, math.nan)))
    assert math.isnan(codec.read(float | None, codec.write(float | None, math.nan)))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"more": 1}, "Tree: more"),
        ({"flag": 1}, "bool / int"),
        ({"numbers": ["1"]}, "float / str"),
        ({"numbers": [True]}, "float / bool"),
        ({"pair": ["b"]}, "1 / 2"),
        ({"named": []}, "dict / list"),
        ({"either": {"is": "Evidence"}}, "Evidence"),
        ({"either": {"is": "Leaf", "name": "a"}}, "Leaf: size"),
        ({"maybe": "much"}, "str"),
        ({"leaf": None}, "dict / NoneType"),
    ],
)
def test_another_version_is_told(change: dict[str, Any], what: str) -> None:
    codec = Codec({}, {})
    with pytest.raises(Differs, match="different versions") as told:
        codec.read(Tree, codec.write(Tree, TREE) | change)
    assert f"({what})" in str(told.value)
