"""What is kept of letters and marks in one size, forgotten when the window's size or the text scale changes."""

from __future__ import annotations

from game.desktop.kit import assets, badges, canvas, face, plates, text

_KEPT = (
    assets.icon,
    assets.flag,
    face.face,
    *badges.CACHES,
    *canvas.CACHES,
    *plates.CACHES,
    *text.CACHES,
)


def forget_sizes() -> None:
    """Give back the memory of everything that was drawn for another size."""
    for kept in _KEPT:
        kept.cache_clear()
