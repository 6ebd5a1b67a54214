"""What each kind of event reads like in English, from the table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.engine.event_kinds import ALL, EVENTS, PARTIES, PHASE, EventKind
from game.engine.event_messages import PHASE_TEXTS
from game.engine.world import PHASES

__all__ = ["ALL", "PARTIES", "TEMPLATES", "Template"]


@dataclass(frozen=True)
class Template:
    """`text` may name ``{actor}``, ``{target}``, ``{item}`` and ``{amount}``; the other fields are of `EventKind`."""

    text: str
    tone: str
    readers: str
    actor: str
    target: str
    item: str
    unnamed: str
    amount: Callable[[float], str]


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _tonnes(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10.0 else f"{amount:.1f}"


_WRITE: Mapping[str, Callable[[float], str]] = {
    "share": _percent,
    "t": lambda amount: f"{_tonnes(amount)} t",
    "t/month": lambda amount: f"{_tonnes(amount)} t a month",
    "times": "{:.1f} times".format,
    "US$ million": "US$ {:,.0f} m".format,
    "months": "{:,.0f} months".format,
    PHASE: lambda place: PHASE_TEXTS[PHASES[int(place)]],
}


def _template(kind: EventKind) -> Template:
    text = kind.text.replace("{actor:of}", "{actor}'s")
    return Template(
        text=text,
        tone=kind.tone,
        readers=kind.readers,
        actor=kind.actor,
        target=kind.target,
        item=kind.item,
        unnamed=kind.untargeted or text,
        amount=_WRITE.get(kind.unit, "{:,.0f}".format),
    )


TEMPLATES: Mapping[str, Template] = {kind: _template(entry) for kind, entry in EVENTS.items() if entry.text}
"""Orders given and refused have no template: what became of a seat's orders stands in the turn's report, in words."""
