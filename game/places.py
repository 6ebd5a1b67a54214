"""Where rule sets, scenarios and assets lie: in a wheel beside the code, in a checkout at the top."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_PACKED = _PACKAGE / "data"


def data(name: str) -> Path:
    """The folder ``rules``, ``scenarios`` or ``assets``."""
    packed = _PACKED / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
