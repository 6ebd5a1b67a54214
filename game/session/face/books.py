"""The seat's books: what came in and went out in the last turn, and what the coming one will cost."""

from __future__ import annotations

from game.engine import running
from game.engine.messages import Amount
from game.session.measured.causes import of_terms, term
from game.session.scene import Scene
from game.session.views import Cause, Forecast, Statement

_MONEY = "US$ million"
_LEAST = 0.005
"""US$ million below which a line is nothing."""


def statement(scene: Scene) -> Statement | None:
    """The books of the last turn, the income of the one that is being played included; None in the first turn."""
    terms = scene.terms.get(f"budget {scene.seat_id}")
    if not terms:
        return None
    lines = [line for line in of_terms(terms, scene.seat_id, _MONEY) if abs(line.size.value) >= _LEAST]
    closing = float(scene.state.budget[scene.seat, 0])
    return Statement(
        turn=scene.turn - 1,
        opening=closing - sum(terms.values()),
        lines=tuple(sorted(lines, key=lambda line: (line.size.value < 0.0, -abs(line.size.value)))),
        closing=closing,
    )


def forecast(scene: Scene) -> Forecast:
    """What the policies in force, and those of the draft, will cost in the turn that is being played."""
    state, lines = scene.draft.state, []
    for bill in running.bills(scene.world, state):
        due = bill.due[scene.seat, ..., 0]
        named = [f"{bill.cause}:{name}" for name in bill.each] or [bill.cause]
        lines += [
            Cause(term(cause), Amount(-sum_, _MONEY))
            for cause, sum_ in zip(named, due.ravel().tolist(), strict=True)
            if abs(sum_) >= _LEAST
        ]
    costs = sum(line.size.value for line in lines)
    return Forecast(
        lines=tuple(sorted(lines, key=lambda line: line.size.value)),
        costs=-costs,
        left=float(state.budget[scene.seat, 0]) + costs,
        capital=float(scene.world.diplomacy.posture_capital[state.posture[scene.seat, 0]]),
    )
