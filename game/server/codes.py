"""Pictures of addresses, for phones."""

from __future__ import annotations

import io


def code(address: str) -> str:
    """An address as a QR, an SVG of its own."""
    import segno  # only a host needs it

    out = io.BytesIO()
    segno.make(address, micro=False).save(out, kind="svg", scale=8, border=4)
    return out.getvalue().decode()
