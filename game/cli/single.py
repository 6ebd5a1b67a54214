"""The figures of one match, as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.telling import Teller, numbers

if TYPE_CHECKING:
    from game.session.match import Match


def as_json(match: Match) -> dict[str, Any]:
    """What was played, the final figures (metric to unit and value, seat by seat), results and the digest."""
    from game import __version__
    from game.lab.ensemble.figures import final_figures

    package = match.control.package
    return {
        "program": __version__,
        "scenario": package.scenario,
        "rule_set": package.rule_set,
        "rule_set_version": package.rule_set_version,
        "hash": package.hash,
        "seed": match.control.seed,
        "turns": match.turn,
        "months": match.control.state.month,
        "doctrines": dict(match.doctrines),
        "figures": [
            {
                "metric": figure.metric,
                "of": list(figure.arguments),
                "unit": figure.unit,
                "value": float(figure.values[0]),
            }
            for figure in final_figures(match.control.world, match.control.state)
        ],
        "results": {seat: asdict(match.result(seat)) for seat in match.seats},
        "digest": match.control.state.digest(),
    }


def as_text(match: Match) -> Iterator[str]:
    """Key figures and the result of every seat, and the digest."""
    package = match.control.package
    yield f"{package.title}, seed {match.control.seed}, {match.turn} turns"
    for seat in match.seats:
        result, teller = match.result(seat), Teller(match.lexicon, seat)
        yield ""
        yield f"{package.nations[seat].name}, led by {match.doctrines.get(seat, 'nobody')}: {result.total:.1f} points"
        yield f"  {teller.sentence(result.verdict)}."
        for part in result.parts:
            yield f"  {part.label}: {teller.measured(part)}, {part.points:.0f} points"
        for indicator in match.view(seat).indicators:
            yield f"  {teller.label(indicator.key)}: {numbers.write(indicator.value, indicator.unit)}"
    yield ""
    yield f"digest {match.control.state.digest()}"
