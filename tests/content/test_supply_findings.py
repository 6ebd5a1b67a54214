"""Every finding in a rule set of goods and processes has a mistake that brings it out: `supply_mistakes.yaml`."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from game.content import ContentError, check
from game.economy.axes import SIZES
from tests.content.broken import SALT, copy_of_salt, found, patch
from tests.content.test_every_number import ODD, WRONG, spoiled
from tests.content.test_robustness import changed
from tests.examples import few
from tests.rule_sets import Economies, load_economy

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TABLE = SALT.with_name("supply_mistakes.yaml")
CASES: list[dict[str, Any]] = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe one
FILES = sorted(path.name for path in SALT.glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_mistake_is_found_where_it_is_and_named(case: dict[str, Any], tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    patch(folder, case["file"], case["old"], case["new"])
    assert found(tmp_path, folder) == case["expected"]


def test_the_good_files_have_no_findings() -> None:
    assert check(SALT) == []


def test_a_missing_file_is_named_and_controls_may_be_missing(tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    (folder / "controls.yaml").unlink()
    assert found(tmp_path, folder) == []
    (folder / "zones.yaml").unlink()
    assert found(tmp_path, folder) == ["salt/zones.yaml:1:1: the file is missing"]


def _nations(count: int) -> str:
    return "".join(f"  n{k}: {{name: N, iso: [], flag: world, lon: 0.0, lat: 0.0}}\n" for k in range(count))


def _goods(count: int) -> str:
    row = "{name: G, stage: pit, cover: 1, yard_cover: 1, finish: 0, price: 1}"
    return "".join(f"  g{k}: {row}\n" for k in range(count))


def _sites(count: int) -> str:
    row = "{name: S, host: isle, process: pump, cost: 1, capacity: 1}"
    return "".join(f"  s{k}: {row}\n" for k in range(count))


def _contracts(count: int) -> str:
    return "".join("  - {seller: pans, good: salt, buyer: inland, share: 0.001}\n" for _ in range(count))


@pytest.mark.parametrize(
    ("file", "key", "rows", "axis", "what"),
    [
        ("nations", "nations:", _nations, "Nation", "nations"),
        ("goods", "goods:", _goods, "Good", "goods"),
        ("sites", "sites:", _sites, "Site", "sites"),
        ("trade", "contracts:", _contracts, "Contract", "contracts"),
    ],
)
def test_more_entries_than_there_is_room_for(
    file: str, key: str, rows: Callable[[int], str], axis: str, what: str, tmp_path: Path
) -> None:
    folder = copy_of_salt(tmp_path)
    patch(folder, f"{file}.yaml", f"\n{key}\n", f"\n{key}\n{rows(SIZES[axis])}")
    wanted = re.compile(rf"{file}\.yaml:\d+:1: \d+ {what}, more than there is room for, declare {SIZES[axis]} or fewer")
    assert [line for line in found(tmp_path, folder) if wanted.search(line)]


def test_the_world_market_takes_the_room_of_a_zone(tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    more = "".join(f"  z{k}: {{name: Z, controller: coast, members: [coast]}}\n" for k in range(SIZES["Zone"] - 1))
    patch(folder, "zones.yaml", "zones:\n", f"zones:\n{more}")
    hint = f"more than there is room for, declare {SIZES['Zone'] - 1} or fewer"
    assert [line for line in found(tmp_path, folder) if hint in line]


def test_what_is_wrong_keeps_it_from_being_compiled(tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    patch(folder, "sites.yaml", "host: isle", "host: isles")
    with pytest.raises(ContentError, match="unknown nation 'isles'"):
        load_economy(folder)


def test_a_folder_without_goods_is_none_of_goods_and_processes(tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    (folder / "goods.yaml").unlink()
    with pytest.raises(ContentError, match="no rule set of goods and processes"):
        Economies(folder)
    (folder / "materials.yaml").write_text("format: 1\n", encoding="utf-8")
    patch(folder, "ruleset.yaml", "edition: 2\n", "")
    with pytest.raises(ContentError, match="a rule set of the first edition"):
        Economies(folder)


@settings(max_examples=few(100))
@given(changed(SALT, FILES))
def test_a_damaged_file_gives_findings_or_is_compiled(change: tuple[str, str]) -> None:
    _tried(*change)


@pytest.mark.slow
@settings(max_examples=250)
@given(changed(SALT, FILES))
def test_hundreds_of_damaged_files_give_findings_or_are_compiled(change: tuple[str, str]) -> None:
    _tried(*change)


def _tried(file: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        salt = copy_of_salt(Path(folder))
        (salt / file).write_text(text, encoding="utf-8")
        errors = [one for one in check(salt) if one.severity == "error"]
        try:
            load_economy(salt)
        except ContentError:
            assert errors
        else:
            assert not errors


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_a_wrong_number_is_one_finding_in_its_line(file: str, tmp_path: Path) -> None:
    folder = copy_of_salt(tmp_path)
    for line, wrong, text in spoiled(SALT / file, WRONG, 5):
        (folder / file).write_text(text, "utf-8")
        errors = [one for one in check(folder) if one.severity == "error"]
        assert [one.line for one in errors] == [line], f"{wrong[:20]}: {errors}"


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_a_number_out_of_all_bounds_is_a_finding_or_is_compiled(file: str) -> None:
    for _, _, text in spoiled(SALT / file, ODD, 2):
        _tried(file, text)
