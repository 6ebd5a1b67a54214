"""What is told only after play: which rules of the rival fired, when and why, and the whole course turn by turn."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit.column import Column
from game.desktop.panels.news import draw_headlines
from game.desktop.panels.panel import remark
from game.reports.script import RuleFacts
from game.session.views import PastTurn
from game.telling import Teller, _, numbers


def draw_rules(column: Column, rules: Sequence[RuleFacts]) -> None:
    """The rules that fired with their months, reason and condition; then those that never did."""
    canvas = column.canvas
    fired = [rule for rule in rules if rule.fired]
    for rule in fired:
        months = ", ".join(numbers.month(month) for month in rule.fired)
        remark(column, "rival", f"**{_(rule.name)}**  __{months}__")
        column.skip(3)
        column.paragraph(_(rule.text))
        column.skip(2)
        column.paragraph(f"{rule.does}.", "small", canvas.palette.muted)
        column.skip(2)
        if rule.condition:
            column.paragraph(_("When: {condition}").format(condition=rule.condition), "small", canvas.palette.muted)
        column.skip(9)
    if not fired:
        column.paragraph(_("No rule fired in this match."), colour=canvas.palette.muted)
    idle = [_(rule.name) for rule in rules if not rule.fired]
    if idle:
        column.paragraph(_("Never fired: {rules}.").format(rules=", ".join(idle)), colour=canvas.palette.muted)


def draw_turns(column: Column, teller: Teller, turns: Sequence[PastTurn]) -> None:
    """Orders and headlines of a seat, turn by turn."""
    for turn in turns:
        told = _("Turn {turn}, from {month}")
        column.heading(told.format(turn=turn.turn + 1, month=numbers.month(turn.month)))
        for order in turn.orders:
            remark(column, "own", teller.sentence(order), "scroll-text")
            column.skip(4)
        for refusal in turn.refused:
            remark(column, "warn", teller.sentence(refusal))
            column.skip(4)
        draw_headlines(column, teller, [line for line in turn.headlines if line.tone != "plain"])
        column.skip(6)
