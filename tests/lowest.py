"""``python -m tests.lowest``: the lowest versions that pyproject.toml allows, as pip pins them. Needs Python alone."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def pins() -> list[str]:
    """``NAME==VERSION`` of every library that the program and its tests name."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [one.replace(">=", "==") for one in named]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{pin}\n" for pin in pins()))
