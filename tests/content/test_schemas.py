"""The JSON Schemas in `rules/schemas`: current, and true of the shipped files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game import places
from game.content import schemas
from game.content.reader import read
from game.orders import KINDS
from tests.content.broken import SALT

FILES = sorted(path for folder in ("rules", "scenarios") for path in places.data(folder).glob("*/*.yaml"))
ECONOMY = Path(__file__).parents[1] / "economy" / "rules"
GOODS = sorted([*SALT.glob("*.yaml"), *ECONOMY.glob("*/*.yaml")])
"""Files of rule sets of goods and processes."""


def test_the_schemas_are_current() -> None:
    current = {f"{kind}.schema.json": schemas.text(schema) for kind, schema in schemas.schemas().items()}
    stored = {path.name: path.read_text(encoding="utf-8") for path in schemas.folder().glob("*.json")}
    assert stored == current, "run: python -m game.content.schemas"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_fits_its_schema(path: Path) -> None:
    schema = json.loads((schemas.folder() / f"{path.stem}.schema.json").read_text(encoding="utf-8"))
    assert list(faults(read(path).data, schema, schema, "")) == []


@pytest.mark.parametrize("path", GOODS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_of_goods_and_processes_fits_the_schema_that_it_names(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=\S*/schemas/(\S+)\n", text)
    assert named is not None
    schema = json.loads((schemas.folder() / named[1]).read_text(encoding="utf-8"))
    assert schema["title"] == path.name
    assert list(faults(read(path).data, schema, schema, "")) == []


def _led_by(order: dict[str, Any]) -> dict[str, Any]:
    rule = {"id": "one", "when": "true", "order": order, "reason": "To have one."}
    return {"doctrines": {"odd": {"name": "Odd", "text": "Odd.", "rules": [rule]}}}


def test_a_schema_knows_every_kind_of_order() -> None:
    mapping = schemas.schemas()["doctrines"]["$defs"]["Rule"]["properties"]["order"]["discriminator"]["mapping"]
    assert {*mapping} == {*KINDS}


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("sites", {"sites": {"pit": {"name": "Pit"}}}),
        ("trade", {"collected": {"value": "long"}}),
        ("trade", {"collected": {"values": {"island": 1}, "source": "x", "colour": "red"}}),
        ("ruleset", {"edition": 1}),
        ("scenario", {"turn_months": 5}),
        ("scenario", {"activity": {"all": {"all": "much"}}}),
        ("finance", {"extra": 1}),
        ("doctrines", _led_by({"posture": "protest"})),
        ("doctrines", _led_by({"kind": "make_tea"})),
        ("doctrines", _led_by({"kind": "set_posture", "posture": "angry"})),
        ("doctrines", _led_by({"kind": "fund_research", "line": "recycling", "rate": 1, "site": "nowhere"})),
    ],
)
def test_a_schema_refuses_what_does_not_fit(file: str, change: dict[str, Any]) -> None:
    path = next(path for path in FILES if path.stem == file)
    schema = schemas.schemas()[file]
    assert list(faults({**read(path).data, **change}, schema, schema, ""))


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def faults(value: Any, schema: Any, whole: Any, path: str) -> list[str]:
    """What keeps `value` from fitting `schema`: the part of JSON Schema that the exported ones use."""
    if "$ref" in schema:
        schema = {
            **whole["$defs"][schema["$ref"].rsplit("/", 1)[1]],
            **{k: v for k, v in schema.items() if k != "$ref"},
        }
    found = [*_simple(value, schema, path), *_combined(value, schema, whole, path)]
    if isinstance(value, dict):
        found += _object(value, schema, whole, path)
    if isinstance(value, list):
        for position, item in enumerate(value):
            found += faults(item, schema.get("items", {}), whole, f"{path}/{position}")
    return found


def _simple(value: Any, schema: Any, path: str) -> list[str]:
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return [f"{path}: not {kind}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: not in {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{path}: not {schema['const']}")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{path}: not like {schema['pattern']}")
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{path}: out of range")
    return found


def _combined(value: Any, schema: Any, whole: Any, path: str) -> list[str]:
    found = []
    fitting = [option for option in schema.get("oneOf", ()) if not faults(value, option, whole, path)]
    if "oneOf" in schema and len(fitting) != 1:
        found.append(f"{path}: {len(fitting)} of the kinds")
    if "anyOf" in schema and all(faults(value, option, whole, path) for option in schema["anyOf"]):
        found.append(f"{path}: none of the alternatives")
    if "not" in schema and not faults(value, schema["not"], whole, path):
        found.append(f"{path}: what is excluded")
    return found


def _object(value: dict[Any, Any], schema: Any, whole: Any, path: str) -> list[str]:
    found = [f"{path}: no {name}" for name in schema.get("required", ()) if name not in value]
    for key, item in value.items():
        rule = _rule(str(key), schema)
        if rule is False:
            found.append(f"{path}: unknown {key}")
        elif isinstance(rule, dict):
            found += faults(item, rule, whole, f"{path}/{key}")
    return found


def _rule(key: str, schema: Any) -> Any:
    """What a schema says of the value at `key`: a schema, or whether anything may stand there."""
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    for pattern, rule in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            return rule
    return schema.get("additionalProperties", True)
