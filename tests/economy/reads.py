"""What a phase really reads and writes, found in its text and in that of all that it calls."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from types import FunctionType
from typing import Any

from game.economy.counts import Counts

RECORDS = {"w": "world", "s": "state", "m": "month"}
COUNTS = {f"world.{name}" for name in vars(Counts) if not name.startswith("_")}


def reads_and_writes(function: Callable[..., Any], seen: set[object] | None = None) -> tuple[set[str], set[str]]:
    """Fields that a function reads and writes, as ``record.field``; how many there are of an axis is left out."""
    seen = set() if seen is None else seen
    seen.add(function)
    found = _Finder()
    found.visit(ast.parse(textwrap.dedent(inspect.getsource(function))))
    reads, writes = found.reads - COUNTS, found.writes
    for name in found.calls:
        called = function.__globals__.get(name)
        if isinstance(called, FunctionType) and called.__module__.startswith("game.economy") and called not in seen:
            more = reads_and_writes(called, seen)
            reads, writes = reads | more[0], writes | more[1]
    return reads, writes


class _Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self.reads: set[str] = set()
        self.writes: set[str] = set()
        self.calls: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Attribute):
            self.writes.add(_field(node.value) or "")
            self.visit(node.slice)
        else:
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Subscript) and isinstance(node.target.value, ast.Attribute):
            self.reads.add(_field(node.target.value) or "")
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        field = _field(node)
        if field:
            self.reads.add(field)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            self.calls.add(node.func.id)
        self.generic_visit(node)


def _field(node: ast.Attribute) -> str:
    return (
        f"{RECORDS[node.value.id]}.{node.attr}" if isinstance(node.value, ast.Name) and node.value.id in RECORDS else ""
    )
