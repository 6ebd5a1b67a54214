"""The page of a rehearsal: the tables of the screen, and the arc as curves. It needs nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game import __version__
from game.lab.rehearsal.curves import draw
from game.lab.rehearsal.run import Rehearsal
from game.lab.rehearsal.table import about, sheets
from game.reports.curves import Chart
from game.reports.pages import environment
from game.telling import _
from game.telling.sheet import Sheet


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    title: str
    about: str
    risks: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    charts: tuple[Chart, ...]
    program: str


def write(rehearsal: Rehearsal, risks: tuple[str, ...], folder: Path) -> Path:
    """Write ``index.html`` into `folder`, which is made where it is not there; returns the file.

    Raises:
        OSError: when it cannot be written.
    """
    facts = Facts(
        title=_(rehearsal.package.title),
        about=about(rehearsal),
        risks=risks,
        sheets=tuple(sheets(rehearsal)),
        charts=tuple(draw(rehearsal)),
        program=__version__,
    )
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "index.html"
    template = environment("game.lab.rehearsal").get_template("rehearsal.html.j2")
    page.write_text(template.render(facts=facts), encoding="utf-8")
    return page
