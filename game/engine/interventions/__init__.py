"""What a facilitator may do to the state of a match by hand: rules, incidents, figures at once and for some months."""

from game.engine.interventions.act import act, obstacle
from game.engine.interventions.figures import FIGURES, Figure
from game.engine.interventions.stroke import EVERY, FIRE, HAPPEN, STOP, VERBS, Stroke

__all__ = ["EVERY", "FIGURES", "FIRE", "HAPPEN", "STOP", "VERBS", "Figure", "Stroke", "act", "obstacle"]
