"""What the phases of one month hand to each other. Nothing of it outlives the month."""

from __future__ import annotations

from typing import Annotated

from game.economy.axes import Good, Nation, Origin, Sector, Site, Zone
from game.economy.fields import Cube, Grid, Line


class Handed:
    """The month's working figures. Goods in t, prices in US$/kg."""

    want: Annotated[Grid[Nation, Good], "t", "wanted by users"]
    taught: Annotated[Grid[Zone, Good], "share", "of a thriftable feed that its price of today would teach to save"]
    need: Annotated[Grid[Nation, Good], "t", "wanted by users and works"]
    patient: Annotated[Grid[Zone, Good], "share", "of the stock wanted at the usual price that is wanted at this one"]
    wanted: Annotated[Grid[Nation, Good], "t", "that firms want in stock"]
    order: Annotated[Grid[Nation, Good], "t", "ordered and not yet delivered"]
    asked: Annotated[Grid[Nation, Good], "t", "ordered at the beginning"]
    stored: Annotated[Grid[Nation, Good], "t", "of the order that is for the public stockpile"]
    received: Annotated[Grid[Nation, Good], "t", "delivered"]
    released: Annotated[Grid[Nation, Good], "t", "from the public stockpile"]
    refused: Annotated[Cube[Zone, Nation, Good], "t", "asked of a zone and not let out by its controller"]
    bought: Annotated[Cube[Good, Origin, Nation], "t", "delivered, by origin"]
    met: Annotated[Grid[Nation, Good], "share", "of the need that is met"]
    used: Annotated[Grid[Nation, Good], "t", "used up by users"]
    taken: Annotated[Grid[Nation, Good], "t", "taken as feed by works"]

    feed: Annotated[Grid[Site, Good], "t/t", "feed of a tonne run, after what its host saves of it"]
    spent: Annotated[Line[Site], "US$/kg", "cost of a kg run, with feed"]
    value: Annotated[Line[Site], "US$/kg", "what a kg run fetches beyond the finishing of its products"]
    full: Annotated[Grid[Site, Good], "0-1", "how full its yard is with a product"]
    recovered: Annotated[Grid[Site, Good], "share", "of a product that is worth finishing"]
    able: Annotated[Line[Site], "t", "that it could run before its margin was seen"]
    plan: Annotated[Line[Site], "t", "that it means to run"]
    ran: Annotated[Line[Site], "t", "that it has run"]
    output: Annotated[Grid[Site, Good], "t", "made and put into the yard"]
    sold: Annotated[Grid[Site, Good], "t", "sold"]
    offer: Annotated[Grid[Good, Origin], "t", "for sale"]
    left: Annotated[Grid[Good, Origin], "t", "for sale and not yet sold"]

    pull: Annotated[Line[Zone], "", "weight of what comes from a zone's own market, for its price"]
    pull_abroad: Annotated[Line[Zone], "", "the same, delivered abroad"]
    drawn: Annotated[Line[Nation], "", "sum of the weights of all origins"]
    supplied: Annotated[Line[Nation], "t/month", "that a nation is used to get from all origins"]
    tie: Annotated[Line[Nation], "month/t", "weight of a tonne that a nation is used to get"]
    home: Annotated[Line[Origin], "t", "that the buyers of an origin still lack"]
    sends: Annotated[Line[Nation], "1", "tonnes sent on to a nation a tonne that an origin has left"]
    wish: Annotated[Cube[Good, Origin, Nation], "t", "asked of an origin"]
    flow: Annotated[Cube[Good, Origin, Nation], "t", "let out of what was asked of an origin, then sent by it"]
    lacking: Annotated[
        Line[Nation], "t", "of the order for the good at hand that those who were asked first do not fill"
    ]
    given: Annotated[Line[Good], "t", "of the quota at hand that a good gets"]
    claim: Annotated[Line[Good], "", "weight with which a good claims what is left of it"]
    allowed: Annotated[Grid[Zone, Good], "t", "that quotas let out of a zone, with what leaks past them"]
    left_zone: Annotated[Grid[Zone, Good], "t", "that has left a zone"]
    open: Annotated[Grid[Zone, Good], "0-1", "how freely a good leaves a zone"]

    cost: Annotated[Grid[Zone, Good], "US$/kg", "of making it, in the mean of its makers"]
    weight: Annotated[Grid[Zone, Good], "t", "made, by which that mean is weighed"]
    worth: Annotated[Grid[Zone, Good], "US$/kg", "most that the best user of it as feed can pay"]
    held: Annotated[Grid[Zone, Good], "t", "in stocks and yards"]
    called: Annotated[Grid[Zone, Good], "t", "that should be there"]
    apart: Annotated[Grid[Zone, Good], "", "ln of the world's price over a zone's, from way and duty alone"]
    linked: Annotated[Grid[Zone, Good], "0-1", "how far a zone's price is that of all"]
    aim: Annotated[Grid[Zone, Good], "log US$/kg", "price that is called for"]
    rise: Annotated[Grid[Zone, Good], "", "of a price over that of the year, in doublings"]
    unmet: Annotated[Grid[Nation, Sector], "share", "of a sector's use that is not met"]
    lost: Annotated[Grid[Nation, Sector], "share", "of a sector's output that is lost for it"]
