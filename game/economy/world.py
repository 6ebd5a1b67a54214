"""What a rule set says: the same in all matches, never written to while they are played."""

from __future__ import annotations

from typing import Annotated

from game.economy.axes import Contract, Good, Month, Nation, Origin, Place, Quota, Sector, Site, Zone
from game.economy.fields import Codes, Cube, Grid, Line, Table


class World:
    """A rule set as numbers. Goods in t, flows in t/month, prices in US$/kg, money in US$ million, times in months."""

    nations: Annotated[int, "", "how many there are"]
    goods: Annotated[int, "", "how many there are"]
    sites: Annotated[int, "", "how many there are"]
    zones: Annotated[int, "", "how many there are, the world market among them"]
    origins: Annotated[int, "", "how many there are"]
    sectors: Annotated[int, "", "how many there are"]
    contracts: Annotated[int, "", "how many there are"]
    quotas: Annotated[int, "", "how many there are"]
    months: Annotated[int, "", "of which activity, costs, openings and ceilings are known"]

    # nations
    zone: Annotated[Codes[Nation, Zone], "", "customs border within which it lies; 0 is the world market"]
    origin: Annotated[Codes[Nation, Origin], "", "group of exporters to which it belongs"]
    origin_zone: Annotated[Codes[Origin, Zone], "", "zone of an origin"]
    collected: Annotated[Line[Nation], "share", "of what leaves use that can be collected"]

    # goods
    cover: Annotated[Line[Good], "months", "of use that buyers want in stock"]
    yard_cover: Annotated[Line[Good], "months", "of output that sellers want in the yard"]
    finish: Annotated[Line[Good], "US$/kg", "what it costs to recover it from what it comes with"]
    thriftable: Annotated[Line[Good], "share", "of it in a recipe that can be saved, all told"]
    thrift_price: Annotated[Line[Good], "US$/kg", "above which its users learn to do with less of it"]
    thrift_elasticity: Annotated[Line[Good], "exponent", "of what recipes leave of it in price, in the long run"]
    thrift_most: Annotated[Line[Good], "share", "of the thriftable part that a price alone can teach to save"]
    thrift_choke: Annotated[
        Line[Good], "ratio", "to the price they are used to at which makers leave out half of that part"
    ]
    local: Annotated[Codes[Good, int], "", "1 where it is used in the nation in which it comes up, as scrap is"]
    returns: Annotated[Codes[Good, Good], "", "scrap that it becomes at the end of its use; -1 none"]
    returned: Annotated[Line[Good], "t/t", "scrap of a tonne of it"]
    life_months: Annotated[Line[Good], "months", "that it stays in use, in the mean"]

    # sites
    host: Annotated[Codes[Site, Nation], "", "nation in which it lies"]
    takes: Annotated[Grid[Site, Good], "t/t", "feed of a tonne run"]
    makes: Annotated[Grid[Site, Good], "t/t", "product of a tonne run, all recovered"]
    feeds: Annotated[Codes[Site, int], "", "how many goods it takes"]
    feed_good: Annotated[Table[Site, Place, Good], "", "goods that it takes, made of `takes`"]
    products: Annotated[Codes[Site, int], "", "how many goods it makes"]
    product: Annotated[Table[Site, Place, Good], "", "goods that it makes, made of `makes`"]
    run_cost: Annotated[Line[Site], "US$/kg", "cost of a kg run, with the plant, without the feed"]
    cost_index: Annotated[Grid[Zone, Month], "index", "of the cost of running in a zone, 1 where it is known"]
    opened: Annotated[Grid[Site, Month], "t/month", "of capacity that opens by date, below 0 what closes"]
    ceiling: Annotated[Grid[Site, Month], "t/month", "that it is allowed to run"]
    invests: Annotated[Line[Site], "1/month", "capacity begun a month where margin is e times the hurdle"]
    lead_months: Annotated[Line[Site], "months", "from the beginning of new capacity to its use"]
    slope: Annotated[float, "exponent", "of utilisation in margin"]
    idle: Annotated[float, "", "where value just covers cost, utilisation is 1 / (1 + idle)"]
    run_months: Annotated[float, "months", "in which a site moves to the utilisation that it wants"]
    yard_months: Annotated[float, "months", "of its output at which a site with a full yard stands still"]
    cash_part: Annotated[float, "share", "of the cost of running that is paid in cash"]
    least_margin: Annotated[float, "ratio", "of value to cost at which the best user stops buying feed"]
    hurdle: Annotated[float, "ratio", "of value to cost over a year above which owners build"]
    foresight: Annotated[float, "share", "of the growth of what is needed that owners build for"]
    closing_months: Annotated[float, "months", "in which the staff of an idle site is let go"]
    restart_months: Annotated[float, "months", "in which it is found again"]
    warehouse: Annotated[float, "1/month", "what storing costs, of the value stored"]
    incident_chance: Annotated[float, "1/month", "that a site stands still"]
    incident_months: Annotated[float, "months", "for which it does"]

    # demand
    sector_good: Annotated[Codes[Sector, Good], "", "good that it uses"]
    use: Annotated[Grid[Nation, Sector], "t/month", "at an activity of 1 and the usual price"]
    activity: Annotated[Cube[Nation, Sector, Month], "index", "of the sector, as published"]
    usual_price: Annotated[Line[Sector], "US$/kg", "at which its use is known"]
    elasticity: Annotated[Line[Sector], "exponent", "of use in price, above 0"]
    choke: Annotated[Line[Sector], "ratio", "to the usual price at which half of the users do without"]
    switch_months: Annotated[Line[Sector], "months", "in which users adapt"]
    lasting: Annotated[Line[Sector], "share", "of what a shock saves that never comes back"]
    output: Annotated[Grid[Nation, Sector], "US$ m/month", "that hangs on it, at an activity of 1"]
    noise_size: Annotated[float, "", "of the disturbance of demand, a month"]
    noise_memory: Annotated[float, "share", "of the disturbance that is left after a month"]
    order_months: Annotated[float, "months", "in which buyers close a gap of stock"]
    usual_months: Annotated[float, "months", "of use on which buyers look back"]
    loss_power: Annotated[float, "exponent", "of the loss in the part of need that is not met"]
    thrift_months: Annotated[float, "months", "in which recipes follow what is known and what prices call for"]

    skimp_months: Annotated[float, "months", "in which makers change grade"]

    # prices
    price_months: Annotated[float, "months", "in which a price moves to what is called for"]
    expect_months: Annotated[float, "months", "in which traders get used to a price"]
    haste: Annotated[float, "", "how much faster they do in full fear: 1 + haste times"]
    scarcity: Annotated[float, "exponent", "of price in wanted over held stock"]
    cost_pull: Annotated[float, "share", "of the way from usual price to cost"]
    joined: Annotated[float, "share", "how far free trade makes one market of two"]
    freight: Annotated[float, "share", "of the price that the way abroad adds"]
    lean_months: Annotated[float, "months", "over which it shows which way a good leaves or enters a zone"]

    # trade
    habit: Annotated[Cube[Good, Origin, Nation], "share", "of purchases from an origin at equal prices, 1 in all"]
    sellers: Annotated[Codes[Good, int], "", "how many origins have works that make it"]
    seller: Annotated[Table[Good, Place, Origin], "", "origins that have works that make it, made of `makes`"]
    response: Annotated[float, "exponent", "Armington elasticity of shares in delivered price"]
    diversion: Annotated[float, "share", "of what is lacking that buyers find elsewhere within the month"]
    custom: Annotated[float, "share", "of habits that follows what was delivered, the rest stays as it was"]
    regular_months: Annotated[float, "months", "of deliveries by which a seller knows its customers"]
    contract_site: Annotated[Codes[Contract, Site], "", "seller"]
    contract_good: Annotated[Codes[Contract, Good], "", "good"]
    contract_buyer: Annotated[Codes[Contract, Nation], "", "buyer"]
    contract_share: Annotated[Line[Contract], "share", "of what lies in the yard that is promised"]
    leakage: Annotated[float, "share", "of what is stopped that finds its way round in the end"]
    leak_months: Annotated[float, "months", "that it takes to find it"]
    quota_zone: Annotated[Codes[Quota, Zone], "", "zone whose exports it limits"]
    quota_holds: Annotated[Grid[Quota, Good], "", "1 for a good whose weight counts against it"]
    quota_skew: Annotated[float, "exponent", "of a good's part of a quota in its price outside"]
    quota_spare: Annotated[float, "ratio", "to what is asked, above which the others get the rest of a quota"]
    past_quota: Annotated[float, "ratio", "to a quota of what leaks past it in the end at equal prices"]
    past_response: Annotated[float, "exponent", "of that in the price outside over that within, with duty and way"]
    past_most: Annotated[float, "ratio", "to a quota of what can leak past it"]
    shut: Annotated[float, "share", "of what is asked of a zone whose refusal parts the markets altogether"]

    # firms and nations
    patience: Annotated[float, "exponent", "of wanted stock in the price that firms are used to over that of today"]
    panic: Annotated[float, "", "full fear multiplies wanted cover by 1 + panic"]
    alarm: Annotated[float, "1/month", "fear from refused and unfilled orders"]
    excitement: Annotated[float, "1/month", "fear from a price that has doubled within the year"]
    contagion: Annotated[float, "1/month", "fear from the fear of others"]
    calm_months: Annotated[float, "months", "in which fear fades"]
    wary_gain: Annotated[float, "1/month", "wariness of a controller from what it refused"]
    wary_months: Annotated[float, "months", "in which wariness fades"]
    wary_effect: Annotated[float, "share", "of a habit that full wariness takes away"]
    release_pace: Annotated[float, "1/month", "of a month's use released from it"]
    release_at: Annotated[float, "share", "of need not met at which it is released"]
    release_price: Annotated[float, "ratio", "of the price to what is usual at which one is sold that opens when dear"]
