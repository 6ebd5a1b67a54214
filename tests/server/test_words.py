"""The words of the pages: what a script says is in the catalogue, and what is in the catalogue is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.server
from game.server.links import ROLES
from game.server.words import WORDS, words
from game.telling import speaking
from game.telling.pseudo import pseudo

PAGES = Path(game.server.__file__).with_name("page")
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.js"))}
_SAID = re.compile(r'\bsay\((?:"(\w+)"|[^"`()]*\? "(\w+)" : "(\w+)")')
_MADE = {"tab_": "TABS", "_tip": "say(`${kind}_tip`)"}
"""Keys that a script puts together, by what they begin or end with, and where."""


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_a_script_says_has_words(script: str) -> None:
    said = {key for found in _SAID.findall(SCRIPTS[script]) for key in found if key}
    assert said <= {*WORDS}


def _needed(script: str) -> set[str]:
    """Keys that a page may say: those of its script and of all that it takes from others."""
    seen, left = set[str](), [script]
    while left:
        seen.add(one := left.pop())
        left += [name for name in re.findall(r'from "\./(\w+\.js)"', SCRIPTS[one]) if name not in seen]
    return {key for one in seen for found in _SAID.findall(SCRIPTS[one]) for key in found if key}


@pytest.mark.parametrize("role", ["lobby", "seat", *ROLES])
def test_a_page_is_told_all_that_it_says(role: str) -> None:
    own = {"seat": "play.js", "lobby": "lobby.js", "console": "console.js", "evaluator": "evaluate.js", "red": "red.js"}
    script = own.get(role, "projector.js")
    assert _needed(script) <= {*words(role)}


def test_every_word_is_said() -> None:
    text = "\n".join(SCRIPTS.values())

    def mentioned(key: str) -> bool:
        made = [part for part, where in _MADE.items() if part in key and where in text]
        return f'"{key}"' in text or bool(made)

    assert [key for key in WORDS if not mentioned(key)] == []


def test_each_role_is_told_the_words_of_its_page_in_the_language_spoken() -> None:
    assert len(WORDS) > 100
    for role in ("lobby", "seat", *ROLES):
        with speaking("pseudo"):
            told = words(role)
        assert told == {key: pseudo(WORDS[key]) for key in told}
        assert told["offline"]
