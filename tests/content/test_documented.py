"""The statements of the documents: all of them accounted for, wrong entries named, the page of sources current."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from game import places
from game.content import ContentError, fitted_in, load, sources
from game.content.checks import documented
from game.content.manuscript import Manuscript
from game.content.models.documented import Documented
from tests.content.broken import copy_of_good, found, patch

RARE_EARTHS = places.data("rules") / "rare_earths"
COUNTS = {"D0": 20, "D1": 16, "D2": 22, "D3": 35, "D4": 18}

GOOD = """\
format: 1
kind: documented
documents: [D0]
facts: {A01: The pit digs most of it}
statements:
  D0-01:
    carried_by:
      sites.big_pit.capacity: its size
      doctrines.hedger.rules.reserve: and what is done about it
      "scenario crisis: scenario.seats.island": and by whom
      fact A01: tests it
    conflict: D0-02 thinks otherwise.
  D0-02:
    not_used: {because: opinion, why: No number says so.}
"""
SAID = """\
  D0-01: {document: D0, says: The pit is big., value: 9000, unit: t/year}
  D0-02: {document: D0, says: The pit is ugly.}
"""


@pytest.fixture(scope="module")
def record() -> Documented:
    read = documented.read(Manuscript(rule_folder=RARE_EARTHS))
    assert read is not None
    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good rule set and scenario with two statements."""
    copy_of_good(tmp_path)
    (tmp_path / "small/documented.yaml").write_text(GOOD, encoding="utf-8")
    patch(
        tmp_path,
        "small/sources.yaml",
        "documents:\n",
        "documents:\n  D0: {title: A report, publisher: B, date: 2012}\n",
    )
    patch(tmp_path, "small/sources.yaml", "statements:\n", f"statements:\n{SAID}")
    return tmp_path


def findings(folder: Path) -> list[str]:
    return [line.removeprefix("small/documented.yaml:") for line in found(folder, folder / "small")]


def test_every_statement_of_the_five_documents_is_there_once(record: Documented) -> None:
    assert Counter(name.split("-")[0] for name in record.statements) == COUNTS
    assert list(record.statements) == [f"{key}-{at:02d}" for key, last in COUNTS.items() for at in range(1, last + 1)]
    said = documented.statements(Manuscript(rule_folder=RARE_EARTHS))
    assert all([name.rpartition("-")[0]] == said[name].document for name in record.statements)


def test_every_statement_is_carried_or_left_out_for_a_reason(record: Documented) -> None:
    for name, statement in record.statements.items():
        assert bool(statement.carried_by) != bool(statement.not_used), name


@pytest.mark.slow
def test_no_figure_rests_on_a_statement_that_is_not_used() -> None:
    for scenario in places.data("scenarios").glob("*/scenario.yaml"):
        package = load(scenario.parent)
        ledger = documented.read(Manuscript(rule_folder=places.data("rules") / package.rule_set))
        assert ledger is not None
        left_out = {name for name, statement in ledger.statements.items() if statement.not_used}
        for figure in package.figures:
            assert not set(figure.origin.cited) & left_out, figure.path


@pytest.mark.parametrize("folder", sources.rule_sets(), ids=lambda folder: folder.name)
def test_the_page_of_sources_is_current(folder: Path) -> None:
    stored = (folder / sources.PAGE).read_text(encoding="utf-8")
    # Compared as a truth, not as texts: the difference of two long pages would bury what has to be done.
    current = stored == sources.page(folder)
    assert current, f"{folder.name}/{sources.PAGE} is older than its files, run: python -m game.content.sources"


def test_the_page_has_a_row_for_every_statement_and_every_figure() -> None:
    page = (RARE_EARTHS / sources.PAGE).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (D\d-\d\d) \| D\d \| [^|]+ \|", page, re.MULTILINE)
    assert len(rows) == len(set(rows)) == sum(COUNTS.values()) == 111
    package = load("embargo_2010")
    own = {path.stem for path in RARE_EARTHS.glob("*.yaml")} - {"doctrines"}
    figures = [figure for figure in package.figures if figure.path.split(".")[0] in own]
    listed = re.findall(r"^\| `[^`]+` \| \S+ \| ", page.partition("## Figures with a source")[2], re.MULTILINE)
    assert len(listed) == len(figures) > 1000


@pytest.mark.parametrize("name", ["rare_earths", "cobalt"])
def test_the_page_counts_the_fitted_numbers(name: str) -> None:
    folder = places.data("rules") / name
    marked, page = fitted_in(folder), (folder / sources.PAGE).read_text(encoding="utf-8")
    assert marked
    part = page.partition("## Numbers that were fitted")[2].partition("\n## ")[0]
    assert f"\n{sum(one.numbers for one in marked)} numbers.\n" in part
    assert re.findall(r"^\| `([^`]+)` \| (\d+) \|", part, re.MULTILINE) == [
        (one.path, str(one.numbers)) for one in marked
    ]


def test_good_statements_have_no_findings(folder: Path) -> None:
    assert findings(folder) == []


ADD = "add carried_by: {path: how} or not_used: {because: ..., why: ...}"
MISTAKES = {
    "fact": ("fact A01:", "fact A10:", ["11:7: no fact 'A10', perhaps 'A01'"]),
    "file": (
        "sites.big_pit.capacity",
        "site.big_pit.capacity",
        ["8:7: no file 'site' in the rule set, perhaps 'sites'"],
    ),
    "entry": (
        "sites.big_pit.capacity",
        "sites.bigpit.capacity",
        ["8:7: nothing at 'sites.bigpit.capacity' in the rule set, perhaps 'sites.big_pit'"],
    ),
    "figure": (
        "sites.big_pit.capacity",
        "sites.big_pit.capcity",
        ["8:7: nothing at 'sites.big_pit.capcity' in the rule set, perhaps 'sites.big_pit.capacity'"],
    ),
    "whole_file": (
        "sites.big_pit.capacity",
        "sites",
        ["8:7: 'sites' is a whole file, name what is in it: sites.KEY"],
    ),
    "rule": (
        "hedger.rules.reserve",
        "hedger.rules.minne",
        ["9:7: nothing at 'doctrines.hedger.rules.minne' in the rule set, perhaps 'doctrines.hedger.rules.mine'"],
    ),
    "scenario": ("scenario crisis:", "scenario crises:", ["10:7: no scenario 'crises', perhaps 'crisis'"]),
    "scenario_path": (
        "scenario.seats.island",
        "scenario.seats.iland",
        ["10:7: nothing at 'scenario.seats.iland' in scenario 'crisis', perhaps 'scenario.seats.island'"],
    ),
    "twice": ("  D0-02:", "  D0-01:", ["13:3: key 'D0-01' given twice, first in line 6"]),
    "neither": (
        "    not_used: {because: opinion, why: No number says so.}\n",
        "    lacks: All of it.\n",
        [f"13:3: 'D0-02' is neither carried nor left out, {ADD}"],
    ),
    "both": (
        "    conflict:",
        "    not_used: {because: opinion, why: Ugly.}\n    conflict:",
        ["6:3: 'D0-01' is carried and not used, keep one of them"],
    ),
    "because": ("because: opinion", "because: opnion", ["14:25: text 'opnion' is no choice here, perhaps 'opinion'"]),
    "lacking": ("  D0-02:", "  D0-03:", [
        "3:13: document 'D0' lacks D0-02",
        "12:15: no statement 'D0-02', perhaps 'D0-03'",
        "13:3: no statement 'D0-03' in sources.yaml, perhaps 'D0-02'",
    ]),
    "number": ("  D0-02:", "  table_1:", [
        "3:13: document 'D0' lacks D0-02",
        "12:15: no statement 'D0-02', perhaps 'D0-01'",
        "13:3: 'table_1' is no number of a document, write one of D0, - and two digits",
    ]),
    "mention": ("D0-02 thinks", "D0-04 thinks", ["12:15: no statement 'D0-04', perhaps 'D0-02'"]),
    "empty_document": ("[D0]", "[D0, D1]", ["3:17: document 'D1' has no statement in sources.yaml"]),
    "newer": ("format: 1", "format: 2", [
        "1:9: written for a newer version of the program (format 2, this one reads 1), update the program",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_where_it_is_and_named(name: str, folder: Path) -> None:
    old, new, expected = MISTAKES[name]
    patch(folder, "small/documented.yaml", old, new)
    assert findings(folder) == expected


def test_a_rule_set_may_do_without(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    assert found(tmp_path, tmp_path / "small") == []


@pytest.mark.parametrize("damage", ["missing", "unreadable"])
def test_a_file_that_is_not_there_is_named_once(damage: str, folder: Path) -> None:
    if damage == "missing":
        (folder / "small/sites.yaml").unlink()
    else:
        patch(folder, "small/sites.yaml", "", "BYTE")
    about = [line for line in found(folder, folder / "small") if "documented" in line or "small/sites.yaml" in line]
    assert [line.split(":")[0] for line in about] == ["small/sites.yaml"]


def test_a_scenario_has_no_statements(folder: Path) -> None:
    (folder / "small/documented.yaml").rename(folder / "crisis/documented.yaml")
    assert found(folder, folder / "crisis") == [
        "crisis/documented.yaml:1:1: a file that is not read, known here: doctrines, incidents, rival, scenario"
    ]


def test_loading_neither_reads_nor_hashes_the_statements(folder: Path) -> None:
    before = load(folder / "crisis").hash
    for name in ("documented", "sources"):
        (folder / f"small/{name}.yaml").write_bytes(b"\xe9: not even text")
    assert load(folder / "crisis").hash == before


@pytest.mark.slow
def test_loading_does_not_import_what_only_a_check_needs() -> None:
    import subprocess

    program = "import sys; from game.content import load; load('embargo_2010'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    apart = {f"game.content.{room}.{name}" for room in ("models", "checks") for name in ("documented", "sources")}
    assert not apart & set(done.stdout.split())


def test_a_broken_rule_set_has_no_page(folder: Path) -> None:
    assert "| D0-01 | D0 | The pit is big. | 9000 t/year |" in sources.page(folder / "small")
    patch(folder, "small/documented.yaml", "kind: documented", "kind: documents")
    with pytest.raises(ContentError, match="write kind: documented"):
        sources.page(folder / "small")
