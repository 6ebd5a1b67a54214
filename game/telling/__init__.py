"""Records in words: one catalogue, one number writer, for a language and a reader."""

from game.telling.catalogue import _, language, languages, ngettext, pgettext, speak, speaking
from game.telling.conditions import Conditions
from game.telling.teller import Teller

__all__ = ["Conditions", "Teller", "_", "language", "languages", "ngettext", "pgettext", "speak", "speaking"]
