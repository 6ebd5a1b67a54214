"""All that the builders of a view may read, for one seat at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.library import Evidence
from game.content.origin import Origin
from game.content.package import Package
from game.engine import metrics
from game.engine.state import State
from game.engine.world import World
from game.session.draft import Draft
from game.session.keys import Key, reading, value
from game.session.ledger import Ledger
from game.session.lexicon import Lexicon
from game.session.progress import Begun
from game.session.record import Record
from game.session.records import TurnReport


@dataclass(frozen=True)
class Scene:
    """`state` is the true state: a builder puts into the view only what `seat` may know."""

    package: Package
    state: State
    draft: Draft
    record: Record
    lexicon: Lexicon
    begun: Mapping[int, Begun]
    seat: int
    turn: int
    now: str
    """Month (``YYYY-MM``) up to which things may be told; after the end, later than any."""
    reports: tuple[TurnReport, ...]
    """Of all turns that are over, of all seats."""
    terms: Ledger
    """Of the last turn, of all seats."""

    @property
    def world(self) -> World:
        return self.package.world

    @property
    def seat_id(self) -> str:
        return self.world.names.nations[self.seat]

    def read(self, *key: str) -> float:
        """A figure as it is now."""
        return value(self.world, self.state, *key)

    def of_nations(self, metric: str, *rest: str) -> list[float]:
        """A figure of every nation as it is now, in the order of the rule set; `rest` follows the nation in its key."""
        nations = self.world.names.nations
        place = reading(self.world, (metric, nations[0], *rest))
        found: list[float] = metrics.of_nations(
            self.world, self.state, metric, len(nations), *place.arguments[1:]
        )[:, 0].tolist()  # fmt: skip
        return found

    def evidence(self, origin: Origin) -> Evidence:
        """An origin with its documents, as far as they are out by now."""
        now = self.world.calendar.label(self.turn * self.world.calendar.turn_months)
        return self.package.library.evidence(origin, now)

    def change(self, key: Key) -> float:
        """What a recorded figure moved over the last turn; 0 in the first turn, and where its past is not known."""
        past = self.record.past(key)
        return past[-1] - past[-1 - self.world.calendar.turn_months] if self.turn and past else 0.0
