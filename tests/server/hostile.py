"""What a hostile client may say, from the registries: every act and question, with every field of any of them wrong."""

from __future__ import annotations

import inspect
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.server import acts
from game.server.acts.registry import DEEDS, may
from game.server.asking import QUESTIONS

ROOM = Path(acts.__file__).parent
FIELDS = sorted(
    {
        name
        for path in (*ROOM.glob("*.py"), ROOM.parent / "asking.py", ROOM.parent / "hall.py")
        for name in re.findall(r"(?:body|message)(?:\.get\(|\[)\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    - {"id", "type", "turn"}
)
WRONG: tuple[Any, ...] = (
    None, True, -1, 0, 5, 1e308, -0.0, 10**300, [], {}, [[]], {"a": {"b": []}}, [None] * 50, {"kind": 3}, {"kind": []},
    {"kind": "add"}, {"kind": "fund_research", "line": {}, "rate": "x"},
    {"kind": "fund_research", "rate": float("inf")},
)  # fmt: skip
RAW = (
    "", "x", "null", "[]", "{}", "[" * 8000, '{"a":' * 2000, '{"type":3}', '{"type":"add","turn":NaN}',
    '{"type":"add","id":[]}', '{"type":"add","id":"\\ud800"}', '{"type":"seal","id":"1","turn":1e3}',
    '{"type":"seal","id":"1","turn":' + "9" * 400 + "}", '{"type":"hello","token":"0"}',
)  # fmt: skip


def rubbish(role: str, seed: str) -> Iterator[str]:
    """Messages without end that a link of `role` may send and none of which may change anything."""
    chance = random.Random(seed)  # noqa: S311 - to be found again
    number = 0
    while True:
        number += 1
        kind = chance.choice([*DEEDS, *QUESTIONS, "__init__", "hello", "turn"])
        if number % 8 == 0:
            yield chance.choice(RAW)
            continue
        body = {name: chance.choice(WRONG) for name in chance.sample(FIELDS, chance.randint(0, 4))}
        # What could be right without any field is said of another turn.
        late = may(role, kind) and DEEDS[kind].in_turn and 'body.get("' not in inspect.getsource(DEEDS[kind].do)
        turn = chance.choice([-1, 3, 500, 10**6]) if late or number % 2 else 0
        told = {"type": kind, "id": f"{seed} {number}"[:64], "turn": turn, **body}
        yield json.dumps(told) if "Infinity" not in json.dumps(told) else "{"
