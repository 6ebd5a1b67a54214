"""How long a session of a scenario is, and its briefing for who sits alone before it, both before a match begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.content import Package
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, cycle
from game.telling import _, ngettext, numbers

AS_WRITTEN = ""
"""The choice of no preset."""


def draw(column: Column, package: Package, chosen: str, choose: Callable[[str], None]) -> None:
    """The choice among the lengths that the scenario offers; nothing where it offers none."""
    if not package.presets:
        return
    column.heading(_("Length of the session"))
    options = [Option(AS_WRITTEN, _("As the scenario is written"))]
    for preset in package.presets:
        minutes = ngettext("{number} minute", "{number} minutes", preset.minutes).format(number=preset.minutes)
        turns, months = numbers.write(preset.turns, "turns"), numbers.write(preset.turn_months, "months")
        told = _("{minutes}: {turns} of {months}").format(minutes=minutes, turns=turns, months=months)
        spent = _("{briefing} min briefing, {turn} min a turn, {debrief} min debrief").format(
            briefing=numbers.number(preset.briefing),
            turn=numbers.number(preset.turn),
            debrief=numbers.number(preset.debrief),
        )
        options.append(Option(str(preset.minutes), told, spent))
    cycle(column, "preset", "", options, chosen, choose)
    column.skip(12)


def changes(package: Package, chosen: str) -> dict[str, float]:
    """What the chosen length changes in the scenario, by path."""
    return next((preset.changes for preset in package.presets if str(preset.minutes) == chosen), {})


def briefing(package: Package, people: Mapping[str, str]) -> str:
    """The briefing in Markdown: with the part of the seat where one person plays, else the scenario's alone."""
    from game.doctrines import open_match
    from game.telling.brief import briefing as told

    if len(people) != 1:
        return _(package.briefing)
    (seat,) = people
    return told(open_match(package, seed=0, people={seat: package.nations[seat].name}).view(seat))
