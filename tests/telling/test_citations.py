"""Origins in words: documents by title, publisher and date, reasons for guesses, and what must not be told yet."""

from __future__ import annotations

from pathlib import Path

from game.content.library import ALWAYS, Evidence, Library
from game.content.origin import NOWHERE, Origin
from game.engine.messages import Amount, Name
from game.session.lexicon import Lexicon
from game.session.views import Citation
from game.telling import Teller, citations, numbers
from tests.session.small_package import small_package

SMALL = Library((str(Path(__file__).parents[1] / "content/good/small"),))
SURVEY = "Survey of the islands, A. Digger, The institute, 2011-03"
YEARBOOK = "[Yearbook of trade], The harbour, undated"


def evidence(*cited: str, confidence: str = "high", why: str = "", note: str = "", by: str = ALWAYS) -> Evidence:
    return SMALL.evidence(Origin(cited, "assumed" if why else confidence, why, note), by)


def test_a_document_is_named_once_by_title_author_publisher_and_date() -> None:
    assert citations.sources(evidence("table_1", "table_2")) == SURVEY
    assert citations.sources(evidence("table_3")) == f"{SURVEY}; {YEARBOOK}"
    assert citations.sources(evidence("yearbook")) == YEARBOOK


def test_a_key_without_a_document_stands_for_itself_and_no_origin_for_nothing() -> None:
    assert citations.sources(evidence("nobody")) == "nobody"
    assert citations.sources(SMALL.evidence(NOWHERE)) == ""


def test_a_guess_gives_its_reason_with_the_documents_that_it_cites() -> None:
    told = citations.sources(evidence(why="A tenth of what was used [table_1, yearbook], and more [sic]."))
    assert told == "assumed: A tenth of what was used (The institute, 2011-03; The harbour, undated), and more [sic]"


def test_what_documents_say_names_what_was_not_checked_or_worked_out() -> None:
    assert citations.statements(evidence("table_1", "table_3", "table_4")) == (
        "What the island used. What the pits and plants can do. (from memory, not checked: the mills) "
        "What digging costs. (worked out from what the documents say)"
    )
    assert citations.statements(evidence("table_1", by="2010-12")) == ""


def test_documents_whose_title_is_not_known_yet_stand_apart() -> None:
    told = citations.sources(evidence("table_3", "nobody", by="2010-12"))
    assert (
        told
        == "nobody; documents whose titles are told later (A. Digger, The institute, 2011-03; The harbour, undated)"
    )


def test_a_figure_is_told_with_title_date_and_confidence() -> None:
    assert citations.resting("Use: 12 t/year", evidence("table_1")) == (
        f"Use: 12 t/year. From {SURVEY} (confidence: high). What the island used."
    )
    assert citations.resting("Stock: 3", evidence(why="Usual for metals.")) == "Stock: 3. Assumed: Usual for metals."


def test_a_record_of_a_figure_becomes_a_sentence() -> None:
    one = Citation(("use", Name("nations", "arden")), Amount(12.0, "t/year"), 2, evidence("table_1"))
    told = Teller(Lexicon.of_control(small_package())).citation(one).replace(numbers.BLANK, " ")
    assert told.startswith("Use, Arden: 12 t/year, and 2 more like it. From Survey of the islands")
