"""Every finding has a mistake that brings it out: the table is mistakes.yaml."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from game.content import ContentError, check, load
from game.content.findings import Finding
from game.content.manuscript import OF_MATCHES
from game.orders import KINDS
from tests.content.broken import GOOD, copy_of_good, found, patch

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Case(NamedTuple):
    """Replacing `old` by `new` in `file` gives exactly the findings `expected`."""

    name: str
    file: str
    old: str
    new: str
    expected: tuple[str, ...]


def _cases() -> list[Case]:
    table = yaml.load((Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe one
    kinds = ", ".join(sorted(KINDS))
    return [
        Case(**{**row, "expected": tuple(line.replace("ORDERS", kinds) for line in row["expected"])}) for row in table
    ]


CASES = _cases()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the good files for all: each test puts back what it changes."""
    folder = tmp_path_factory.mktemp("good")
    copy_of_good(folder)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_found_where_it_is_and_named(case: Case, good: Path) -> None:
    file = good / case.file
    before = file.read_bytes() if file.exists() else None
    patch(good, case.file, case.old, case.new)
    try:
        assert found(good, good / "crisis") == list(case.expected)
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def test_the_good_files_have_no_findings() -> None:
    assert check(GOOD / "crisis") == []
    assert check(GOOD / "small") == []


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    picked = [
        case for case in CASES if case.name in ("unknown_key", "unit", "unknown_zone_of_a_rule", "metric", "order_cap")
    ]
    for case in picked:
        patch(tmp_path, case.file, case.old, case.new)
    several = found(tmp_path, scenario)
    assert {line for line in several if "unknown key 'capcity'" in line or "unit 'projects'" in line} == {
        "small/sites.yaml:21:5: unknown key 'capcity', perhaps 'capacity'",
        "small/finance.yaml:8:48: unit 'projects' does not fit here, write projects/year",
    }
    assert "crisis/rival.yaml:12:9: unknown zone 'relm', perhaps 'realm'" in several


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    (tmp_path / "small/trade.yaml").unlink()
    (tmp_path / "crisis/briefing.md").unlink()
    assert found(tmp_path, scenario) == [
        "crisis/briefing.md:1:1: the briefing is missing, write it in Markdown",
        "small/trade.yaml:1:1: the file is missing",
    ]


def test_a_folder_that_is_neither_rule_set_nor_scenario(tmp_path: Path) -> None:
    assert found(tmp_path, tmp_path) == [
        f"{tmp_path}:1:1: no rule set and no scenario, name the folder with ruleset.yaml or scenario.yaml"
    ]
    assert "no such folder" in found(tmp_path, tmp_path / "nowhere")[0]


def test_loading_raises_with_all_findings(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/sites.yaml", "capacity: 9000", "capacity: abc")
    patch(tmp_path, "small/finance.yaml", "unit: projects/year", "unit: projects")
    with pytest.raises(ContentError) as caught:
        load(scenario)
    assert len(caught.value.findings) == 2
    assert str(caught.value).count("\n") == 1


def test_a_warning_does_not_keep_content_from_loading(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    mill = "  mill: {name: Mill, takes: {ore: 1}, makes: {ore: 0.9}}\n"
    patch(tmp_path, "small/processes.yaml", "processes:\n", f"processes:\n{mill}")
    assert [finding.severity for finding in check(scenario)] == ["warning"]
    assert load(scenario).title == "A crisis"


def test_an_unknown_scenario_is_named_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="no scenario 'embargo_2011', perhaps 'embargo_2010'"):
        load("embargo_2011")


def test_a_rule_set_alone_is_checked_with_its_doctrines(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    patch(tmp_path, "small/doctrines.yaml", "shortage(self)", "shortge(self)")
    assert found(tmp_path, tmp_path / "small") == [
        "small/doctrines.yaml:9:15: unknown metric 'shortge', perhaps 'shortage'"
    ]


def test_a_long_nesting_of_brackets_does_not_crash_the_parser(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/trade.yaml", 'unit: "%"', "unit: " + "[" * 100_000)
    assert found(tmp_path, scenario) == ["small/trade.yaml:8:1: nested deeper than 24 levels"]


@pytest.mark.slow
def test_anchors_that_multiply_are_stopped(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    layers = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    patch(tmp_path, "small/trade.yaml", "", "format: 1\nkind: trade\n" + "\n".join(layers) + "\n")
    assert any("too large once its anchors are filled in" in line for line in found(tmp_path, scenario))


def _of_the_first_edition(folder: Path) -> Path:
    """A rule set of materials and three stages, with the scenario on it."""
    scenario = copy_of_good(folder)
    patch(folder, "small/ruleset.yaml", "edition: 2\n", "")
    for kind in ("materials", "demand", "recycling"):
        (folder / f"small/{kind}.yaml").write_text(f"format: 1\nkind: {kind}\n", encoding="utf-8")
    for kind in ("goods", "processes", "zones"):
        (folder / f"small/{kind}.yaml").unlink()
    return scenario


def test_a_rule_set_of_the_first_edition_is_one_finding_that_says_what_to_do(tmp_path: Path) -> None:
    scenario = _of_the_first_edition(tmp_path)
    (line,) = found(tmp_path, tmp_path / "small")
    assert line.startswith("small/ruleset.yaml:1:1: a rule set of the first edition")
    assert "chokepoint new rules" in line
    assert found(tmp_path, scenario) == [line]
    with pytest.raises(ContentError, match="a rule set of the first edition") as caught:
        load(scenario)
    assert len(caught.value.findings) == 1


def test_where_the_rule_set_has_no_controls_no_quota_is_known(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    (tmp_path / "small/controls.yaml").unlink()
    assert "crisis/rival.yaml:20:24: unknown quota 'oxides'" in found(tmp_path, scenario)


def test_a_scenario_on_goods_and_processes_alone_is_refused_once(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    for kind in OF_MATCHES:
        (tmp_path / f"small/{kind}.yaml").unlink(missing_ok=True)
    lines = [line for line in found(tmp_path, scenario) if "no match can be played" in line or "missing" in line]
    (line,) = lines
    assert line.startswith("crisis/scenario.yaml:5:11: a rule set of goods and processes alone")
    assert "projects.yaml, finance.yaml" in line
    with pytest.raises(ContentError, match="no match can be played"):
        load(scenario)


def test_a_nation_that_neither_makes_nor_uses_anything_is_unused(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    moon = "  moon: {name: Moon, iso: [], flag: un, lon: 0, lat: 0}\n"
    patch(tmp_path, "small/nations.yaml", "  diggers: {name", f"{moon}  diggers: {{name")
    patch(tmp_path, "small/trade.yaml", "[island, union, diggers]", "[island, union, diggers, moon]")
    idle = "small/nations.yaml:7:3: unused: nation 'moon' makes nothing and uses nothing"
    assert found(tmp_path, scenario) == [idle]
    assert found(tmp_path, tmp_path / "small") == [idle]
    patch(tmp_path, "small/sectors.yaml", "use: {island: 1500}", "use: {island: 1500, moon: 1}")
    assert found(tmp_path, scenario) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "processes",
            "makes: {ore: 1}",
            "makes: abc",
            "small/processes.yaml:6:31: expected a number, found text 'abc'",
        ),
        ("sites", "process: dig", "process: dug", "small/sites.yaml:17:14: unknown process 'dug', perhaps 'dig'"),
        ("zones", "zones:", "zones: {}\nnone:", "small/zones.yaml:4:1: unknown key 'none'"),
    ],
)
def test_what_cannot_be_used_leaves_the_rules_of_a_scenario_alone(
    file: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, f"small/{file}.yaml", old, new)
    assert told in " ".join(found(tmp_path, scenario))


def test_a_rule_set_without_zones_is_told_of_the_rival(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    (tmp_path / "small/zones.yaml").write_text("format: 1\nkind: zones\nzones: {}\n", encoding="utf-8")
    (tmp_path / "small/controls.yaml").unlink()
    assert any("no zone has the rival 'giant'" in line for line in found(tmp_path, scenario))


def test_findings_travel_from_another_process() -> None:
    error = ContentError([Finding("sites.yaml", 3, 7, "unknown key 'x'", "perhaps 'y'")])

    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - it is our own

    assert (again.findings, str(again)) == (error.findings, str(error))
