"""Did you mean: the closest of the names that exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.telling import _

_LIST_AT_MOST = 12
_CLOSE = 0.5


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a person most likely meant; None where none is close.

    A part that only one name has counts as close: ``weld`` for ``old_weld_mine``.
    """
    names = {_plain(one): one for one in known}
    wanted = _plain(name)
    if wanted in names:
        return names[wanted]
    within = [one for one in names if wanted and wanted in one]
    if len(within) == 1:
        return names[within[0]]
    near = difflib.get_close_matches(wanted, names, n=1, cutoff=_CLOSE)
    return names[near[0]] if near else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?``, or the names that exist where none is close."""
    names = tuple(known)
    match = closest(name, names)
    if match is not None:
        return _("did you mean {name}?").format(name=repr(match))
    if not names:
        return _("there is none")
    more = ", ..." if len(names) > _LIST_AT_MOST else ""
    return _("there is {names}").format(names=", ".join(names[:_LIST_AT_MOST]) + more)


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")
