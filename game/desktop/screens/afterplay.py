"""What is told only after play: which rules of the rival fired, when and why, and the whole course turn by turn."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import text
from game.desktop.kit.column import Column
from game.desktop.panels.news import draw_headlines
from game.desktop.panels.panel import remark
from game.reports.facts import RuleFacts
from game.session.match import Match


def draw_rules(column: Column, rules: Sequence[RuleFacts]) -> None:
    """The rules that fired with their months, reason and condition; then those that never did."""
    canvas = column.canvas
    fired = [rule for rule in rules if rule.fired]
    for rule in fired:
        months = ", ".join(text.month(month) for month in rule.fired)
        remark(column, "rival", f"**{rule.name}**  __{months}__")
        column.skip(3)
        column.paragraph(rule.text)
        column.skip(2)
        if rule.condition:
            column.paragraph(f"When: {rule.condition}", "small", canvas.palette.muted)
        column.skip(9)
    if not fired:
        column.paragraph("No rule of the rival fired in this match.", colour=canvas.palette.muted)
    idle = [rule.name for rule in rules if not rule.fired]
    if idle:
        column.paragraph(f"Never fired: {', '.join(idle)}.", colour=canvas.palette.muted)


def draw_turns(column: Column, match: Match, seat: str) -> None:
    """Orders and headlines of the seat, turn by turn."""
    from game.session.labels import told
    from game.session.words import Words, capital

    words = Words(match.package)
    for report in match.reports:
        month = match.world.calendar.label(report.turn * match.world.calendar.turn_months)
        column.heading(f"Turn {report.turn + 1}, from {text.month(month)}")
        for order in report.orders.get(seat, ()):
            remark(column, "own", capital(told(words, order.describe())), "scroll-text")
            column.skip(4)
        for refusal in report.refused.get(seat, ()):
            remark(column, "warn", refusal.text)
            column.skip(4)
        draw_headlines(column, [line for line in match.news(seat, report.turn) if line.tone != "plain"])
        column.skip(6)
