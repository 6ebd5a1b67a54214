"""Lines of a log: JSON objects, each sealed by a check at its end so that a change by hand or a failing disk shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from game.marks import N_, Said

_CHECK = ',"check":"'


class LineError(ValueError):
    """A line of a log that does not hold together; ``str()`` says how."""


def write_line(content: Mapping[str, Any]) -> str:
    """`content` as one line, sealed by its check; without the line end."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f'{body[:-1]}{_CHECK}{_sum(body)}"}}'


def read_line(line: str, *, quick: bool = False) -> dict[str, Any]:
    """The content of a sealed line; `quick` where many are read, and its import is worth it.

    Raises:
        LineError: when it is not JSON, or its check does not fit.
    """
    body, found, seal = line.rpartition(_CHECK)
    if not found or not seal.endswith('"}'):
        raise LineError(Said(N_("the line has no check at its end")))
    body += "}"
    if _sum(body) != seal[:-2]:
        raise LineError(Said(N_("the line was changed after it was written")))
    content = _quickly(body) if quick else loose(body)
    if content is None:
        raise LineError(Said(N_("the line is not a JSON object")))
    return content


def _quickly(text: str) -> dict[str, Any] | None:
    """As `loose`, in half the time; what the quick reader does not take is left to `loose`."""
    from pydantic_core import from_json

    try:
        content = from_json(text)
    except (ValueError, TypeError):
        return loose(text)
    return content if isinstance(content, dict) else None


def loose(text: str) -> dict[str, Any] | None:
    """The JSON object that `text` is, sealed or not; None where it is none."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def sound(line: str) -> bool:
    """Whether a line is whole."""
    try:
        read_line(line)
    except LineError:
        return False
    return True


def _sum(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
