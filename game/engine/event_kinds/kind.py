"""What a kind of event says of itself."""

from __future__ import annotations

from dataclasses import dataclass

ALL, PARTIES = "all", "parties"
GOOD, BAD, RIVAL, PLAIN = "good", "bad", "rival", "plain"
PHASE, REASON = "phase", "reason"


@dataclass(frozen=True)
class EventKind:
    """One kind of event.

    `text` may name ``{actor}``, ``{target}``, ``{item}`` and ``{amount}``, which is written with its unit. It is empty
    where no headline tells of the kind. Names may stand for one thing or several ("Metal plants"), so that no verb may
    hang on those of sites and projects.
    """

    meaning: str
    text: str = ""
    untargeted: str = ""
    """Takes the place of `text` where the event has no target, or does its target no harm."""
    tone: str = PLAIN
    """``good``, ``bad``, ``rival`` or ``plain``, for those whom it concerns."""
    readers: str = ALL
    """``all``: the world can see it. ``parties``: the nations that are actor or target."""
    actor: str = "nations"
    target: str = "nations"
    item: str = ""
    """Axis on which the position stands: a field of `Names`, ``incidents``, or none."""
    unit: str = ""
    """Of the amount, as the number writer knows it; ``phase`` for a place in `world.PHASES`, ``reason``
    for one in `reasons.REASONS`."""
    needed_by: str = ""
    """``actor`` or ``target``: whose need in a month says whether the tonnes of the amount are news at all."""
    of_size: bool = False
    """Whether the project must be of some size for this to be news to who has no part in it."""
