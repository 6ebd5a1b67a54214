"""A match as text that a person can read: orders, what happened, and the digest, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.session.match import Match


def transcript(match: Match, turn: int | None = None) -> Iterator[str]:
    """Lines for every turn so far, or for `turn` alone (counted from 1), and the scores so far."""
    from game.reports.facts import gather
    from game.telling import Teller

    facts = gather(match)
    yield f"{facts.title}, {facts.period}; rule set {facts.rule_set} {facts.rule_set_version}, seed {facts.seed}"
    yield f"led: {_leaders(match)}"
    for played in facts.turns:
        if turn is not None and played.number != turn:
            continue
        yield ""
        yield f"Turn {played.number}, {played.period}"
        for decision in facts.decisions:
            if decision.period == played.period:
                yield f"  {decision.seat}: {decision.text}{f' (refused: {decision.refused})' * bool(decision.refused)}"
        for line in played.headlines:
            yield f"  {line.month}  {line.text}{f' ({line.cause})' * bool(line.cause)}"
        yield f"  digest {played.digest}"
    if turn is None:
        yield ""
        for seat in match.seats:
            result, teller = match.result(seat), Teller(match.lexicon)
            verdict = f"{teller.sentence(result.verdict)}." if match.finished else "So far."
            yield f"{teller.name('nations', seat)}: {result.total:.1f} points. {verdict}"


def so_far(match: Match, seat: str, turn: int | None = None) -> Iterator[str]:
    """Lines for every turn so far, or for `turn` alone (counted from 1), with what `seat` may know and nothing else."""
    from game.reports.so_far import gather

    told = gather(match, seat)
    yield f"{told.title}, as {told.seat} knows it; {len(told.turns)} of {told.turns_planned} turns played"
    for played in told.turns:
        if turn is not None and played.number != turn:
            continue
        yield ""
        yield f"Turn {played.number}, {played.period}"
        yield from (f"  {told.seat}: {order}" for order in played.orders)
        yield from (f"  {told.seat}: (refused: {reason})" for reason in played.refused)
        for line in played.headlines:
            yield f"  {line.month}  {line.text}{f' ({line.cause})' * bool(line.cause)}"
    if turn is None:
        yield ""
        yield f"{told.seat}: {told.total:.1f} points. So far."


def _leaders(match: Match) -> str:
    """Who led each seat: the person's name, or the doctrine's."""
    package = match.control.package
    led = {seat: package.doctrine_names[key].name for seat, key in match.doctrines.items()} | {**match.people}
    return ", ".join(f"{package.nations[seat].name} by {led[seat]}" for seat in match.seats if seat in led)
