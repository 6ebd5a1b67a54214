"""Stockpiles, prices, the choice between origins, and recycling."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.content.compiling.frame import Frame
from game.content.models import market as market_format
from game.content.models import recycling as recycling_format
from game.content.models import stockpiles as stockpiles_format
from game.content.models.entry import picked
from game.engine.world import SEPARATION, Array, Ints, Market, Recycling, Stockpiles


def stockpiles(frame: Frame) -> Stockpiles:
    """Public reserves and commercial stocks."""
    record = frame.manuscript.need(stockpiles_format.Stockpiles)
    return Stockpiles(
        stage=frame.at("stages", record.stage),
        reserve=frame.grid(record.reserve, "nations", "materials"),
        target=frame.grid(record.target, "nations", "materials"),
        pace=frame.grid(record.pace, "nations"),
        storage_cost=record.storage_cost.value,
        commercial_cover=frame.grid(record.commercial.cover, "nations", "stages"),
        stock=frame.grid(record.commercial.stock, "nations", "stages", "materials").transpose(0, 2, 1).copy(),
        panic=record.fear.panic.value,
        fear_decay=record.fear.decay.value,
        fear_from_price=record.fear.from_price.value,
        fear_from_control=record.fear.from_control.value,
        adjust_months=record.commercial.adjust_months.value,
        release_shortage=record.release.shortage.value,
        release_price=record.release.price.value,
    )


def prices(frame: Frame, name: str) -> Array:
    """(Z, M, K) US$/kg: `name` is a field of `market.ZonePrice`; a missing reference is the start."""
    record = frame.manuscript.need(market_format.Market)
    values = np.zeros((2, len(frame.names.materials), len(frame.names.stages)))
    for m, material in enumerate(frame.names.materials):
        for k, stage in enumerate(frame.names.stages):
            entry = record.prices[material][stage]
            for zone, zone_price in enumerate((entry.outside, entry.inside)):
                values[zone, m, k] = (getattr(zone_price, name) or zone_price.start).value
    return values


def market(frame: Frame, use: Array) -> Market:
    """Origins, preferences, prices and behaviour."""
    record = frame.manuscript.need(market_format.Market)
    behaviour = {
        name: getattr(record.behaviour, name).value for name in type(record.behaviour).model_fields if name in _OWN
    }
    return Market(
        origin=_origins(frame, record),
        preference=preference(frame, record),
        start_price=prices(frame, "start"),
        marginal_cost=prices(frame, "marginal_cost"),
        basket=_basket(frame, record, use),
        **behaviour,
    )


def _basket(frame: Frame, record: market_format.Market, use: Array) -> Array:
    """(M,) parts of the basket: as written, or as industry `use` (N, M, K) has it."""
    parts = use[:, :, SEPARATION].sum(axis=0) if record.basket is None else frame.grid(record.basket, "materials")
    return np.asarray(parts / max(float(parts.sum()), 1e-9))


_OWN = frozenset(Market.__dataclass_fields__)
"""Fields of the compiled market: the behaviour's figures have the same names."""


def _origins(frame: Frame, record: market_format.Market) -> Ints:
    origin_of = {nation: frame.at("origins", name) for name, members in record.origins.items() for nation in members}
    return np.array([origin_of[nation] for nation in frame.names.nations], dtype=np.int64)


def preference(frame: Frame, record: market_format.Market) -> Array:
    """(X, N, M, K) shares by origin; 0 throughout where no line speaks of an importer and good."""
    names = frame.names
    table = np.zeros((len(names.origins), len(names.nations), len(names.materials), len(names.stages)))
    for line in record.preferences:
        shares = [line.shares.at(origin) or 0.0 for origin in names.origins]
        for place in _cells(frame, line):
            table[(slice(None), *place)] = shares
    return table


def _cells(frame: Frame, line: market_format.Preference) -> Iterator[tuple[int, int, int]]:
    for nation in picked(line.importers, frame.names.nations):
        for material in picked(line.materials, frame.names.materials):
            for stage in picked(line.stages, frame.names.stages):
                yield frame.at("nations", nation), frame.at("materials", material), frame.at("stages", stage)


def recycling(frame: Frame) -> Recycling:
    """Scrap: how long goods live, how much is in use, how much is collected."""
    record = frame.manuscript.need(recycling_format.Recycling)
    return Recycling(
        life_months=frame.grid(record.life, "materials"),
        in_use=frame.grid(record.in_use, "nations", "materials"),
        collection=frame.grid(record.collection, "nations"),
    )
