"""Fields of models that many kinds of file have."""

from __future__ import annotations

from game.content.figures import NumberField

ONE = NumberField("factor", low=0, high=1, fallback=1.0)
ZERO = NumberField("factor", low=0, fallback=0.0)
