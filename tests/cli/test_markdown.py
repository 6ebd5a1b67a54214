"""Markdown as a screen reader hears it."""

from __future__ import annotations

from game.cli.text.markdown import spoken
from game.content.package import Package


def test_marks_are_not_spelt_out() -> None:
    text = "# The *embargo*\n\nYou buy `oxide` from **one**\nseller, 2 * 3 times.\n\n1. Look.\n2. Act.\n\n- Wait.\n"
    assert spoken(text).split("\n\n") == [
        "The embargo",
        "You buy oxide from one seller, 2 * 3 times.",
        "1. Look.",
        "2. Act.",
        "Wait.",
    ]


def test_a_block_of_code_keeps_its_lines() -> None:
    assert spoken("Type:\n\n```\nchain\nend\n```\n") == "Type:\n\nchain\nend"


def test_the_briefing_keeps_every_word(package: Package) -> None:
    told = spoken(package.briefing)
    assert "**" not in told
    assert not any(line.startswith("#") for line in told.splitlines())
    assert {*package.briefing.replace("*", "").replace("#", "").replace("`", "").split()} - {*told.split()} <= {"-"}
