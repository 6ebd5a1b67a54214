"""The monthly table: its form, its dictionary, and that the model's balances can be checked from the file alone."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pytest

from game.content import Package
from game.doctrines import open_match
from game.engine import metrics, step
from game.engine.conditions import Reading
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import State, shape
from game.engine.world import World
from game.reports.monthly import MonthlyTable, write_dictionary
from game.reports.tidy import ALL
from game.reports.variables import VARIABLES
from game.session.keys import reading
from game.session.match import Match
from game.session.record import recorded
from tests import shipped
from tests.engine.random_policy import control, disturb
from tests.small_world import seeds, small_world

pytestmark = pytest.mark.slow

USUALLY_ONE = ("licence_by_good", "licence", "sector_exports", "exports_to")
"""For these 1 is what 0 is for others."""

PLACES = ("nation", "partner", "origin", "good", "stage", "site", "project", "sector", "line", "rule")
Row = Mapping[str, str]

MISSING = frozenset(
    [
        "",
        "#N/A",
        "#N/A N/A",
        "#NA",
        "-1.#IND",
        "-1.#QNAN",
        "-NaN",
        "-nan",
        "1.#IND",
        "1.#QNAN",
        "<NA>",
        "N/A",
        "NA",
        "NULL",
        "NaN",
        "None",
        "n/a",
        "nan",
        "null",
    ]
)
"""Cells that pandas reads as missing unless told otherwise; R takes NA."""


@dataclass(frozen=True)
class Played:
    match: Match
    months: tuple[State, ...]
    rows: list[Row]
    words: list[Row]
    file: Path

    def of(self, variable: str) -> list[Row]:
        """The rows of one variable."""
        return self.table[variable]

    @cached_property
    def table(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[row["variable"]].append(row)
        return found

    def sums(self, variable: str, *columns: str) -> dict[int, dict[tuple[str, ...], float]]:
        """Month to the sums of a variable by `columns`."""
        found: dict[int, dict[tuple[str, ...], float]] = defaultdict(lambda: defaultdict(float))
        for row in self.of(variable):
            found[int(row["index"])][tuple(row[column] for column in columns)] += float(row["value"])
        return found

    def goods(self, *variables: str) -> tuple[dict[int, dict[tuple[str, ...], float]], ...]:
        """Each of `variables` by month, nation and good."""
        return tuple(self.sums(name, "nation", "good") for name in variables)


def play(package: Package, path: Path, seed: int) -> tuple[Match, tuple[State, ...]]:
    match = open_match(package, seed=seed)
    months = [match.control.state]

    def watch(state: State) -> None:
        months.append(state)
        table.write(state)

    with MonthlyTable(package, path) as table:
        table.write(match.control.state)
        while not match.finished:
            match.resolve(watch)
    return match, tuple(months)


@pytest.fixture(scope="module")
def played(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("monthly")
    match, months = play(package, folder / "months.csv", seed=3)
    write_dictionary(package, folder / "words.csv")
    return Played(match, months, _read(folder / "months.csv"), _read(folder / "words.csv"), folder / "months.csv")


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def equal(one: float, other: float) -> bool:
    """To rounding: a part in 1e9, or a milligram."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


# --- form ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_row_is_one_value_of_one_thing_in_one_month(played: Played) -> None:
    keys = [tuple(row[column] for column in ("index", "variable", *PLACES)) for row in played.rows]
    calendar = played.match.control.world.calendar
    assert len(keys) == len(set(keys))
    assert {(row["index"], row["month"]) for row in played.rows} == {
        (str(month), calendar.label(month - 1)) for month in range(calendar.months + 1)
    }
    assert all(math.isfinite(float(row["value"])) for row in played.rows)


def test_every_series_is_complete(played: Played) -> None:
    months: dict[tuple[str, ...], list[int]] = defaultdict(list)
    when = {row["name"]: row["when"] for row in played.words if row["kind"] == "variable"}
    for row in played.rows:
        months[tuple(row[column] for column in ("variable", *PLACES))].append(int(row["index"]))
    last = played.match.control.world.calendar.months
    for key, given in months.items():
        if key[0] != "quota_by_good":  # there is none where no quota stands
            assert given == list(range(1 if when[key[0]] == "month" else 0, last + 1)), key


def test_values_are_those_of_the_match_to_the_last_bit(played: Played) -> None:
    world, last = played.match.control.world, played.months[-1]
    written = {
        (row["variable"], *(row[column] for column in PLACES)): row["value"]
        for row in played.rows
        if row["index"] == str(last.month)
    }
    for variable in VARIABLES:
        for key in list(variable.keys(world))[-2:]:
            columns = variable.columns(world, key)
            value = float(metrics.read(world, last, reading(world, key))[0])
            text = written.get((key[0], *(columns.get(column, ALL) for column in PLACES)))
            assert text == (repr(value) if math.isfinite(value) else None), key


def test_grouping_by_any_columns_keeps_every_row(played: Played) -> None:
    """What libraries do: a row with a missing key is left out of all groups."""
    assert not any(cell in MISSING for row in (*played.rows, *played.words) for cell in row.values())
    variables = {row["variable"] for row in played.rows}
    for column in PLACES:
        groups = {(row["variable"], row[column]) for row in played.rows if row[column] not in MISSING}
        assert {variable for variable, _ in groups} == variables
        divided = {variable for variable, place in groups if place != ALL}
        assert not divided & {variable for variable, place in groups if place == ALL}, column


def test_figures_of_a_site_name_its_host_and_stage(played: Played) -> None:
    world = played.match.control.world
    for row in (*played.of("site_made"), *played.of("site_status"), *played.of("project_phase")):
        site = world.names.index("sites", row["site"])
        assert row["nation"] == world.names.nations[world.sites.host[site]]
        named = [world.names.stages[world.sites.stage[site]]] if row["good"] == ALL else [ALL]
        assert [row["stage"]] == named


def test_codes_come_with_a_word(played: Played) -> None:
    coded = {row["name"] for row in played.words if row["unit"] == "code"}
    assert {"project_phase", "site_status", "posture", "release_rule"} == coded
    assert all((row["word"] != "figure") == (row["variable"] in coded) for row in played.rows)
    seen = {row["word"] for row in played.of("project_phase")}
    assert {"idle", "construction", "done"} <= seen


@pytest.mark.slow
def test_the_same_match_gives_the_same_file(played: Played, package: Package, tmp_path: Path) -> None:
    match, _ = play(package, tmp_path / "again.csv", seed=3)
    alone = open_match(package, seed=3)
    while not alone.finished:
        alone.resolve()
    assert (tmp_path / "again.csv").read_bytes() == played.file.read_bytes()
    assert match.control.state.digest() == alone.control.state.digest()


# --- dictionary ---------------------------------------------------------------------------------------------------


def test_the_dictionary_explains_all_that_is_in_the_table_and_nothing_else(played: Played) -> None:
    entries = {(row["kind"], row["name"]): row for row in played.words}
    units = {row["variable"]: row["unit"] for row in played.rows}
    assert len(entries) == len(played.words)
    assert all(row["meaning"] for row in played.words)
    assert [name for kind, name in entries if kind == "column"] == list(played.rows[0])
    assert {name: row["unit"] for (kind, name), row in entries.items() if kind == "variable"} == units
    for column in PLACES:
        kind = "nation" if column == "partner" else column
        assert {row[column] for row in played.rows} - {ALL} <= {name for found, name in entries if found == kind}


def test_the_dictionary_tells_which_columns_say_what_a_value_is_of(played: Played) -> None:
    by = {row["name"]: row["by"] for row in played.words if row["kind"] == "variable"}
    used: dict[str, set[str]] = defaultdict(set)
    for row in played.rows:
        used[row["variable"]].add(", ".join(column for column in PLACES if row[column] != ALL) or ALL)
    assert used == {name: {columns} for name, columns in by.items()}


def test_the_table_has_every_figure_of_the_debrief(package: Package) -> None:
    assert {name for name, *_ in recorded(package.world)} <= {variable.metric for variable in VARIABLES}


# --- what can be checked from the file alone ----------------------------------------------------------------------


def check_balance(played: Played) -> None:
    """Stock + production + from scrap + releases + imports = use + purchases + exports + stock, everywhere, always.

    Stock is what lies with users and at works. Scrap comes from use, which is no flow of its own.
    """
    world = played.match.control.world
    local = world.supply.rules["local"][0, : len(world.names.goods)] > 0.0
    scrap = {name for name, stays in zip(world.names.goods, local.tolist(), strict=True) if stays}
    gained = played.goods("flow_production", "flow_recycled", "flow_release", "flow_imports")
    spent = played.goods("flow_use", "flow_purchase", "flow_exports")
    stock, yard = played.goods("stock", "yard")
    assert sorted(stock) == list(range(played.match.control.world.calendar.months + 1))
    for table in (*gained, *spent):
        assert all(month.keys() <= stock[0].keys() for month in table.values())
    for month in range(1, len(stock)):
        for good, left in stock[month].items():
            if good[1] in scrap:
                continue
            had = stock[month - 1][good] + yard[month - 1][good] + sum(table[month][good] for table in gained)
            went = left + yard[month][good] + sum(table[month][good] for table in spent)
            assert math.isclose(had, went, rel_tol=1e-7, abs_tol=1e-6), (month, good, had, went)


def test_no_good_is_created_or_lost(played: Played) -> None:
    check_balance(played)


@pytest.mark.slow
def test_no_good_is_created_or_lost_in_all_of_history(tmp_path: Path) -> None:
    package = shipped.package("history_2008_2025")
    match, months = play(package, tmp_path / "months.csv", seed=1)
    check_balance(Played(match, months, _read(tmp_path / "months.csv"), [], tmp_path / "months.csv"))


def test_public_stockpiles_hold_what_was_bought_and_not_released(played: Played) -> None:
    reserve, bought, released = played.goods("reserve", "flow_purchase", "flow_release")
    assert any(value > 0.0 for month in bought.values() for value in month.values())
    for month in range(1, len(reserve)):
        for good, held in reserve[month].items():
            change = bought[month][good] - released[month][good]
            assert equal(reserve[month - 1][good] + change, held), (month, good)


def test_what_is_needed_is_used_or_lacking_or_left_for_want_of_another_feed(played: Played) -> None:
    need, use, unmet, feed = played.goods("flow_need", "flow_use", "flow_unmet", "flow_feed")
    assert any(value > 0.0 for month in unmet.values() for value in month.values())
    works = {good for month in feed.values() for good, taken in month.items() if taken > 0.0}
    for month, needs in need.items():
        for good, wanted in needs.items():
            rest = wanted - use[month][good] - unmet[month][good]
            assert abs(rest) <= 1e-6 * max(wanted, 1.0) or (rest > 0.0 and good in works), (month, good)
            assert feed[month][good] <= use[month][good] * (1.0 + 1e-9), (month, good)


def test_imports_by_origin_add_up_to_imports_and_to_exports(played: Played) -> None:
    origin_of = {
        nation: row["name"]
        for row in played.words
        if row["kind"] == "origin"
        for nation in row["meaning"].removeprefix("exports of ").split(", ")
    }
    imports, bought, exports = played.goods("flow_imports", "flow_imports_from", "flow_exports")
    sold = played.sums("flow_imports_from", "origin", "good")
    for month, goods in imports.items():
        assert all(equal(bought[month][good], tonnes) for good, tonnes in goods.items()), month
        left = dict(sold[month])
        for (nation, *good), tonnes in exports[month].items():
            left[origin_of[nation], *good] = left.get((origin_of[nation], *good), 0.0) - tonnes
        assert all(abs(rest) <= 1e-9 * max(sold[month][key], 1.0) for key, rest in left.items()), month


def test_sites_make_what_their_nation_makes(played: Played) -> None:
    by_site, made, recycled = played.goods("site_made", "flow_production", "flow_recycled")
    for month, goods in by_site.items():
        for good, tonnes in goods.items():
            assert equal(tonnes, made[month][good] + recycled[month][good]), (month, good)


# --- what is left out ---------------------------------------------------------------------------------------------


def left_out(world: World, state: State, units: set[str]) -> dict[str, float]:
    """The greatest value, by variable, among those that have no rows."""
    greatest = {}
    for variable in VARIABLES:
        entry = metrics.METRICS[variable.metric]
        missing = ~np.broadcast_to(variable.export.cells(world), shape(world, entry.axes))
        if entry.unit in units and missing.any():
            values = [entry.compute(world, state, *place) for place in np.argwhere(missing).tolist()]
            greatest[variable.metric] = float(np.abs(values).max())
    return greatest


def test_what_has_no_rows_is_always_nothing(played: Played) -> None:
    world = played.match.control.world
    for state in played.months[1::7]:
        found = left_out(world, state, {"t", "t/month", "share", "days", "factor", "rate", "ratio"})
        assert {"flow_imports_from", "stock", "promised"} <= found.keys()
        del found["activity"], found["industry_output"]  # of sectors that the nation has not: as published for others
        assert {name: value for name, value in found.items() if value > 1e-9} == dict.fromkeys(USUALLY_ONE, 1.0)


def test_what_has_no_rows_is_nothing_under_any_policy(rng: np.random.Generator) -> None:
    world = small_world()
    state = begin(world, seeds(3))
    for month in range(12):
        if month % 3 == 0:
            disturb(world, state, rng)
        control(world, state, rng)
        step.step(world, state, Events(watched=False))
        assert not {name for name, value in left_out(world, state, {"t", "t/month"}).items() if value > 1e-9}


def test_a_quota_that_does_not_stand_has_no_row(played: Played) -> None:
    rows = played.of("quota_by_good")
    world, last = played.match.control.world, played.months[-1]
    standing = sum(
        bool(np.isfinite(metrics.read(world, last, Reading("quota_by_good", (good,)))[0]))
        for good in range(len(world.names.goods))
    )
    assert rows
    assert sum(row["index"] == str(last.month) for row in rows) == standing
