"""What the projector shows."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused

SHOWS = ("news", "prices", "map", "lock", "qr")
_LONGEST = 200


def _project(sitting: Sitting, act: Act) -> None:
    shows, text = act.body.get("shows"), act.body.get("text") or ""
    if shows not in SHOWS:
        raise Refused("projector", Said(N_("the projector shows one of: {words}"), words=", ".join(SHOWS)))
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise Refused("bad_text", Said(N_("a text here has 1 to {number} letters"), number=_LONGEST))
    sitting.projector = {"shows": str(shows), "text": text.strip()}


DEEDS = {"project": Deed(_project, CONSOLE, ("projector",))}
