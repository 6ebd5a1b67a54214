"""Nations played by the program, led by rules written in YAML or by plans."""

from game.doctrines.lead import leader_of, leaders_of
from game.doctrines.leader import RuleLeader
from game.doctrines.matches import load_anew, load_match, look_ahead, open_match, run_batch
from game.doctrines.planned import PlanLeader, SeveralLeaders, led_by

__all__ = [
    "PlanLeader",
    "RuleLeader",
    "SeveralLeaders",
    "leader_of",
    "leaders_of",
    "led_by",
    "load_anew",
    "load_match",
    "look_ahead",
    "open_match",
    "run_batch",
]
