"""Paths as a person types them."""

from __future__ import annotations

from pathlib import Path

from game.cli.text.grammar import Unclear
from game.telling import _


def typed_path(text: str) -> Path:
    """The path that `text` stands for; ``~`` is the person's own folder.

    Raises:
        Unclear: where nobody has the name behind a ``~``.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise Unclear(_("{path}: nobody here has that folder").format(path=text)) from None


def exists(path: Path) -> bool:
    """Whether something has the name. What the disk would not take as one has not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
