"""A match played by another process: ``python -m tests.session.match_program LOG SEED TURNS``.

Plays from where LOG stands (or starts it) and prints the digest of the state after each turn.
"""

from __future__ import annotations

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


if __name__ == "__main__":
    main(*sys.argv[1:])
