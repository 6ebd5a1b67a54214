"""A match played by another process: ``python -m tests.session.match_program LOG SEED TURNS``.

Plays from where LOG stands (or starts it) and prints the digest of the state after each turn. With ``--again`` in front
it does so in a process of its own for every line at stdin, says its number first, and ``gone`` when it has ended: what
takes most of the time of a process, its imports, happens once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from game.doctrines import load_match, open_match
from tests.session.scripts import BUSY, PEOPLE, play_turn
from tests.session.small_package import small_package


def main(log: str, seed: str, turns: str) -> None:
    package, path = small_package(), Path(log)
    if path.exists():
        match = load_match(path, package=package)
    else:
        match = open_match(package, seed=int(seed), people=PEOPLE, log=path)
    while match.turn < int(turns):
        play_turn(match, BUSY[match.turn % len(BUSY)])
        print(match.turn, match.control.state.digest(), flush=True)  # noqa: T201 - its parent reads this


def main_again(*words: str) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)  # noqa: T201 - its parent reads this
            main(*words)
            os._exit(0)
        os.waitpid(child, 0)
        print("gone", flush=True)  # noqa: T201 - its parent reads this


if __name__ == "__main__":
    if sys.argv[1] == "--again":
        main_again(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
