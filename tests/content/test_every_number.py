"""Every number of the good files, one after the other, in ways that people and programs write numbers wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from game.content import ContentError, check, load
from tests.content.broken import GOOD, copy_of_good

pytestmark = pytest.mark.slow

WRONG = ("{}", "[]", "abc", "24 5x", "\u221224", "9\u00a0000", "25 %", "9" * 5000, "1e999", "1__0", "0b_", "{a: 1}")
HIDDEN = ("small/sites.yaml:32", "small/activity.yaml:7")
"""The scenario puts another value over these."""
ODD = ("999999999999999999", "-1", "1e18", "0", "1e-300")


def in_turn(ways: tuple[str, ...], place: int, count: int) -> tuple[str, ...]:
    """`count` of the ways, others for the next number: each number meets some, and each way meets many numbers."""
    return tuple(ways[(place * count + step) % len(ways)] for step in range(count))


def numbers(file: Path) -> Iterator[yaml.ScalarNode]:
    """The numbers of a file, those of its head left out."""

    def below(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
        if isinstance(node, yaml.ScalarNode):
            if node.tag.endswith((":int", ":float")):
                yield node
        else:
            children = node.value if isinstance(node, yaml.SequenceNode) else [value for _, value in node.value]
            for child in children:
                yield from below(child)

    found = yaml.compose(file.read_text(encoding="utf-8"))
    assert found is not None
    return below(found)


def spoiled(file: Path, ways: tuple[str, ...], count: int) -> Iterator[tuple[int, str, str]]:
    """The line of each number of a file, with `count` of the `ways` to write it, and the text of the file with that."""
    text = file.read_text(encoding="utf-8")
    for place, node in enumerate(numbers(file)):
        for way in in_turn(ways, place, count):
            whole = text[: node.start_mark.index] + way + text[node.end_mark.index :]
            yield node.start_mark.line + 1, way, whole


FILES = [
    path.relative_to(GOOD).as_posix()
    for path in sorted(GOOD.rglob("*.yaml"))
    if path.stem not in ("facts", "record", "sources")
]


@pytest.mark.parametrize("file", FILES)
def test_a_wrong_number_is_one_finding_in_its_line(file: str, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    for line, wrong, text in spoiled(GOOD / file, WRONG, 5):
        (tmp_path / file).write_text(text, "utf-8")
        found = [finding for finding in check(scenario) if finding.severity == "error"]
        assert f"{file}:{line}" in HIDDEN or [finding.line for finding in found] == [line], (
            f"{file}:{line} {wrong[:20]}: {found}"
        )


@pytest.mark.parametrize("file", FILES)
def test_a_number_out_of_all_bounds_is_a_finding_or_is_played_with(file: str, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    for _, _, text in spoiled(GOOD / file, ODD, 2):
        (tmp_path / file).write_text(text, "utf-8")
        errors = [finding for finding in check(scenario) if finding.severity == "error"]
        try:
            load(scenario)
        except ContentError:
            assert errors
        else:
            assert not [one for one in errors if Path(one.file).stem not in ("facts", "record")]
