"""Amounts below which there is nothing, and the smallest lot that a market looks at."""

from __future__ import annotations

CRUMB = 1e-6
"""t, or US$/kg: less is nothing. It keeps sums from being divided by zero."""

LOT = 1.0
"""t: added to what is wanted and to what is held, so that a lack of less moves no price."""

FREE = 1e9
"""t/month: no limit."""

KILO = 1e-3
"""US$ million in a tonne at one US$/kg."""
