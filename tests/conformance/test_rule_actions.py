"""Every action of a rule: an example that works, its words, its tables, and wrong names refused where they stand."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from game.content import load, schemas
from game.engine.messages import Amount
from game.engine.phases.actions.registry import ACTIONS, EVERYTHING, texts
from game.engine.phases.rival import _does
from game.engine.world import Names
from tests.content.broken import copy_of_good, found, patch

TEXTS = dict(texts())
CHOSEN = [(name, one.field) for name, action in ACTIONS.items() for one in action.chosen]
SIZES = [(name, size.field) for name, action in ACTIONS.items() for size in action.sizes]
OURS = (("all_salts", "oxides"), ("salts", "oxides"), ("salt", "light_oxide"), ("plant", "separation"))
"""What examples name, and what stands for it in the small rule set."""
RULE = """\
  only:
    name: Only
    when: "true"
    do:
      {do}
    for_months: 2
    reason: Because.
    assumed: true
    why: To have one.
"""


def written(folder: Path, action: str, change: dict[str, Any] | None = None) -> Path:
    """The good scenario with a rule more that does what the example of `action` says, `change` put in."""
    scenario = copy_of_good(folder)
    example = ACTIONS[action].example
    for salt, ours in OURS:
        example = re.sub(rf"\b{salt}\b", ours, example)
    block = yaml.safe_load(example)
    block[action] |= change or {}
    do = yaml.safe_dump(block, default_flow_style=True, width=1000).strip().removeprefix("{").removesuffix("}")
    patch(folder, "crisis/rival.yaml", "rules:\n", "rules:\n" + RULE.format(do=do))
    return scenario


def test_what_bounds_nothing_any_more_is_said_in_words(tmp_path: Path) -> None:
    scenario = written(tmp_path, "quota", {"multiple": 1000})
    message = load(scenario).rules["only"].does[0]
    assert message.code == "action.quota.boundless"
    assert TEXTS[message.code].startswith("no export quota that binds")


def errors(folder: Path, scenario: Path) -> list[str]:
    return [line for line in found(folder, scenario) if "slows no project" not in line]


@pytest.mark.parametrize("name", ACTIONS)
def test_an_entry_says_all(name: str) -> None:
    action = ACTIONS[name]
    assert action.name == name
    assert action.meaning.endswith(".")
    assert {one.axis for one in action.chosen} <= {*Names.__annotations__}
    fields = [one.field for one in action.chosen] + [size.field for size in action.sizes]
    assert len({*fields}) == len(fields)
    places = {place for _, place, _, _ in string.Formatter().parse(action.text) if place} - {"rival"}
    assert places == {*fields}
    for size in action.sizes:
        assert size.unit
        assert size.meaning
    assert all(one.axis in EVERYTHING for one in action.chosen if one.all and not one.one)
    assert TEXTS[f"action.{name}"] == action.text


@pytest.mark.parametrize("name", ACTIONS)
def test_the_example_works(name: str, tmp_path: Path) -> None:
    scenario = written(tmp_path, name)
    assert errors(tmp_path, scenario) == []
    package = load(scenario)
    rule = package.world.names.index("rules", "only")
    assert _does(package.world)[rule] == {name}
    for table in ACTIONS[name].tables:
        shape = tuple(len(getattr(package.world.names, one.axis)) for one in ACTIONS[name].chosen)
        assert package.world.rival_rules.does[table].shape == (len(package.world.names.rules), *shape)
    (message,) = package.rules["only"].does
    assert message.code == f"action.{name}"
    amounts = {field: part for field, part in message.parts.items() if isinstance(part, Amount)}
    assert {field: part.unit for field, part in amounts.items()} == {
        size.field: size.unit for size in ACTIONS[name].sizes
    }


@pytest.mark.parametrize(("name", "field"), CHOSEN)
def test_a_wrong_name_is_refused_where_it_stands(name: str, field: str, tmp_path: Path) -> None:
    one = next(one for one in ACTIONS[name].chosen if one.field == field)
    scenario = written(tmp_path, name, {field: "nowhere" if one.one else ["nowhere"]})
    (line,) = errors(tmp_path, scenario)
    place, _, what = line.partition(": ")
    assert what.startswith(f"unknown {one.axis.removesuffix('s')} 'nowhere'")
    _, row, column = place.split(":")
    text = (tmp_path / "crisis/rival.yaml").read_text(encoding="utf-8").splitlines()[int(row) - 1]
    assert text[int(column) - 1 :].startswith("nowhere")


@pytest.mark.parametrize(("name", "field"), SIZES)
def test_a_figure_out_of_bounds_is_refused(name: str, field: str, tmp_path: Path) -> None:
    size = next(size for size in ACTIONS[name].sizes if size.field == field)
    assert np.isfinite(size.low)
    scenario = written(tmp_path, name, {field: size.low - 1.0})
    assert any("rival.yaml" in line for line in errors(tmp_path, scenario))


def test_the_schema_knows_every_action() -> None:
    assert {*schemas.schemas()["rival"]["$defs"]["Action"]["properties"]} == {*ACTIONS}
