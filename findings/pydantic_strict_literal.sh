#!/usr/bin/env bash
# pydantic 2.12.5: a literal of a number takes truth values and floats, in strict mode too.
#
# A field `Literal[1]` of a model with strict=True takes True and 1.0, and a union `Literal[0, 1]` takes False; what comes
# out is the literal, so that nothing shows. The same model refuses True for a field `int` and 1.0 too. `format: true` in
# a file is thus read as format 1, where the model seems to say that only the number 1 will do. JSON behaves alike.
#
# Seen: "Literal[1]: True -> 1, 1.0 -> 1", "int: True refused, 1.0 refused", "JSON: true -> 1, 1.0 -> 1".
# Touches us in game/content/manuscript.py, which looks at the format itself; tests/content has a bad file for it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pydantic==2.12.5
cat > "$work/literals.py" <<'PYTHON'
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError


class Named(BaseModel):
    model_config = ConfigDict(strict=True)
    format: Literal[1]


class Number(BaseModel):
    model_config = ConfigDict(strict=True)
    format: int


def read(model, value):
    try:
        return f"-> {model.model_validate({'format': value}).format!r}"
    except ValidationError:
        return "refused"


def read_json(text):
    try:
        return f"-> {Named.model_validate_json(text).format!r}"
    except ValidationError:
        return "refused"


print(f"Literal[1]: True {read(Named, True)}, 1.0 {read(Named, 1.0)}")
print(f"int: True {read(Number, True)}, 1.0 {read(Number, 1.0)}")
one, other = read_json('{"format": true}'), read_json('{"format": 1.0}')
print(f"JSON: true {one}, 1.0 {other}")
PYTHON
said=$("$work/venv/bin/python" "$work/literals.py")
echo "$said"
[ "$said" = 'Literal[1]: True -> 1, 1.0 -> 1
int: True refused, 1.0 refused
JSON: true -> 1, 1.0 -> 1' ]
