"""What a person fills in to give an order.

A form is a declaration: window, terminal and browser each draw their own control from it. Fields read what a seat may
know (`Face`, its view); nothing here draws, asks or speaks a language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from game.engine.messages import Part

Given = Mapping[str, Any]
"""Parameters of the order that are filled in already."""


class Face(Protocol):
    """What forms read of a seat's view, which is a record of the session."""

    @property
    def briefing(self) -> Any: ...
    @property
    def policy(self) -> Any: ...
    @property
    def projects(self) -> Sequence[Any]: ...
    @property
    def holdings(self) -> Sequence[Any]: ...
    @property
    def soil(self) -> Sequence[Any]: ...
    @property
    def research(self) -> Sequence[Any]: ...
    @property
    def agreements(self) -> Sequence[Any]: ...
    @property
    def stockpiles(self) -> Sequence[Any]: ...


@dataclass(frozen=True, kw_only=True)
class Field:
    """One parameter of an order. Its texts are marked for the catalogue.

    `label` names it, `place` stands for it where a command is explained ("PERCENT"), `tip` says what it does, and
    `note` what follows from it.
    """

    name: str
    label: str
    place: str
    tip: str = ""
    note: str = ""
    now: Callable[[Face, Given], Any] | None = None
    """What it is where nothing is said; None where something has to be."""
    start: Callable[[Face, Given], Any] | None = None
    """Where a control begins; None where that is what it is now."""
    stands: bool = False
    """Whether `now` is a policy in force, so that an earlier order of the same draft changes it."""


@dataclass(frozen=True)
class Alternative:
    """One of several that may be chosen: `label` alone, `within` as it reads in the order's sentence."""

    key: str
    label: str
    within: str
    tip: str = ""


@dataclass(frozen=True, kw_only=True)
class Pick(Field):
    """Something of the rule set: an identifier on `axis`, a field of `Names`."""

    axis: str
    known: Callable[[Face, Given], Sequence[str]]
    """Identifiers that may be written, in order."""
    fitting: Callable[[Face, Given], Sequence[str]] | None = None
    """Those among them for which the order makes sense now; all where it is None."""
    everything: Alternative | None = None
    """What stands for all of them."""
    beside: Callable[[Face, str], Part | None] | None = None
    """What a list says beside the name."""


@dataclass(frozen=True, kw_only=True)
class OneOf(Field):
    """One of a few alternatives."""

    alternatives: tuple[Alternative, ...]
    offered: Callable[[Face], Sequence[str]] | None = None
    """Keys of those that this rule set has; all where it is None."""


@dataclass(frozen=True, kw_only=True)
class Scale(Field):
    """A number with its unit, as the number writer knows it, between bounds that a slider can reach."""

    unit: str
    measure: str
    """Unit as a person is asked for it: "US$ million a year"."""
    low: Callable[[Face, Given], float] = lambda face, given: 0.0
    high: Callable[[Face, Given], float]
    step: Callable[[Face, Given], float]
    zero: str = ""
    """What nought is called, where it has a name."""
    worth: Callable[[Face, Given], Part | None] | None = None
    """What the number comes to."""
    chosen: Callable[[Face, Given], bool] | None = None
    """Whether there is anything to choose; always where it is None."""


@dataclass(frozen=True, kw_only=True)
class Line(Field):
    """A line of text that a person writes, of `longest` letters at most."""

    longest: int


@dataclass(frozen=True, kw_only=True)
class Flag(Field):
    """Yes or no; each way of giving the order says which."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way of giving the order: a word in the terminal, a button in the window."""

    word: str
    button: str
    text: str
    """What it does, as a list of commands says it."""
    asks: tuple[str, ...]
    """Fields that have to be said, in the order in which they are written ..."""
    may: tuple[str, ...] = ()
    """... and those that may be; what is not said is what it is now."""
    sets: Mapping[str, Any] = field(default_factory=dict)
    """Fields that this way decides."""
    undoes: bool = False
    """Whether it gives up something, so that the button warns."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """All fields of an order, the ways of giving it, and the panel where the window places it."""

    panel: str
    fields: tuple[Field, ...]
    ways: tuple[Way, ...]

    def field(self, name: str) -> Field:
        """The field called `name`.

        Raises:
            KeyError: when the form has none.
        """
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)

    def asked(self, face: Face, given: Given) -> tuple[Field, ...]:
        """The fields of which there is anything to choose after what was `given`."""
        return tuple(
            one for one in self.fields if not isinstance(one, Scale) or one.chosen is None or one.chosen(face, given)
        )

    def picks(self) -> tuple[Pick, ...]:
        """The fields that name something of the rule set."""
        return self._picks

    @cached_property
    def _picks(self) -> tuple[Pick, ...]:
        return tuple(one for one in self.fields if isinstance(one, Pick))

    def given(self, face: Face, way: Way, said: Given, drafted: Sequence[Given] = ()) -> dict[str, Any]:
        """The parameters of an order given by `way` with what was `said`; the rest as it stands after `drafted`.

        `drafted` are the parameters of the orders of the same kind in the draft, oldest first.
        """
        found = {**said, **way.sets}
        for one in self.fields:
            if one.name not in found and one.now is not None:
                found[one.name] = one.now(face, found)
                for earlier in drafted if one.stands else ():
                    found[one.name] = earlier[one.name]
        return found


def constant(value: float) -> Callable[[Face, Given], float]:
    """A bound or step that depends on nothing."""
    return lambda face, given: value


def usual(value: str) -> Callable[[Face, Given], str]:
    """What is chosen where nothing is said."""
    return lambda face, given: value
