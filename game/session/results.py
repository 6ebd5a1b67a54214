"""How a match went for a seat: score, goals, verdict in words, and the turns that decided it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.content.package import Goal
from game.engine import scoring
from game.engine.messages import Amount, Message, Name
from game.engine.metrics import METRICS
from game.session.face.score import score
from game.session.goals import met
from game.session.scene import Scene
from game.session.views import Headline, Result, ScoreView


def result(scene: Scene, turning_points: tuple[Headline, ...]) -> Result:
    """The result of the seat if the match ended now."""
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
        turning_points=turning_points,
    )


def _verdict(scene: Scene, total: float, missed: Sequence[Goal], fallen: Sequence[ScoreView]) -> Message:
    need = scene.package.win_scores[scene.seat_id]
    seat = Name("nations", scene.seat_id)
    if not missed and not fallen and total >= need:
        return Message("verdict.won", {"seat": seat, "total": Amount(total, "")})
    reasons = [Message("verdict.goal_missed", {"goal": goal.text}) for goal in missed]
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
