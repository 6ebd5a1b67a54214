"""The page of a back-test: the table that the screen prints, and the curves behind it. It needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game import __version__
from game.content.record import Curve
from game.lab.ablation.run import Ablated
from game.lab.ablation.table import grid
from game.lab.backtest.curves import draw
from game.lab.backtest.run import Backtest
from game.lab.backtest.table import bands, rows, summary
from game.lab.backtest.trust import trust
from game.reports.pages import environment
from game.telling import citations


def write(test: Backtest, curves: Iterable[Curve], folder: Path, levers: Ablated | None = None) -> Path:
    """Write ``index.html`` into `folder`, which is made where it is not there; returns the file.

    With `levers` it also shows them side by side, and the claims about them.

    Raises:
        OSError: when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "index.html"
    page.write_text(render(test, curves, levers), encoding="utf-8")
    return page


def render(test: Backtest, curves: Iterable[Curve], levers: Ablated | None = None) -> str:
    """The page as HTML text."""
    return (
        environment("game.lab.backtest")
        .get_template("page.html.j2")
        .render(
            test=test,
            facts=list(zip(rows(test), test.results, strict=True)),
            summary=list(summary(test)),
            bands=bands(test),
            trust=trust(test),
            curves=list(draw(curves, test.runs, None if test.band is None else test.band.runs)),
            levers=None if levers is None else grid(levers),
            version=__version__,
            confidence=citations.confidence,
            sources=citations.sources,
            statements=citations.statements,
        )
    )
