"""Why an intervention cannot be done."""

from __future__ import annotations


class InterventionError(ValueError):
    """It says nothing that can be done: ``str()`` says what, where and what would be right, in English; `game.telling`
    says it in another language. Nothing was changed.
    """
