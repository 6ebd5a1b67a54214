"""What a teacher does who cloned the project and set it up by the line of the README: copy, edit, check, play."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.packaging.conftest import Installed

pytestmark = pytest.mark.slow


def digest(installed: Installed, scenario: str) -> str:
    told = installed.run("chokepoint", "simulate", scenario, "--turns", "2", "--json", "-")
    return str(json.loads(told)["digest"])


def test_what_is_edited_in_the_clone_is_what_is_checked_and_played(clone: tuple[Path, Installed]) -> None:
    folder, installed = clone
    before = digest(installed, "embargo_2010")
    economy = folder / "rules" / "rare_earths" / "economy.yaml"
    text = economy.read_text(encoding="utf-8")
    assert "approval_months: {value: " in text

    economy.write_text(text.replace("approval_months:", "approval_month:"), encoding="utf-8")
    assert "approval_month" in installed.run("chokepoint", "check", str(economy.parent), code=1)
    installed.run("chokepoint", "simulate", "embargo_2010", code=1)
    economy.write_text(text.replace("approval_months: {value: ", "approval_months: {value: 1"), encoding="utf-8")
    changed = digest(installed, "embargo_2010")
    economy.write_text(text, encoding="utf-8")

    assert changed != before
    assert digest(installed, "embargo_2010") == before


def test_a_copy_beside_a_scenario_is_found_by_its_name(clone: tuple[Path, Installed]) -> None:
    folder, installed = clone
    shutil.copytree(folder / "scenarios" / "embargo_2010", folder / "scenarios" / "mine")
    assert "mine: The embargo of 2010" in installed.run("chokepoint", "scenarios")
    assert installed.run("chokepoint", "check", "mine").startswith("no findings\n")
    assert digest(installed, "mine") == digest(installed, "embargo_2010")


def test_without_its_clone_the_program_goes_on_with_what_was_packed(clone: tuple[Path, Installed]) -> None:
    folder, installed = clone
    before = digest(installed, "embargo_2010")
    away = folder.with_name("away")
    folder.rename(away)
    try:
        assert digest(installed, "embargo_2010") == before
    finally:
        away.rename(folder)
