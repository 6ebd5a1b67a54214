"""JSON Schemas of the rule files, for editors.

``python -m game.content.schemas`` writes one file for each kind to ``rules/schemas``. A rule file names its schema in
the first line: ``# yaml-language-server: $schema=../schemas/sites.schema.json``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game import places
from game.content.figures import SCHEMA
from game.content.fitting import FITTED
from game.content.manuscript import RULE_FILES, SCENARIO_FILES
from game.content.models.ablation import Ablation
from game.content.models.calibration import Calibration
from game.content.models.documented import Documented
from game.content.models.entry import Document
from game.content.models.facts import Facts
from game.content.models.gates import Gates
from game.content.models.plan import Plan
from game.content.models.record import RealRecord
from game.content.models.sources import Sources

_ORIGIN = {
    "source": {
        "description": "Key of sources.yaml, or several: where the number comes from.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
    },
    "confidence": {"enum": ["high", "medium", "low"]},
    "assumed": {"type": "boolean", "description": "True where nobody measured it; needs why."},
    "why": {"type": "string"},
    "note": {"type": "string"},
    "unit": {"type": "string"},
    FITTED: {
        "description": "True where it was set or moved with an outcome in sight; of a table, how many of its numbers.",
        "anyOf": [{"const": True}, {"type": "integer", "minimum": 1}],
    },
}


def _block(required: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **_ORIGIN},
        "required": list(required),
        "additionalProperties": False,
    }


_QUANTITY = _block({"value": {"type": "number"}})
_TREE = {
    "anyOf": [
        {"type": "number"},
        {"$ref": "#/$defs/Quantity"},
        {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
        {"type": "object", "not": {"anyOf": [{"required": ["value"]}, {"required": ["values"]}]},
         "additionalProperties": {"$ref": "#/$defs/Tree"}},
    ]
}  # fmt: skip
_POINTS = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Figure"}}
_BETWEEN = {"enum": ["step", "linear"]}
FIGURES: dict[str, Any] = {
    "Quantity": {"description": "A number with its origin.", **_QUANTITY},
    "Figure": {"description": "A number.", "anyOf": [{"type": "number"}, {"$ref": "#/$defs/Quantity"}]},
    "Tree": {"description": "Numbers by identifier, level by level.", **_TREE},
    "Figures": {
        "description": "A number, or numbers by identifier.",
        "anyOf": [{"$ref": "#/$defs/Tree"}, _block({"values": {"$ref": "#/$defs/Tree"}})],
    },
    "Series": {
        "description": "A number, or numbers by year or month.",
        "anyOf": [
            {"$ref": "#/$defs/Figure"},
            _block({"by_year": _POINTS, "between": _BETWEEN}),
            _block({"by_month": _POINTS, "between": _BETWEEN}),
        ],
    },
}
"""What the number fields of all files refer to."""


def schemas() -> dict[str, dict[str, Any]]:
    """Kind of file to its JSON Schema."""
    kinds: dict[str, type[Document]] = {
        **RULE_FILES,
        **SCENARIO_FILES,
        "ablation": Ablation,
        "calibration": Calibration,
        "documented": Documented,
        "facts": Facts,
        "gates": Gates,
        "plan": Plan,
        "record": RealRecord,
        "sources": Sources,
    }
    return {kind: _schema(kind, model) for kind, model in sorted(kinds.items())}


def _schema(kind: str, model: type[Document]) -> dict[str, Any]:
    schema = _referring(model.model_json_schema(by_alias=True))
    schema["$defs"] = {**schema.get("$defs", {}), **FIGURES}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": f"{kind}.yaml"}


def _referring(node: Any) -> Any:
    """`node` with the marks of number fields turned into references to `FIGURES`."""
    if isinstance(node, list):
        return [_referring(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        "$ref" if key == SCHEMA else key: f"#/$defs/{item}" if key == SCHEMA else _referring(item)
        for key, item in node.items()
    }


def text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def folder() -> Path:
    """Where the schemas lie."""
    return places.data("rules") / "schemas"


def write() -> None:
    """Write all schemas anew."""
    folder().mkdir(parents=True, exist_ok=True)
    for kind, schema in schemas().items():
        (folder() / f"{kind}.schema.json").write_text(text(schema), encoding="utf-8")


if __name__ == "__main__":
    write()
