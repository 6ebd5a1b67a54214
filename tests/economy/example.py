"""The example of ``rules/example`` at its rest point."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.economy.rest import rest
from tests.economy.ruleset import Rules

EXAMPLE = Rules("example")


@cache
def rested(*, fast: bool) -> tuple[Any, Any]:
    """The example and its rest point."""
    w = EXAMPLE.world()
    return w, rest(w, EXAMPLE.guess(w), fast=fast)
