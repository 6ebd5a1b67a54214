from __future__ import annotations

from pathlib import Path

import pytest

from game.lab import causality


def test_every_arrow_is_carried_by_phases_that_declare_it() -> None:
    assert causality.unbacked() == []


def test_the_tables_of_the_page_are_current() -> None:
    page = causality.PAGE.read_text(encoding="utf-8")
    assert causality.filled(page) == page, "run: python -m game.lab.causality"
    assert all(mark in page for mark in ("made: loops", "made: links"))


@pytest.mark.slow
def test_the_picture_shows_every_quantity(tmp_path: Path) -> None:
    causality.draw(tmp_path / "loop.svg")
    assert (tmp_path / "loop.svg").stat().st_size > 10_000
    assert causality.PICTURE.exists()


def test_loops_and_links_speak_of_quantities_that_there_are() -> None:
    for link in causality.LINKS:
        assert {link.cause, link.effect} <= set(causality.NODES)
        assert link.sign in "+-"


PATHS = {
    "R1": ("price", "fear", "cover"),
    "B1": ("price", "kept", "cover"),
    "B2": ("price", "projects", "capacity", "sites", "cover"),
    "R2": ("cash", "sites"),
    "B3": ("controls", "share"),
    "B4": ("price", "reserve", "cover"),
    "R3": ("tension", "controls"),
}


def test_every_loop_closes_with_the_polarity_of_its_name() -> None:
    signs = {(link.cause, link.effect): link.sign for link in causality.LINKS}
    assert set(PATHS) == {loop[0] for loop in causality.LOOPS}
    for name, path in PATHS.items():
        turned = sum(signs[step] == "-" for step in zip(path, path[1:] + path[:1], strict=True))
        assert name[0] == ("B" if turned % 2 else "R"), name
