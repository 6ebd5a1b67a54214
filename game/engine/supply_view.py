"""What lies, moves and costs what in a match, read from the records of the economy.

Nothing here is stored: each field is a view of a record, or worked out from one, with the batch axis last as everywhere
in the engine. `READ` says of each what `fields.FIELDS` says of what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.fields import CONTROL, OWN, Field, real
from game.engine.seen import Seen
from game.engine.world.supply import Records

Array = NDArray[np.float64]

MONTHS = 12.0
"""The economy counts a month's tonnes, screens a year's."""


@dataclass(frozen=True, eq=False)
class Sizes:
    """How many there are of what the records are padded for; two are the same only where they are one."""

    N: int
    U: int
    G: int
    S: int
    Z: int
    X: int
    J: int


class SupplyView:
    """The part of a state that the economy plays.

    `supply` holds a record for each match, of the layout of `game.economy.state.State`; `played` what was handed on in
    the last month, of that of `game.economy.month.Handed`.
    """

    __slots__ = ("played", "sizes", "supply")
    supply: Records
    played: Records
    sizes: Sizes

    def held(self, name: str, axes: str) -> Any:
        """A field of the records as (axes..., B); a view, so that who writes to it writes to the match."""
        return _laid(self.supply[name], self.sizes, axes)

    def seen(self, name: str, axes: str) -> Any:
        """The same, only to be read: in a batch a copy without the gaps between records, which is read faster."""
        return _compact(_laid(self.supply[name], self.sizes, axes))

    def handed(self, name: str, axes: str) -> Any:
        """A figure of the last month as (axes..., B), only to be read."""
        return _compact(_laid(self.played[name], self.sizes, axes))

    def bought_from(self, origin: int) -> Any:
        """What nations bought from one origin last month, (N, G, B) t, only to be read."""
        bought = self.played["bought"][:, : self.sizes.G, origin, : self.sizes.N]
        return _compact(bought.transpose(2, 1, 0))


def _laid(values: Any, sizes: Sizes, axes: str) -> Any:
    """A view of what is in use of a field of records, the matches last."""
    if len(values) == 1:
        return values[_alone(sizes, axes)]
    return values[_places(sizes, axes)].transpose((*range(1, len(axes) + 1), 0))


@cache
def _places(sizes: Sizes, axes: str) -> tuple[slice, ...]:
    """What of a field of the records is in use, the matches first."""
    return (slice(None), *(slice(getattr(sizes, axis)) for axis in axes))


@cache
def _alone(sizes: Sizes, axes: str) -> tuple[int | slice | None, ...]:
    """The same of the only match, with an axis of one appended."""
    return (0, *_places(sizes, axes)[1:], None)


def _compact(values: Any) -> Any:
    return values if values.shape[-1] == 1 else np.ascontiguousarray(values)


def _held(name: str, axes: str) -> Callable[[SupplyView], Array]:
    return lambda state: state.seen(name, axes)


def _handed(name: str, axes: str) -> Callable[[SupplyView], Array]:
    return lambda state: state.handed(name, axes)


def _unmet(state: SupplyView) -> Array:
    unmet: Array = 1.0 - state.handed("met", "NG")
    np.maximum(unmet, 0.0, out=unmet)
    unmet *= state.handed("need", "NG")
    return unmet


def _used(state: SupplyView) -> Array:
    used: Array = state.handed("used", "NG") + state.handed("taken", "NG")
    return used


def _by_origin(state: SupplyView) -> Array:
    bought: Array = state.handed("bought", "GXN").transpose(1, 2, 0, 3)
    return bought


def _stored(state: SupplyView) -> Array:
    """What of the order for a stockpile was delivered."""
    asked = state.handed("asked", "NG")
    filled = np.minimum(state.handed("received", "NG") / np.maximum(asked, 1e-9), 1.0)
    stored: Array = state.handed("stored", "NG") * filled
    return stored


def _refused(state: SupplyView) -> Array:
    refused: Array = np.add.accumulate(state.handed("refused", "ZNG")[1:], axis=0)[-1]
    return refused


@dataclass(frozen=True)
class Reading:
    """A field that is read from the records: what is said of it, and how it is read."""

    field: Field
    read: Callable[[SupplyView], Array]


def _reading(axes: str, unit: str, meaning: str, read: Callable[[SupplyView], Array], seen: Any = None) -> Reading:
    return Reading(real(axes, unit, meaning) if seen is None else real(axes, unit, meaning, seen), read)


READ: Mapping[str, Reading] = {
    "stock": _reading("NG", "t", "commercial inventories", _held("stock", "NG"), OWN),
    "reserve": _reading("NG", "t", "public stockpile", _held("reserve", "NG"), OWN),
    "fear": _reading("NG", "0-1", "private fear of shortage, drives hoarding", _held("fear", "NG"), OWN),
    "dry": _reading("NG", "share", "of use by firms that have run out", _held("dry", "NG"), OWN),
    "wariness": _reading("NZ", "0-1", "wish of buyers to avoid what a zone sells", _held("wary", "NZ"), CONTROL),
    "thrift": _reading("NG", "share", "of it as a feed that recipes save", _held("thrift", "NG"), OWN),
    "price": _reading("ZG", "US$/kg", "price by zone", _held("price", "ZG")),
    "year_price": _reading("ZG", "US$/kg", "price by zone, smoothed over a year", _held("year_price", "ZG"), CONTROL),
    "capacity": _reading("S", "t/year", "built capacity", lambda state: MONTHS * state.seen("capacity", "S")),
    "site_output": _reading("SG", "t/month", "made by the site", _handed("output", "SG")),
    "flow_need": _reading("NG", "t/month", "wanted for use, before rationing", _handed("need", "NG")),
    "flow_use": _reading("NG", "t/month", "used up by plants and industry", _used, OWN),
    "flow_unmet": _reading("NG", "t/month", "wanted and not had", _unmet, OWN),
    "flow_refused": _reading("NG", "t/month", "asked of a zone and refused by its controls", _refused, OWN),
    "flow_origin": _reading("XNG", "t/month", "bought, by origin", _by_origin),
    "flow_purchase": _reading("NG", "t/month", "bought into the public stockpile", _stored, OWN),
    "flow_release": _reading("NG", "t/month", "released to the nation's firms", _handed("released", "NG"), OWN),
}
"""By name."""


SUPPLY_SEEN: Mapping[str, Seen] = {
    "stock": Seen.OWN, "reserve": Seen.OWN, "reserve_target": Seen.OWN, "reserve_pace": Seen.OWN, "release": Seen.OWN,
    "usual_use": Seen.OWN, "fear": Seen.OWN, "dry": Seen.OWN, "thrift": Seen.OWN, "loss": Seen.OWN,
    "price": Seen.ALL, "capacity": Seen.ALL, "quota": Seen.ALL, "duty": Seen.ALL, "flood": Seen.ALL,
    "embargo": Seen.ALL, "skimp": Seen.ALL, "tariff": Seen.ALL, "offtake": Seen.ALL, "month": Seen.ALL,
    "year_margin": Seen.ALL,
}  # fmt: skip
"""Who may know a field of the record of a match. What is not named is the model's own working, for no seat. What a site
earns on a run follows from prices and costs, which all see.
"""
PLAYED_SEEN: Mapping[str, Seen] = {
    "asked": Seen.OWN, "stored": Seen.OWN, "received": Seen.OWN, "released": Seen.OWN, "refused": Seen.OWN,
    "met": Seen.OWN, "used": Seen.OWN, "taken": Seen.OWN,
    "need": Seen.ALL, "want": Seen.ALL, "bought": Seen.ALL, "output": Seen.ALL, "sold": Seen.ALL,
    "spent": Seen.ALL,
}  # fmt: skip
"""The same of the figures of the last month."""


def _property(name: str) -> property:
    return property(READ[name].read, doc=READ[name].field.meaning)


for _name in READ:
    setattr(SupplyView, _name, _property(_name))
