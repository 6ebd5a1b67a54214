"""Lists over which loops run: a site makes few of all goods, and few of all origins sell one."""

from __future__ import annotations

from typing import Any

import numpy as np


def make_lists(w: Any) -> None:
    """Fill the lists of a rule set from its recipes; to be done again where a recipe or a host is changed.

    Args:
        w: a record of the layout of `World`, with recipes, hosts and origins.
    """
    for i in range(w["sites"]):
        _fill(w, "feeds", "feed_good", i, np.flatnonzero(w["takes"][i] > 0.0))
        _fill(w, "products", "product", i, np.flatnonzero(w["makes"][i] > 0.0))
    hosts = w["host"][: w["sites"]]
    for g in range(w["goods"]):
        makers = w["makes"][: w["sites"], g] > 0.0
        _fill(w, "sellers", "seller", g, np.unique(w["origin"][hosts[makers]]))


def _fill(w: Any, count: str, name: str, at: int, found: Any) -> None:
    w[count][at] = len(found)
    w[name][at] = 0
    w[name][at, : len(found)] = found
