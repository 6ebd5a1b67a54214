"""The stocks and flows of the core's month for PySD: ``stock_and_flow.mdl``, a text for Vensim with subscripts.

It holds three goods in a chain (ore, oxide, magnet) and three nations (China, Japan, the rest), each a market, an
origin and one works a good, where the core plays 9 goods, 12 nations, 37 sites, 8 origins and 2 zones. Constants are
those of the example or near them; a step is a month. As flows see all stocks at the beginning of a month, its figures
are like the core's, not the same; `checks.py` says what must be true of them. It is played in two forms, as written and
with its subscripts written out (`written_out.py`), which gives the same figures and is much faster.

The same, with the numbers of the core's equations: use (2), capacity (4), margins (5), runs (6), orders (7), trade (12:
shares by price and habit, regular customers first, what is sent on), use and dry firms (13), works (14), loss (16),
cover (17), prices (19), fear (20); of passage an embargo that a run may set.

Left out, which saves PySD work that the core does: chance (1), thrift (3), joint products and waste (5), leakage
(8, 9), quotas (10), contracts (11), home supply at once (12), scrap (15), lean of trade (18) and the way and duty
between prices, wariness, tariffs, standards, guaranteed prices, patience, stockpiles, and all accounts of money but the
loss.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.perf.peers.written_out import written_out

TEXT = Path(__file__).with_name("stock_and_flow.mdl")
WATCHED = ["price", "stock", "yard", "made", "gone", "loss"]
"""What a run hands back: US$/kg, t, t, t and t since the start, US$ million."""
NATIONS, GOODS = ("China", "Japan", "Rest"), ("ore", "oxide", "magnet")
PRICES = [f"price {nation} {good}" for nation in NATIONS for good in GOODS]
"""The same prices where subscripts are written out, US$/kg."""


@cache
def translated(*, flat: bool) -> Any:
    """The model, translated to Python by PySD, with subscripts or flat; that is done once and not measured."""
    import pysd

    text = TEXT.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / TEXT.name  # PySD writes its Python beside the text
        copy.write_text(written_out(text) if flat else text, "utf-8")
        return pysd.read_vensim(copy)


def played(months: int, *, flat: bool = False, embargo: float = 0.0) -> Any:
    """A run of so many months, as a data frame with a column for each element of what is watched, ``price[Japan,ore]``.

    Args:
        months: to be played.
        flat: without subscripts (`written_out`); then only prices are watched, and columns are called
            ``price Japan ore``.
        embargo: share of what Japan orders in China that is stopped in the third year; it is always set, for PySD
            keeps what a run was given.
    """
    return translated(flat=flat).run(
        params={"embargo": embargo},
        final_time=months,
        return_columns=PRICES if flat else WATCHED,
        progress=False,
    )
