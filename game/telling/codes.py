"""Short codes by which an order is written on paper, all of them derived from the forms of the orders.

A way of giving an order has the first letters of its word: ``F`` for *fund*. What an order names has the first letters
of its identifier's words: ``MW1`` for ``mt_weld_1``. They are no numbers in a list: a list grows as more becomes known,
and a sheet that was printed before must never mean something else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from game.orders.form import OneOf, Pick
from game.orders.giving import Giving
from game.orders.registry import KINDS
from game.session.views import View
from game.telling.catalogue import _


@dataclass(frozen=True)
class Coded(Giving):
    """A way of giving an order of some kind, and its code."""

    code: str

    @property
    def pattern(self) -> str:
        """How it is written: ``F PROJECT [INSTRUMENT] [PERCENT]``."""
        needed, may = (_(field.place) for field in self.asked), (f"[{_(field.place)}]" for field in self.optional)
        return " ".join([self.code, *needed, *may])


def _coded() -> Iterator[Coded]:
    """Every way, in the order of the registry: one that is added at its end changes no code before it."""
    taken: set[str] = set()
    for kind, order in KINDS.items():
        for way in order.form.ways:
            word = way.word.upper()
            code = next(word[:size] for size in range(1, len(word) + 1) if word[:size] not in taken)
            taken.add(code)
            yield Coded(kind, way, code)


CODES: Mapping[str, Coded] = {one.code: one for one in _coded()}
"""Code to what it gives."""


def begins(word: str, rest: Sequence[str]) -> bool:
    """Whether a line that was typed, `word` in front, is one of codes: they stand in capitals, as on a sheet."""
    return word.isupper() and word in CODES and bool(rest or not CODES[word].way.asks)


@cache
def forms_of(identifier: str) -> tuple[str, ...]:
    """All codes of an identifier, the shortest first; the last is the whole of it, without what parts its words."""
    words = [word for word in identifier.upper().split("_") if word]
    longest = max(map(len, words), default=0)
    sizes = range(1, longest + 1)
    return tuple(dict.fromkeys("".join(word if word.isdigit() else word[:size] for word in words) for size in sizes))


def code_of(identifier: str, among: Collection[str]) -> str:
    """The shortest code that means `identifier` and nothing else `among` those that may be named."""
    others = {code for other in among if other != identifier for code in forms_of(other)}
    found = forms_of(identifier)
    return next((code for code in found if code not in others), found[-1])


def meant(code: str, among: Sequence[str]) -> tuple[str, ...]:
    """The identifiers that a `code` may mean; a whole identifier means itself alone."""
    wanted = code.upper().replace("_", "").replace("-", "")
    whole = [one for one in among if forms_of(one)[-1] == wanted]
    return tuple(whole[:1] or [one for one in among if wanted in forms_of(one)])


def named(view: View, field: Pick | OneOf, given: Mapping[str, Any]) -> tuple[str, ...]:
    """What may stand in a field, in order, with what stands for all of it."""
    if isinstance(field, OneOf):
        offered = None if field.offered is None else field.offered(view)
        return tuple(one.key for one in field.alternatives if offered is None or one.key in offered)
    every = () if field.everything is None else (field.everything.key,)
    return (*field.known(view, given), *every)
