"""The README's lines stay what the checks run."""

from __future__ import annotations

import re

from tests.packaging.conftest import ROOT

_TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)\n```$", _TEXT, re.DOTALL | re.MULTILINE)


def test_one_line_plays_and_one_line_tests_on_each_system() -> None:
    for language in ("sh", "powershell"):
        play, tests = _blocks(language)
        assert "\n" not in play + tests
        assert "chokepoint" in play
        assert "pytest" in tests


def test_every_file_that_it_names_is_there() -> None:
    named = set(re.findall(r"`([a-z_.]+/[\w./]*)`", _TEXT))
    elsewhere = (".venv/", "scenarios/NAME")

    assert not [name for name in named if not name.startswith(elsewhere) and not (ROOT / name).exists()]


def test_ci_runs_the_checks() -> None:
    assert "run: .ci/run" in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
