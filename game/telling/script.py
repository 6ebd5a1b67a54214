"""How the rival thinks, and how hard that is, in words."""

from __future__ import annotations

from game.session.briefing import Briefing
from game.telling import numbers
from game.telling.catalogue import _, ngettext

ALIKE = 1.0
"""Points by which a script differs from the usual one at least to be told apart: 64 matches see no less."""


def ease(points: float) -> str:
    """How a script suits a seat against the usual one, by the points that its doctrine makes more or less."""
    if abs(points) < ALIKE:
        return _("about as many points as usually")
    text = (
        ngettext("{number} point more than usually", "{number} points more than usually", round(points))
        if points > 0.0
        else ngettext("{number} point fewer than usually", "{number} points fewer than usually", round(-points))
    )
    return text.format(number=numbers.number(abs(points), 0))


def thinking(briefing: Briefing, rival: str) -> str:
    """The script that plays, as the briefing tells it; empty where the scenario has but one."""
    if not briefing.script:
        return ""
    told = _("{rival} plays by the script “{script}”: {text}").format(
        rival=rival, script=_(briefing.script), text=_(briefing.script_text)
    )
    if briefing.easier is None:
        return told
    measured = _("The program in your seat makes {ease} against it.").format(ease=ease(briefing.easier))
    return f"{told} {measured}"
