"""Where the shipped data and the user's files lie."""

from __future__ import annotations

import json
import shutil
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from game import places
from tests.packaging.conftest import ROOT


def test_a_checkout_reads_its_own_folders() -> None:
    assert places.data("rules") == ROOT / "rules"
    assert (places.data("scenarios") / "embargo_2010" / "scenario.yaml").is_file()


def test_a_wheel_reads_the_data_beside_the_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(places, "_PACKED", tmp_path)

    assert places.data("rules") == tmp_path / "rules"


def test_the_user_folder_can_be_moved(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.user() == home

    monkeypatch.delenv("CHOKEPOINT_HOME")

    assert places.user().name == "chokepoint"


@pytest.mark.parametrize("written", ["~/games", "$PLACE/games", "${PLACE}/games"])
def test_a_tilde_and_variables_are_filled_in(written: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HOME", "USERPROFILE", "PLACE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("CHOKEPOINT_HOME", written)

    assert places.user() == tmp_path / "games"


@pytest.mark.parametrize(
    "written", ["games", "./games", "~nobody_at_all/games", "$NO_SUCH_PLACE/games", "/x/${NO_SUCH}"]
)
def test_a_home_that_depends_on_where_one_stands_is_refused(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHOKEPOINT_HOME", written)

    with pytest.raises(places.BadHome, match="CHOKEPOINT_HOME is"):
        places.user()


@pytest.mark.parametrize(
    ("noted", "clone"),
    [
        ({"dir_info": {}}, True),
        ({"dir_info": {"editable": True}}, False),
        ({"archive_info": {}}, False),
        (None, False),
        ([], False),
    ],
)
def test_a_clone_that_was_installed_from_is_read_for_as_long_as_it_is_there(
    noted: object, clone: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packed, source = tmp_path / "packed", tmp_path / "a clone"
    for folder in (packed / "rules", packed / "assets", source / "rules", source / "assets"):
        folder.mkdir(parents=True)
    noted = {**noted, "url": source.as_uri()} if isinstance(noted, dict) else noted
    text = None if noted is None else json.dumps(noted)
    monkeypatch.setattr(metadata, "distribution", lambda name: SimpleNamespace(read_text=lambda file: text))
    monkeypatch.setattr(places, "_PACKED", packed)
    places._installed_from.cache_clear()

    assert places.data("rules") == (source if clone else packed) / "rules"
    assert places.data("assets") == packed / "assets"  # they belong to the code
    assert places.came_along(places.data("rules")) is not clone
    shutil.rmtree(source)
    assert places.data("rules") == packed / "rules"
    places._installed_from.cache_clear()
