"""The figures behind a metric: few records, the closest first, with what they rest on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content.library import Library
from game.content.origin import Origin
from game.content.package import Figure
from game.engine.messages import Amount, Name
from game.session.citations import citations
from game.session.figure_names import FigureNames
from game.session.views import Citation
from tests.session.small_package import small_package

NAMES = FigureNames(small_package())
SMALL = Library((str(Path(__file__).parents[1] / "content/good/small"),))


def figure(path: str, value: float = 10.0, unit: str = "t/year", *, cited: str = "table_1", why: str = "") -> Figure:
    return Figure(path, value, unit, Origin((), "assumed", why) if why else Origin((cited,), "high"))


def cited(figures: list[Figure], *key: str, by: str = "2012-01") -> tuple[Citation, ...]:
    return citations(NAMES, SMALL, figures, key, by)


def test_figures_of_one_origin_share_a_record_that_names_the_closest() -> None:
    behind = [figure("sectors.yaml:light.use.boreas"), figure("sectors.yaml:heavy.use.arden", 12.0)]
    [one] = cited(behind, "demand", "arden")
    assert one.subject == (Name("materials", "heavy"), "use at the usual price", Name("nations", "arden"))
    assert (one.figure, one.more) == (Amount(12.0, "t/year"), 0)
    [both] = cited([*behind, figure("sectors.yaml:light.use.arden")], "demand", "arden")
    assert both.more == 1


def test_a_record_leads_to_title_date_and_confidence_of_the_documents() -> None:
    [one] = cited([figure("market.yaml:elasticity")], "basket")
    [reference] = one.evidence.references
    assert (reference.works[0].title, reference.works[0].date) == ("Survey of the islands", "2011-03")
    assert (reference.says, one.evidence.origin.confidence) == ("What the island used.", "high")


def test_before_a_document_is_out_a_record_does_not_say_what_it_says() -> None:
    [one] = cited([figure("market.yaml:elasticity")], "basket", by="2010-06")
    [reference] = one.evidence.references
    assert reference.works
    assert reference.says == ""


def test_an_assumed_figure_stands_behind_a_measured_one_and_gives_its_reason() -> None:
    guessed = figure("economy.yaml:budget.arden", 3.0, "US$ million", why="A guess.")
    measured, assumed = cited([guessed, figure("economy.yaml:budget.arden")], "budget", "arden")
    assert not measured.evidence.assumed
    assert (assumed.evidence.assumed, assumed.evidence.origin.why) == (True, "A guess.")


def test_what_others_buy_from_a_nation_is_no_figure_of_what_it_buys() -> None:
    sold = Figure("market.yaml:habits.0.shares.arden", 0.3, "share", Origin(("table_1",), "high"), ("boreas",))
    bought = Figure("market.yaml:habits.1.shares.boreas", 0.6, "share", Origin(("table_2",), "high"), ("arden",))
    [one] = cited([sold, bought], "import_share", "arden")
    assert one.subject == ("usual part of the purchases", Name("nations", "arden"), Name("nations", "boreas"))
    assert one.figure.value == 0.6


def test_an_identifier_inside_another_word_names_nothing() -> None:
    theirs = figure("economy.yaml:budget.ardennes", cited="table_2")
    [one] = cited([theirs, figure("economy.yaml:budget.arden")], "income", "arden")
    assert one.subject == ("budget", Name("nations", "arden"))


def test_a_name_of_a_stage_and_of_a_line_of_research_is_read_by_its_file() -> None:
    package = small_package()
    both = replace(package, lines={**package.lines, "separation": next(iter(package.lines.values()))})
    stage, line = (figure(f"{file}.yaml:start.separation") for file in ("market", "research"))
    assert FigureNames(both).subject(stage)[-1] == Name("stages", "separation")
    assert FigureNames(both).subject(line)[-1] == Name("lines", "separation")


def test_few_records_are_given() -> None:
    many = [figure(f"sectors.yaml:light.use.arden.{number}", cited=f"table_{number}") for number in range(9)]
    assert len(cited(many, "demand", "arden")) == 3


def test_where_nothing_names_the_argument_the_figures_of_the_subject_stand() -> None:
    subjects = [one.subject for one in cited([figure("market.yaml:elasticity", 0.4, "")], "basket")]
    assert subjects == [("response of use to price",)]
    assert cited([], "basket") == ()
