"""Where the shipped data and the user's files lie."""

from __future__ import annotations

from pathlib import Path

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
