"""Citations lead to documents that a reader can find: shipped ones, wrong ones, and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import places
from game.content import load, reader
from game.content.library import Library
from game.content.models.sources import Sources
from game.content.origin import Origin
from tests.content.broken import copy_of_good, found, patch

RARE_EARTHS = places.data("rules") / "rare_earths"
SHIPPED = sorted((*places.data("rules").glob("*/*.yaml"), *places.data("scenarios").glob("*/*.yaml")))

SPRING = (
    "crisis/sources.yaml:4:61: text 'spring' is not written as expected, write 2010, 2010-09, 2010-09-07 or undated"
)
MISTAKES = {
    "unknown": (
        "small/sites.yaml",
        'source: "table_3"',
        'source: "tabel_3"',
        ["small/sites.yaml:22:87: no source 'tabel_3' in sources.yaml, perhaps 'table_3'"],
    ),
    "in_a_list": (
        "small/sites.yaml",
        '    source: "table_3"\n',
        "    source: [table_3, tabel_4]\n",
        ["small/sites.yaml:23:23: no source 'tabel_4' in sources.yaml, perhaps 'table_4'"],
    ),
    "in_a_sentence": (
        "small/diplomacy.yaml",
        "A test needs no source.",
        "A test needs no source [survey, tabel_7].",
        ["small/diplomacy.yaml:4:31: no source 'tabel_7' in sources.yaml, perhaps 'table_7'"],
    ),
    "of_a_fact": (
        "crisis/facts.yaml",
        'source: "table_20"',
        "source: somewhere",
        ["crisis/facts.yaml:14:13: no source 'somewhere' in sources.yaml, add it there"],
    ),
    "of_an_override": (
        "crisis/scenario.yaml",
        'source: "table_9"',
        "source: tabel_9",
        ["crisis/scenario.yaml:20:65: no source 'tabel_9' in sources.yaml, perhaps 'table_9'"],
    ),
    "document": (
        "crisis/sources.yaml",
        "table_8: {document: gazette",
        "table_8: {document: gazzete",
        ["crisis/sources.yaml:6:23: unknown document 'gazzete', perhaps 'gazette'"],
    ),
    "unit": (
        "small/sources.yaml",
        ", unit: t/year",
        "",
        ["small/sources.yaml:14:57: a value without a unit, add unit: ..."],
    ),
    "twice": (
        "crisis/sources.yaml",
        "  table_8:",
        "  table_7: {document: gazette, says: The same.}\n  table_8:",
        ["crisis/sources.yaml:6:3: key 'table_7' stands for something else too, give it another"],
    ),
    "date": (
        "crisis/sources.yaml",
        "date: 2010",
        "date: spring",
        [SPRING],
    ),
    "unused": (
        "crisis/sources.yaml",
        "  table_8:",
        "  table_80: {document: gazette, says: Nothing.}\n  table_8:",
        ["crisis/sources.yaml:6:3: nobody cites 'table_80', cite it or take it out"],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_wrong_citation_is_found_where_it_is_and_named(name: str, tmp_path: Path) -> None:
    file, old, new, expected = MISTAKES[name]
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, file, old, new)
    assert found(tmp_path, scenario) == expected


def test_a_rule_set_alone_says_what_nobody_cites(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    patch(
        tmp_path,
        "small/sources.yaml",
        "  survey:",
        "  leaflet: {title: A leaflet, publisher: B, date: 2012}\n  survey:",
    )
    assert found(tmp_path, tmp_path / "small") == [
        "small/sources.yaml:4:3: nobody cites 'leaflet', cite it or take it out"
    ]


def test_a_statement_that_only_a_scenario_cites_is_in_use(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    patch(tmp_path, "small/sources.yaml", "  table_1:", "  squall: {document: survey, says: It blew.}\n  table_1:")
    patch(tmp_path, "crisis/incidents.yaml", 'source: "table_12"', "source: [table_12, squall]")
    assert found(tmp_path, tmp_path / "small") == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_shipped_text_names_a_table_that_no_reader_can_find(path: Path) -> None:
    texts = list(_texts(reader.read(path).data))
    assert texts
    assert not [text for text in texts if re.search(r"\.csv\b|/shared/", text)]


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, item in node.items():
            yield str(key)
            yield from _texts(item)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize(
    "scenario", sorted(path.parent.name for path in places.data("scenarios").glob("*/scenario.yaml"))
)
def test_every_figure_and_event_leads_to_a_document_with_title_and_publisher(scenario: str) -> None:
    package = load(scenario)
    entries = (*package.projects.values(), *package.rules.values(), *package.incidents.values())
    origins = [figure.origin for figure in package.figures]
    origins += [entry.origin for entry in entries]
    cited = {key for origin in origins for key in origin.cited}
    assert len(cited) > 30
    whole = reader.read(places.data("rules") / package.rule_set / "sources.yaml").data["documents"]
    for reference in package.library.references(sorted(cited)):
        assert reference.works, reference.key
        assert reference.says or reference.key in whole, reference.key  # a series is a table of a document
        assert all(work.title and work.publisher for work in reference.works)


def test_what_a_document_says_is_not_told_before_it_is_out(tmp_path: Path) -> None:
    library = load(copy_of_good(tmp_path)).library
    early, late = (library.references(["table_1"], by)[0] for by in ("2011-02", "2011-03"))
    assert [work.title for work in late.works] == ["Survey of the islands"]
    assert [(work.title, work.publisher) for work in early.works] == [("", late.works[0].publisher)]
    assert (early.says, late.says) == ("", "What the island used.")
    undated = library.references(["table_4"], "2199-01")[0]
    assert (undated.says, undated.works[0].date) == ("", "")
    assert library.references(["table_4"])[0].says == "What digging costs."


def test_a_year_is_over_before_its_documents_are_all_out(tmp_path: Path) -> None:
    library = load(copy_of_good(tmp_path)).library
    assert [library.references(["table_8"], by)[0].says for by in ("2010-11", "2010-12")] == [
        "",
        "How busy industry was.",
    ]


def test_a_sentence_names_what_it_cites(tmp_path: Path) -> None:
    library = load(copy_of_good(tmp_path)).library
    assert library.mentioned("Half of it [table_3, survey], they say [sic], and more [table_3].") == (
        "table_3",
        "survey",
    )


def test_a_key_that_is_not_there_has_no_document_and_a_document_says_nothing_of_itself(tmp_path: Path) -> None:
    library = load(copy_of_good(tmp_path)).library
    nobody, whole = library.references(["nobody", "survey"])
    assert nobody.works == ()
    assert (whole.works[0].author, whole.says) == ("A. Digger", "")


def test_a_file_of_sources_that_cannot_be_used_leaves_the_keys_as_they_are(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/sources.yaml", "kind: sources", "kind: saucers")
    library = load(scenario).library
    assert library.references(["table_1"])[0].works == ()
    assert Library().references(["table_1"])[0].works == ()


def test_documents_that_a_title_of_ours_stands_for_say_so() -> None:
    record = Sources.model_validate(reader.read(RARE_EARTHS / "sources.yaml").data)
    ours = [paper for paper in record.documents.values() if paper.title.startswith("[")]
    assert ours
    assert all(paper.title.endswith("]") for paper in ours)


@pytest.mark.parametrize(("by", "told"), [("2015-11", False), ("2015-12", True)])
def test_a_reason_that_names_a_year_is_told_when_that_year_ends(by: str, told: bool, tmp_path: Path) -> None:
    library = load(copy_of_good(tmp_path)).library
    origin = Origin((), "assumed", "Its owner stopped in 2015.", "See 2015.")
    evidence = library.evidence(origin, by)
    assert (evidence.origin.why, evidence.origin.note) == (
        ("Its owner stopped in 2015.", "See 2015.") if told else ("", "")
    )
    assert library.evidence(origin).origin == origin
