"""Whether a session keeps to its plan: what play still needs, what there is before the debrief, and what to cut."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MINUTE = 60.0


@dataclass(frozen=True)
class Plan:
    """How the minutes of a session are to be spent. What is left for the debrief is not to be played away."""

    minutes: float
    briefing: float
    turns: int
    turn: float
    """Of every turn."""
    debrief: float

    @classmethod
    def kept(cls, fact: Mapping[str, Any] | None) -> Plan | None:
        """The plan that was written down; None where there was none."""
        return None if fact is None else cls(**fact)

    def fact(self) -> dict[str, Any]:
        """What has to be kept to have it again."""
        return asdict(self)


@dataclass(frozen=True)
class Pace:
    """How a session stands against its plan, in minutes.

    Attributes:
        room: what is left for play before the debrief; below 0 where play has eaten into it.
        need: what the turns that are left take as planned.
        over: by how much they take too long; at most 0 where all is well.
        fewer: how many turns to leave out so that it fits.
        each: how long each turn may last instead.
    """

    room: float
    need: float
    over: float
    fewer: int
    each: float


def pace(plan: Plan, played: float, turns: int, turn: float) -> Pace:
    """How it stands after `played` minutes since the clock was first started, with `turns` to play, the one that runs
    among them, each of `turn` minutes.
    """
    room = plan.minutes - plan.briefing - plan.debrief - played
    need = turns * turn
    over = need - room
    fewer = min(max(math.ceil(over / turn), 0), turns) if turn > 0 else 0
    return Pace(room, need, over, fewer, max(room, 0.0) / turns if turns else 0.0)
