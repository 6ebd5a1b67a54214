"""Where rule sets, scenarios and assets lie, in a wheel or in a checkout, and where the user's own files lie."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
_PACKED = _PACKAGE / "data"


def data(name: str) -> Path:
    """The folder ``rules``, ``scenarios`` or ``assets``."""
    packed = _PACKED / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def user() -> Path:
    """The user's own folder for saves, settings and crash reports; it need not exist yet.

    The environment variable ``CHOKEPOINT_HOME`` moves it: for a class on one machine, a stick, or a test.
    """
    chosen = os.environ.get("CHOKEPOINT_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("chokepoint", appauthor=False))
