"""Copies of the good files with one thing changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.content import Finding, check

GOOD = Path(__file__).parent / "good"
SALT = Path(__file__).parent / "salt"
"""A rule set of goods and processes."""


def copy_of_good(folder: Path) -> Path:
    """Copy the good rule set and scenario into `folder`; returns the scenario's folder."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    return folder / "crisis"


def copy_of_salt(folder: Path) -> Path:
    """Copy the rule set of goods and processes into `folder`; returns where it lies."""
    return Path(shutil.copytree(SALT, folder / SALT.name))


def patch(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old` in `file` (below `folder`) by `new`; an empty `old` replaces the whole file.

    ``BYTE`` in `new` becomes a byte that is not UTF-8.
    """
    path = folder / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text, f"{old!r} is not in {file}"
    changed = text.replace(old, new, 1) if old else new
    path.write_bytes(changed.encode().replace(b"BYTE", b"\xe9"))


def found(folder: Path, scenario: Path) -> list[str]:
    """The findings as text, with paths from `folder`."""
    return [shown(finding, folder) for finding in check(scenario)]


def shown(finding: Finding, folder: Path) -> str:
    return str(finding).replace(f"{folder.as_posix()}/", "")
