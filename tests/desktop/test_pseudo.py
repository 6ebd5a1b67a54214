"""In a language that marks every text and is two fifths longer, no text escapes the catalogue and none overflows."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import game.desktop
from game.content.package import Package
from game.desktop.kit import text
from game.desktop.kit.app import App
from game.desktop.kit.prefs import Prefs
from game.session.match import Match
from game.telling import speaking
from game.telling.pseudo import CLOSE, OPEN, PSEUDO
from tests.desktop.driver import complaints, draw, make_app
from tests.desktop.test_screens_layout import PEOPLE, play_both, walk
from tests.examples import sparing
from tests.telling.marked import escaped
from tests.trees import calls

CASES = [((1280, 720), 1.0), ((1280, 720), 1.5), ((1280, 720), 2.0), ((1920, 1080), 0.8), ((1920, 1080), 1.3)]
OWN = {"Chokepoint", *PEOPLE}
"""The name of the program, and what the people at the table typed."""


class Ears:
    """Hears every text that is drawn, whole, before it is wrapped, shortened or cut into words."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self._inside = 0
        self._pieces: set[str] = set()
        for name in ("label", "paragraph", "wrap"):
            monkeypatch.setattr(text, name, self._listening(getattr(text, name), name))

    def _listening(self, draw: Callable[..., Any], name: str) -> Callable[..., Any]:
        place = 2 if name == "paragraph" else 0

        def heard(*given: Any, **named: Any) -> Any:
            words = given[place]
            if not self._inside and words not in self._pieces:
                self.heard.append(words)
            self._inside += 1
            try:
                drawn = draw(*given, **named)
            finally:
                self._inside -= 1
            if name == "wrap":
                self._pieces.update(drawn)
            return drawn

        return heard

    def on_every_screen(self, app: App, played: tuple[Match, Match]) -> Iterator[tuple[str, str]]:
        """The name of each screen and panel, and every text on it, tips among them."""
        for name in walk(app, played):
            draw(app)
            tips = [control.tip for control in app.picture.controls]
            yield from ((name, words) for words in (*self.heard, *tips))
            self.heard.clear()


def _whole(words: str) -> str:
    """`words` without the signs of emphasis, and with the marks closed that went with a shortened end."""
    plain = re.sub(r"\{\w+:|__", "", words)
    return plain + CLOSE * (plain.count(OPEN) - plain.count(CLOSE))


@pytest.fixture(scope="module")
def played(package: Package) -> Iterator[tuple[Match, Match]]:
    with speaking(PSEUDO):
        yield play_both(package)


@pytest.mark.slow
def test_every_text_comes_from_the_catalogue(played: tuple[Match, Match], monkeypatch: pytest.MonkeyPatch) -> None:
    ears = Ears(monkeypatch)
    heard = ears.on_every_screen(make_app((1920, 1080)), played)
    found = {f"{name}: {line}" for name, words in heard for line in escaped(_whole(words), OWN)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.slow
@sparing(("size", "scale"), CASES, 2)
def test_longer_texts_fit(size: tuple[int, int], scale: float, played: tuple[Match, Match]) -> None:
    app = make_app(size, Prefs(sound=False, text_scale=scale))
    found: list[str] = []
    for name in walk(app, played):
        draw(app)
        found += [f"{name}: {words}" for words in complaints(app.picture, app.surface.get_rect())]
    assert found == []


SHOWS = {"tell", "Ask", "paragraph", "words", "line", "heading", "remark", "fact", "meter_line", "button", "ButtonSpec"}
"""Calls whose texts come before a person."""


def _bare(call: ast.Call) -> Iterator[str]:
    """Words among the arguments of `call` that went past the catalogue."""
    for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        yield from (words for words in texts if re.search(r"[A-Z][a-z]|[a-z]{2,} [a-z]", words))


def test_no_call_shows_a_bare_text() -> None:
    """Notices and questions too, which no walk through the screens brings up."""
    folder = Path(game.desktop.__file__).parent
    found = [
        f"{path.relative_to(folder)}:{node.lineno}: {words!r}"
        for path in sorted(folder.rglob("*.py"))
        for node in calls(path)
        if (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in SHOWS
        for words in _bare(node)
    ]
    assert found == []
