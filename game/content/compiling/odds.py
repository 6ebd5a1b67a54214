"""How likely the rival takes a rule: its chance in the script that plays, and what lowers it."""

from __future__ import annotations

from game.content.compiling.frame import Frame
from game.content.expressions import reading
from game.content.models.rival import Rival, RivalRule
from game.content.models.rival import Sway as Written
from game.engine.world import Sway


def chance_of(record: Rival, name: str) -> float:
    """The chance of a rule in the script that plays: more where it serves the aims, 0 where the script has it not."""
    rule, script = record.rules[name], record.playing
    if not record.has(name):
        return 0.0
    served = sum(getattr(script.aims, aim) * what for aim, what in rule.serves) if script else 0.0
    return min(max(rule.chance.value * (1.0 + served), 0.0), 1.0)


def sways_of(frame: Frame, record: Rival | None, rule: RivalRule) -> tuple[Sway, ...]:
    """What lowers the chance of a rule: its own, and what the script weighs before one that serves leverage."""
    script = record.playing if record else None
    weighed = script.weighs if script and rule.serves.leverage > 0.0 else []
    return tuple(_sway(frame, written) for written in (*rule.swayed_by, *weighed))


def _sway(frame: Frame, written: Written) -> Sway:
    found, _ = reading(written.metric, frame.vocabulary)
    return Sway(found, written.low, written.high, written.least)
