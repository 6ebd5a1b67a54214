"""The same commands by numbers: every choice is a list, and what comes out is the line that could have been typed."""

from __future__ import annotations

from collections.abc import Callable

from game.cli.text import words
from game.cli.text.grammar import COMMANDS, Command, alternative, known
from game.cli.text.terminal import Terminal
from game.engine.messages import Amount, Message
from game.orders.form import Field, Given, Line, OneOf, Pick, Scale
from game.session.views import AgreementView, View
from game.telling import Teller, _
from game.telling.numbers import write


def line(view: View, terminal: Terminal) -> str:
    """The command that the person put together; empty where they went back."""
    titles = {"look": _("Look at something"), "order": _("Give an order"), "turn": _("Orders, end of turn, save, quit")}
    group = terminal.choose(_("Menu"), list(titles.items()))
    if group is None:
        return ""
    listed = {"look": words.LOOK, "order": words.ORDER, "turn": words.TURN}[group]
    rival = Teller.of(view).within("nations", view.lexicon.rival)
    offered = [(word.name, f"{word.name}: {word.told(rival)}") for word in listed if word.name != "menu"]
    name = terminal.choose(titles[group], offered)
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
        if isinstance(field, Scale) and field.chosen is not None:
            if not field.chosen(view, said):
                continue
            answer: str | None = _stated(view, terminal, field, said)
        elif isinstance(field, Line):
            answer = terminal.ask(_("{what} (Enter for none):").format(what=_(field.label)))
        elif isinstance(field, Scale):
            answer = _asked(view, terminal, field, said, needed=needed)
        else:
            answer = _chosen(view, terminal, field, said)
        if answer is None or (needed and not answer):
            return None
        said |= {field.name: answer} if answer else {}
    return " ".join(said.values())


def _asked(view: View, terminal: Terminal, field: Scale, said: Given, *, needed: bool) -> str:
    """A number typed; nothing where it may stay what it is."""
    asked = f"{_(field.label)}, {_(field.measure)}"
    if not needed and field.now is not None:
        asked += _(" (Enter for {usual})").format(usual=write(field.now(view, said), field.unit))
    return terminal.ask(f"{asked}:")


def _stated(view: View, terminal: Terminal, field: Scale, said: Given) -> str:
    """A number of several that are written in their order: what may stay as it is is written too."""
    answer = _asked(view, terminal, field, said, needed=False)
    if answer or field.now is None:
        return answer
    return f"{field.now(view, said) * (100.0 if field.unit == 'share' else 1.0):g}"


def _chosen(view: View, terminal: Terminal, field: Field, said: Given) -> str | None:
    title = _(field.label).format(rival=Teller.of(view).within("nations", view.lexicon.rival))
    options: list[tuple[str, str]] = []
    if isinstance(field, Pick):
        options = [(key, f"{name}{_beside(view, field, key)}") for key, name in known(view, field, said, fitting=True)]
    elif isinstance(field, OneOf):
        offered = field.offered(view) if field.offered is not None else None
        options = [
            (one.key, f"{_(one.label)}: {_(one.tip)}")
            for one in field.alternatives
            if offered is None or one.key in offered
        ]
        if field.stands and field.now is not None:
            now = alternative(field, field.now(view, said))
            title = _("{choice}, now: {alternative}").format(choice=title, alternative=now)
    return terminal.choose(title, options)


def _beside(view: View, field: Pick, key: str) -> str:
    if field.beside is None or (field.everything is not None and key == field.everything.key):
        return ""
    told = field.beside(view, key)
    return f", {write(told.value, told.unit)}" if isinstance(told, Amount) else ""


def _file(view: View, terminal: Terminal) -> str | None:
    del view
    return terminal.ask(_("File:")) or None


def _project(view: View, terminal: Terminal) -> str | None:
    teller = Teller.of(view)
    phases = {one.id: teller.tell(Message(f"phase.{one.phase}")) for one in view.projects}
    return terminal.choose(_("Project"), [(one.id, f"{_(one.name)}: {phases[one.id]}") for one in view.projects])


def _holding(view: View, terminal: Terminal) -> str | None:
    teller = Teller.of(view)
    return terminal.choose(_("Mine or plant"), [(one.site, teller.name("sites", one.site)) for one in view.holdings])


def _agreement(view: View, terminal: Terminal) -> str | None:
    teller = Teller.of(view)
    return terminal.choose(_("Agreement"), [(_pair(one), _named(teller, one)) for one in view.agreements])


def _figure(view: View, terminal: Terminal) -> str | None:
    label = Teller.of(view).label
    figures = [(one.key, f"{label(one.key)}: {write(one.value, one.unit)}") for one in view.indicators]
    return terminal.choose(_("Figure"), figures)


def _curve(view: View, terminal: Terminal) -> str | None:
    return terminal.choose(_("Curve"), [(series.key, Teller.of(view).label(series.key)) for series in view.series])


def _pair(one: AgreementView) -> str:
    return f"{one.kind} {one.partner}"


def _named(teller: Teller, one: AgreementView) -> str:
    text = _("{agreement} with {partner}")
    told = text.format(agreement=_(one.name), partner=teller.within("nations", one.partner))
    return told if one.status == "none" else f"{told}, {teller.tell(Message(f'agreement.{one.status}'))}"


_DETAILS: dict[str, Callable[[View, Terminal], str | None]] = {
    "project": _project,
    "holding": _holding,
    "agreement": _agreement,
    "why": _figure,
    "chart": _curve,
    "save": _file,
}
"""What a command asks for that gives no order; those without an entry ask for nothing."""
