"""Every act there is, by its name on the wire."""

from __future__ import annotations

from collections.abc import Mapping

from game.server.acts import (
    drafts,
    events,
    interventions,
    notes,
    paper,
    projector,
    rewinding,
    rival,
    room,
    seats,
    teams,
    washing,
)
from game.server.acts.deeds import Deed

DEEDS: Mapping[str, Deed] = {
    **drafts.DEEDS,
    **seats.DEEDS,
    **room.DEEDS,
    **notes.DEEDS,
    **rewinding.DEEDS,
    **teams.DEEDS,
    **rival.DEEDS,
    **washing.DEEDS,
    **events.DEEDS,
    **interventions.DEEDS,
    **projector.DEEDS,
    **paper.DEEDS,
}


def may(role: str, kind: str) -> bool:
    """Whether a link of this role may do that."""
    return kind in DEEDS and role in DEEDS[kind].roles
