"""The save that each release left behind: of this edition it is played on, of an earlier one refused in words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.doctrines import load_anew, load_match, open_match
from game.reports.debrief import debrief
from game.session.faults import SaveDiffers, SaveOlder
from game.session.match import Match
from game.session.saves import describe, folder, latest, list_saves
from game.session.saves.loading import Way
from game.session.saves.log import OLDEST, read_header
from game.session.saves.replay import verify
from tests import shipped

FOLDER = Path(__file__).parent / "saves"
RELEASES = sorted(FOLDER.glob("release_*.chokepoint"))
OURS = [path for path in RELEASES if read_header(path)["format"] >= OLDEST]
EARLIER = [path for path in RELEASES if path not in OURS]


def _opened(path: Path) -> Match:
    """The match of a save; its orders played again where the figures of its scenario are other ones by now."""
    try:
        return load_match(path)
    except SaveDiffers:
        return load_anew(path)


def test_there_is_a_save_of_a_release() -> None:
    assert RELEASES


def _written_now(path: Path) -> Path:
    """A save as this program leaves it: three turns over, and something drafted in the fourth."""
    match = open_match(shipped.package("embargo_2010"), seed=7, people={"japan": "Aki", "eu": "Elsa"}, log=path)
    for _ in range(3):
        match.add("japan", {"kind": "set_stockpile", "good": "all", "target_days": 30.0, "pace_days": 2.0})
        for seat in match.people:
            match.seal(seat)
        match.resolve()
    match.add("japan", {"kind": "set_posture", "posture": "engage"})
    match.close()
    return path


@pytest.mark.parametrize("release", [*OURS, None], ids=[*(path.stem for path in OURS), "written_now"])
def test_a_save_of_a_release_is_played_on(release: Path | None, tmp_path: Path) -> None:
    kept = tmp_path / "match.chokepoint"
    path = Path(shutil.copy(release, kept)) if release else _written_now(kept)
    info = describe(path)
    assert (info.problem, info.turn) == ("", 3)
    assert dict(info.people).keys() == dict(info.scores).keys() == {"japan", "eu"}
    match = _opened(path)
    assert match.turn == 3
    assert match.drafts("japan")
    for seat in match.seats:
        view = match.view(seat)
        assert view.series
        assert match.headlines(seat)
        assert match.why(seat, "import_share").sources
    for seat in match.people:
        match.seal(seat)
    match.resolve()
    assert match.log_path is not None
    assert verify(match.log_path).ok
    match.close()
    written = debrief(match.log_path, tmp_path / "report", seat="japan")
    assert all(file.stat().st_size > 1000 for file in written.files)


@pytest.mark.parametrize("release", EARLIER, ids=[path.stem for path in EARLIER])
def test_a_save_of_an_earlier_edition_is_refused_in_words_and_left_as_it_is(release: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(release, tmp_path / "match.chokepoint"))
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    ways: tuple[Callable[[Path], object], ...] = (
        load_anew,
        verify,
        *(partial(load_match, way=way) for way in Way),
        partial(load_match, turn=1),
        partial(debrief, out=tmp_path / "report", seat="japan"),
    )
    for way in ways:
        with pytest.raises(SaveOlder) as refused:
            way(path)
        words = str(refused.value)
        assert "match.chokepoint was written by chokepoint 0.1.0 on 2026-11-30" in words
        assert "The file is kept as it is: open it with the edition that wrote it, or begin the scenario anew" in words
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in tmp_path.iterdir()] == ["match.chokepoint"]


@pytest.mark.parametrize("release", EARLIER, ids=[path.stem for path in EARLIER])
def test_a_save_of_an_earlier_edition_is_listed_and_never_gone_on_with(release: Path) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    shutil.copy(release, folder() / "old.chokepoint")
    (listed,) = list_saves()
    assert (listed.name, listed.title) == ("old", "The embargo of 2010")
    assert "earlier edition" in listed.problem
    assert latest() is None
