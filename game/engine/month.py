"""What the phases of one month hand to each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.pacts import Pacts
from game.engine.script import Script
from game.engine.state import State

Array = NDArray[np.float64]


class Month:
    """What phases hand to each other within one month; nothing of it outlives the month. Goods in t a month."""

    index: int
    events: Events
    script: Script | None
    """What the rival, incidents, owners and chance do, where it is told beforehand; else conditions and dice decide."""
    demand_factor: Array | None = None
    """(N, M, K, B) factor of incidents on demand."""
    site_factor: Array | None = None
    """(S, B) factor of incidents on what sites can make."""
    exports_lost: Array | None = None
    """(N, J, B) part of a sector's output lost with its exports; None where foreign tariffs take nothing."""
    exports_gdp: Array
    """(N, B) US$ million a month of income lost with them; set with `exports_lost`."""
    pacts: Pacts | None = None
    """Agreements in force; None when there are none."""
    industry: Array
    """(N, M, K, B) wanted by industry."""
    wanted: Array
    """(N, M, K, B) stock that firms want to hold."""
    closing: Array
    """(N, M, K, B) part of the stock beyond that, of which firms want to get rid this month."""
    twelfth: Array
    """(S, B) a twelfth where the site operates, 0 elsewhere."""
    capacity: Array
    """(S, B) that works."""
    room: Array
    """(G, M, B) the same by works and material, at the usual mix; recycling sites left out."""
    run: Array
    """(G, M, B) part of the capacity that owners want to use."""
    output: Array
    """(S, M, B) made by the site."""
    production: Array
    """(N, M, K, B) made, recycled goods left out."""
    feed_want: Array
    """(N, M, K, B) wanted by plants."""
    feed_drawn: Array
    """(N, M, K, B) taken by plants."""
    scrapped: Array
    """(2, N, M, B) that leaves each stage of age."""
    recycled: Array | None
    """(N, M, B) oxide from scrap."""
    purchase_wanted: Array | None
    released: Array | None
    """(N, M, B) for and from public stockpiles."""
    stockpile_full: Array
    """(N, M, B) t with which a public stockpile counts as full ..."""
    stockpiling: NDArray[np.bool_]
    """... and where it holds less; both set where there is a target."""
    shared: list[tuple[int, int, Array]]
    """Reserves released for a partner: from, to, (M, B)."""
    flows: Array
    """(5, N, M, K, B) what the running means of the state move toward: imports, those from the rival, use, output, and
    requests for the nation's product."""
    use: Array
    need: Array
    """(N, M, K, B) wanted by industry, with what plants want, and with what they take."""
    rest: Array
    """(N, M, K, B) stock, production, recycled and released goods, less `need`; trade is added later."""
    sides: Array
    """(3, N, M, K, B) `short` and later `import_need`, `offer`, and production, in one array."""
    short: Array
    """(N, M, K, B) use and wish for stock less supply; negative for a seller."""
    import_need: Array
    """(N, M, K, B) wanted from abroad and not yet promised."""
    unfilled: Array
    """(N, M, K, B) wanted from abroad and not found."""
    received: Array
    """(N, M, K, B) imports under contract, to which those from the open market are added ..."""
    deliveries: list[tuple[bool, tuple[Any, ...], Array]]
    """... and the contracts one by one: whether from the rival, place in `State.flow_origin`, tonnes."""
    offer: Array
    """(N, M, K, B) for sale on the open market."""
    sent: Array
    """(N, M, K, B) exports."""
    refused: Array
    """(N, M, K, B) asked of the rival and refused by its controls."""
    cut: Array | None
    """(M, K, B) part of the requests refused; None where nothing is."""
    open: Array | float
    """(M, K, B) how far the rival's goods leave freely, 0-1."""
    used: Array
    unmet: Array
    """(N, M, K, B) used by industry, and lacking."""
    last_unmet: Array
    last_need: Array
    last_refused: Array
    last_from_rival: Array
    """(N, M, K, B) unmet, needed, refused and imported from the rival a month ago."""

    def __init__(self, state: State, events: Events, script: Script | None = None) -> None:
        self.index = state.month
        self.events = events
        self.script = script
        self.last_unmet, self.last_need = state.flow_unmet, state.flow_need
        self.last_refused, self.last_from_rival = state.flow_refused, state.bilateral.from_rival
