"""In a match about another mineral nothing on any screen and in no file speaks of rare earths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.reports.debrief import debrief
from game.session.match import Match
from tests import shipped
from tests.desktop.driver import make_app
from tests.desktop.test_pseudo import Ears
from tests.desktop.test_screens_layout import play_both

WORDS = re.compile(r"\b(?:oxide|magnet|NdPr|neodymium|dysprosium|bastn|Lynas|Mt Weld|Kuantan)\w*", re.IGNORECASE)
"""What belongs to the other rule set."""
BEFORE = {"title", "help", "settings", "saves", "briefing", "seats"}
"""Screens that come before a scenario is chosen and list all of them."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Match, Match, Path]:
    """A match in its fourth turn, one that is over, and the save of this one."""
    save = tmp_path_factory.mktemp("cobalt") / "class_7b.jsonl"
    return (*play_both(shipped.package("cobalt_2025"), save), save)


@pytest.mark.slow
def test_no_screen_speaks_of_another_mineral(
    played: tuple[Match, Match, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ears = Ears(monkeypatch)
    screens = ears.on_every_screen(make_app((1920, 1080)), played[:2])
    heard = [(name, words) for name, words in screens if name not in BEFORE]
    assert sum("obalt" in words for _name, words in heard) > 30
    assert not {f"{name}: {words}" for name, words in heard if WORDS.search(words)}


@pytest.mark.slow
def test_no_file_speaks_of_another_mineral(played: tuple[Match, Match, Path], tmp_path: Path) -> None:
    """The debrief and its tables, and the save with the scenario and the rule set that it was played by."""
    out = tmp_path / "out"
    debrief(played[2], out)
    files = [played[2], *(file for file in sorted(out.rglob("*")) if file.suffix in {".html", ".csv", ".json"})]
    assert len(files) > 2
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert not {
        f"{name}: {text[max(0, found.start() - 60) : found.end() + 40]}"
        for name, text in texts.items()
        for found in WORDS.finditer(text)
    }
