"""The save that each release left behind is opened, viewed, played on and reported, however the program has grown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.doctrines import load_anew, load_match
from game.reports.debrief import debrief
from game.session.faults import SaveDiffers
from game.session.match import Match
from game.session.saves import describe
from game.session.saves.replay import verify

FOLDER = Path(__file__).parent / "saves"
RELEASES = sorted(FOLDER.glob("release_*.chokepoint"))


def _opened(path: Path) -> Match:
    """The match of a save; its orders played again where the figures of its scenario are other ones by now."""
    try:
        return load_match(path)
    except SaveDiffers:
        return load_anew(path)


def test_there_is_a_save_of_a_release() -> None:
    assert RELEASES


@pytest.mark.parametrize("release", RELEASES, ids=[path.stem for path in RELEASES])
def test_a_save_of_a_release_is_played_on(release: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(release, tmp_path / "match.chokepoint"))
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
