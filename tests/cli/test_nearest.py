"""Did you mean."""

from __future__ import annotations

import pytest

from game.cli.nearest import closest, suggestion

_KNOWN = ("mt_weld_phase_1", "mountain_pass_restart", "kuantan_plant")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mt_weld_phase_1", "mt_weld_phase_1"),
        ("Mt Weld Phase-1", "mt_weld_phase_1"),
        ("kuantan", "kuantan_plant"),
        ("mountian_pass", "mountain_pass_restart"),
        ("m", None),
        ("", None),
        ("zzzz", None),
    ],
)
def test_the_closest_name(typed: str, meant: str | None) -> None:
    assert closest(typed, _KNOWN) == meant


def test_where_nothing_is_close_all_are_listed() -> None:
    assert suggestion("zzzz", _KNOWN) == "there is mt_weld_phase_1, mountain_pass_restart, kuantan_plant"
    assert suggestion("zzzz", ()) == "there is none"


def test_long_lists_are_cut() -> None:
    assert suggestion("zzzz", [f"name_{i}" for i in range(30)]).endswith("name_11, ...")
