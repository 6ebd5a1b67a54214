"""The state of a batch of matches: named arrays with the batch axis last.

`FIELDS` is the one table of what a match remembers. Everything that must survive a save, a fork or a digest is in it;
phases hand transient values to each other through `step.Flows`, whose monthly record is also kept here under ``flow_``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import Bilateral, Joined, Written
from game.engine.seen import Seen
from game.engine.world import PHASES, World


@dataclass(frozen=True)
class Field:
    """One named array: its axes without the batch axis, its kind, its unit and what it means."""

    axes: str
    dtype: str
    unit: str
    meaning: str
    seen: Seen = Seen.ALL
    """Who may know it; where it is `Seen.OWN`, of nations a seat may know its own places alone."""


OWN, CONTROL = Seen.OWN, Seen.CONTROL


def _real(axes: str, unit: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "f8", unit, meaning, seen)


def _code(axes: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "i8", "code", meaning, seen)


FIELDS: Mapping[str, Field] = {
    # goods
    "stock": _real("NMK", "t", "commercial inventories", OWN),
    "reserve": _real("NM", "t", "public stockpile", OWN),
    "kept": _real("NMK", "factor", "what today's prices leave of the usual demand", CONTROL),
    "thrift": _real("NM", "share", "permanent saving of demand", OWN),
    "noise": _real("N", "factor", "disturbance of demand", CONTROL),
    "fear": _real("N", "0-1", "private fear of shortage, drives hoarding", OWN),
    "wariness": _real("N", "0-1", "wish of buyers to avoid the rival as an origin", CONTROL),
    "orders_in": _real("NMK", "t/month", "smoothed requests for the nation's product, which plants follow", CONTROL),
    "scrap": _real("2NM", "t", "in use, in two stages of age", CONTROL),
    # prices
    "price": _real("ZMK", "US$/kg", "price by zone"),
    "usual_price": _real("ZMK", "log", "price (US$/kg) that traders hold to be usual", CONTROL),
    "usual_gap": _real("MK", "log", "price outside over inside that traders hold to be normal", CONTROL),
    "year_price": _real("M", "US$/kg", "oxide price outside, smoothed over a year", CONTROL),
    "price_trend": _real("ZMK", "log/month", "last change of the price", CONTROL),
    # sites
    "capacity": _real("S", "t/year", "built capacity"),
    "ramp": _real("S", "0-1", "part of the capacity that works already", CONTROL),
    "site_status": _code("S", "0 not built, 1 operating, 2 care and maintenance, 3 bankrupt"),
    "site_cash": _real("S", "US$ million", "cash left"),
    "site_care": _real("S", "months", "spent on care and maintenance", CONTROL),
    "site_support": _real("S", "months", "for which a public financier still carries losses", CONTROL),
    "site_floor": _real("S", "US$/kg", "price floor granted to the site; 0 none", CONTROL),
    "site_standard": _code("S", "environmental standard: -1 low, 0 usual, 1 high"),
    "site_halted": _code("S", "month up to which the host has suspended the licence; 0 none"),
    "stake": _real("HS", "share", "of the site that a seat owns by equity, and of what the site pays out", CONTROL),
    "offtake": _real("CS", "share", "part of the output promised to a seat or the rival"),
    # projects
    "project_phase": _code("P", "-1 idle, 0-4 under way (place in `PHASES`), 5 done, 6 failed"),
    "project_left": _real("P", "months", "left in the phase; -1 until the month that begins it", CONTROL),
    "project_sponsor": _code("P", "seat that finances it; -1 private or none"),
    "project_public": _real("P", "share", "public part of the finance"),
    "project_instrument": _code("P", "index of the instrument; -1 none"),
    "project_standard": _code("P", "environmental standard: -1 low, 0 usual, 1 high"),
    "project_terms": _code("P", "1 where instrument or standard change what chance holds for it", CONTROL),
    "project_cost": _real("P", "US$ million", "cost with overruns known so far", CONTROL),
    "staff": _real("N", "projects", "that trained staff can run at once in the nation, agreements in force left out"),
    "vetted": _real("N", "projects", "taken on by the agency, and not yet vetted when the turn began", OWN),
    # policy
    "stockpile_target": _real("NM", "days", "of the public stockpile", OWN),
    "stockpile_pace": _real("N", "days/month", "bought at most", OWN),
    "release_rule": _code("N", "index of the release rule", OWN),
    "standard": _code("N", "environmental standard of what the nation takes up: -1 low, 0 usual, 1 high"),
    "research_rate": _real("NL", "US$ million/year", "spending on R&D", OWN),
    "readiness": _real("NL", "1-9", "readiness level", OWN),
    "posture": _code("N", "index of the posture toward the rival"),
    "import_tariff": _real("N", "rate", "on imports from the rival"),
    "price_floor": _real("N", "US$/kg", "floor guaranteed to sites in which the nation holds offtake"),
    # controls of the rival
    "quota": _real("MK", "t/month", "export quota; inf none"),
    "export_tax": _real("MK", "rate", "export tax"),
    "licence": _real("NMK", "share", "applications approved"),
    "embargo": _real("NMK", "share", "shipments cut"),
    "flood": _real("M", "share", "cut of the inside price by price flooding"),
    "rule_left": _real("R", "months", "for which the rule still acts; inf for good", CONTROL),
    "rule_wait": _real("R", "months", "before the rule may fire again", CONTROL),
    "rule_count": _real("R", "times", "fired so far"),
    "rule_fired": _code("R", "month in which it last fired; -1 never"),
    "incident_fired": _code("I", "month in which it happened; -1 never"),
    # diplomacy
    "tension": _real("N", "0-1", "with the rival"),
    "trust": _real("NN", "0-1", "between nations", OWN),
    "agreement": _code("ANN", "0 none, 1 proposed by the first to the second, 2 in force", OWN),
    "agreement_left": _real("ANN", "months", "left of the agreement, or of the proposal", OWN),
    "reputation": _real("N", "0-1", "standing as a supplier and as a keeper of environmental standards"),
    # economy
    "budget": _real("N", "US$ million", "left for resource security", OWN),
    "spent": _real("N", "US$ million", "spent since the start", OWN),
    "capital": _real("N", "points", "political capital", OWN),
    "approval": _real("N", "0-1", "of the government", OWN),
    "gdp_loss": _real("N", "US$ million", "lost since the start", OWN),
    "export_tariff": _real("E", "rate", "that the buyer of the lane charges beyond the usual"),
    "export_tariff_left": _real("E", "months", "for which that tariff still stands; inf for good", CONTROL),
    "export_index": _real("E", "factor", "sold on the lane over what would be sold without the tariff", CONTROL),
    # flows of the last month
    "flow_need": _real("NMK", "t/month", "wanted for use, before rationing"),
    "flow_production": _real("NMK", "t/month", "made"),
    "flow_use": _real("NMK", "t/month", "used up by plants and industry", OWN),
    "flow_unmet": _real("NMK", "t/month", "wanted and not had", OWN),
    "flow_refused": _real("NMK", "t/month", "asked of the rival and refused by its controls", OWN),
    "flow_imports": _real("NMK", "t/month", "imports"),
    "flow_exports": _real("NMK", "t/month", "exports"),
    "flow_origin": _real("XNMK", "t/month", "imports by origin"),
    "flow_purchase": _real("NM", "t/month", "bought into the public stockpile", OWN),
    "flow_release": _real("NM", "t/month", "released from the public stockpile", OWN),
    "flow_recycled": _real("NM", "t/month", "oxide from scrap", OWN),
    "flow_lost_output": _real("NJ", "share", "industry output lost"),
    "flow_gdp": _real("N", "US$ million/month", "lost", OWN),
    "site_output": _real("SM", "t/month", "made by the site"),
    # a year's running means: each month moves them a twelfth of the way
    "year_imports": _real("NMK", "t/month", "imports, smoothed over a year"),
    "year_rival": _real("NMK", "t/month", "imports from the rival, smoothed over a year"),
    "year_use": _real("NMK", "t/month", "use, smoothed over a year", OWN),
    "year_output": _real("NMK", "t/month", "production, smoothed over a year"),
    # sums for the score
    "score_sum": _real("QH", "as metric", "sum over quarters of each part's metric", OWN),
    "score_peak": _real("QH", "as metric", "greatest value so far", OWN),
}

STACKS: Mapping[str, tuple[str, ...]] = {
    "means": ("year_imports", "year_rival", "year_use", "year_output", "orders_in"),
    "mood": ("fear", "wariness"),
    "rule_clock": ("rule_wait", "rule_left"),
}
"""Fields that move alike: they are kept in one array with a leading axis, so that one call moves them all."""

IMPORTS, FROM_RIVAL, USE, OUTPUT, REQUESTS = range(5)
"""Places in the stack of means."""

FEAR = 0
"""Place in the stack of moods."""

OPERATING, CARE, BANKRUPT = 1, 2, 3
IDLE, DONE, FAILED = -1, len(PHASES), len(PHASES) + 1
PROPOSED, IN_FORCE = 1, 2
STANDING = 0.5
"""Reputation of every nation at the start: neither good nor bad."""
DIGITS = 9
"""Significant digits kept in a digest."""


_LATE = "flow_origin"
"""Written out only when somebody asks for it: every month would pay for what a screen reads twice a year."""

STORED = (*(name for name in FIELDS if name != _LATE and not any(name in names for names in STACKS.values())), *STACKS)
"""Arrays that a state really holds."""


class State:
    """Arrays of `FIELDS` for `batch` matches, all at the same month.

    Attributes are the names of `FIELDS`; those of `STACKS` are parts of one array, which is an attribute too.
    `month` counts the months already stepped; `seeds` is (B,) uint64.
    """

    __slots__ = (*STORED, "bilateral", "month", "seeds")
    month: int
    bilateral: Bilateral | Written | Joined
    """Writes out `flow_origin`."""
    seeds: NDArray[np.uint64]

    def __init__(self, month: int, seeds: NDArray[np.uint64], arrays: Mapping[str, NDArray[np.generic]]) -> None:
        self.month = month
        self.seeds = seeds
        for stack, names in STACKS.items():
            setattr(self, stack, np.stack([arrays[name] for name in names]))
        for name in FIELDS:
            setattr(self, name, arrays[name])

    if TYPE_CHECKING:  # the fields come from a table; this tells the type checker what they are

        def __getattr__(self, name: str) -> NDArray[Any]: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    @property
    def flow_origin(self) -> NDArray[np.float64]:
        """Imports by origin, (X, N, M, K, B) t/month."""
        self.bilateral = Written(self.bilateral())
        return self.bilateral.flows

    @flow_origin.setter
    def flow_origin(self, flows: NDArray[np.float64]) -> None:
        self.bilateral = Written(flows)

    @property
    def batch(self) -> int:
        """Number of matches (B)."""
        return len(self.seeds)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The fields by name; not copies."""
        return {name: getattr(self, name) for name in FIELDS}

    def copy(self) -> State:
        """An independent copy."""
        twin = State.__new__(State)
        twin.month, twin.seeds, twin.bilateral = self.month, self.seeds.copy(), self.bilateral.copy()
        for name in STORED:
            setattr(twin, name, getattr(self, name).copy())
        return twin

    @classmethod
    def join(cls, states: Sequence[State]) -> State:
        """One batch of the matches of `states`, whose month is that of the first."""
        whole = cls.__new__(cls)
        whole.month, whole.seeds = states[0].month, np.concatenate([state.seeds for state in states])
        whole.bilateral = Joined([state.bilateral for state in states])
        for name in STORED:
            setattr(whole, name, np.concatenate([getattr(state, name) for state in states], axis=-1))
        return whole

    def pick(self, match: int) -> State:
        """The state of one match of the batch, as a batch of one."""
        return State(
            self.month,
            self.seeds[match : match + 1].copy(),
            {name: array[..., match : match + 1].copy() for name, array in self.arrays().items()},
        )

    def spread(self, seeds: NDArray[np.uint64]) -> State:
        """A batch that continues this one match under each of `seeds`.

        Raises:
            ValueError: when this is not a batch of one.
        """
        if self.batch != 1:
            raise ValueError(f"spread needs a single match, not {self.batch}")
        wide = {name: np.repeat(array, len(seeds), axis=-1) for name, array in self.arrays().items()}
        return State(self.month, np.asarray(seeds, dtype=np.uint64), wide)

    def digest(self, match: int = 0) -> str:
        """SHA-256 over the values of one match, rounded to `DIGITS` significant digits."""
        digest = hashlib.sha256(f"{self.month}:{int(self.seeds[match])}".encode())
        codes: list[NDArray[np.int64]] = []
        reals: list[NDArray[np.float64]] = []
        for name, field in FIELDS.items():
            values = getattr(self, name)[..., match].ravel()
            (reals if field.dtype == "f8" else codes).append(values)
        digest.update(_rounded(np.concatenate(reals)).tobytes())
        digest.update(np.concatenate(codes).astype(np.int64).tobytes())
        return digest.hexdigest()


def _part(stack: str, place: int) -> property:
    """A field that is a part of a stack: reading gives a view, writing copies into the stack."""

    def read(state: State) -> NDArray[np.float64]:
        part: NDArray[np.float64] = getattr(state, stack)[place]
        return part

    def write(state: State, values: NDArray[np.float64]) -> None:
        getattr(state, stack)[place] = values

    return property(read, write)


for _stack, _names in STACKS.items():
    for _place, _name in enumerate(_names):
        setattr(State, _name, _part(_stack, _place))


_NOTHING = 1e-200
"""Values under this count as 0 in a digest: to scale the smallest numbers up would overflow."""


def _rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """`values` rounded to `DIGITS` significant digits, so that the last bits of exp and log do not show."""
    size = np.abs(values)
    normal = np.isfinite(values) & (size > _NOTHING)
    scale = 10.0 ** (DIGITS - 1 - np.floor(np.log10(np.where(normal, size, 1.0))))
    rounded = np.round(np.where(normal, values, 0.0) * scale) / scale
    # Adding 0.0 turns -0.0 into 0.0: the two are equal and must hash alike.
    return np.where(np.isfinite(values), rounded, values) + 0.0


def shape(world: World, axes: str) -> tuple[int, ...]:
    """Lengths of `axes`, batch axis left out."""
    names = world.names
    lengths = {
        "N": len(names.nations),
        "H": world.seats,
        "C": world.seats + 1,
        "M": len(names.materials),
        "K": len(names.stages),
        "J": len(names.sectors),
        "S": len(names.sites),
        "P": len(names.projects),
        "L": len(names.lines),
        "A": len(names.agreements),
        "R": len(names.rules),
        "X": len(names.origins),
        "E": len(world.economy.exports.seller),
        "Z": 2,
        "Q": len(world.score),
        "I": len(world.incidents),
        "2": 2,
    }
    return tuple(lengths[axis] for axis in axes)
