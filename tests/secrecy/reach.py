"""Everything that a seat can get at in a match, as one text: what two matches must share where only secrets differ."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.cli.text.grammar import Unclear
from game.cli.text.look import LOOKS, Viewer
from game.cli.text.terminal import Terminal
from game.engine import metrics
from game.session.match import Match
from game.session.views import View


def reach(match: Match, seat: str) -> str:
    """All of it, one thing a line."""
    return "\n".join(f"{what}: {text}" for what, text in _everything(match, seat))


def _everything(match: Match, seat: str) -> Iterator[tuple[str, str]]:
    view = match.view(seat)
    for part in view.__dataclass_fields__:
        yield f"view.{part}", repr(getattr(view, part))
    yield "briefing", repr(match.briefing(seat))
    yield "lexicon", repr(match.lexicon)
    yield "headlines", repr(match.headlines(seat))
    yield "past", repr(match.past(seat))
    yield "result", repr(match.result(seat))
    for key in keys(match, seat):
        yield f"why {key}", why(match, seat, key)
    for number, order in enumerate(orders(match, view)):
        yield f"order {number}", f"{order}: {match.try_order(seat, order)}"
    if not match.finished and seat in match.people:
        yield "draft", _drafted(match, seat, view)
    yield from _typed(match, seat, view)


def why(match: Match, seat: str, key: str) -> str:
    """The answer to a question, or that there is none."""
    try:
        return repr(match.why(seat, key))
    except KeyError as error:
        return f"refused, {error}"


def keys(match: Match, seat: str) -> list[str]:
    """Figures on the screen, and every metric: once about the seat itself and once about another nation."""
    view, names = match.view(seat), match.control.world.names
    other = next(nation for nation in match.seats if nation != seat)
    asked = [entry.key for entry in view.indicators] + [series.key for series in view.series]
    for metric in metrics.METRICS.values():
        for nation in (seat, other):
            arguments = [
                nation if letter == "N" else getattr(names, metrics.argument_axis(letter))[-1] for letter in metric.axes
            ]
            asked.append(" ".join([metric.name, *arguments]))
    return list(dict.fromkeys(asked))


def orders(match: Match, view: View) -> Iterator[dict[str, Any]]:
    """One order at least of each kind; funding for every project of the rule set, known or not."""
    for project in match.control.world.names.projects:
        for instrument in view.briefing.instruments:
            yield {"kind": "fund_project", "project": project, "instrument": instrument, "public_share": 0.5}
    for agreement in view.agreements:
        pair = {"agreement": agreement.kind, "partner": agreement.partner}
        yield {"kind": "propose_agreement", **pair}
        yield {"kind": "answer_agreement", **pair, "accept": True}
        yield {"kind": "leave_agreement", **pair}
    for line in view.research:
        yield {"kind": "fund_research", "line": line.id, "rate": 5.0}
    yield {"kind": "set_stockpile", "good": "all", "target_days": 60.0, "pace_days": 5.0, "release": "price"}
    yield {"kind": "set_posture", "posture": "protest"}
    yield {"kind": "set_trade_policy", "import_tariff": 0.1, "price_floor": 1.0}
    yield {"kind": "set_standard", "standard": "high"}


def _drafted(match: Match, seat: str, view: View) -> str:
    """What the seat sees with as much in its draft as it takes, and after all of that is taken back."""
    for order in orders(match, view):
        match.add(seat, order)
    shown = repr(match.view(seat))
    match.clear(seat)
    assert repr(match.view(seat)) == repr(view)
    return shown


@dataclass(frozen=True)
class _Sitting(Viewer):
    """Who looks several times at a match in which nothing moves meanwhile."""

    still: View | None = None

    @property
    def view(self) -> View:
        assert self.still is not None
        return self.still


def _typed(match: Match, seat: str, view: View) -> Iterator[tuple[str, str]]:
    """What the terminal prints for every command that looks at something."""
    details = {
        "project": [[one.id] for one in view.projects[::5]],
        "agreement": [[one.kind, one.partner] for one in view.agreements[:3]],
        "chart": [[series.key.split()[0]] for series in view.series[:3]],
        "why": [["price"], ["approval"]],
    }
    for name, command in LOOKS.items():
        for rest in details.get(name, [[]]):
            out = io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.suppress(Unclear):
                command(_Sitting(match, seat, Terminal(plain=True), view), rest)
            yield f"typed {name} {rest}", out.getvalue()
