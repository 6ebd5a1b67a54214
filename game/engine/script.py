"""What the rival and the scenario do, told beforehand; and what must not happen: for playing a stretch again.

A month that is played with a `Script` asks no condition and draws no chance for rules and incidents: what is written
happens, in the matches in which it is written. The functions below keep single things from happening in some matches of
a batch, by what the state remembers of them; such a state is good for nothing but to be compared with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.state import State

Mask = NDArray[np.bool_]
Acts = Mapping[int, Mapping[int, Mask]]
"""Month to what happens in it: position, and in which matches, (B,)."""

LONG_AGO = -2
"""Month of an incident that neither waits nor acts."""
FAR_OFF = 1e6
"""Months left of a phase that is not to end."""


@dataclass(frozen=True)
class Script:
    """Rules of the rival that fire and incidents that happen, month by month."""

    rules: Acts
    incidents: Acts


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
