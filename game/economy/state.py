"""What a match remembers from month to month."""

from __future__ import annotations

from typing import Annotated

from game.economy.axes import Good, Nation, One, Origin, Quota, Sector, Site, Step, Zone
from game.economy.fields import Codes, Cube, Grid, Line


class State:
    """A match at the end of a month. Goods in t, prices in US$/kg, money in US$ million, times in months."""

    seed: Annotated[Codes[One, int], "", "of the match"]
    month: Annotated[Codes[One, int], "months", "already played"]

    # goods
    stock: Annotated[Grid[Nation, Good], "t", "held by the firms that use it"]
    yard: Annotated[Grid[Site, Good], "t", "made and not yet sold"]
    dry: Annotated[Grid[Nation, Good], "share", "of use by firms that have run out of it"]
    reserve: Annotated[Grid[Nation, Good], "t", "in public stockpiles"]
    reserve_target: Annotated[Grid[Nation, Good], "months", "of use that they are to hold"]
    in_use: Annotated[Cube[Nation, Good, Step], "t", "in products, by age"]
    usual_use: Annotated[Grid[Nation, Good], "t/month", "that firms are used to want"]
    kept: Annotated[Grid[Zone, Sector], "share", "of a sector's use that prices leave"]
    saved: Annotated[Grid[Zone, Sector], "share", "of a sector's use that is saved for good"]
    thrift: Annotated[Grid[Nation, Good], "share", "of a thriftable feed that recipes save"]
    thrift_known: Annotated[Line[Nation], "share", "that research lets them save"]
    skimp: Annotated[Grid[Zone, Good], "share", "of a thriftable feed that makers leave out while it is dear"]
    growth: Annotated[Line[Good], "1/month", "of what the world needs of it"]
    noise: Annotated[Line[Nation], "", "disturbance of demand, as a logarithm"]
    fear: Annotated[Grid[Nation, Good], "0-1", "of running dry"]
    wary: Annotated[Grid[Nation, Zone], "0-1", "of a controller"]

    # prices
    price: Annotated[Grid[Zone, Good], "US$/kg", "of a good in a zone"]
    usual: Annotated[Grid[Zone, Good], "log US$/kg", "to which traders are used"]
    year_price: Annotated[Grid[Zone, Good], "US$/kg", "over a year"]
    lean: Annotated[Grid[Zone, Good], "-1-1", "whether a good leaves a zone or enters it"]

    # trade
    regular: Annotated[Cube[Good, Origin, Nation], "t/month", "that a nation is used to get from an origin"]
    reliable: Annotated[Cube[Good, Origin, Nation], "share", "of what a nation asks of an origin that comes"]

    # sites
    capacity: Annotated[Line[Site], "t/month", "that it can run"]
    building: Annotated[Grid[Site, Step], "t/month", "of capacity under way, by stage"]
    run: Annotated[Line[Site], "share", "utilisation that its owners want"]
    staffed: Annotated[Line[Site], "share", "of its capacity that has people"]
    halt: Annotated[Line[Site], "months", "for which it stands still"]
    year_margin: Annotated[Line[Site], "ratio", "of value to cost, over a year"]
    cash: Annotated[Line[Site], "US$ m", "earned since the start"]

    # policies
    offtake: Annotated[Grid[Site, Nation], "share", "of what a site has to sell that is promised to a nation"]
    burden: Annotated[Line[Site], "share", "added to what it costs to run, below 0 where it is saved"]
    floor: Annotated[Line[Site], "US$/kg", "that a kg run is guaranteed to fetch"]
    hindered: Annotated[Line[Site], "share", "of a site's capacity that cannot run for a while"]
    slump: Annotated[Grid[Nation, Sector], "share", "of a sector's activity that is lost for a while"]
    tariff: Annotated[Grid[Nation, Zone], "share", "of the price, on what comes from a zone"]
    bond: Annotated[Grid[Nation, Zone], "share", "by which what a zone sells is preferred, as standards are shared"]
    collecting: Annotated[Line[Nation], "share", "of what leaves use that is collected beyond what is usual"]
    reserve_pace: Annotated[Line[Nation], "1/month", "of a month's use bought for its stockpile at most"]
    release: Annotated[Codes[Nation, int], "", "when its stockpile is opened: 0 in a lack, 1 when dear, 2 never"]
    pledge: Annotated[Grid[Nation, Nation], "1/month", "of its stockpile that the first gives to the second in a lack"]

    # controls
    quota: Annotated[Line[Quota], "t/month", "that may leave its zone, of all its goods; `FREE` is no limit"]
    duty: Annotated[Grid[Zone, Good], "share", "of the price on leaving a zone"]
    embargo: Annotated[Cube[Zone, Nation, Good], "share", "of shipments to a nation that is stopped"]
    flood: Annotated[Grid[Zone, Good], "share", "of the price by which a controller undersells"]
    leak: Annotated[Cube[Zone, Nation, Good], "share", "of what is stopped that finds its way round"]
    past: Annotated[Grid[Quota, Good], "share", "of a quota that leaks past it"]
    called_for: Annotated[Grid[Zone, Good], "t", "asked of a zone from outside last month, let out or not"]

    # accounts
    traders: Annotated[Line[Nation], "US$ m", "of the firms that hold the stocks, since the start"]
    treasury: Annotated[Line[Nation], "US$ m", "of public stockpiles, since the start"]
    duties: Annotated[Line[Zone], "US$ m", "duties paid on leaving a zone, since the start"]
    rents: Annotated[Line[Zone], "US$ m", "of who holds the right to ship out of a zone, since the start"]
    customs: Annotated[Line[Nation], "US$ m", "tariffs paid on what comes in, since the start"]
    support: Annotated[Line[Site], "US$ m", "paid by who guarantees what a run fetches, since the start"]
    loss: Annotated[Line[Nation], "US$ m", "of output lost for want of goods, since the start"]
    made: Annotated[Line[Good], "t", "since the start"]
    taken: Annotated[Line[Good], "t", "put into processes since the start"]
    used: Annotated[Line[Good], "t", "used since the start"]
    waste: Annotated[Line[Good], "t", "that came up and was not recovered, since the start"]
    money_in: Annotated[Line[One], "US$ m", "paid by users since the start"]
    money_out: Annotated[Line[One], "US$ m", "paid for work and reagents since the start"]
