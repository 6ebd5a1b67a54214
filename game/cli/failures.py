"""What a person at the command line is told when something cannot be done: one clear line and an exit code."""

from __future__ import annotations

import errno
from collections.abc import Iterable

USAGE = 2
"""Exit code where the command itself was wrong: an unknown name, options that exclude each other."""
INTERRUPTED = 130


_TOLD = {"SaveError", "ContentError", "BadHome", "NoWay", "SessionError", "EventListError"}
"""Faults whose text is for people."""


class Failure(Exception):  # noqa: N818 - it is an answer to a person, not a fault of the program
    """Something that cannot be done. ``str()`` is what the person reads; `code` is the exit code."""

    def __init__(self, text: str, *, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def unknown(kind: str, name: str, known: Iterable[str]) -> Failure:
    """`name` is no such `kind`; offers the closest known name, or all of them where none is close."""
    from game.cli.nearest import suggestion
    from game.telling import _

    text = _("unknown {kind} {typed}: {hint}")
    return Failure(text.format(kind=_(kind), typed=repr(name), hint=suggestion(name, known)), code=USAGE)


def explain(error: BaseException) -> Failure | None:
    """The failure to show for `error`; None where it is a fault of the program.

    The types are compared by where they come from, so that no room is imported only to read its faults.
    """
    if isinstance(error, Failure):
        return error
    name = type(error).__name__
    home = type(error).__module__.split(".")[0]
    if home in {"typer", "click"}:
        return _usage(error)
    if home == "game" and any(base.__name__ in _TOLD for base in type(error).__mro__):
        from game.telling import told

        return Failure(told(error))
    if home == "game" and name == "MatchOver":
        return Failure("the match is over: nothing is left to order")
    if isinstance(error, OSError) and error.filename is not None:
        return Failure(f"{error.filename}: {(error.strerror or str(error)).lower()}")
    if isinstance(error, OSError) and error.errno == errno.EBADF:
        return Failure("the output is closed: nothing can be written to it")
    if isinstance(error, OSError):
        return Failure(f"cannot write or read: {(error.strerror or str(error)).lower()}")
    if isinstance(error, UnicodeDecodeError):
        return Failure(f"this is not a text file in UTF-8 (byte {error.start}): {error.reason}")
    if isinstance(error, MemoryError) or name == "BrokenProcessPool":
        return Failure("there is not memory enough for it: fewer --processes or --runs need less")
    return None


def _usage(error: BaseException) -> Failure:
    """A command line that typer could not read, in its words and with a way to the help."""
    speak = getattr(error, "format_message", None)
    text = speak() if speak else "stopped"
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "chokepoint"
    text = f"{text[:1].lower()}{text[1:]}".rstrip()
    return Failure(f"{text}{'' if text.endswith(('?', '.', ')')) else '.'} See {path} --help", code=USAGE)
