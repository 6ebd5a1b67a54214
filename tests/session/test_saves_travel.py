"""Saves outlive what grows around them: rules edited, moved or gone, the program changed, the file sent about."""

from __future__ import annotations

import getpass
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from game import content
from game.doctrines import load_anew, load_match, open_match
from game.engine.fields import FIELDS, Field
from game.engine.metrics import METRICS, Recorded
from game.engine.state import RECORDS
from game.session import saves
from game.session.faults import SaveDiffers, SaveMismatch
from game.session.match import Match
from game.session.saves import log, snapshot
from game.session.saves.lines import read_line
from game.session.saves.loading import Way
from game.session.saves.naming import LONGEST
from game.session.saves.replay import verify
from tests import shipped
from tests.content.broken import copy_of_good, patch

SEATS = {"island": "Ann"}


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario of one's own, installed: found by its name."""
    crisis = copy_of_good(tmp_path / "installed" / "scenarios")
    monkeypatch.setattr("game.places.data", lambda name: tmp_path / "installed" / name)
    return crisis


@pytest.fixture
def rules(scenario: Path) -> Path:
    return scenario.parent


def _played(scenario: Path, turns: int = 2) -> Match:
    path = saves.new_path(scenario.name, ("island",))
    match = open_match(content.load(scenario.name), seed=4, people=SEATS, log=path)
    for _ in range(turns):
        _turn(match)
    match.close()
    return match


def _turn(match: Match) -> None:
    for seat in match.people:
        match.seal(seat)
    match.resolve()


def _path(match: Match) -> Path:
    assert match.log_path is not None
    return match.log_path


def _goes_on_alike(match: Match, reference: Match) -> None:
    """The match, loaded, plays as the one that was never left, and verifies."""
    assert match.control.state.digest() == reference.control.state.digest()
    _turn(match)
    _turn(reference)
    assert match.control.state.digest() == reference.control.state.digest()
    assert match.view("island").budget == reference.view("island").budget
    assert verify(_path(match)).ok


EDITS = {
    "a comment": ("small/sites.yaml", "kind: sites", "kind: sites # as surveyed"),
    "line ends": ("small/sites.yaml", "\n", "\r\n"),
    "a text": ("small/sites.yaml", "name: Big pit", "name: The big pit of the north"),
    "the way a number is written": ("small/finance.yaml", "{value: 3, unit: years", "{value: 36.0, unit: months"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_changes_no_value_matters_to_no_save(scenario: Path, rules: Path, edit: str) -> None:
    file, old, new = EDITS[edit]
    reference = _played(scenario)
    if old not in (rules / file).read_text():
        pytest.fail(f"{old!r} is not in {file}: another example is needed")
    patch(rules, file, old, new)
    match = load_match(_path(reference))
    assert (match.notice, match.changed) == ("", "")
    _goes_on_alike(match, reference)


def test_a_figure_that_changed_is_named_with_both_values_and_a_branch_plays_with_the_new_one(
    scenario: Path, rules: Path
) -> None:
    reference = _played(scenario)
    path = _path(reference)
    before = path.read_bytes()
    patch(rules, "small/sites.yaml", "capacity: 9000", "capacity: 7000")
    match = load_match(path)
    assert "sites.big_pit.capacity: 9000 → 7000" in match.changed
    branch = load_anew(path)
    assert branch.turn == 2
    assert branch.control.state.digest() != reference.control.state.digest()
    assert verify(_path(branch)).ok
    assert path.read_bytes() == before
    assert log.read(_path(branch)).header["parent"]["file"] == path.name
    _goes_on_alike(match, reference)


def test_what_programs_ordered_is_played_again_with_what_they_remember(tmp_path: Path) -> None:
    path = tmp_path / "match.chokepoint"
    match = open_match(shipped.package("embargo_2010"), seed=3, people={"japan": "Aki"}, log=path)
    for _ in range(3):
        match.seal("japan")
        match.resolve()

    branch = load_anew(path)

    assert any(given for line in log.read(path).turns for seat, given in line["orders"].items() if seat != "japan")
    assert branch.control.state.digest() == match.control.state.digest()
    told, again = ([line["leaders"] for line in log.read(_path(each)).turns] for each in (match, branch))
    assert again == told


def test_a_scenario_that_is_gone_is_played_on_from_its_save(scenario: Path, rules: Path) -> None:
    reference = _played(scenario)
    shutil.rmtree(scenario)
    shutil.rmtree(rules / "small")
    with pytest.raises(SaveMismatch, match="not installed"):
        load_anew(_path(reference))
    _goes_on_alike(load_match(_path(reference)), reference)


def test_a_save_names_no_folder_and_nobody_who_does_not_play(scenario: Path, tmp_path: Path) -> None:
    path = _path(_played(scenario))
    said = "\n".join(str(read_line(line)) for line in log.read(path).lines[:1])
    assert str(tmp_path) not in said
    assert str(Path.home()) not in said
    assert f"/{getpass.getuser()}/" not in said
    files = content.load(scenario.name).originals.texts()
    assert all(not name.startswith(("/", "..")) for name in files)


def test_names_that_the_program_gives_are_short(scenario: Path) -> None:
    path = saves.new_path("a_scenario_with_a_very_long_name_" * 5, ("island", "union"))
    assert len(path.name) <= LONGEST
    assert len(saves.branch_path(path, 11).name) <= LONGEST
    long = saves.folder() / f"embargo_2010 japan 2026-11-30 03.39.08{saves.SUFFIX}"
    assert saves.branch_path(long, 1).stem == "embargo_2010 japan 2026-11-30 from turn 2"
    assert saves.new_path(str(scenario.resolve()), ()).name.startswith("crisis ")


def test_a_program_with_more_fields_plays_the_orders_again(scenario: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = _played(scenario)
    table = {**snapshot._TABLE, "a_field_of_tomorrow": ["N", "f8"]}
    monkeypatch.setattr(snapshot, "_TABLE", table)
    _goes_on_alike(load_match(_path(reference)), reference)


def test_a_program_with_more_metrics_plays_on(scenario: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = METRICS["tension"]
    monkeypatch.setitem(METRICS, "tension", replace(entry, recorded=Recorded.NEVER, chart=None, key_figure=False))
    reference = _played(scenario)
    monkeypatch.setitem(METRICS, "tension", entry)
    match = load_match(_path(reference))
    assert match.view("island").series
    _turn(match)


def test_rules_that_this_program_cannot_read_any_more_give_way_to_those_installed(
    scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a later program asks for a field that the rules of then had not, and those of now have."""
    reference = _played(scenario)
    from game.session.saves import scenario as room

    carried = room.carried

    def older(read: log.Log) -> dict[str, str]:
        texts = carried(read)
        name = next(name for name in texts if name.endswith("/ruleset.yaml"))
        return {**texts, name: "\n".join(line for line in texts[name].split("\n") if not line.startswith("rival:"))}

    monkeypatch.setattr(room, "carried", older)
    monkeypatch.setattr(room, "_here", lambda read: _other_bytes(read))
    _goes_on_alike(load_match(_path(reference)), reference)


def _other_bytes(read: log.Log) -> content.Variants:
    """The installed scenario, its files not those of the save by their bytes."""

    class Other(content.Variants):
        def hash(self, changes: object) -> str:
            return "another"

    return Other(read.header["scenario"])


def test_and_where_those_have_another_figure_it_is_named(
    scenario: Path, rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = _played(scenario)
    from game.session.saves import scenario as room

    carried = room.carried
    monkeypatch.setattr(
        room,
        "carried",
        lambda read: {name: text.replace("rival: ", "rivall: ", 1) for name, text in carried(read).items()},
    )
    patch(rules, "small/finance.yaml", "{value: 3, unit: years", "{value: 4, unit: years")
    with pytest.raises(SaveDiffers, match=r"finance\.support_months: 3 → 4"):
        load_match(_path(reference))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.removesuffix(b"\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data + b"\n\r\n",
        lambda data: data.replace(b"\n", b"\r\n").removesuffix(b"\r\n"),
    ],
    ids=["carriage returns", "no last line end", "byte order mark", "empty lines", "both"],
)
def test_what_an_editor_or_mail_does_to_a_file_changes_nothing(scenario: Path, change: object) -> None:
    reference = _played(scenario)
    path = _path(reference)
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    match = load_match(path)
    assert match.notice == ""
    _goes_on_alike(match, reference)
    assert load_match(path).turn == 3


@pytest.mark.slow
def test_copies_and_moves_open_anywhere(scenario: Path, tmp_path: Path) -> None:
    reference = _played(scenario)
    moved = Path(shutil.copy(_path(reference), tmp_path / "sent by mail.chokepoint"))
    _goes_on_alike(load_match(moved), reference)


@pytest.mark.slow
def test_a_finished_match_is_told_from_its_log(scenario: Path, rules: Path, tmp_path: Path) -> None:
    from game.reports.debrief import debrief

    match = open_match(content.load(scenario.name), seed=4, people=SEATS, log=tmp_path / "whole.chokepoint")
    while not match.finished:
        _turn(match)
    match.close()
    before = debrief(tmp_path / "whole.chokepoint", tmp_path / "before")
    shutil.rmtree(scenario)
    shutil.rmtree(rules / "small")
    after = debrief(tmp_path / "whole.chokepoint", tmp_path / "after")
    assert [path.read_text() for path in before.files] == [path.read_text() for path in after.files]
    assert (
        load_match(tmp_path / "whole.chokepoint", way=Way.READ).result("island").total == match.result("island").total
    )


def test_a_second_copy_never_destroys_the_first(scenario: Path, tmp_path: Path) -> None:
    match = _played(scenario, 1)
    copy = tmp_path / "copy.chokepoint"
    texts = []
    for _ in range(3):
        match.save_as(copy)
        texts.append(copy.read_text())
        _turn(match)
    kept = sorted(path.read_text() for path in tmp_path.glob("copy.chokepoint*"))
    assert kept == sorted(texts)


def test_two_matches_of_one_second_have_a_file_each(scenario: Path) -> None:
    package = content.load(scenario.name)
    path = saves.new_path(scenario.name)
    one, two = (open_match(package, seed=seed, people=SEATS, log=path) for seed in (1, 2))
    assert _path(one) != _path(two)
    assert log.read(_path(one)).header["seed"] == 1


@pytest.mark.slow
def test_nothing_that_was_played_is_deleted_and_what_is_deleted_is_told(scenario: Path) -> None:
    package = content.load(scenario.name)
    played = [_path(_played(scenario, 1)) for _ in range(3)]
    empty = [_path(_played(scenario, 0)) for _ in range(100)]
    match = open_match(package, seed=1, people=SEATS, log=saves.new_path(scenario.name))
    assert all(path.exists() for path in played)
    assert sum(path.exists() for path in empty) == 96
    assert "deleted" in match.notice
    assert match.notice.endswith(": 1.")


def test_fields_are_declared_for_the_snapshot() -> None:
    """The table that the test above adds to is the one that snapshots are held against."""
    assert snapshot._TABLE.keys() == {*FIELDS, *RECORDS}
    assert all(isinstance(field, Field) for field in FIELDS.values())
