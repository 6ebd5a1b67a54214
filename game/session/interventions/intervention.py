"""An intervention and a hand-over, as they stand in the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from game.marks import N_, Said
from game.session.interventions.faults import InterventionError

INJECT, OVERRIDE, RULING = "inject", "override", "ruling"
KINDS = (INJECT, OVERRIDE, RULING)
LONGEST = 2000
"""Letters of a reason, and of an effect, at most."""
LONGEST_NAME = 60
"""Letters of a role and of a serial at most."""


@dataclass(frozen=True)
class Intervention:
    """What was done to a match by hand, and why. Raises InterventionError where it is not in order."""

    kind: str
    """``inject``, ``override`` of a figure, or ``ruling`` on an argued action."""
    effect: str
    """In the rule language; empty where the model is left as it is."""
    reason: str
    by: str
    """The role that did it: no name of a person."""
    serial: str = ""
    """Its row in the event list; empty where it stands in none."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            text = N_("an intervention is one of {kinds}, not {kind}")
            raise InterventionError(Said(text, kinds=", ".join(KINDS), kind=repr(self.kind)))
        if not self.reason.strip():
            raise InterventionError(Said(N_("an intervention needs a reason: say in a sentence why it is done")))
        if not self.effect.strip() and self.kind != RULING:
            text = N_("no effect is given; write one such as budget(SEAT) + 300, or make it a ruling")
            raise InterventionError(Said(text))
        for name, value, most in (
            ("reason", self.reason, LONGEST),
            ("effect", self.effect, LONGEST),
            ("by", self.by, LONGEST_NAME),
            ("serial", self.serial, LONGEST_NAME),
        ):
            if len(value) > most:
                text = N_("{part} has {letters} letters; it may have {most}")
                raise InterventionError(Said(text, part=name, letters=len(value), most=most))

    def written(self) -> dict[str, Any]:
        """It as JSON."""
        return asdict(self)

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Intervention:
        """What `written` wrote. Raises KeyError or InterventionError for anything else."""
        parts = {name: str(written[name]) for name in ("kind", "effect", "reason", "by")}
        return cls(**parts, serial=str(written.get("serial", "")))


@dataclass(frozen=True)
class Done:
    """An intervention that was done."""

    turn: int
    """In which it was done, before its orders were resolved; counted from 0."""
    month: str
    """The first month of that turn, ``YYYY-MM``."""
    intervention: Intervention


@dataclass(frozen=True)
class Handed:
    """A seat that changed hands."""

    turn: int
    seat: str
    before: str
    """Name of the person, or the doctrine that led it."""
    to: str
    led: bool
    """Whether a doctrine leads it from then on."""

    def written(self) -> dict[str, Any]:
        """It as JSON, without its turn."""
        return {"seat": self.seat, "before": self.before, "to": self.to, "led": self.led}

    @classmethod
    def read(cls, turn: int, written: Mapping[str, Any]) -> Handed:
        """What `written` wrote. Raises KeyError for anything else."""
        return cls(turn, written["seat"], written["before"], written["to"], bool(written["led"]))
