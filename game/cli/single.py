"""The figures of one match, as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.telling import Teller, _, ngettext, numbers

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
    text = ngettext("{title}, seed {seed}, {number} turn", "{title}, seed {seed}, {number} turns", match.turn)
    yield text.format(title=_(package.title), seed=match.control.seed, number=match.turn)
    for seat in match.seats:
        result, teller = match.result(seat), Teller(match.lexicon, seat)
        yield ""
        yield _("{nation}, led by {leader}: {points} points of 100").format(
            nation=teller.name("nations", seat),
            leader=match.doctrines.get(seat) or match.people.get(seat, _("nobody")),
            points=numbers.number(result.total, 1),
        )
        yield f"  {teller.sentence(result.verdict)}."
        for part in result.parts:
            points = numbers.write(round(part.points), "points")
            yield f"  {_(part.label)}: {teller.measured(part)}, {points}"
        for indicator in match.view(seat).indicators:
            yield f"  {teller.label(indicator.key)}: {numbers.write(indicator.value, indicator.unit)}"
    yield ""
    yield _("digest {digest}").format(digest=match.control.state.digest())
