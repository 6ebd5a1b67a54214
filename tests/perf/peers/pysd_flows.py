"""The stocks and flows of the core's month for PySD: ``stock_and_flow.mdl``, a text for Vensim with subscripts.

It holds three goods in a chain (ore, oxide, magnet) and three nations (China, Japan, the rest), each a market, an
origin and one works a good, where the core plays 9 goods, 12 nations, 37 sites, 8 origins and 2 zones. Constants are
those of the example or near them; a step is a month. As flows see all stocks at the beginning of a month, its figures
are like the core's, not the same; `checks.py` says what must be true of them.

The same, with the numbers of the core's equations: use (2), capacity (4), margins (5), runs (6), orders (7), trade (12:
shares by price and habit, regular customers first, what is sent on), use and dry firms (13), works (14), loss (16),
cover (17), prices (19), fear (20); of passage an embargo that a run may set.

Left out, which saves PySD work that the core does: chance (1), thrift (3), joint products and waste (5), leakage
(8, 9), quotas (10), contracts (11), home supply at once (12), scrap (15), lean of trade (18) and the way and duty
between prices, wariness, tariffs, standards, guaranteed prices, patience, stockpiles, and all accounts of money but the
loss.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

TEXT = Path(__file__).with_name("stock_and_flow.mdl")
WATCHED = ["price", "stock", "yard", "made", "gone", "loss"]
"""What a run hands back: US$/kg, t, t, t and t since the start, US$ million."""


@cache
def translated() -> Any:
    """The model, translated to Python by PySD; that is done once and not measured."""
    import pysd

    with tempfile.TemporaryDirectory() as folder:
        return pysd.read_vensim(shutil.copy(TEXT, folder))  # it writes its Python beside the text


def played(months: int, *, embargo: float = 0.0) -> Any:
    """A run of so many months, as a data frame with a column for each element of what is `WATCHED`.

    Args:
        months: to be played.
        embargo: share of what Japan orders in China that is stopped in the third year; it is always set, for PySD
            keeps what a run was given.
    """
    return translated().run(
        params={"embargo": embargo}, final_time=months, return_columns=WATCHED, progress=False, reload=False
    )
