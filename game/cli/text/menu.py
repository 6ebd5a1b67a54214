"""The same commands by numbers: every choice is a list, and what comes out is the line that could have been typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.cli.text import words
from game.cli.text.terminal import Terminal
from game.engine.world import INSTRUMENTS, POSTURES, RELEASE_RULES, STANDARDS
from game.session.views import AgreementView, View
from game.telling import Teller
from game.telling.numbers import write

_ASKED = {"research": "US$ million a year:", "tariff": "Per cent:", "floor": "US$/kg (0 is none):"}


def line(view: View, terminal: Terminal) -> str:
    """The command that the person put together; empty where they went back."""
    groups = [("look", "Look at something"), ("order", "Give an order"), ("turn", "Orders, end of turn, save, quit")]
    group = terminal.choose("Menu", groups)
    if group is None:
        return ""
    listed = {"look": words.LOOK, "order": words.ORDER, "turn": words.TURN}[group]
    name = terminal.choose(
        f"Menu, {group}", [(word.name, f"{word.name}: {word.text}") for word in listed if word.name != "menu"]
    )
    if name is None:
        return ""
    details = _DETAILS.get(name)
    rest = details(view, terminal) if details else _number(terminal, name)
    return "" if rest is None else f"{name} {rest}".strip()


def _number(terminal: Terminal, name: str) -> str | None:
    if name == "save":
        return terminal.ask("File:") or None
    return "" if name not in _ASKED else terminal.ask(_ASKED[name]) or None


def _project(view: View, terminal: Terminal) -> str | None:
    return terminal.choose("Project", [(one.id, f"{one.name}: {one.phase}") for one in view.projects])


def _fund(view: View, terminal: Terminal) -> str | None:
    open_ones = [(one.id, f"{one.name}, US$ {one.choice.price:,.0f} m") for one in view.projects if one.choice.allowed]
    project = terminal.choose("Fund which project", open_ones)
    instrument = project and terminal.choose("By", _plain(INSTRUMENTS))
    if not instrument:
        return None
    return f"{project} {instrument} {terminal.ask('Per cent of the cost (Enter for the most):')}"


def _stockpile(view: View, terminal: Terminal) -> str | None:
    material = terminal.choose("Stockpile of", [*view.materials, ("all", "all materials")])
    days = material and terminal.ask("Target in days of use:")
    pace = days and terminal.ask(f"Days bought a month (Enter for {view.policy.pace_days:g}):")
    rule = material and days and terminal.choose("Release", _plain(RELEASE_RULES))
    return f"{material} {days} {pace} {rule}" if rule else None


def _research(view: View, terminal: Terminal) -> str | None:
    line = terminal.choose("Line", [(one.id, f"{one.name}, now US$ {one.rate:,.0f} m a year") for one in view.research])
    rate = line and terminal.ask("US$ million a year:")
    return f"{line} {rate}" if rate else None


def _agreement(*statuses: str) -> Callable[[View, Terminal], str | None]:
    def details(view: View, terminal: Terminal) -> str | None:
        fitting = [one for one in view.agreements if not statuses or one.status in statuses]
        return terminal.choose(
            "Agreement", [(_pair(one), f"{one.name} with {one.partner}{_state(one)}") for one in fitting]
        )

    return details


def _figure(view: View, terminal: Terminal) -> str | None:
    label = Teller.of(view).label
    figures = [(one.key, f"{label(one.key)}: {write(one.value, one.unit)}") for one in view.indicators]
    return terminal.choose("Figure", figures)


def _curve(view: View, terminal: Terminal) -> str | None:
    return terminal.choose("Curve", [(series.key, Teller.of(view).label(series.key)) for series in view.series])


def _posture(view: View, terminal: Terminal) -> str | None:
    return terminal.choose(f"Posture, now {view.policy.posture}", _plain(POSTURES))


def _standard(view: View, terminal: Terminal) -> str | None:
    return terminal.choose(f"Standard, now {view.policy.standard}", _plain(STANDARDS))


def _pair(one: AgreementView) -> str:
    return f"{one.kind} {one.partner}"


def _state(one: AgreementView) -> str:
    return "" if one.status == "none" else f", {one.status}"


def _plain(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, name) for name in names]


_DETAILS: dict[str, Callable[[View, Terminal], str | None]] = {
    "project": _project,
    "agreement": _agreement(),
    "why": _figure,
    "chart": _curve,
    "fund": _fund,
    "stockpile": _stockpile,
    "research": _research,
    "propose": _agreement("none"),
    "accept": _agreement("offered"),
    "decline": _agreement("offered"),
    "leave": _agreement("in force"),
    "posture": _posture,
    "standard": _standard,
}
"""What a command asks for; those without an entry ask for nothing, or for one number."""
