"""Nations played by the program, led by rules written in YAML."""

from game.doctrines.leader import RuleLeader, leaders_of
from game.doctrines.matches import load_anew, load_match, open_match, run_batch

__all__ = ["RuleLeader", "leaders_of", "load_anew", "load_match", "open_match", "run_batch"]
