"""The terminal in a language that marks every text: nothing escapes the catalogue, and nothing overflows."""

from __future__ import annotations

import io
import itertools
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.text import words
from game.cli.text.game import play
from game.cli.text.sheet import WIDTH
from game.cli.text.terminal import Terminal
from game.content.package import Package
from game.doctrines import open_match
from game.engine.metrics import METRICS
from game.telling import speaking
from tests.telling.marked import asked, escaped, given

Played = Callable[..., str]

_LOOKS = """situation
chain
projects
project mt_weld_1
stockpiles
lines
diplomacy
agreement joint_stockpile usa
policy
nations
sites
news
score
books
goals
briefing
why tension
why price
why budget
chart price
chart tension
orders
help
help fund
"""
_ORDERS = """posture protest
research recycling 2
stockpile all 50
fund mt_weld_1 loan 50
propose joint_stockpile usa
tariff 10
orders
undo
"""
_REFUSED = """research recycling 100000
fund kuantan_1
nonsense
situatoin
p
why
why nonsense
chart
chart nonsense
project
project nonsense
agreement
help nonsense
stockpile
floor low
tariff 200
save
"""
_MENU = """menu
0
menu
1
0
menu
2
0
menu
3
nonsense
0
menu
2
posture
3
menu
2
research
1
3
menu
1
why
1
"""
_END = "end\nmaybe\ny\n"
_TYPED = frozenset({"nonsense", "situatoin", "p", "maybe", "y", "n", "low", "menu"})
"""What this test types beside commands and identifiers; the terminal repeats it."""
_COPIED = re.compile(r"^chokepoint .*$|(?:^|(?<=» ))> .*$", re.MULTILINE)
"""Commands that are shown to be copied, typed at the prompt, or put together by the menu."""


def _script() -> str:
    turns = [_LOOKS + _ORDERS + _REFUSED + _MENU + _LOOKS + "clear\ny\n" + _ORDERS, _LOOKS + _MENU]
    return "\n" + "".join(turn + _END for turn in itertools.chain(turns, [""] * 9, [_LOOKS], [""] * 2))


@pytest.fixture
def played(
    package: Package, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Played:
    """Call with whether the terminal is plain; what it showed of a whole match, commands to be copied left out."""

    def run(*, plain: bool) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(_script()))
        match = open_match(package, seed=7, people={"japan": "Ann"}, log=tmp_path / "match.chokepoint")
        with speaking("pseudo"):
            assert play(match, Terminal(plain=plain)) == 0
        assert match.finished
        return _COPIED.sub("", capsys.readouterr().out)

    return run


def _known(package: Package) -> set[str]:
    """What a person types, or reads as the name of a thing to type, and the player's name."""
    identifiers = {name for axis in vars(package.world.names).values() for name in axis}
    commands = {name for word in words.ALL for name in (word.name, *word.also)}
    sources = {name.split("-")[0] for known in package.documented for name in known.origin.cited}
    return {*identifiers, *commands, *METRICS, *_TYPED, *sources, "Ann"}


@pytest.mark.slow
@pytest.mark.parametrize("plain", [False, True])
def test_no_text_of_the_terminal_escapes_the_catalogue(
    package: Package, played: Played, monkeypatch: pytest.MonkeyPatch, plain: bool
) -> None:
    monkeypatch.setattr("game.cli.text.terminal.WIDTH", 100_000)  # so that no line is broken inside a mark

    texts = asked(monkeypatch)

    assert sorted(set(escaped(played(plain=plain), _known(package)))) == []
    assert sorted(texts - given(package)) == []


@pytest.mark.slow
def test_no_line_of_the_terminal_overflows(played: Played) -> None:
    assert [line for line in played(plain=False).splitlines() if len(line) > WIDTH] == []
