"""What a person can look at during a turn: one function a command, none of which changes the match."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from game.cli.text import books, chart, figures, lists, portfolio, register, screens, words
from game.cli.text.grammar import Unclear, pick
from game.cli.text.terminal import Terminal
from game.engine.metrics import METRICS
from game.session.views import View
from game.telling import Teller, _, agreements, brief, ngettext
from game.telling.grammar import capital
from game.telling.script import thinking
from game.telling.sheet import Sheet

if TYPE_CHECKING:
    from game.session.match import Match


_NEWS = 12
"""Headlines of the last turn that are shown unasked; the newest tell most."""


@dataclass(frozen=True)
class Viewer:
    """Who looks, at what, and where it is shown."""

    match: Match
    seat: str
    terminal: Terminal

    @property
    def teller(self) -> Teller:
        """Puts records into words for the seat."""
        return Teller.of(self.view)

    @property
    def view(self) -> View:
        """What the seat may know now."""
        return self.match.view(self.seat)


def situation(viewer: Viewer, rest: Sequence[str] = ()) -> None:
    """Heading, key figures and what the last turn brought."""
    del rest
    view, terminal = viewer.view, viewer.terminal
    last = [line for line in view.headlines if line.turn >= view.turn - 1]
    shown: list[Text | Sheet | str] = ["", terminal.toned(screens.heading(view), "bold"), screens.situation(view)]
    if view.documented:
        shown.append(screens.documented(view))
    if last:
        shown.append(screens.news(viewer.teller, reversed(last[:_NEWS]), _("Since your last turn")))
    earlier = len(last) - _NEWS
    if earlier > 0:
        text = ngettext("{number} earlier headline: 'news'.", "{number} earlier headlines: 'news'.", earlier)
        shown.append(text.format(number=earlier))
    for one in view.agreements:
        if one.status == "offered":
            offer = _("{nation} offers you {agreement} ({terms}): 'accept {kind} {partner}'").format(
                terms=agreements.terms(viewer.teller, one) or _("as is usual"),
                nation=capital(viewer.teller.within("nations", one.partner)),
                agreement=viewer.teller.within("agreements", one.kind),
                kind=one.kind,
                partner=one.partner,
            )
            shown.append(terminal.toned(offer, "yellow"))
    terminal.show(*shown)


def project(viewer: Viewer, rest: Sequence[str]) -> None:
    """One project in full."""
    found = viewer.view.projects
    key = pick(_("PROJECT"), _typed(rest), [(one.id, one.name) for one in found])
    one = next(one for one in found if one.id == key)
    viewer.terminal.show(lists.project(viewer.teller, one))


def holding(viewer: Viewer, rest: Sequence[str]) -> None:
    """One holding in full."""
    found, teller = viewer.view.holdings, viewer.teller
    if not rest:
        raise Unclear(words.usage("holding"))
    key = pick(_("SITE"), "_".join(rest), [(one.site, teller.name("sites", one.site)) for one in found])
    viewer.terminal.show(portfolio.holding(teller, next(one for one in found if one.site == key)))


def agreement(viewer: Viewer, rest: Sequence[str]) -> None:
    """One agreement in full."""
    if len(rest) != 2:
        raise Unclear(words.usage("agreement"))
    found = viewer.view.agreements
    kind = pick(_("AGREEMENT"), rest[0], list(dict.fromkeys((one.kind, one.name) for one in found)))
    partner = pick(_("PARTNER"), rest[1], [(one.partner, one.partner) for one in found if one.kind == kind])
    viewer.terminal.show(
        *(register.agreement(viewer.teller, one) for one in found if one.kind == kind and one.partner == partner),
    )


def news(viewer: Viewer, rest: Sequence[str]) -> None:
    """All headlines, newest first."""
    del rest
    viewer.terminal.show(screens.news(viewer.teller, viewer.view.headlines, _("News, newest first"), sources=True))


def ledger(viewer: Viewer, rest: Sequence[str]) -> None:
    """The books of the last turn, and the running costs of this one."""
    del rest
    view = viewer.view
    viewer.terminal.show(books.statement(view), books.forecast(view))


def briefing(viewer: Viewer, rest: Sequence[str] = ()) -> None:
    """The briefing as the seat reads it: its own part, then that of the scenario."""
    del rest
    viewer.terminal.markdown(brief.briefing(viewer.view))
    told = thinking(viewer.view.briefing, viewer.teller.name("nations", viewer.view.lexicon.rival))
    if told:
        viewer.terminal.say("")
        viewer.terminal.show(Text(told))


def why(viewer: Viewer, rest: Sequence[str]) -> None:
    """Where a figure comes from."""
    if not rest:
        raise Unclear(_("write: why FIGURE, for instance 'why price'"))
    for key in figures.the_keys(viewer.view, rest, METRICS):
        try:
            viewer.terminal.show(screens.why(viewer.teller, viewer.match.why(viewer.seat, key)))
        except KeyError as error:
            raise Unclear(f"{key!r}: {error.args[0]}") from error


def curve(viewer: Viewer, rest: Sequence[str]) -> None:
    """A curve since the start: drawn, or in sentences for a screen reader."""
    view = viewer.view
    if not rest:
        keys = ", ".join(series.key for series in view.series)
        raise Unclear(_("write: chart FIGURE, one of {figures}").format(figures=keys))
    start = view.briefing.months[0]
    for series in figures.the_curves(view, rest):
        label = viewer.teller.label(series.key)
        if viewer.terminal.plain:
            viewer.terminal.show(*chart.values(label, series, start, view.turn_months))
        else:
            viewer.terminal.show(*chart.curve(label, series, start))


def explain(viewer: Viewer, rest: Sequence[str]) -> None:
    """The list of commands, or one of them."""
    rival = viewer.teller.within("nations", viewer.view.lexicon.rival)
    if not rest:
        viewer.terminal.show(*words.sheets(rival))
        return
    word = words.find(rest[0])
    if word is None:
        raise Unclear(words.unknown(rest[0]))
    viewer.terminal.show(words.one(word, rival))


def _shown(sheet: Callable[[View], Sheet]) -> Callable[[Viewer, Sequence[str]], None]:
    def show(viewer: Viewer, rest: Sequence[str]) -> None:
        del rest
        viewer.terminal.show(sheet(viewer.view))

    return show


LOOKS: dict[str, Callable[[Viewer, Sequence[str]], None]] = {
    "situation": situation,
    "chain": _shown(screens.chain),
    "projects": _shown(lists.projects),
    "project": project,
    "holdings": _shown(portfolio.holdings),
    "holding": holding,
    "stockpiles": _shown(lists.stockpiles),
    "lines": _shown(lists.research),
    "diplomacy": _shown(register.diplomacy),
    "register": _shown(register.register),
    "agreement": agreement,
    "policy": _shown(screens.policies),
    "nations": _shown(lists.nations),
    "sites": _shown(lists.sites),
    "news": news,
    "score": _shown(screens.score),
    "books": ledger,
    "briefing": briefing,
    "why": why,
    "chart": curve,
    "orders": _shown(screens.draft),
    "help": explain,
}


def _typed(rest: Sequence[str]) -> str:
    if not rest:
        raise Unclear(words.usage("project"))
    return "_".join(rest)
