"""A field for a line of text: caret, selection, clipboard, mouse, input methods."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit import clipboard, text
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.controls import Control, Point
from game.desktop.kit.keys import latin
from game.desktop.kit.plates import plate
from game.desktop.kit.typed import Rule, Typed
from game.telling import _

_CTRL = pygame.KMOD_CTRL | pygame.KMOD_META
_MOST_NAMED = 4
"""Letters that a refusal names."""


class _Hand:
    """One field as the keyboard finds it. What is typed lies with the screen, so that no key is lost between frames."""

    def __init__(self, canvas: Canvas, key: str, value: str, rule: Rule, change: Callable[[str], None]) -> None:
        self._canvas = canvas
        self._key = key
        self._value = value
        self._rule = rule
        self._change = change
        held = canvas.typing.get(key)
        if held is not None and (canvas.focus != key or held.text != value):
            del canvas.typing[key]

    @property
    def now(self) -> Typed:
        """What is typed; all of it is selected when the keyboard comes to the field."""
        if self._key not in self._canvas.typing:
            self._canvas.typing[self._key] = Typed.begun(self._value, chosen=self._canvas.ring)
        return self._canvas.typing[self._key]

    def set(self, typed: Typed) -> None:
        """Keep what is typed, and tell of a change."""
        before = self.now.text
        self._canvas.typing[self._key] = typed
        if typed.text != before:
            self._change(typed.text)

    def typed(self, words: str) -> None:
        """Letters that are settled."""
        self.set(self.now.insert(words, self._rule))

    def composed(self, words: str) -> None:
        """Letters that an input method has not settled."""
        self.set(self.now.compose(words))

    def keys(self, event: pygame.Event) -> bool:
        """A key; letters come as `typed`, their keys are only held back from acting as shortcuts."""
        held, shift, alt = (bool(event.mod & keys) for keys in (_CTRL, pygame.KMOD_SHIFT, pygame.KMOD_ALT))
        now, word = self.now, held or alt
        if held and not alt and latin(event) in {pygame.K_a, pygame.K_c, pygame.K_x, pygame.K_v}:
            self._clip(latin(event))
        elif event.key in {pygame.K_LEFT, pygame.K_RIGHT}:
            self.set(now.step(-1 if event.key == pygame.K_LEFT else 1, word=word, extend=shift))
        elif event.key in {pygame.K_HOME, pygame.K_END}:
            self.set(now.move(0 if event.key == pygame.K_HOME else len(now.text), extend=shift))
        elif event.key in {pygame.K_BACKSPACE, pygame.K_DELETE}:
            self.set(now.erase(-1 if event.key == pygame.K_BACKSPACE else 1, word=word))
        else:
            return bool(event.unicode) and event.unicode.isprintable() and not held
        return True

    def _clip(self, key: int) -> None:
        """Select all, copy, cut, paste."""
        now = self.now
        if key == pygame.K_a:
            self.set(now.all())
        elif key == pygame.K_v:
            self.set(now.insert(clipboard.paste(), self._rule))
        elif now.selected:
            clipboard.copy(now.selected)
            if key == pygame.K_x:
                self.set(now.erase(1, word=False))

    def refusal(self) -> str:
        """Why the last keystroke or paste was not taken whole; empty when it was."""
        now = self.now
        if now.refused:
            what = _("Only digits are taken.") if self._rule.digits else _("Only letters that can be seen are taken.")
            named = now.refused[:_MOST_NAMED] + ("…" if len(now.refused) > _MOST_NAMED else "")
            return f"{what} {_('Left out: {letters}').format(letters=named)}" if named.isprintable() else what
        return _("At most {number} letters fit.").format(number=self._rule.longest) if now.overflowed else ""


class _Line:
    """Where the letters of a field stand: its room, and pixels from the start to each place between letters."""

    def __init__(self, canvas: Canvas, room: pygame.Rect, typed: Typed) -> None:
        self._canvas, self._room, self._typed = canvas, room, typed
        self._edges = [canvas.width(typed.shown[:number]) for number in range(len(typed.shown) + 1)]
        self._end = typed.caret + len(typed.composing)
        self._shift = max(0, self._edges[self._end] - room.width + 1)
        """Pixels by which the line is moved to the left, so that its caret shows."""

    @property
    def caret(self) -> pygame.Rect:
        """The stroke where the next letter will stand."""
        rect = pygame.Rect(self._x(self._end), 0, self._canvas.theme.px(1), self._canvas.line_height())
        rect.centery = self._room.centery
        return rect

    def _x(self, place: int) -> int:
        return self._room.x + self._edges[place] - self._shift

    def place(self, at: Point) -> int:
        """The place between letters that is nearest to `at`."""
        return min(range(len(self._typed.text) + 1), key=lambda number: abs(self._x(number) - at[0]))

    def draw(self) -> None:
        """The line with its selection, what is being composed underlined, and the caret."""
        canvas, typed, caret = self._canvas, self._typed, self.caret
        with canvas.clipped(self._room.inflate(canvas.theme.px(4), 0), region=""):
            low, high = (self._x(place) for place in typed.span)
            if high > low:
                canvas.surface.fill(canvas.palette.selected, (low, caret.y, high - low, caret.height))
            if typed.shown:
                picture = text.label(typed.shown, canvas.theme)
                place = picture.get_rect(x=self._x(0), centery=self._room.centery)
                canvas.surface.blit(picture, place)
                canvas.ink(place.clip(self._room), typed.shown)
            start = self._x(typed.caret)
            canvas.surface.fill(canvas.palette.accent, (start, caret.bottom - 1, caret.x - start, canvas.theme.px(1)))
            canvas.surface.fill(canvas.palette.text, caret)


def field(
    column: Column,
    key: str,
    label: str,
    value: str,
    change: Callable[[str], None],
    *,
    longest: int = 24,
    digits: bool = False,
    width: int = 0,
    empty: str = "",
    tip: str = "",
) -> None:
    """A field for a line of text; `empty` shows while it is. What it does not take is said under it."""
    canvas = column.canvas
    if label:
        column.line(label, "small", colour=canvas.palette.muted, shorten=True)
        column.skip(2)
    rect = column.take(canvas.row)
    rect.width = min(rect.width, width or rect.width)
    room = rect.inflate(-canvas.theme.px(16), 0)
    hand = _Hand(canvas, key, value, Rule(longest, digits=digits), change)
    focused = canvas.focus == key
    line = _Line(canvas, room, hand.now if focused else Typed.begun(value, chosen=False))
    if canvas.seen(rect):
        plate(canvas.surface, rect, canvas.palette.ground, border=canvas.palette.edge, radius=canvas.theme.radius)
        if focused:
            line.draw()
        else:
            canvas.words(room, value or empty, colour=None if value else canvas.palette.muted, shorten=True)
    _register(canvas, rect, key, label or key, tip, hand, line)
    refusal = hand.refusal() if focused else ""
    if refusal:
        column.skip(3)
        column.paragraph(f"{{warn:{refusal}}}", "small")


def _register(canvas: Canvas, rect: pygame.Rect, key: str, label: str, tip: str, hand: _Hand, line: _Line) -> None:
    """Name the field's control."""
    control = Control(key, rect, canvas.clip.copy(), label, tip=tip, keys=hand.keys)
    control.typed, control.composed, control.caret = hand.typed, hand.composed, line.caret
    control.composing = key in canvas.typing and bool(canvas.typing[key].composing)
    control.point = lambda at: hand.set(hand.now.move(line.place(at), extend=False))
    control.drag = lambda at: hand.set(hand.now.move(line.place(at), extend=True))
    canvas.control(control)
