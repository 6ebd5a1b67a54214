"""A line of text is typed, changed, selected, copied and pasted as in any program; what is refused is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.kit import clipboard
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.field import field
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.typed import Rule, Typed
from tests.desktop.driver import Driver, complaints, make_app

FREE = Rule(24)
LINES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "Mn"]), max_size=24)


def _at(text: str, caret: int, anchor: int | None = None) -> Typed:
    return Typed(text, caret, caret if anchor is None else anchor)


# --- the line, without a window -----------------------------------------------------------------------------------


@given(LINES, st.integers(0, 24), st.integers(0, 24), LINES)
def test_what_is_typed_stands_in_the_place_of_what_was_selected(line: str, one: int, other: int, new: str) -> None:
    caret, anchor = min(one, len(line)), min(other, len(line))
    typed = _at(line, caret, anchor).insert(new, Rule(100))
    kept = "".join(letter for letter in new if letter.isprintable())
    low, high = sorted((caret, anchor))
    if kept:
        assert typed.text == line[:low] + kept + line[high:]
        assert typed.span == (low + len(kept), low + len(kept))
    assert set(typed.refused) == {letter for letter in new if not letter.isprintable()}


@given(LINES, st.lists(st.sampled_from(["left", "right", "word left", "word right", "erase", "delete"]), max_size=12))
def test_the_caret_never_leaves_the_line_nor_parts_a_letter_from_its_mark(line: str, acts: list[str]) -> None:
    typed = Typed.begun(line, chosen=False)
    for act in acts:
        step = -1 if act.endswith(("left", "erase")) else 1
        if act in {"erase", "delete"}:
            typed = typed.erase(step, word=False)
        else:
            typed = typed.step(step, word="word" in act, extend=False)
        assert 0 <= typed.caret <= len(typed.text)
        inside = 0 < typed.caret < len(typed.text)
        assert not (inside and act in {"left", "right"} and unicodedata.combining(typed.text[typed.caret]))


@pytest.mark.parametrize(
    ("line", "caret", "step", "expected"),
    [("the red sea", 0, 1, 4), ("the red sea", 5, 1, 8), ("the red sea", 9, 1, 11), ("the red sea", 11, -1, 8),
     ("the red sea", 6, -1, 4), ("a-b c", 0, 1, 2), ("", 0, 1, 0), ("xy", 0, -1, 0)],
)  # fmt: skip
def test_word_by_word(line: str, caret: int, step: int, expected: int) -> None:
    assert _at(line, caret).place(step, word=True) == expected


def test_a_selection_is_left_at_its_end() -> None:
    chosen = _at("abcdef", 4, 1)
    assert chosen.step(1, word=False, extend=False).span == (4, 4)
    assert chosen.step(-1, word=False, extend=False).span == (1, 1)
    assert chosen.step(1, word=False, extend=True).selected == "bcde"


def test_lines_that_are_pasted_become_one() -> None:
    assert _at("", 0).insert("Aki\nTanaka\tJr", FREE).text == "Aki Tanaka Jr"


def test_no_more_than_fits_is_taken_and_it_is_noticed() -> None:
    typed = _at("abc", 3).insert("defgh", Rule(5))
    assert (typed.text, typed.overflowed) == ("abcde", True)
    assert not typed.insert("", Rule(5)).refused
    assert _at("abcde", 5, 0).insert("xy", Rule(5)).text == "xy"


def test_digits_alone_where_only_digits_are_taken() -> None:
    typed = _at("4", 1).insert("2a7b", Rule(9, digits=True))
    assert (typed.text, typed.refused) == ("427", "ab")
    unchanged = _at("42", 2, 0).insert("x", Rule(9, digits=True))
    assert (unchanged.text, unchanged.selected, unchanged.refused) == ("42", "42", "x")


def test_what_is_composed_is_shown_and_not_yet_there() -> None:
    typed = _at("東都", 1).compose("きょう")
    assert (typed.shown, typed.text) == ("東きょう都", "東都")
    assert typed.insert("京", FREE).text == "東京都"
    assert typed.compose("").shown == "東都"


# --- in the window ------------------------------------------------------------------------------------------------


class _Form(Screen):
    """Two fields: a name and a number."""

    name = "form"
    first_focus = "name"

    def __init__(self, app: Shell) -> None:
        super().__init__(app)
        self.values = {"name": "", "number": "4711"}

    def build(self, canvas: Canvas) -> None:
        column = Column(canvas, 40, 40, 200)
        for key, digits in (("name", False), ("number", True)):
            field(column, key, key, self.values[key], lambda value, key=key: self._set(key, value), digits=digits)  # type: ignore[misc]
            column.skip(12)

    def _set(self, key: str, value: str) -> None:
        self.values[key] = value


@pytest.fixture
def form() -> Iterator[_Form]:
    app = make_app()
    screen = _Form(app)
    app.reset(screen)
    clipboard.copy("")
    yield screen
    pygame.event.clear()


@pytest.fixture
def hands(form: _Form) -> Driver:
    app = form.app
    return Driver(app)  # type: ignore[arg-type]


def _words(hands: Driver) -> str:
    return " ".join(words for _, words in hands.app.picture.inks)


def test_letters_come_where_the_caret_is(form: _Form, hands: Driver) -> None:
    hands.type("Aki")
    hands.key(pygame.K_LEFT)
    hands.key(pygame.K_LEFT)
    hands.type("x")
    assert form.values["name"] == "Axki"
    hands.key(pygame.K_BACKSPACE)
    hands.key(pygame.K_DELETE)
    assert form.values["name"] == "Ai"
    hands.key(pygame.K_HOME)
    hands.type("T")
    hands.key(pygame.K_END)
    hands.type("!")
    assert form.values["name"] == "TAi!"


def test_two_letters_within_one_frame_both_count(form: _Form, hands: Driver) -> None:
    for letter in "Ben":
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=letter))
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, unicode="\b"))
    hands.pump()
    assert form.values["name"] == "Be"


def test_tab_selects_all_so_that_typing_replaces_it(form: _Form, hands: Driver) -> None:
    hands.tab_to("number")
    hands.type("42")
    assert form.values["number"] == "42"


def test_copy_cut_and_paste(form: _Form, hands: Driver) -> None:
    hands.type("Bernadette")
    hands.key(pygame.K_a, pygame.KMOD_CTRL)
    hands.key(pygame.K_c, pygame.KMOD_CTRL)
    assert clipboard.paste() == "Bernadette"
    hands.key(pygame.K_RIGHT)
    hands.type(" ")
    hands.key(pygame.K_v, pygame.KMOD_CTRL)
    assert form.values["name"] == "Bernadette Bernadette"
    hands.key(pygame.K_LEFT, pygame.KMOD_SHIFT | pygame.KMOD_CTRL)
    hands.key(pygame.K_x, pygame.KMOD_CTRL)
    assert form.values["name"] == "Bernadette "
    assert clipboard.paste() == "Bernadette"


def test_without_a_clipboard_the_program_has_its_own(
    form: _Form, hands: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", broken)
    monkeypatch.setattr(pygame.scrap, "get_text", broken)
    hands.type("Cem")
    hands.key(pygame.K_a, pygame.KMOD_CTRL)
    hands.key(pygame.K_x, pygame.KMOD_CTRL)
    assert form.values["name"] == ""
    hands.key(pygame.K_v, pygame.KMOD_CTRL)
    assert form.values["name"] == "Cem"


def test_the_mouse_sets_the_caret_and_selects(form: _Form, hands: Driver) -> None:
    hands.type("mmmmmmmm")
    rect = hands.control("name").rect
    hands.click((rect.x + 1, rect.centery))
    hands.type("A")
    assert form.values["name"] == "Ammmmmmmm"
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(rect.x + 1, rect.centery), button=1))
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(rect.right, rect.centery), rel=(9, 0), buttons=(1, 0, 0)))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(rect.right, rect.centery), button=1))
    hands.pump()
    assert form.typing["name"].selected == "Ammmmmmmm"
    hands.type("B")
    assert form.values["name"] == "B"


def test_an_input_method_composes_at_the_caret(form: _Form, hands: Driver) -> None:
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="にほ", start=0, length=2))
    hands.pump()
    assert form.values["name"] == ""
    assert "にほ" in _words(hands)
    hands.key(pygame.K_ESCAPE)  # it belongs to the input method
    hands.key(pygame.K_BACKSPACE)
    assert hands.screen is form
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="", start=0, length=0))
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="日本"))
    hands.pump()
    assert form.values["name"] == "日本"
    caret = hands.control("name").caret
    assert caret is not None
    assert hands.control("name").rect.contains(caret)


def test_what_is_not_taken_is_said_until_something_is(form: _Form, hands: Driver) -> None:
    hands.tab_to("number")
    hands.type("x")
    assert form.values["number"] == "4711"
    assert "Only digits are taken. Left out: x" in _words(hands)
    assert complaints(hands.app.picture, hands.app.surface.get_rect()) == []
    hands.type("3")
    assert form.values["number"] == "3"
    assert "digits" not in _words(hands)
    hands.tab_to("name")
    hands.type("n" * 30)
    assert form.values["name"] == "n" * 24
    assert "At most 24 letters fit" in _words(hands)


def test_a_long_line_scrolls_with_its_caret(hands: Driver) -> None:
    hands.type("w" * 24)
    control = hands.control("name")
    assert control.caret is not None
    assert control.rect.contains(control.caret)
    hands.key(pygame.K_HOME)
    moved = hands.control("name").caret
    assert moved is not None
    assert moved.x < control.caret.x


def test_letters_are_asked_for_only_where_they_are_taken(
    monkeypatch: pytest.MonkeyPatch, form: _Form, hands: Driver
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: asked.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: asked.append("stop"))
    hands.app.go("settings")
    hands.pump()
    hands.key(pygame.K_ESCAPE)
    hands.tab_to("number")
    assert asked == ["stop", "start"]
    assert form.focus == "number"
