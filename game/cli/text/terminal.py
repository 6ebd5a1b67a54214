"""The terminal: what is shown goes out through here, what is typed comes in through here."""

from __future__ import annotations

import contextlib
import re
import sys
import textwrap
from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.markdown import Markdown
from rich.text import Text

from game.cli.nearest import suggestion
from game.cli.text.markdown import spoken
from game.cli.text.sheet import WIDTH, drawn
from game.marks import N_
from game.telling import _
from game.telling.numbers import plain_ascii
from game.telling.sheet import Sheet, sentences

_FORGET = "\x1b[H\x1b[2J\x1b[3J"
"""Cursor home, screen and scrollback emptied, as terminals since the VT100 and xterm understand it."""
_MORE = N_("-- Enter for more, q to stop --")


_ANSWER = 12
"""Columns that stay free behind a question."""
_BLANK = re.compile(r"\s")


class Gone(Exception):  # noqa: N818 - nobody is at fault when the other end hangs up
    """Nobody types any more: end of input."""


class Terminal:
    """A console and a keyboard.

    `plain` leaves out colours and box characters, and puts tables into sentences. Without a terminal at both ends
    nothing is cut into pages and nothing is cleared.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self.plain = plain
        self.console = Console(
            no_color=True if plain else None,  # else as the environment says: rich honours NO_COLOR
            color_system=None if plain else "auto",
            highlight=False,
            emoji=False,
            markup=False,
            width=None if sys.stdout.isatty() else WIDTH,
        )
        self._live = sys.stdin.isatty() and self.console.is_terminal
        if self._live:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 - its import gives input() arrow keys and a history

    def show(self, *what: RenderableType | Sheet) -> None:
        """Print texts and sheets, a page at a time where there is a person to turn the page."""
        with self.console.capture() as capture:
            for item in what:
                self._print(item)
        lines = capture.get().splitlines()
        if self._live and not self.plain:
            self._page(lines)
        else:
            self._write(lines)

    def say(self, text: str, tone: str = "") -> None:
        """Print one line of text."""
        self.show(self.toned(text, tone))

    def toned(self, text: str, tone: str) -> Text:
        """`text` in a colour or weight, which plain mode leaves out."""
        return Text(text, style="" if self.plain else tone)

    def command(self, text: str) -> None:
        """Print a command to be copied: in one line, however long."""
        sys.stdout.write(f"{text}\n")

    def markdown(self, text: str) -> None:
        """Print text written in Markdown."""
        self.show(Text(spoken(text)) if self.plain else Markdown(text))

    def ask(self, prompt: str) -> str:
        """What the person types at `prompt`, without blanks around it.

        Raises:
            Gone: at the end of input.
        """
        *above, last = textwrap.wrap(prompt, max(self.console.width - _ANSWER, _ANSWER)) or [""]
        self._write(above)
        while True:
            answer = _BLANK.sub(" ", self._line(last)).strip()
            if answer.isprintable():
                return answer
            text = _("That line holds what is no letter, and was not taken: {line}")
            self.say(text.format(line=ascii(answer)), "red")

    def _line(self, prompt: str) -> str:
        sys.stdout.flush()
        try:
            line = input(f"{prompt} ")
        except (EOFError, ValueError) as error:  # ValueError: stdin was closed
            sys.stdout.write("\n")
            raise Gone from error
        if not self._live:
            sys.stdout.write(f"{line}\n")  # nothing else shows what came from a pipe
        return line

    def confirm(self, question: str) -> bool:
        """Whether the person says yes; Enter alone is no."""
        while True:
            answer = self.ask(f"{question} (y/n)").lower()
            if answer in {"y", "yes"}:
                return True
            if answer in {"n", "no", ""}:
                return False
            self.say(_("Please type y or n."))

    def choose(self, title: str, options: Sequence[tuple[str, str]], *, default: int | None = None) -> str | None:
        """Key of the option picked from a numbered menu by number, key or label; None for 0, back."""
        rows = tuple((str(number), label) for number, (_key, label) in enumerate(options, start=1))
        self.show(Sheet(title, ("", ""), (*rows, ("0", _("back")))) if not self.plain else _listed(title, rows))
        asked = _("Number:") if default is None else _("Number (Enter for {usual}):").format(usual=default + 1)
        while True:
            answer = self.ask(asked)
            if not answer and default is not None:
                return options[default][0]
            if answer in {"0", "", "back"}:
                return None
            picked = _picked(answer, options)
            if picked is not None:
                return picked
            hint = suggestion(answer, [key for key, _label in options])
            text = _("Type a number of the list; there is no {answer}: {hint}")
            self.say(text.format(answer=repr(answer), hint=hint))

    @property
    def forgets(self) -> bool:
        """Whether what was shown and typed can be taken away again: not in a pipe, a log or the simplest terminals."""
        return self._live and not self.console.is_dumb_terminal and not self.console.legacy_windows

    def forget(self) -> None:
        """Take away what was typed, what the screen shows, and what can be scrolled back to, as far as it `forgets`."""
        with contextlib.suppress(ImportError, AttributeError):
            if self._live:
                import readline

                readline.clear_history()
        if self.forgets:
            sys.stdout.write(_FORGET)
            sys.stdout.flush()

    def _print(self, item: RenderableType | Sheet) -> None:
        if not isinstance(item, Sheet):
            self.console.print(item)
        elif self.plain:
            for line in sentences(item):
                self.console.print(Text(line))
        else:
            self.console.print(Text(item.title, style="bold"))
            for row in drawn(item, self.console.width, ascii_only=not self._box_characters()):
                self.console.print(row)
            if item.note:
                self.console.print(Text(item.note, style="dim"))

    def _box_characters(self) -> bool:
        return self.console.encoding.lower().startswith("utf")

    def _page(self, lines: list[str]) -> None:
        room = max(self.console.height - 2, 1)
        if len(lines) <= self.console.height:
            room = len(lines)
        while lines:
            self._write(lines[:room])
            lines = lines[room:]
            if lines and self.ask(_(_MORE)).lower().startswith("q"):
                return

    def _write(self, lines: Iterable[str]) -> None:
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        sys.stdout.write(plain_ascii(text) if self.plain else text)


def _listed(title: str, rows: Sequence[tuple[str, str]]) -> Text:
    return Text("\n".join([f"{title}.", *(f"{number}: {label}." for number, label in rows), f"0: {_('back')}."]))


def _picked(answer: str, options: Sequence[tuple[str, str]]) -> str | None:
    if answer.isdecimal() and 1 <= int(answer) <= len(options):
        return options[int(answer) - 1][0]
    for key, label in options:
        if answer.lower() in {key.lower(), label.lower()}:
            return key
    return None
