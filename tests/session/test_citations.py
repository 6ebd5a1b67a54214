"""The figures behind a metric, cited in a few lines."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.package import Figure
from game.session.citations import citations
from game.session.lexicon import Lexicon
from game.session.views import Citation
from game.session.words import Words
from game.telling import Teller, numbers
from tests.session.small_package import small_package

WORDS = Words(small_package())
TELLER = Teller(Lexicon.of_control(WORDS.package))


def told(found: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(TELLER.citation(one).replace(numbers.BLANK, " ") for one in found)


def figure(path: str, value: float = 10.0, unit: str = "t/year", **origin: str) -> Figure:
    said = {"source": "use.csv", "confidence": "high", "note": ""} | origin
    return Figure(path, value, unit, said["source"], said["confidence"], said["note"])


def test_figures_of_one_origin_share_a_line_that_names_the_closest() -> None:
    behind = [figure("demand.yaml:use.boreas.sectors.light"), figure("demand.yaml:use.arden.sectors.heavy", 12.0)]
    assert told(citations(WORDS, behind, ("demand", "arden"))) == (
        "Use, Arden, Heavy: 12 t/year. From use.csv (confidence: high).",
    )
    both = [*behind, figure("demand.yaml:use.arden.sectors.light")]
    assert told(citations(WORDS, both, ("demand", "arden"))) == (
        "Use, Arden, Heavy: 12 t/year, and 1 more like it. From use.csv (confidence: high).",
    )


def test_an_assumed_figure_stands_behind_a_measured_one_and_gives_its_reason() -> None:
    guessed = figure("economy.yaml:budget.arden", 3.0, "US$ million", source="", confidence="assumed", note="A guess")
    lines = told(citations(WORDS, [guessed, figure("economy.yaml:budget.arden")], ("budget", "arden")))
    assert lines == (
        "Budget, Arden: 10 t/year. From use.csv (confidence: high).",
        "Budget, Arden: US$ 3 m. Assumed: A guess.",
    )


def test_few_lines_are_shown() -> None:
    many = [figure(f"demand.yaml:use.arden.{number}", source=f"table {number}") for number in range(9)]
    assert len(citations(WORDS, many, ("demand", "arden"))) == 3


def test_where_nothing_names_the_argument_the_figures_of_the_subject_stand() -> None:
    assert told(citations(WORDS, [figure("market.yaml:elasticity", 0.4, "")], ("basket",))) == (
        "Elasticity: 0.4. From use.csv (confidence: high).",
    )
    assert citations(WORDS, [], ("basket",)) == ()
