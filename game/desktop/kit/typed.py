"""A line of text while it is typed: caret, selection, and what an input method has not settled yet. No pixels."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rule:
    """What a field takes."""

    longest: int
    """Letters."""
    digits: bool = False
    """Whether it takes digits alone."""

    def takes(self, letter: str) -> bool:
        """Whether `letter` may stand in the field."""
        return letter.isdecimal() if self.digits else letter.isprintable()


@dataclass(frozen=True)
class Typed:
    """A line, its caret, and what is selected: everything between `anchor` and `caret`. Both count letters."""

    text: str
    caret: int
    anchor: int
    composing: str = ""
    """What an input method shows at the caret until the person settles it."""
    refused: str = ""
    """Letters of the last keystroke or paste that the field did not take."""
    overflowed: bool = False
    """Whether the last keystroke or paste did not fit whole."""

    @classmethod
    def begun(cls, text: str, *, chosen: bool) -> Typed:
        """The keyboard comes to a field with `text`: all of it selected where `chosen`, else the caret at its end."""
        return cls(text, len(text), 0 if chosen else len(text))

    @property
    def span(self) -> tuple[int, int]:
        """First letter that is selected, and the one after the last."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The letters that are selected."""
        low, high = self.span
        return self.text[low:high]

    @property
    def shown(self) -> str:
        """The line with what is being composed at the caret."""
        return self.text[: self.caret] + self.composing + self.text[self.caret :]

    # --- changing -----------------------------------------------------------------------------------------------

    def insert(self, words: str, rule: Rule) -> Typed:
        """Put `words` in the place of the selection; what `rule` does not take is left out and remembered."""
        if not words:
            return replace(self, composing="")
        flat = " ".join(words.splitlines()).replace("\t", " ")
        wanted = "".join(letter for letter in flat if rule.takes(letter))
        refused = "".join(dict.fromkeys(letter for letter in flat if not rule.takes(letter)))
        low, high = self.span
        fits = wanted[: max(0, rule.longest - len(self.text) + high - low)]
        if not fits:
            return replace(self, composing="", refused=refused, overflowed=fits != wanted)
        line = self.text[:low] + fits + self.text[high:]
        at = low + len(fits)
        return Typed(line, at, at, refused=refused, overflowed=fits != wanted)

    def erase(self, step: int, *, word: bool) -> Typed:
        """Take out the selection, else the letter or word before (`step` -1) or after (1) the caret."""
        low, high = self.span
        if low == high:
            low, high = sorted((self.caret, self.place(step, word=word)))
        return Typed(self.text[:low] + self.text[high:], low, low)

    def compose(self, words: str) -> Typed:
        """Show `words` at the caret, in the place of the selection, until they are settled."""
        bare = self.erase(1, word=False) if words and self.selected else self
        return replace(bare, composing=words, refused="", overflowed=False)

    # --- moving -------------------------------------------------------------------------------------------------

    def place(self, step: int, *, word: bool) -> int:
        """Where the caret comes to stand from where it is: a letter or a word on."""
        at = _beside(self.text, self.caret, step)
        while word and 0 < at < len(self.text) and not self._begins(at):
            at = _beside(self.text, at, step)
        return at

    def _begins(self, at: int) -> bool:
        """Whether a word begins at `at`."""
        return _in_word(self.text[at]) and not _in_word(self.text[at - 1])

    def move(self, to: int, *, extend: bool) -> Typed:
        """The caret at `to`; with `extend` what it passes over is selected."""
        at = min(max(to, 0), len(self.text))
        return Typed(self.text, at, self.anchor if extend else at)

    def step(self, step: int, *, word: bool, extend: bool) -> Typed:
        """A letter or a word on; without `extend` a selection is left at its end in that direction."""
        low, high = self.span
        if low != high and not extend and not word:
            return self.move(low if step < 0 else high, extend=False)
        return self.move(self.place(step, word=word), extend=extend)

    def all(self) -> Typed:
        """Everything selected."""
        return Typed(self.text, len(self.text), 0)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.combining(letter) > 0


def _beside(text: str, at: int, step: int) -> int:
    """The place before or after `at`; marks that sit on a letter stay with it."""
    at = min(max(at + step, 0), len(text))
    while 0 < at < len(text) and unicodedata.combining(text[at]):
        at += step
    return at
