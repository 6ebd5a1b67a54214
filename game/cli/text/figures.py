"""Figures that a person names: for "why" and for charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.cli.nearest import suggestion
from game.cli.text.grammar import Unclear
from game.session.views import Series, View


def the_key(view: View, words: Sequence[str], metrics: Iterable[str]) -> str:
    """The key of a figure: as typed where the metric is known, else the one figure on the screen that has the words.

    Raises:
        Unclear: where none or several have them.
    """
    typed = " ".join(words).lower()
    shown = {entry.key: entry.label for entry in view.indicators} | {entry.key: entry.label for entry in view.series}
    if typed in shown:
        return typed
    found = [key for key, label in shown.items() if typed in label.lower() or key.split()[0] == typed]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unclear(f"{typed!r} may be {', '.join(repr(key) for key in found[:8])}: which?")
    if words and words[0] in metrics:
        return typed
    raise Unclear(f"no figure is called {typed!r}: {suggestion(typed, shown)}")


def the_series(view: View, words: Sequence[str]) -> Series:
    """The curve that is meant. Raises as `the_key`; curves that the view lacks are not the seat's to see."""
    curves = {series.key: series for series in view.series}
    key = the_key(view, words, ())
    if key not in curves:
        raise Unclear(f"there is no curve of {key!r}: {suggestion(key, curves)}")
    return curves[key]
