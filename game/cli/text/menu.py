"""The same commands by numbers: every choice is a list, and what comes out is the line that could have been typed."""

from __future__ import annotations

from collections.abc import Callable

from game.cli.text import words
from game.cli.text.grammar import COMMANDS, Command, known
from game.cli.text.terminal import Terminal
from game.engine.messages import Amount
from game.orders.form import Field, Given, OneOf, Pick, Scale
from game.session.views import AgreementView, View
from game.telling import Teller, _
from game.telling.numbers import write


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
    if name in COMMANDS:
        rest = _order(view, terminal, COMMANDS[name])
    else:
        rest = _DETAILS[name](view, terminal) if name in _DETAILS else ""
    return "" if rest is None else f"{name} {rest}".strip()


def _order(view: View, terminal: Terminal, command: Command) -> str | None:
    """The words of an order, field by field; None where the person went back."""
    said: dict[str, str] = {}
    for field in (*command.asked, *command.optional):
        needed = field in command.asked
        if isinstance(field, Scale):
            answer: str | None = _asked(view, terminal, field, said, needed=needed)
        else:
            answer = _chosen(view, terminal, field, said)
        if answer is None or (needed and not answer):
            return None
        said |= {field.name: answer} if answer else {}
    return " ".join(said.values())


def _asked(view: View, terminal: Terminal, field: Scale, said: Given, *, needed: bool) -> str:
    """A number typed; nothing where it may stay what it is."""
    stays = "" if needed or field.now is None else f" (Enter for {write(field.now(view, said), field.unit)})"
    return terminal.ask(f"{_(field.label)}, {_(field.measure)}{stays}:")


def _chosen(view: View, terminal: Terminal, field: Field, said: Given) -> str | None:
    title = _(field.label).format(rival=Teller.of(view).within("nations", view.lexicon.rival))
    options: list[tuple[str, str]] = []
    if isinstance(field, Pick):
        options = [(key, f"{name}{_beside(view, field, key)}") for key, name in known(view, field, said, fitting=True)]
    elif isinstance(field, OneOf):
        offered = field.offered(view) if field.offered is not None else None
        options = [
            (one.key, f"{one.key}: {_(one.tip)}") for one in field.alternatives if offered is None or one.key in offered
        ]
        title = f"{title}, now {field.now(view, said)}" if field.stands and field.now is not None else title
    return terminal.choose(title, options)


def _beside(view: View, field: Pick, key: str) -> str:
    if field.beside is None or (field.everything is not None and key == field.everything.key):
        return ""
    told = field.beside(view, key)
    return f", {write(told.value, told.unit)}" if isinstance(told, Amount) else ""


def _file(view: View, terminal: Terminal) -> str | None:
    del view
    return terminal.ask("File:") or None


def _project(view: View, terminal: Terminal) -> str | None:
    return terminal.choose("Project", [(one.id, f"{one.name}: {one.phase}") for one in view.projects])


def _agreement(view: View, terminal: Terminal) -> str | None:
    pairs = [(_pair(one), f"{one.name} with {one.partner}{_state(one)}") for one in view.agreements]
    return terminal.choose("Agreement", pairs)


def _figure(view: View, terminal: Terminal) -> str | None:
    label = Teller.of(view).label
    figures = [(one.key, f"{label(one.key)}: {write(one.value, one.unit)}") for one in view.indicators]
    return terminal.choose("Figure", figures)


def _curve(view: View, terminal: Terminal) -> str | None:
    return terminal.choose("Curve", [(series.key, Teller.of(view).label(series.key)) for series in view.series])


def _pair(one: AgreementView) -> str:
    return f"{one.kind} {one.partner}"


def _state(one: AgreementView) -> str:
    return "" if one.status == "none" else f", {one.status}"


_DETAILS: dict[str, Callable[[View, Terminal], str | None]] = {
    "project": _project,
    "agreement": _agreement,
    "why": _figure,
    "chart": _curve,
    "save": _file,
}
"""What a command asks for that gives no order; those without an entry ask for nothing."""
