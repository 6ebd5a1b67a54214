"""Which text a code has: every entry of engine and orders carries its own, and this table gathers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from game import orders
from game.engine.event_kinds import EVENTS
from game.engine.interventions import FIGURES
from game.engine.metrics import METRICS
from game.engine.phases.actions import registry as actions
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
    return {**TEXTS, **dict(_of_events()), **dict(_of_metrics()), **dict(orders.texts()), **dict(actions.texts())}


def _of_events() -> Iterator[tuple[str, Template]]:
    for kind, entry in EVENTS.items():
        if entry.text:
            yield f"event.{kind}", entry.text
        if entry.untargeted:
            yield f"event.{kind}.untargeted", entry.untargeted
    yield from ((f"by_hand.{name}", figure.label) for name, figure in FIGURES.items())


def _of_metrics() -> Iterator[tuple[str, Template]]:
    for name, entry in METRICS.items():
        yield f"metric.{name}", entry.label
        yield f"meaning.{name}", entry.meaning
        yield f"short.{name}", entry.short or entry.label
        if entry.chart and entry.chart.page:
            yield f"page.{name}", entry.chart.page
