"""What a facilitator may do to a match that is played: injects, overrides and rulings, their effects and their trail.

An effect is a text of the rule language, several parted by ``;``:

- ``fire(RULE)`` lets a rule of the rival's script fire now, in spite of its condition, chance and rest, and act for as
  long as it says; ``fire(RULE, 6)`` for six months. ``stop(RULE)`` ends one that acts.
- ``happen(INCIDENT)`` lets an incident of the scenario happen now.
- ``budget(SEAT) + 300``, ``tension(all) = 0.5``, ``stockpile(SEAT, GOOD) * 0.8`` move a figure at once; ``all`` stands
  for every nation. `game.engine.interventions.FIGURES` lists them with units and bounds.
- ``output(SITE) * 0.5 for 6`` and ``demand(NATION, SECTOR) * 1.2 for 12`` act for so many months.

What is to happen by rule must be a rule or an incident of the scenario, if one with chance 0: rules are compiled with
the scenario, and none is made while a match runs.
"""

from game.session.interventions.effect import Effect, checked
from game.session.interventions.faults import InterventionError
from game.session.interventions.holding import holds
from game.session.interventions.intervention import INJECT, KINDS, OVERRIDE, RULING, Done, Handed, Intervention

__all__ = [
    "INJECT",
    "KINDS",
    "OVERRIDE",
    "RULING",
    "Done",
    "Effect",
    "Handed",
    "Intervention",
    "InterventionError",
    "checked",
    "holds",
]
