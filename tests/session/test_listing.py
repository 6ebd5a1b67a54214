"""The list of saves: what it tells of each, and which make room."""

from __future__ import annotations

import os
import shutil

from game.doctrines import open_match
from game.session import saves
from game.session.saves import log
from tests.session.edited import damage
from tests.session.scripts import BUSY, PEOPLE, play
from tests.session.small_package import small_package

PACKAGE = small_package()


def test_the_list_of_saves_tells_what_each_is(seed: int) -> None:
    path = saves.new_path(PACKAGE.scenario, ("arden",))
    assert path.parent == saves.folder()
    play(PACKAGE, BUSY[:2], seed=seed, log=path)
    broken = saves.new_path("another: name/with\\signs")
    assert broken != path
    broken.write_text("no save\n")
    os.utime(broken, (1.0, 1.0))
    first, second = saves.list_saves()
    assert (first.scenario, first.title, first.turn, first.turns) == ("small_scenario", "A small scenario", 2, 10)
    assert (first.month, first.finished, first.problem) == ("2011-01", False, "")
    assert first.people == tuple(PEOPLE.items())
    assert "not a save of the game" in second.problem
    latest = saves.latest()
    assert latest is not None
    assert latest.path == path


def test_a_damaged_save_still_tells_what_it_was(seed: int) -> None:
    path = saves.new_path(PACKAGE.scenario)
    play(PACKAGE, BUSY[:2], seed=seed, log=path)
    damage(path, log.read(path).numbers[0] + 1)
    (info,) = saves.list_saves()
    assert info.title == "A small scenario"
    assert "was changed" in info.problem
    assert saves.latest() is None


def test_no_folder_is_an_empty_list() -> None:
    assert saves.list_saves() == []


def test_the_oldest_saves_make_room(seed: int) -> None:
    paths = []
    for number in range(4):
        path = saves.new_path(PACKAGE.scenario)
        open_match(PACKAGE, seed=seed, log=path)
        os.utime(path, (1000.0 + number, 1000.0 + number))
        paths.append(path)
    named = saves.folder() / f"my own name{saves.SUFFIX}"
    shutil.copy(paths[0], named)
    os.utime(named, (1.0, 1.0))
    assert saves.make_room(keep=3) == 2
    assert [path.exists() for path in paths] == [False, False, True, True]
    assert named.exists()
