"""The kinds of event: what each means, what it reads like, to whom, and what its parts stand for.

A new kind is an entry in the module of its subject and a call of `Events.add`; headlines, logs and reports read this
table alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.event_kinds import agreements, interventions, markets, works
from game.engine.event_kinds.kind import ALL, BAD, GOOD, PARTIES, PHASE, PLAIN, REASON, RIVAL, EventKind

__all__ = ["ALL", "BAD", "EVENTS", "GOOD", "PARTIES", "PHASE", "PLAIN", "REASON", "RIVAL", "EventKind"]

EVENTS: Mapping[str, EventKind] = {**markets.KINDS, **works.KINDS, **agreements.KINDS, **interventions.KINDS}
