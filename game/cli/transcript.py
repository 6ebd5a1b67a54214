"""A match as text that a person can read: orders, what happened, and the digest, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.reports.told import Line
    from game.session.match import Match


def transcript(match: Match, turn: int | None = None) -> Iterator[str]:
    """Lines for every turn so far, or for `turn` alone (counted from 1), and the scores so far."""
    from game.reports.facts import gather
    from game.telling import Teller, _

    facts = gather(match)
    yield _("{title}, {period}; rule set {rule_set} {version}, seed {seed}").format(
        title=facts.title,
        period=facts.period,
        rule_set=facts.rule_set,
        version=facts.rule_set_version,
        seed=facts.seed,
    )
    yield _("led: {leaders}").format(leaders=_leaders(match))
    for played in facts.turns:
        if turn is not None and played.number != turn:
            continue
        yield ""
        yield f"{_('Turn {number}').format(number=played.number)}, {played.period}"
        for decision in facts.decisions:
            if decision.period == played.period:
                refused = _refused(decision.refused) if decision.refused else ""
                yield f"  {decision.seat}: {decision.text} {refused}".rstrip()
        yield from map(_line, played.headlines)
        yield f"  {_('digest {digest}').format(digest=played.digest)}"
    if turn is None:
        yield ""
        for seat in match.seats:
            result, teller = match.result(seat), Teller(match.lexicon)
            verdict = f"{teller.sentence(result.verdict)}." if match.finished else _("So far.")
            yield _score(teller.name("nations", seat), result.total, verdict)


def so_far(match: Match, seat: str, turn: int | None = None) -> Iterator[str]:
    """Lines for every turn so far, or for `turn` alone (counted from 1), with what `seat` may know and nothing else."""
    from game.reports.so_far import gather
    from game.telling import _

    told = gather(match, seat)
    yield _("{title}, as {nation} knows it; {played} of {planned} turns played").format(
        title=told.title, nation=told.seat, played=len(told.turns), planned=told.turns_planned
    )
    for played in told.turns:
        if turn is not None and played.number != turn:
            continue
        yield ""
        yield f"{_('Turn {number}').format(number=played.number)}, {played.period}"
        yield from (f"  {told.seat}: {order}" for order in played.orders)
        yield from (f"  {told.seat}: {_refused(reason)}" for reason in played.refused)
        yield from map(_line, played.headlines)
    if turn is None:
        yield ""
        yield _score(told.seat, told.total, _("So far."))


def _line(line: Line) -> str:
    from game.telling.numbers import month

    return f"  {month(line.month)}  {line.text}{f' ({line.cause})' * bool(line.cause)}"


def _refused(reason: str) -> str:
    from game.telling import _

    return _("(refused: {reason})").format(reason=reason)


def _score(nation: str, total: float, verdict: str) -> str:
    from game.telling import _
    from game.telling.numbers import number

    return _("{nation}: {points} points. {verdict}").format(nation=nation, points=number(total, 1), verdict=verdict)


def _leaders(match: Match) -> str:
    """Who led each seat: the person's name, or the doctrine's."""
    from game.reports.script import teller_of
    from game.telling import _

    teller = teller_of(match)
    led = {seat: teller.name("doctrines", key) for seat, key in match.doctrines.items()} | {**match.people}
    package, told = match.control.package, _("{nation} by {leader}")
    seats = [seat for seat in match.seats if seat in led]
    leaders = [told.format(nation=teller.name("nations", seat), leader=led[seat]) for seat in seats]
    if match.red_cell:
        leaders.append(told.format(nation=teller.name("nations", teller.lexicon.rival), leader=match.red_cell))
    elif package.script:
        rival = teller.name("nations", teller.lexicon.rival)
        leaders.append(told.format(nation=rival, leader=_(package.scripts[package.script].name)))
    return ", ".join(leaders)
