"""The best plans as files that anyone can replay: ``plans/SEAT.yaml`` in the folder of the scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from game.content.plan import Plan

FOLDER = "plans"
_SCHEMA = "# yaml-language-server: $schema=../../../rules/schemas/plan.schema.json"


def path_of(scenario: Path, seat: str) -> Path:
    """Where the plan of a seat lies."""
    return scenario / FOLDER / f"{seat}.yaml"


def text(seat: str, plan: Plan, about: str) -> str:
    """The file of a plan; `about` says what it is."""
    return "\n".join(_lines(seat, plan, about)) + "\n"


def _lines(seat: str, plan: Plan, about: str) -> Iterator[str]:
    yield _SCHEMA
    yield "# Written by `chokepoint balance`; BALANCE.md beside this folder says what it is worth."
    yield "format: 1"
    yield "kind: plan"
    yield f"seat: {seat}"
    yield f"text: {json.dumps(about, ensure_ascii=False)}"
    yield "orders:" if plan.orders else "orders: []"
    for one in plan.orders:
        fields = ", ".join(f"{name}: {json.dumps(value)}" for name, value in one.order.model_dump(mode="json").items())
        yield f"  - turn: {one.turn + 1}"
        yield f"    order: {{{fields}}}"
