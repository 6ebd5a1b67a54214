"""A report on a match that goes on: it tells one seat what that seat may know, and no secret changes a byte of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content.origin import Origin
from game.content.package import Figure, Goal, Package, RuleText
from game.doctrines import open_match
from game.engine.conditions import Condition
from game.orders import parse
from game.reports import spreadsheet, tables, tidy
from game.reports.debrief import debrief, render_so_far
from game.reports.readers import WhichSeat, reader_of
from game.reports.so_far import gather, series
from game.reports.team import teams_of
from game.session.match import Match
from tests.reports.test_debrief import Page
from tests.session.scripts import BUSY, play
from tests.session.small_package import small_package
from tests.session.test_secrecy import SECRET_FIELDS, SECRET_SERIES

READER, OTHER = "arden", "boreas"


def told(match: Match, folder: Path) -> tuple[object, ...]:
    """All that the report of the reader is made of, and the bytes of its tables; the page says nothing else."""
    view = match.view(READER)
    table = tables.of_seat(view, "run")
    spreadsheet.write_csv(tables.data(table), folder / "data.csv")
    spreadsheet.write_csv(tables.dictionary(table), folder / "words.csv")
    files = [(folder / name).read_bytes() for name in ("data.csv", "words.csv")]
    return gather(match, READER), teams_of(match, "run", READER), tuple(series(view)), files


def _silent(match: Match) -> list[str]:
    """Rules of the rival that have not fired."""
    counts = match.control.state.rule_count[:, 0]
    return [rule for rule, count in zip(match.control.world.names.rules, counts, strict=True) if not count]


# --- what is changed ----------------------------------------------------------------------------------------------


def _seed(match: Match) -> None:
    match.control.seed += 1


def _script(match: Match) -> None:
    package, world = match.control.package, match.control.world
    silent = _silent(match)
    assert silent
    other = dict.fromkeys(silent, RuleText("Another", "Other words.", Origin(("elsewhere",), "low")))
    when = tuple(
        Condition(old.any_of, "another") if key in silent else old
        for key, old in zip(world.names.rules, world.rival_rules.when, strict=True)
    )
    figure = Figure(f"rival.yaml:rules.{silent[0]}.chance", 0.3, "share", Origin((), "assumed", "made up"))
    world = replace(world, rival_rules=replace(world.rival_rules, when=when))
    match.control.package = replace(
        package, rules={**package.rules, **other}, world=world, figures=(*package.figures, figure)
    )


def _purses(match: Match) -> None:
    place = match.seats.index(OTHER)
    for field in SECRET_FIELDS:
        held = getattr(match.control.state, field)[place]
        held[...] = (np.abs(held) * 3 + 2).astype(held.dtype) % (3 if field == "release_rule" else np.inf)


def _histories(match: Match) -> None:
    record = match.control.record
    secret = {place for place, key in enumerate(record.keys) if key[0] in SECRET_SERIES and OTHER in key}
    assert secret
    record.rows = [tuple(-1.0 if place in secret else value for place, value in enumerate(row)) for row in record.rows]


def _orders(match: Match) -> None:
    order = parse({"kind": "fund_research", "line": "recycling", "rate": 3.0})
    match.control.reports = tuple(
        replace(report, orders={**report.orders, OTHER: (*report.orders.get(OTHER, ()), order)})
        for report in match.control.reports
    )


def _goals(match: Match) -> None:
    package = match.control.package
    own = Goal("approval", ("self",), None, 0.9, "end", "Another goal.", (OTHER,))
    scores = {**package.win_scores, OTHER: 99.0}
    match.control.package = replace(package, goals=(*package.goals, own), win_scores=scores)


def _digests(match: Match) -> None:
    match.control.reports = tuple(replace(report, digest="0" * 64) for report in match.control.reports)


def _drafts(match: Match) -> None:
    match.add(OTHER, {"kind": "set_posture", "posture": "protest"})


CHANGES: tuple[Callable[[Match], None], ...] = (
    _seed, _script, _purses, _histories, _orders, _goals, _digests, _drafts,
)  # fmt: skip


@pytest.fixture
def match() -> Match:
    """A match of two people in which no rule of the rival has fired yet."""
    return play(small_package(), BUSY[:1], seed=7)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_no_secret_changes_what_is_told(match: Match, change: Callable[[Match], None], tmp_path: Path) -> None:
    before = told(match, tmp_path)

    change(match)

    assert told(match, tmp_path) == before


@pytest.mark.slow
def test_all_secrets_together_change_no_byte_of_the_page(match: Match) -> None:
    before = render_so_far(match, READER)

    for change in CHANGES:
        change(match)

    assert render_so_far(match, READER) == before


def test_what_the_seat_knows_changes_it(match: Match, tmp_path: Path) -> None:
    before = told(match, tmp_path)

    match.control.record.rows = [tuple(value + 1.0 for value in row) for row in match.control.record.rows]

    assert told(match, tmp_path) != before


# --- the shipped scenario -----------------------------------------------------------------------------------------


def _begun(package: Package, log: Path, *people: str) -> Match:
    """A match in which one turn has been played."""
    match = open_match(package, seed=7, people={seat: f"P{place}" for place, seat in enumerate(people)}, log=log)
    for seat in people:
        match.seal(seat)
    match.resolve()
    return match


@pytest.mark.slow
def test_after_one_turn_nothing_of_the_script_is_told_and_nobody_has_lost(package: Package, tmp_path: Path) -> None:
    match = _begun(package, tmp_path / "m.chokepoint", "japan")

    written = debrief(tmp_path / "m.chokepoint", tmp_path / "out")

    text = written.files[0].read_text(encoding="utf-8")
    silent = _silent(match)
    assert len(silent) > 3
    assert not [key for key in silent if package.rules[key].text in text or package.rules[key].name in text]
    page = Page(text)
    assert (page.faults, page.open) == ([], [])
    assert all(reference.startswith("#") for reference in page.references)
    assert "has lost" not in text
    assert "not over" in text
    assert "Japan" in written.warning
    assert match.control.state.digest()[:16] not in text
    with (tmp_path / "out" / "data.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "seed" not in rows[0]
    assert {row["nation"] for row in rows if row["variable"] == "budget"} == {"japan"}
    assert all(cell for row in rows for cell in row.values())
    assert {row["nation"] for row in rows if row["variable"] == "basket"} == {tidy.ALL}
    assert {row["month"] for row in rows if row["turn"] == "0"} == {"2009-12"}


@pytest.mark.slow
def test_a_facilitator_gets_everything_and_is_told_so(package: Package, tmp_path: Path) -> None:
    _begun(package, tmp_path / "m.chokepoint", "japan", "usa")

    written = debrief(tmp_path / "m.chokepoint", tmp_path / "out", facilitator=True)

    text = written.files[0].read_text(encoding="utf-8")
    has = dict(zip(package.world.names.rules, package.world.rival_rules.chance > 0.0, strict=True))
    told = [rule.text.replace("'", "&#39;") in text for key, rule in package.rules.items() if has[key]]
    assert told
    assert all(told)
    assert "it is for whoever runs" in text
    assert "not for players" in written.warning
    assert "has lost" not in text


def test_of_several_people_one_is_named(package: Package, tmp_path: Path) -> None:
    match = _begun(package, tmp_path / "m.chokepoint", "japan", "usa")

    with pytest.raises(WhichSeat, match="japan and usa"):
        debrief(tmp_path / "m.chokepoint", tmp_path / "out")
    with pytest.raises(KeyError, match="narnia"):
        debrief(tmp_path / "m.chokepoint", tmp_path / "out", seat="narnia")
    assert not (tmp_path / "out").exists()
    assert reader_of(match, "usa") == "usa"
    assert reader_of(match, facilitator=True) == ""


def test_a_match_that_has_not_begun_has_a_report(package: Package) -> None:
    match = open_match(package, seed=1, people={"japan": "Ann"})

    text = render_so_far(match, "japan")

    assert "0 of" in " ".join(text.split())
