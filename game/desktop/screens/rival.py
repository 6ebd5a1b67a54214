"""How the rival thinks, chosen before the start."""

from __future__ import annotations

from collections.abc import Callable

from game.content import Package, load
from game.content.scripts import choice
from game.desktop.kit.column import Column
from game.desktop.kit.field import field
from game.desktop.kit.inputs import Option, cycle
from game.telling import _
from game.telling.script import ease


def draw(column: Column, package: Package, script: str, choose: Callable[[str], None]) -> None:
    """The script that is chosen, with arrows to the others: how it thinks, and how hard it is for each seat."""
    canvas = column.canvas
    column.heading(_("How {rival} thinks").format(rival=_name(package)))
    options = [Option(key, _(one.name), _(one.text)) for key, one in package.scripts.items()]
    half = Column(canvas, column.x, column.y, min(column.width, canvas.theme.letter(260)))
    cycle(half, "script", "", options, script, choose)
    column.y = half.y
    column.skip(6)
    column.paragraph(_(package.scripts[script].text))
    for seat, points in package.scripts[script].points_more.items():
        text = _("The program as {nation} makes {ease}.")
        told = text.format(nation=_(package.nations[seat].name), ease=ease(points))
        column.paragraph(told, "small", canvas.palette.muted)
    column.skip(10)


def person(column: Column, package: Package, name: str, change: Callable[[str], None]) -> None:
    """The name of a person who leads the rival; left empty, its script does."""
    told = _("Who leads {rival}: its script, where this is empty").format(rival=_name(package))
    width = column.canvas.theme.letter(260)
    tip = _("May be left empty")
    field(column, "red_cell", told, name, change, empty=_("Name of the player"), width=width, tip=tip)
    column.skip(10)


def tell(column: Column, package: Package, script: str) -> None:
    """The script that is chosen, below the briefing; nothing where there is but one."""
    if script:
        column.heading(
            _("How {rival} thinks: {script}").format(rival=_name(package), script=_(package.scripts[script].name))
        )
        column.paragraph(_(package.scripts[script].text))


def _name(package: Package) -> str:
    return _(package.nations[package.world.names.nations[package.world.rival]].name)


def played(package: Package, script: str) -> Package:
    """`package` with `script` playing; the same where it plays already."""
    return package if script == package.script else load(package.folder, {**package.changes, **choice(script)})
