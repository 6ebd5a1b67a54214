"""How a match went for a seat: score, goals, verdict in words, and the turns that decided it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.content.package import Goal
from game.engine import scoring
from game.engine.messages import Amount, Message, Name, Part
from game.engine.metrics import METRICS
from game.session.keys import Key, expand, keys_of, label
from game.session.scene import Scene
from game.session.view_score import score
from game.session.views import Headline, Result, ScoreView
from game.session.why import moved_by

_NOTICED = 0.25
"""Part of a great move under which nothing has turned."""
_SHOWN, _SHOWN_OF_ONE = 6, 2
"""Turning points in all, and of one figure: otherwise the most restless figure would tell the whole story."""


def result(scene: Scene, headlines: Sequence[Headline]) -> Result:
    """The result of the seat if the match ended now; `headlines` are those that the seat may know, oldest first."""
    parts = score(scene.package, scene.state, scene.seat)
    total = float(scoring.total(scene.world, scene.state)[scene.seat, 0])
    missed = [goal for goal in scene.package.goals_of(scene.seat_id) if not met(scene, goal)]
    fallen = [
        part
        for part, table in zip(parts, scene.world.score, strict=True)
        if table.lose_below > 0.0 and part.points < table.lose_below
    ]
    won = not missed and not fallen and total >= scene.package.win_scores[scene.seat_id]
    return Result(
        seat=scene.seat_id,
        won=won,
        total=total,
        verdict=_verdict(scene, total, missed, fallen),
        parts=parts,
        turning_points=_turning_points(scene, headlines),
    )


def met(scene: Scene, goal: Goal) -> bool:
    """Whether the seat meets `goal` so far: now, or in every month where the goal says always."""
    key = _key(scene, goal)
    values: tuple[float, ...] = (scene.read(*key),)
    if goal.when == "always" and key in scene.record.keys:
        values = (*scene.record.column(key), *values)
    low = goal.at_least is None or min(values) >= goal.at_least
    return low and (goal.at_most is None or max(values) <= goal.at_most)


def _key(scene: Scene, goal: Goal) -> Key:
    arguments = (scene.seat_id if name == "self" else name for name in goal.arguments)
    return expand(scene.world, scene.seat_id, " ".join([goal.metric, *arguments]))


def _verdict(scene: Scene, total: float, missed: Sequence[Goal], fallen: Sequence[ScoreView]) -> Message:
    need = scene.package.win_scores[scene.seat_id]
    seat = Name("nations", scene.seat_id)
    if not missed and not fallen and total >= need:
        return Message("verdict.won", {"seat": seat, "total": Amount(total, "")})
    reasons = [Message("verdict.goal_missed", {"goal": goal.text.rstrip(".")}) for goal in missed]
    reasons += [_out_of_range(part) for part in fallen]
    if total < need:
        # 44.6 of 45 must not read as 45 of 45.
        shown = math.floor(10.0 * total) / 10.0 if round(total) >= need else round(total)
        reasons.append(Message("verdict.points_short", {"total": Amount(shown, ""), "needed": Amount(need, "")}))
    return Message("verdict.lost", {"seat": seat, "reasons": tuple(reasons)})


def _out_of_range(part: ScoreView) -> Message:
    """That a part of the score is beyond what can be borne: above it where less is better, else below."""
    code = "verdict.part_rose" if METRICS[part.metric].good < 0 else "verdict.part_fell"
    return Message(code, {"part": part.label})


@dataclass(frozen=True)
class _Jump:
    """A figure's move over one turn. `size` counts in great moves."""

    turn: int
    key: Key
    before: float
    after: float
    size: float

    @property
    def bad(self) -> bool:
        return METRICS[self.key[0]].good * (self.after - self.before) < 0.0


def _turning_points(scene: Scene, headlines: Sequence[Headline]) -> tuple[Headline, ...]:
    """The greatest moves of the seat's figures in one turn, at most one a turn, with the event behind each."""
    entries = [entry for entry in METRICS.values() if entry.great]
    keys = [key for entry in entries for key in keys_of(scene.world, entry, [scene.seat_id])]
    jumps = [jump for key in keys for jump in _jumps(scene, key)]
    jumps.sort(key=lambda jump: (-jump.size, jump.turn))
    chosen: dict[int, _Jump] = {}
    for jump in jumps:
        of_one = sum(other.key == jump.key for other in chosen.values())
        if jump.turn not in chosen and len(chosen) < _SHOWN and of_one < _SHOWN_OF_ONE:
            chosen[jump.turn] = jump
    return tuple(_told(scene, chosen[turn], headlines) for turn in sorted(chosen))


def _jumps(scene: Scene, key: Key) -> list[_Jump]:
    ends = scene.record.past(key)[:: scene.world.calendar.turn_months]
    moves = [
        _Jump(turn, key, before, after, _size(key[0], before, after))
        for turn, (before, after) in enumerate(itertools.pairwise(ends))
    ]
    return [move for move in moves if move.size >= _NOTICED]


def _size(metric: str, before: float, after: float) -> float:
    """How many great moves it is."""
    entry = METRICS[metric]
    moved = math.log2(after / before) if entry.doubling else after - before
    return abs(moved) / entry.great


def _told(scene: Scene, jump: _Jump, headlines: Sequence[Headline]) -> Headline:
    """The jump, with the headline of that turn that best explains it as its cause."""
    unit = METRICS[jump.key[0]].unit
    parts: dict[str, Part] = {
        "figure": label(jump.key),
        "before": Amount(jump.before, unit),
        "after": Amount(jump.after, unit),
    }
    cause = _behind(scene, jump, headlines)
    return Headline(
        turn=jump.turn,
        month=scene.world.calendar.label(jump.turn * scene.world.calendar.turn_months),
        kind=cause.kind if cause else "turning_point",
        message=Message("news.turning_point", parts),
        cause=cause.message if cause else None,
        tone="bad" if jump.bad else "good",
    )


def _behind(scene: Scene, jump: _Jump, headlines: Sequence[Headline]) -> Headline | None:
    """The headline that best fits figure, direction and seat, of the turn itself or else of the one before."""
    fitting = ("rival", "bad") if jump.bad else ("good",)
    kinds, own = moved_by(jump.key[0]), Name("nations", scene.seat_id)
    fit = [item for item in headlines if item.kind in kinds and item.tone in fitting]
    for turn in (jump.turn, jump.turn - 1):
        of_turn = [item for item in fit if item.turn == turn]
        if of_turn:
            return min(of_turn, key=lambda item: (kinds.index(item.kind), own not in item.message.parts.values()))
    return None
