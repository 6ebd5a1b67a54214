"""Write the golden transcripts anew: ``python -m tests.golden``. Read the difference before you keep it."""

from __future__ import annotations

from game.content import list_scenarios, load
from tests.golden.transcript import path_of, transcript

if __name__ == "__main__":
    for scenario in list_scenarios(own=False):
        path_of(scenario.id).write_text(transcript(load(scenario.id)), encoding="utf-8")
        print(path_of(scenario.id))  # noqa: T201 - a program for people
