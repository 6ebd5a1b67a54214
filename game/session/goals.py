"""What a seat has to reach, and how far it is today."""

from __future__ import annotations

from game.content.package import Goal
from game.engine.metrics import METRICS
from game.session.keys import Key, expand
from game.session.scene import Scene
from game.session.views import GoalView


def goals(scene: Scene) -> tuple[GoalView, ...]:
    """The goals of the seat, in the order of the scenario."""
    return tuple(_view(scene, goal) for goal in scene.package.goals_of(scene.seat_id))


def met(scene: Scene, goal: Goal) -> bool:
    """Whether the seat meets `goal` so far: now, in the mean of the last months, or in every month."""
    values = _counted(scene, goal)
    low = goal.at_least is None or min(values) >= goal.at_least
    return low and (goal.at_most is None or max(values) <= goal.at_most)


def _view(scene: Scene, goal: Goal) -> GoalView:
    values = _counted(scene, goal)
    value = max(values) if goal.at_least is None else min(values)
    unit = METRICS[goal.metric].unit
    return GoalView(text=goal.text, value=value, unit=unit, met=met(scene, goal), secret=goal.secret)


def _counted(scene: Scene, goal: Goal) -> tuple[float, ...]:
    """The values by which `goal` would be judged if the match ended now."""
    key = _key(scene, goal)
    if key in scene.record.keys:
        if goal.when == "always":
            return (*scene.record.column(key), scene.read(*key))
        if goal.last_months:
            late = scene.record.column(key)[-goal.last_months :]
            return (sum(late) / len(late),)
    return (scene.read(*key),)


def _key(scene: Scene, goal: Goal) -> Key:
    arguments = (scene.seat_id if name == "self" else name for name in goal.arguments)
    return expand(scene.world, scene.seat_id, " ".join([goal.metric, *arguments]))
