"""Orders as doctrines write them, with ``self`` and ``rival`` in the place of nations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def bound(template: Mapping[str, Any], stand_for: Mapping[str, str]) -> dict[str, Any]:
    """The order's parameters, with the nations that ``self`` and ``rival`` stand for put in."""
    return {
        key: stand_for.get(value, value) if isinstance(value, str) and key != "kind" else value
        for key, value in template.items()
    }
