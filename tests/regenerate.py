"""Make everything anew that is made from something else: ``python -m tests.regenerate``.

Rule schemas, the list of sources, the model's page with its picture, the translators' template, the golden transcripts
and the golden pictures. Read the difference before it is committed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from unittest import mock

from game.content import list_scenarios, load, resting, schemas, sources
from game.economy import machine
from game.lab import causality
from game.telling import extract
from tests.economy import page
from tests.golden.transcript import path_of, transcript


def transcripts() -> None:
    """The matches that are told turn by turn."""
    for scenario in list_scenarios(own=False):
        path_of(scenario.id).write_text(transcript(load(scenario.id)), encoding="utf-8")


def pictures() -> None:
    """The pictures of panels and cards, by the tests that compare them.

    Raises:
        subprocess.CalledProcessError: when one of them fails for another reason.
    """
    subprocess.run([sys.executable, "-m", "pytest", "-q", "tests/desktop", "--update-golden"], check=True)


def rests() -> None:
    """The months at rest with which matches of the shipped scenarios begin."""
    folder = resting.shipped()
    folder.mkdir(exist_ok=True)
    for file in folder.glob("*.z"):
        file.unlink()
    machine.wait()
    with mock.patch.object(resting, "_own", return_value=folder):
        for scenario in list_scenarios(own=False):
            load(scenario.id)


MADE: Mapping[str, Callable[[], None]] = {
    "assets/rest": rests,
    "rules/schemas": schemas.write,
    "rules/*/SOURCES.md": sources.write,
    "game/engine/README.md": causality.main,
    "game/economy/README.md": page.write,
    "game/telling/locale/chokepoint.pot": extract.main,
    "tests/golden": transcripts,
    "tests/desktop/golden": pictures,
}
"""What is made, and how."""


def main() -> None:
    """Make all of it."""
    for what, make in MADE.items():
        sys.stdout.write(f"{what}\n")
        sys.stdout.flush()
        make()


if __name__ == "__main__":
    main()
