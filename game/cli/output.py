"""Figures as JSON, to a file or to the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer


def write_json(content: dict[str, Any], target: str) -> None:
    """Write `content` to the file `target`; ``-`` is the screen.

    Raises:
        OSError: when the file cannot be written.
    """
    import json

    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    if target == "-":
        typer.echo(text)
    else:
        Path(target).write_text(text + "\n", encoding="utf-8")
