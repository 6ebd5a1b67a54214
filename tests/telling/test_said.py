"""What the lower rooms say of files: English as it is, and told otherwise where another language is spoken."""

from __future__ import annotations

import copy
import errno
import pickle
from pathlib import Path

import pytest

from game.marks import N_, Said
from game.session.faults import SaveBroken
from game.session.saves.log import read
from game.session.saves.writer import fault
from game.telling import speaking, told
from game.telling.pseudo import CLOSE, OPEN
from tests.telling.marked import escaped

LOST = Said(N_("{file} could not be written: {problem}."), file="a {b}.txt", problem=Said(N_("the disk is full")))


def test_it_is_its_english_text() -> None:
    assert LOST == "a {b}.txt could not be written: the disk is full."
    assert told(LOST) == LOST


def test_it_is_told_in_another_language_with_what_stands_in_it() -> None:
    with speaking("pseudo"):
        text = told(LOST)

    assert text.count(OPEN) == text.count(CLOSE) == 2
    assert "a {b}.txt" in text


def test_what_was_not_said_stays_as_it_is() -> None:
    with speaking("pseudo"):
        assert (told("Permission denied"), told(""), told(ValueError())) == ("Permission denied", "", "")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda said: pickle.loads(pickle.dumps(said))])  # noqa: S301
def test_a_copy_can_be_told_too(again: type[Said]) -> None:
    assert again(LOST) == LOST
    assert again(LOST).parts == LOST.parts


def test_a_place_that_nothing_fills_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Said("{file}")


def _faults(folder: Path) -> list[Exception]:
    found: list[Exception] = [fault(folder, OSError(errno.ENOSPC, "no space left"))]
    for content in (b"", b"a line\n", b"{}\n", b'{"format": 9999}\n'):
        path = folder / "match.chokepoint"
        path.write_bytes(content)
        with pytest.raises(Exception, match=path.name) as raised:
            read(path)
        found.append(raised.value)
    return [*found, SaveBroken(folder, 3, Said("the header is missing"), 2)]


def test_what_is_wrong_with_a_save_comes_from_the_catalogue(tmp_path: Path) -> None:
    names = {
        part for word in (*tmp_path.parts, "match.chokepoint") for part in (word, *word.replace("-", ".").split("."))
    }
    faults = _faults(tmp_path)
    with speaking("pseudo"):
        texts = [told(fault) for fault in faults]

    assert [list(escaped(text, names)) for text in texts] == [[]] * len(faults)
    assert all(OPEN in text for text in texts)
