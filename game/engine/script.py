"""What the rival, the scenario, private owners and chance do, told beforehand; and what must not happen.

For playing a stretch again. A month that is played with a `Script` asks no condition of the rival, of incidents or of
private owners, and throws no dice but those that fell: what is written happens, in the matches in which it is written.
So nothing shows of what would have happened, nor of what is still to come. The functions below keep single things from
happening in some matches of a batch, by what the state remembers of them; such a state is good for nothing but to be
compared with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.state import State

Mask = NDArray[np.bool_]
Deeds = Mapping[int, Mask]
"""What happens: position, and in which matches, (B,)."""
Acts = Mapping[int, Deeds]
"""Month to what happens in it."""
Rounds = Mapping[int, Sequence[Deeds]]
"""Month to what happens in it, one after the other: the same thing may happen again in a later round."""

LONG_AGO = -2
"""Month of an incident that neither waits nor acts."""
FAR_OFF = 1e6
"""Months left of a phase that is not to end."""


@dataclass(frozen=True)
class Script:
    """What happens, month by month."""

    rules: Acts
    """Rules of the rival that fire."""
    incidents: Acts
    owners: Acts
    """Projects that private owners take up."""
    phases: Rounds
    """Projects of which a phase ends, one way or another."""
    licences: Acts
    """Sites whose licence is suspended."""


def bar_rule(state: State, rule: int, where: Mask) -> None:
    """Let `rule` rest for ever in the matches of `where`; while it acts it goes on acting."""
    state.rule_wait[rule][where] = np.inf


def bar_incident(state: State, incident: int, where: Mask) -> None:
    """Let `incident` not happen any more in the matches of `where`."""
    state.incident_fired[incident][where] = LONG_AGO


def keep_rule(state: State, rule: int, where: Mask) -> None:
    """Let `rule`, which acts, not end in the matches of `where`."""
    state.rule_left[rule][where & (state.rule_left[rule] > 0.0)] = np.inf


def hold_project(state: State, project: int, where: Mask) -> None:
    """Let the phase in which `project` is not end in the matches of `where`."""
    state.project_left[project][where] = FAR_OFF
