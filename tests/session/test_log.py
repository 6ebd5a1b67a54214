"""The log: sealed lines, and what is said of damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.faults import SaveBroken, SaveError, SaveNewer
from game.session.saves.lines import LineError, read_line, write_line
from game.session.saves.log import FORMAT, read, read_header

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), _JSON, min_size=1).filter(lambda content: "check" not in content))
def test_a_line_reads_back_as_it_was_written(content: dict[str, object]) -> None:
    line = write_line(content)
    assert "\n" not in line
    assert read_line(line) == content


@given(st.integers(0, 200), st.characters(min_codepoint=32, max_codepoint=126))
def test_any_changed_character_is_noticed(position: int, other: str) -> None:
    line = write_line({"type": "turn", "turn": 3, "orders": {"arden": [{"kind": "set_posture", "posture": "engage"}]}})
    position %= len(line)
    changed = line[:position] + other + line[position + 1 :]
    if changed == line:
        assert read_line(changed)["turn"] == 3
    else:
        with pytest.raises(LineError):
            read_line(changed)


def _write(path: Path, *contents: dict[str, object], end: str = "\n") -> Path:
    path.write_text("\n".join(write_line(content) for content in contents) + end)
    return path


HEADER: dict[str, object] = {"type": "header", "format": FORMAT, "program": "0.1"}
CONTENT: dict[str, object] = {"type": "content", "files": ""}


def _turn(number: int) -> dict[str, object]:
    return {"type": "turn", "turn": number}


def test_turns_come_in_order(tmp_path: Path) -> None:
    log = read(_write(tmp_path / "a", HEADER, CONTENT, _turn(0), _turn(1), {"type": "end", "turn": 2}))
    assert [turn["turn"] for turn in log.turns] == [0, 1]
    assert log.end is not None
    assert not log.torn


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_torn_last_line_is_left_out(tmp_path: Path, cut: int) -> None:
    path = _write(tmp_path / "a", HEADER, CONTENT, _turn(0), _turn(1))
    whole = path.read_text()
    path.write_text(whole[: -1 - cut])
    log = read(path)
    assert len(log.turns) == 1
    assert log.torn


def test_a_missing_line_end_alone_is_no_damage(tmp_path: Path) -> None:
    log = read(_write(tmp_path / "a", HEADER, CONTENT, _turn(0), end=""))
    assert len(log.turns) == 1
    assert not log.torn


def test_an_edited_line_is_named_with_the_last_good_turn(tmp_path: Path) -> None:
    path = _write(tmp_path / "a", HEADER, CONTENT, _turn(0), {**_turn(1), "budget": 10}, _turn(2))
    path.write_text(path.read_text().replace('"budget":10', '"budget":99'))
    with pytest.raises(SaveBroken, match=r"line 4: the line was changed.*start of turn 2") as caught:
        read(path)
    assert (caught.value.line, caught.value.last_good_turn) == (4, 1)
    assert len(read(path, upto=1).turns) == 1


def test_a_missing_turn_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveBroken, match="turn 2 is missing"):
        read(_write(tmp_path / "a", HEADER, CONTENT, _turn(0), _turn(2)))


def test_lines_after_the_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveBroken, match="more after the end"):
        read(_write(tmp_path / "a", HEADER, CONTENT, {"type": "end", "turn": 0}, _turn(0)))


def test_an_unknown_kind_of_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveBroken, match="unknown kind of line: 'song'"):
        read(_write(tmp_path / "a", HEADER, CONTENT, {"type": "song", "turn": 0}))


def test_a_newer_format_is_said_to_be_newer_even_with_another_check(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(json.dumps({"type": "header", "format": FORMAT + 1, "program": "9.0", "seal": "?"}) + "\n")
    with pytest.raises(SaveNewer, match=rf"chokepoint 9\.0 in save format {FORMAT + 1}.*Install the newer version"):
        read(path)
    with pytest.raises(SaveNewer):
        read_header(path)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no complete line"),
        ("hello\n", "not a save of the game"),
        ("\x00\xff\n", "not a save of the game"),
        ('{"type":"header","format":3}\n', "no check"),
        (write_line({"type": "turn", "turn": 0}) + "\n", "the header is missing"),
        (write_line({"type": "header", "format": 3})[:-9], "no complete line"),
    ],
)
def test_a_file_without_a_header_cannot_be_recovered(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "a"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(SaveBroken, match=what) as caught:
        read(path)
    assert caught.value.last_good_turn is None
    assert "Nothing in it can be recovered" in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot be read"):
        read(tmp_path / "nothing")
    with pytest.raises(SaveError, match="cannot be read"):
        read_header(tmp_path / "nothing")
