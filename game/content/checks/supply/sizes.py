"""The records of the economy have room for so many entries of each kind and no more."""

from __future__ import annotations

from game.content.checks.known import DECLARED, Known
from game.content.manuscript import Manuscript
from game.content.models.supply.trade import Trade
from game.content.words import one_of
from game.economy.axes import SIZES

OUTSIDE = 1
"""The world market, which is a zone too."""


def check(manuscript: Manuscript, known: Known) -> None:
    """Report more entries than there is room for."""
    for _, kind, axis in DECLARED:
        room = SIZES.get(one_of(axis).capitalize())
        if room is None or axis not in known:
            continue  # no axis of the economy, or nothing is known of it
        most, count = room - (OUTSIDE if axis == "zones" else 0), len(known[axis])
        if count > most:
            what = f"{count} {axis}, more than there is room for"
            manuscript.report("rules", kind, (axis,), what, f"declare {most} or fewer", key=True)
    trade = manuscript.get(Trade)
    if trade is not None and len(trade.contracts) > SIZES["Contract"]:
        what = f"{len(trade.contracts)} contracts, more than there is room for"
        hint = f"declare {SIZES['Contract']} or fewer"
        manuscript.report("rules", "trade", ("contracts",), what, hint, key=True)
