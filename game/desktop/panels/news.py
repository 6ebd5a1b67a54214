"""Headlines, newest first, with an icon for their tone and the cause where it may be told."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import present
from game.desktop.kit.column import Column
from game.session.views import Headline
from game.telling import Teller, _, numbers


def draw_headlines(column: Column, teller: Teller, headlines: Sequence[Headline], *, sources: bool = False) -> None:
    """Headlines one under the other, acts of the script with what is behind them."""
    canvas = column.canvas
    if not headlines:
        column.paragraph(_("Nothing has happened yet. The first turn begins quietly."), colour=canvas.palette.muted)
        return
    for headline in headlines:
        _headline(column, teller, headline)
        for line in teller.behind(headline.story, sources=sources) if headline.story else ():
            _behind(column, line)
        column.skip(7)


def _headline(column: Column, teller: Teller, headline: Headline) -> None:
    canvas = column.canvas
    side = canvas.theme.letter(22)
    cause = f"  __{teller.cause(headline)}__" if headline.cause else ""
    words = f"__{numbers.month(headline.month)}__  {teller.headline(headline)}{cause}"
    height = canvas.paragraph_height(column.width - side, words)
    rect = column.take(height)
    if not canvas.seen(rect):
        return
    tone = canvas.palette.tone(present.HEADLINE_TONES.get(headline.tone, "plain"))
    first = pygame.Rect(rect.x, rect.y, side - canvas.theme.letter(6), canvas.line_height())
    if headline.tone == "plain":
        tone = canvas.palette.muted
    canvas.icon(present.HEADLINE_ICONS.get(headline.tone, "circle-dot"), first, tone, 15)
    canvas.paragraph(rect.x + side, rect.y, rect.width - side, words)


def _behind(column: Column, line: str) -> None:
    """A line below a headline, in the column of its words."""
    canvas = column.canvas
    side = canvas.theme.letter(22)
    rect = column.take(canvas.paragraph_height(column.width - side, line, "small"))
    if canvas.seen(rect):
        colour = canvas.palette.muted
        canvas.paragraph(rect.x + side, rect.y, rect.width - side, line, "small", colour=colour)
