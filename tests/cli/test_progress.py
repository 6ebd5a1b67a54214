"""The bar on stderr: a title is text, whatever signs it has."""

from __future__ import annotations

import io
import sys

import pytest

from game.cli.progress import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("title", ["A [/red] crisis", "[bold]", "100 [%] of it", "[link=x]", "{task.total}"])
def test_a_title_with_brackets_is_shown_as_it_is(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")
    with progress(title, "[turns]") as advance:
        advance(1, 2)

    assert title in screen.getvalue()
    assert "[turns]" in screen.getvalue()
