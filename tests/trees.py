"""The program's own source as syntax trees, parsed once for all tests that read it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    """Every call in a module; nobody may change one."""
    return tuple(node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module; nobody may change it."""
    return ast.parse(path.read_text(encoding="utf-8"))
