"""Whatever is done to the files, what comes out is findings and never a traceback."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import ContentError, check, load, load_facts, load_record
from tests.content.broken import GOOD, copy_of_good
from tests.examples import few

APART = "sources.yaml"
"""What loading does not read: nothing that is wrong there keeps a scenario from loading."""
FILES = sorted(path.relative_to(GOOD).as_posix() for path in GOOD.rglob("*.yaml"))
WORDS = (
    *("", "[]", "{}", "null", "true", "-1", "1e9", "nobody", "all", "self", "other", "'", "*both", "&a", ": :", "\x00"),
    *("{value: 1}", "{values: {other: 1}}", "[1, 2]", "{by_year: {2010: 1}, between: step}", "2010-01", "month() > 3"),
)


@st.composite
def changed(draw: st.DrawFn, folder: Path, files: Sequence[str]) -> tuple[str, str]:
    """One of the `files` below `folder`, and its text after lines were dropped, doubled, moved in or out, cut, or given
    another value.
    """
    file = draw(st.sampled_from(files))
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        lines[at : at + 1] = draw(st.sampled_from(_variants("".join(lines[at : at + 1]))))
    return file, "\n".join(lines)


def _variants(line: str) -> list[list[str]]:
    """What may become of a line, in lines."""
    key, colon, _ = line.partition(":")
    return [
        [],
        [line, line],
        ["  " + line],
        [line[2:]],
        [line[: len(line) // 2]],
        *([f"{key}{colon} {word}"] for word in WORDS),
    ]


@settings(max_examples=few(100))
@given(changed(GOOD, FILES))
def test_a_damaged_file_gives_findings_or_loads(change: tuple[str, str]) -> None:
    _tried(*change)


@pytest.mark.slow
@settings(max_examples=250)
@given(changed(GOOD, FILES))
def test_hundreds_of_damaged_files_give_findings_or_load(change: tuple[str, str]) -> None:
    _tried(*change)


def _tried(file: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scenario = copy_of_good(Path(folder))
        (Path(folder) / file).write_text(text, encoding="utf-8")
        errors = [found for found in check(scenario) if found.severity == "error" and not found.file.endswith(APART)]
        try:
            load(scenario)
            load_facts(scenario)
            load_record(scenario)
        except ContentError:
            assert errors
        else:
            assert not errors
