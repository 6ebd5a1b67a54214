"""Chance as a hash of seed, stream, month and place: the same alone, in any batch, on any machine.

What one stream draws never moves another, so that one changed decision changes its own consequences only.
"""

from __future__ import annotations

from math import sqrt

from game.economy.compiled import compiled

DEMAND, INCIDENT = 0, 1
"""Streams."""

MASK = 0xFFFFFFFF
"""32 bits: wider products overflow in machine code and not in Python."""


@compiled
def draw(seed: int, stream: int, month: int, place: int) -> float:
    """A number in [0, 1), evenly spread (mixer: lowbias32, C. Wellons 2018)."""
    x = ((seed & MASK) * 0x9E3779B1 + stream * 0x85EBCA6B + month * 0xC2B2AE35 + place * 0x27D4EB2F) & MASK
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & MASK
    x = ((x ^ (x >> 15)) * 0x846CA68B) & MASK
    return (x ^ (x >> 16)) / 4294967296.0


@compiled
def normal(seed: int, stream: int, month: int, place: int) -> float:
    """A nearly standard normal number: four draws, centred and stretched (Irwin and Hall, 1927)."""
    drawn = 0.0
    for k in range(4):
        drawn += draw(seed, stream, month, 4 * place + k)
    return (drawn - 2.0) * sqrt(3.0)
