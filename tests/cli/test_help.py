"""Help answers at once, because nothing heavy is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game import __version__

_HEAVY = {"numpy", "pydantic", "yaml", "pygame", "matplotlib", "jinja2", "rich", "platformdirs"}
_SCRIPT = """
import sys
from game.cli.main import main
sys.argv = ["chokepoint", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(" ".join(sorted(sys.modules)))
"""


def _imported(*words: str) -> set[str]:
    """Modules that the program has imported once it has answered `words`."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *words], capture_output=True, text=True, check=False)
    modules = set(done.stderr.split())
    assert "game.cli.main" in modules
    return modules


@pytest.mark.parametrize("word", ["--help", "-h", "--version"])
def test_help_imports_nothing_heavy(word: str) -> None:
    assert not _HEAVY & _imported(word)


@pytest.mark.parametrize(
    "words",
    [["play", "-h"], ["simulate", "-h"], ["backtest", "-h"], ["replay", "-h"], ["no-such-command"]],
    ids=" ".join,
)
def test_help_on_a_command_imports_nothing_of_ours(words: list[str]) -> None:
    assert not (_HEAVY - {"pydantic"}) & _imported(
        *words
    )  # late versions of typer read a command's words with pydantic


def test_help_names_every_command() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, "--help"], capture_output=True, text=True, check=True)

    commands = ["play", "simulate", "check", "replay", "report", "backtest", "scenarios"]
    assert [name for name in commands if name in done.stdout] == commands


def test_version() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == f"chokepoint {__version__}\n"
