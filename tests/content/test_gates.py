"""What scenarios are asked for: the file that comes along, and what is wrong with another."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import places
from game.content import ContentError
from game.content.gates import load_gates


def test_every_gate_has_a_bound_and_says_it_or_why_it_is_open() -> None:
    for gate in load_gates().values():
        bounded = gate.at_least > -float("inf") or gate.at_most < float("inf")
        assert bounded is not bool(gate.open), gate.key
        told = gate.asks.format(at_least=gate.at_least, at_most=gate.at_most)
        assert "{" not in told


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "format: 1\nkind: gates\ngates:\n  idle:\n    asks: Nothing\n    at_most: many\n"
    (tmp_path / "gates.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(places, "data", lambda name: tmp_path)

    with pytest.raises(ContentError, match=r"gates\.yaml:6:14: "):
        load_gates()
