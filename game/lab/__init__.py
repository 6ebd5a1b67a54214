"""Many matches at once: ensembles and what they have in common."""

from game.lab.ensemble import Ensemble, run
from game.lab.figures import FinalFigure, final_figures
from game.lab.summary import summary_lines

__all__ = ["Ensemble", "FinalFigure", "final_figures", "run", "summary_lines"]
