"""The records of the economy have room for so many entries of each kind and no more."""

from __future__ import annotations

from game.content.checks.known import Known
from game.content.manuscript import Manuscript
from game.content.models.supply.trade import Trade
from game.content.words import one_of
from game.economy.axes import SIZES

_FILES = {
    "nations": "nations",
    "goods": "goods",
    "sites": "sites",
    "sectors": "sectors",
    "zones": "zones",
    "origins": "trade",
    "quotas": "controls",
}
OUTSIDE = 1
"""The world market, which is a zone too."""


def check(manuscript: Manuscript, known: Known) -> None:
    """Report more entries than there is room for."""
    counted = {axis: len(known[axis]) + (OUTSIDE if axis == "zones" else 0) for axis in _FILES if axis in known}
    for axis, count in counted.items():
        room = SIZES[one_of(axis).capitalize()]
        if count > room:
            most = room - (OUTSIDE if axis == "zones" else 0)
            what = f"{len(known[axis])} {axis}, more than there is room for"
            manuscript.report("rules", _FILES[axis], (axis,), what, f"declare {most} or fewer", key=True)
    trade = manuscript.get(Trade)
    if trade is not None and len(trade.contracts) > SIZES["Contract"]:
        what = f"{len(trade.contracts)} contracts, more than there is room for"
        hint = f"declare {SIZES['Contract']} or fewer"
        manuscript.report("rules", "trade", ("contracts",), what, hint, key=True)
