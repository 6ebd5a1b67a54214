"""A match that always shows the sample view, so that pictures of screens change only when the screens do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from game.content import ScenarioInfo
from game.content.origin import Origin
from game.content.package import Text
from game.desktop.kit.app import App
from game.desktop.screens.table import Table
from game.engine.messages import Amount
from game.session.match import Match
from game.session.views import Choice, Citation, DraftOrder, Headline, Result, View, Why
from tests.desktop.sample_view import LEXICON, LIBRARY, sample_view

SEAT = "japan"
TURNING_POINTS = (
    Headline(1, "2010-07", "rule_fired", "Unmet need: 0 % to 6 %", "the quota is cut by 72 %", "bad"),
    Headline(
        5, "2012-07", "project_done", "Dependence at the bottleneck: 86 % to 71 %", "first oxide of a new plant", "good"
    ),
    Headline(
        9, "2014-07", "agreement_signed", "Stock cover: 40 days to 75 days", "a shared stockpile is signed", "good"
    ),
)


CUSTOMS = LIBRARY.evidence(Origin(("japan_share_customs",), "high"))


class StandIn:
    """Answers what the screens ask of a match; orders only collect in the draft."""

    def __init__(self, people: Mapping[str, str] | None = None, *, won: bool = False, turn: int = 1) -> None:
        self.people = dict(people or {SEAT: "Aki"})
        self.seats = tuple(self.people)
        self.doctrines: Mapping[str, str] = {}
        self.turn = turn
        self.finished = False
        self.notice = self.save_problem = ""
        self.log_path: Path | None = None
        self.won = won
        self.orders: dict[str, list[Mapping[str, Any]]] = {seat: [] for seat in self.people}
        self.closed: set[str] = set()
        self.resolved = 0
        self.lexicon = LEXICON

    def view(self, seat: str) -> View:
        draft = tuple(DraftOrder(str(order["kind"]).replace("_", " "), 25.0, 1.0) for order in self.orders[seat])
        view = sample_view()
        return replace(
            view,
            turn=self.turn,
            seat=seat,
            seat_name=LEXICON.name("nations", seat),
            draft=draft,
            budget_after=view.budget - 25.0 * len(draft),
            capital_after=view.capital - len(draft),
        )

    def try_order(self, seat: str, order: Mapping[str, Any]) -> Choice:
        if order["kind"] == "set_trade_policy":
            return Choice(0.0, 2.0, allowed=False, reason="The partners would answer in kind; approval is too low")
        return Choice(25.0, 1.0, allowed=True, reason="")

    def add(self, seat: str, order: Mapping[str, Any]) -> None:
        self.orders[seat].append(order)

    def undo(self, seat: str) -> bool:
        return bool(self.orders[seat] and self.orders[seat].pop())

    def clear(self, seat: str) -> None:
        self.orders[seat].clear()

    def seal(self, seat: str) -> None:
        self.closed.add(seat)

    def sealed(self, seat: str) -> bool:
        return seat in self.closed

    def resolve(self) -> None:
        self.closed.clear()
        for drafts in self.orders.values():
            drafts.clear()
        self.turn += 1
        self.resolved += 1

    def headlines(self, seat: str, turn: int | None = None) -> tuple[Headline, ...]:
        return tuple(reversed(sample_view().headlines))

    news = headlines

    def why(self, seat: str, key: str) -> Why:
        return Why(
            key,
            "dependence on the rival at the stage where it is greatest",
            "share",
            ("2010-09: Shipments stop (rule: embargo)", "2010-07: The quota is cut by 72 %"),
            (
                Citation(
                    ("preference",), Amount(0.9, "share"), 0, LIBRARY.evidence(Origin(("japan_share_customs",), "high"))
                ),
            ),
        )

    def result(self, seat: str) -> Result:
        words = (
            "has won: 71 points of 100, with every goal met."
            if self.won
            else "has lost: goal missed: 60 days of stock."
        )
        parts = sample_view().score
        return Result(seat, self.won, 71.0 if self.won else 43.0, f"Japan {words}", parts, TURNING_POINTS)


BRIEFING = """# A squeeze

**January 2010.** One nation separates nearly all of what the magnet makers of the world need.

## What you may do

- finance mines and plants;
- keep a stockpile, pay for research;
- sign agreements and set your tone.

1. *Mines are slow.* Act before the shock.
2. *A mine is not a magnet.* Watch every stage.
"""


def scenario_infos() -> list[ScenarioInfo]:
    """Two scenarios to choose from."""
    words = "A rival that separates nearly all of the minerals begins to close the tap."
    return [
        ScenarioInfo("squeeze", "A squeeze", words, ("japan", "usa", "korea"), 14, 6, "2010-01"),
        ScenarioInfo("calm", "A long calm", "Nothing happens for long; then it does.", ("japan",), 8, 12, "2015-01"),
    ]


def scenario_package() -> SimpleNamespace:
    """As much of a package as the choice of seats shows."""
    nations = {n.id: SimpleNamespace(name=n.name, flag=n.flag) for n in sample_view().nations}
    seats = tuple(nations)[:3]
    return SimpleNamespace(
        scenario="squeeze",
        default_seat=SEAT,
        briefing=BRIEFING,
        nations=nations,
        world=SimpleNamespace(names=SimpleNamespace(nations=tuple(nations)), seats=len(seats)),
        seat_doctrines=dict.fromkeys(seats, "hedger"),
        doctrine_names={"hedger": Text("Hedger", "Buys a little of everything"), "rider": Text("Free rider", "Waits")},
    )


def table(app: App, match: StandIn | None = None) -> Table:
    """A table at which the stand-in is played."""
    return Table(app, cast("Match", match or StandIn()))
