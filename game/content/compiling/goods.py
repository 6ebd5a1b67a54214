"""Goods: their places among materials and stages, and the stages by which figures count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.content.manuscript import Manuscript
from game.content.models.goods import Goods as GoodsRecord
from game.content.models.materials import Materials
from game.content.models.sites import Sites
from game.engine.world import Goods

NOWHERE = -1
"""Place of a name that is not declared: a finding is made of it elsewhere."""


def goods(manuscript: Manuscript) -> Goods:
    """The table of goods in the order of their file.

    Raises:
        LookupError: when a record that is needed for this could not be used.
    """
    record, materials = manuscript.need(GoodsRecord), manuscript.need(Materials)
    entries, stages = record.goods.values(), tuple(materials.stages)
    recycling = [site.stage for site in manuscript.need(Sites).sites.values() if site.recycling]
    return Goods(
        material=_places([entry.material for entry in entries], tuple(materials.materials)),
        stage=_places([entry.stage for entry in entries], stages),
        headline=_place(materials.headline, stages),
        scrap=_place(recycling[0] if recycling else materials.headline, stages),
        counted=np.array([stage.counted for stage in materials.stages.values()]),
    )


def _places(names: Sequence[str | None], known: tuple[str, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array([_place(name, known) for name in names], dtype=np.int64)


def _place(name: str | None, known: tuple[str, ...]) -> int:
    return known.index(name) if name in known else NOWHERE
