"""Figures that a person names: for "why" and for charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.cli.nearest import suggestion
from game.cli.text.grammar import Unclear
from game.session.views import Series, View
from game.telling import Teller, _

_IN_THE_HEADING = ("budget", "capital")
"""Figures that stand above the others, in the line that says where the match stands."""
_LISTED = 8
"""Figures that are named where several may be meant."""


def the_keys(view: View, words: Sequence[str], metrics: Iterable[str]) -> list[str]:
    """The keys of the figures that are meant: as typed where the metric is known, else those on the screen.

    A metric that stands there for several things (``price``) means all of them.

    Raises:
        Unclear: where there is no such figure, or words fit several.
    """
    teller = Teller.of(view)
    keys = [*(one.key for one in view.series), *(one.key for one in view.indicators), *_IN_THE_HEADING]
    shown = {key: teller.label(key) for key in keys}
    found = _among(shown, words)
    if not found and words[0] in metrics:
        return [" ".join(words)]
    return found or _unknown(shown, words)


def the_curves(view: View, words: Sequence[str]) -> list[Series]:
    """The curves that are meant. Raises as `the_keys`; curves that the view lacks are not the seat's to see."""
    curves = {series.key: series for series in view.series}
    teller = Teller.of(view)
    labels = {key: teller.label(key) for key in curves}
    return [curves[key] for key in _among(labels, words) or _unknown(labels, words)]


def _among(shown: Mapping[str, str], words: Sequence[str]) -> list[str]:
    typed = " ".join(words).lower()
    worded = typed.replace("_", " ")
    if typed in shown:
        return [typed]
    of_metric = [key for key in shown if key.split()[0] == typed]
    if of_metric:
        return of_metric
    found = [key for key, label in shown.items() if worded in label.lower()]
    if len(found) > 1:
        several = ", ".join(repr(key) for key in found[:_LISTED])
        raise Unclear(_("{typed} may be {several}: which?").format(typed=repr(typed), several=several))
    return found


def _unknown(shown: Mapping[str, str], words: Sequence[str]) -> list[str]:
    typed = " ".join(words)
    text = _("no figure is called {typed}: {hint}")
    raise Unclear(text.format(typed=repr(typed), hint=suggestion(typed, shown)))
