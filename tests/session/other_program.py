"""Another program with a save open: ``python -m tests.session.other_program SAVE WAY``.

Says what it met, then waits for a line at stdin for each turn that it plays.
"""

from __future__ import annotations

import sys
from pathlib import Path

from game.doctrines import load_match
from game.session.faults import SaveInUse
from game.session.saves.loading import Way
from tests.session.scripts import play_turn
from tests.session.small_package import small_package


def main(save: str, way: str) -> None:
    try:
        match = load_match(Path(save), way=Way(way), package=small_package())
    except SaveInUse as problem:
        print(problem, flush=True)  # noqa: T201 - its parent reads this
        return
    print("open", match.turn, match.log_path, flush=True)  # noqa: T201 - as above
    for _ in sys.stdin:
        play_turn(match, {})
        print("played", match.turn, flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(*sys.argv[1:])
