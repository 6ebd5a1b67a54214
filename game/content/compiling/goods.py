"""Goods: their columns and rows in the flow picture, and the stages by which figures count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.content.manuscript import Manuscript
from game.content.models.supply.goods import Goods as GoodsRecord
from game.engine.world import Goods, Ints

NOWHERE = -1
"""Place of a name that is not declared: a finding is made of it elsewhere."""


def goods(manuscript: Manuscript) -> Goods:
    """The table of goods in the order of their file; the basket is left out.

    Raises:
        LookupError: when a record that is needed for this could not be used.
    """
    record = manuscript.need(GoodsRecord)
    entries, stages = record.goods.values(), tuple(record.stages)
    return Goods(
        material=_places([entry.material for entry in entries], tuple(record.materials)),
        stage=_places([entry.stage for entry in entries], stages),
        headline=_place(record.headline or stages[0], stages),
        counted=np.array([stage.counted for stage in record.stages.values()]),
        basket=np.zeros(len(entries)),
    )


def _places(names: Sequence[str | None], known: tuple[str, ...]) -> Ints:
    return np.array([_place(name, known) for name in names], dtype=np.int64)


def _place(name: str | None, known: tuple[str, ...]) -> int:
    return known.index(name) if name in known else NOWHERE
