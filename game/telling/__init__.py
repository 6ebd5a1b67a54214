"""Records in words: one catalogue, one number writer, for a language and a reader.

The catalogue comes with the package; who tells of a match is imported when asked for (`Teller`, `Conditions`), so that
a first screen or a help page has its words without all that a match needs.
"""

from typing import TYPE_CHECKING, Any

from game.telling.catalogue import _, language, languages, ngettext, pgettext, speak, speaking, told

if TYPE_CHECKING:
    from game.telling.conditions import Conditions
    from game.telling.teller import Teller

__all__ = ["Conditions", "Teller", "_", "language", "languages", "ngettext", "pgettext", "speak", "speaking", "told"]
_ASKED = {"Conditions": "conditions", "Teller": "teller"}


def __getattr__(name: str) -> Any:
    """What is imported only when asked for."""
    if name not in _ASKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ASKED[name]}"), name)
