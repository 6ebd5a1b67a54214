"""How to play, and every key: one card, open from anywhere with F1."""

from __future__ import annotations

import pygame

from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.shortcuts import EVERYWHERE, PLAY, READING
from game.marks import N_
from game.telling import _

STEPS = (
    N_(
        "**Lead a nation's resource policy.** Your industry needs minerals that come, at some stage of the chain, "
        "mostly from one rival. The rival tightens and loosens its exports."
    ),
    N_(
        "**Read the situation.** Key figures stand on top, the map shows who depends on whom, headlines say what "
        "happened. Press any figure to learn what it means, what moved it and where it comes from."
    ),
    N_(
        "**Give orders in the panels on the right**: build mines and plants with public money, keep stockpiles, pay "
        "for research, sign agreements, set tariffs and your posture. Each shows its price, and why it is refused "
        "where it is."
    ),
    N_("**Orders wait in a draft** until you end the turn. Take them back one by one, or all."),
    N_("**End the turn.** All nations' orders are opened together and the months go by. Then you see what changed."),
    N_("**Mines take years.** Act before the shortage: stocks and agreements help early, plants and research late."),
)


class Help(Dialog):
    """The card."""

    name = "help"
    width = 640

    @property
    def title(self) -> str:
        return _("How to play")

    def body(self, column: Column) -> None:
        for number, step in enumerate(STEPS, 1):
            column.paragraph(f"{number}.  {_(step)}")
            column.skip(8)
        column.rule()
        column.heading(_("Keys"))
        keys = [*((entry.shown, entry.meaning) for entry in (*PLAY, *EVERYWHERE)), *READING]
        self._keys(column, [(_(shown), _(meaning)) for shown, meaning in keys])

    def _keys(self, column: Column, keys: list[tuple[str, str]]) -> None:
        canvas = column.canvas
        widest = max(canvas.width(shown, "body", "semibold") for shown, _meaning in keys) + canvas.theme.px(16)
        for shown, meaning in keys:
            height = max(canvas.line_height(), canvas.paragraph_height(column.width - widest, meaning))
            rect = column.take(height, canvas.theme.px(4))
            canvas.words(pygame.Rect(rect.x, rect.y, widest, canvas.line_height()), shown, weight="semibold")
            canvas.paragraph(rect.x + widest, rect.y, rect.width - widest, meaning, colour=canvas.palette.muted)
