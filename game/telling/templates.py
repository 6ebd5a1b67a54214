"""Which text a code has: every entry of engine and orders carries its own, and this table gathers them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from game.engine import event_kinds
from game.engine.metrics import METRICS
from game.session.labels import LABELS
from game.telling.texts import TEXTS

Template = str | tuple[str, str]
"""A text with places in braces; or its two numbers, chosen by the part ``amount``."""


def template_of(code: str) -> Template:
    """The text of `code`, in the source language.

    Raises:
        KeyError: when no entry has one.
    """
    return templates()[code]


@cache
def templates() -> Mapping[str, Template]:
    """Every code with its text."""
    labels = {f"metric.{name}": LABELS[name].text if name in LABELS else _bare(name) for name in METRICS}
    return {**TEXTS, **dict(event_kinds.texts()), **labels}


def _bare(metric: str) -> str:
    places = [f"{{{place}}}" for place in range(len(METRICS[metric].axes))]
    return ": ".join([metric.replace("_", " "), *places])
