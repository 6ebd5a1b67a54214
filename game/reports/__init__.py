"""Facts from a log: tables, charts, the debrief and exports."""

from game.reports.debrief import debrief

__all__ = ["debrief"]
