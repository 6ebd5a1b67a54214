"""Records: each field declared once, with unit and meaning; the order of the month held against what phases declare."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import pytest

from game.economy import step as month_of
from game.economy.axes import SIZES, Good, Zone
from game.economy.fields import Grid, fields, layout, views
from game.economy.month import Handed
from game.economy.phase import RECORDS, Declared, in_order, phase
from game.economy.state import State
from game.economy.step import ORDER
from game.economy.world import World
from tests.economy import page
from tests.economy.example import EXAMPLE
from tests.economy.reads import reads_and_writes

ROOT = Path(__file__).parents[2]
COUNTS = {"nations", "goods", "sites", "zones", "origins", "sectors", "contracts", "quotas", "months"}
"""Fields of a world that say how many there are."""


@pytest.mark.parametrize("record", [World, State, Handed])
def test_a_field_has_a_unit_a_meaning_and_room(record: type) -> None:
    for field in fields(record).values():
        assert field.meaning, field.name
        assert layout(record)[field.name].shape == tuple(SIZES[axis] for axis in field.axes)


def test_a_view_shares_the_memory_of_its_record() -> None:
    row = np.zeros(1, layout(State))[0]
    views(State, row).price[1, 2] = 7.0
    assert row["price"][1, 2] == 7.0


def test_a_field_without_a_meaning_is_refused() -> None:
    class Bare:
        price: Annotated[Grid[Zone, Good], "US$/kg"]

    with pytest.raises(TypeError, match="price"):
        fields(Bare)


@pytest.mark.parametrize("declared", ORDER, ids=lambda each: each.name)
def test_a_phase_declares_what_its_text_takes_and_gives(declared: Declared) -> None:
    reads, writes = reads_and_writes(getattr(month_of, declared.name))
    earlier = {name for each in ORDER[: ORDER.index(declared)] for name in each.gives}
    own = {name for name in reads & writes if name.startswith("month.") and name not in earlier}
    assert set(declared.takes) == reads - own
    assert set(declared.gives) == writes
    assert declared.text.startswith(f"({ORDER.index(declared) + 1}) "), "its equation is numbered, as the month goes"


def test_the_month_is_played_in_the_order_that_is_checked() -> None:
    called = [name for name in month_of.step.__code__.co_names if name in {each.name for each in ORDER}]
    assert called == [each.name for each in ORDER]


def test_every_field_is_used() -> None:
    named = {name for each in ORDER for name in (*each.takes, *each.gives)} | {"state.seed", "state.month"}
    counts = {f"world.{name}" for name in COUNTS}
    declared = {f"{record}.{name}" for record, kind in RECORDS.items() for name in fields(kind)}
    assert declared - named - counts == set()


def _phase(takes: str, gives: str) -> Callable[[World, State, Handed], None]:
    @phase(takes=takes, gives=gives)
    def idle(w: World, s: State, m: Handed) -> None:
        """(0) Does nothing."""

    return idle


def test_a_phase_that_takes_what_none_before_it_gives_is_refused() -> None:
    with pytest.raises(TypeError, match=r"idle takes month\.want"):
        in_order([_phase("month.want", "month.need")])


def test_a_field_of_the_month_that_none_gives_is_refused() -> None:
    with pytest.raises(TypeError, match="is given by no phase"):
        in_order([_phase("", "month.want")])


def test_a_field_that_is_not_declared_is_refused() -> None:
    with pytest.raises(TypeError, match=r"state\.prise"):
        _phase("state.prise", "")


WRONG = {
    "s.prise[z, g]": "has no attribute",
    "s.price[g, z]": "Invalid index type",
    "s.price[z]": "Invalid index type",
    "s.price[z, 0]": "Invalid index type",
    "s.price[w.zone[g], g]": "Invalid index type",
}
"""What a type checker must find, and in which words."""


@pytest.mark.slow
def test_a_wrong_name_or_axis_is_found_by_the_type_checker(tmp_path: Path) -> None:
    text = "from game.economy.axes import Good, Zone\nfrom game.economy.state import State\n"
    text += "from game.economy.world import World\n\n\ndef read(w: World, s: State, z: Zone, g: Good) -> None:\n"
    first = text.count("\n") + 1
    (tmp_path / "written.py").write_text(text + "".join(f"    {line}\n" for line in WRONG), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "written.py"]
    said = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "MYPYPATH": str(ROOT)}
    )
    for place, (line, fault) in enumerate(WRONG.items()):
        found = [each for each in said.stdout.splitlines() if each.startswith(f"written.py:{first + place}:")]
        assert any(fault in each for each in found), (line, said.stdout)


def test_the_page_says_what_is_declared() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run python -m tests.regenerate"


def test_lists_name_what_recipes_name() -> None:
    w = EXAMPLE.world()
    for i in range(w["sites"]):
        for count, listed, side in (("feeds", "feed_good", "takes"), ("products", "product", "makes")):
            assert set(w[listed][i, : w[count][i]]) == set(np.flatnonzero(w[side][i])), EXAMPLE.sites[i]
    for g, name in enumerate(EXAMPLE.goods):
        makers = {w["origin"][w["host"][i]] for i in range(w["sites"]) if w["makes"][i, g] > 0.0}
        assert set(w["seller"][g, : w["sellers"][g]]) == makers, name


def test_a_rule_set_fits_into_the_records() -> None:
    w = EXAMPLE.world()
    assert w["goods"] == len(EXAMPLE.goods)
    made = [g for g in range(w["goods"]) if w["makes"][:, g].any()]
    np.testing.assert_allclose(w["habit"][made][:, :, : w["nations"]].sum(1), 1.0, rtol=1e-12)
