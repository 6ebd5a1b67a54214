"""What the projector shows."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

SHOWS = ("news", "prices", "world", "map", "agreements", "lock", "qr")
"""Pictures of the projector's page."""


def _project(sitting: Sitting, act: Act) -> None:
    shows = act.body.get("shows")
    if shows not in SHOWS:
        raise Refused("projector", Said(N_("the projector shows one of: {words}"), words=", ".join(SHOWS)))
    sitting.projector, sitting.washing = str(shows), ""


DEEDS = {"project": Deed(_project, CONSOLE, ("projector", "washed"))}
