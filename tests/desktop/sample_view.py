"""A seat's view with figures of the right size (Japan, November 2010), for drawing without a match."""

from __future__ import annotations

import math

from game import places
from game.content.library import Library
from game.content.origin import Origin
from game.content.package import NationText, Text
from game.session.briefing import Briefing
from game.session.lexicon import Lexicon
from game.session.views import (
    AgreementView,
    ChainView,
    Choice,
    DraftOrder,
    FlowView,
    Headline,
    Indicator,
    NationView,
    PolicyView,
    ProjectView,
    ResearchView,
    ScoreView,
    Series,
    SiteView,
    StockpileView,
    View,
)

LIBRARY = Library((str(places.data("rules") / "rare_earths"),))
GUESS = LIBRARY.evidence(Origin((), "assumed", "A guess."))
MATERIALS = (("ndpr", "Neodymium-praseodymium"), ("dytb", "Dysprosium-terbium"), ("lace", "Lanthanum-cerium"))
STAGES = (("mine", "Mining"), ("separation", "Separation"), ("magnet", "Magnet alloy"))
EU_AREAS = ("AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA",
            "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE")  # fmt: skip


def _nation(
    id: str,  # noqa: A002  # as the field is called
    name: str,
    iso: tuple[str, ...],
    flag: str,
    role: str,
    place: tuple[float, float],
    shares: tuple[float, float, float],
    tension: float = 0.0,
    trust: float = 0.5,
    demand: float = 0.0,
) -> NationView:
    imports, mine, separation = shares
    return NationView(
        id=id, name=name, iso=iso, flag=flag, role=role, lon=place[0], lat=place[1], tension=tension, trust=trust,
        import_share=imports, mine_share=mine, separation_share=separation, demand=demand,
    )  # fmt: skip


NATIONS = (
    _nation("japan", "Japan", ("JPN",), "jp", "self", (138.2, 36.6), (0.82, 0.0, 0.01), 0.64, 1.0, 26_700.0),
    _nation("usa", "United States", ("USA",), "us", "seat", (-98.5, 39.5), (0.79, 0.005, 0.01), 0.31, 0.62, 15_200.0),
    _nation("eu", "European Union", EU_AREAS, "eu", "seat", (9.5, 49.0), (0.86, 0.0, 0.03), 0.22, 0.55, 10_100.0),
    _nation("korea", "South Korea", ("KOR",), "kr", "seat", (127.8, 36.4), (0.74, 0.0, 0.0), 0.18, 0.41, 3_100.0),
    _nation("china", "China", ("CHN",), "cn", "rival", (103.5, 35.5), (0.0, 0.96, 0.95), 0.0, 0.12, 73_000.0),
    _nation("australia", "Australia", ("AUS",), "au", "other", (134.0, -25.0), (0.4, 0.01, 0.0), 0.1, 0.6, 300.0),
    _nation("malaysia", "Malaysia", ("MYS",), "my", "other", (102.0, 4.2), (0.55, 0.002, 0.0), 0.05, 0.5, 250.0),
    _nation("vietnam", "Vietnam", ("VNM",), "vn", "other", (106.0, 16.2), (0.6, 0.001, 0.0), 0.28, 0.5, 700.0),
    _nation("india", "India", ("IND",), "in", "other", (79.0, 22.0), (0.35, 0.016, 0.012), 0.2, 0.48, 900.0),
    _nation("kazakhstan", "Kazakhstan", ("KAZ",), "kz", "other", (67.5, 48.0), (0.3, 0.0, 0.0), 0.02, 0.4, 60.0),
    _nation("brazil", "Brazil", ("BRA",), "br", "other", (-52.5, -10.5), (0.45, 0.003, 0.0), 0.03, 0.4, 800.0),
)
NDPR = (("ndpr", 0.24), ("dytb", 0.005), ("lace", 0.72))
SITES = (
    SiteView("bayan_obo", "Bayan Obo", "china", "mine", 109.97, 41.77, "operating", 70_000.0, 63_000.0,
             (("ndpr", 0.2), ("lace", 0.75)), 5.5, (), "By-product of iron ore"),
    SiteView("southern_clays", "Southern ionic clays", "china", "mine", 114.9, 25.4, "operating", 30_000.0, 24_500.0,
             (("ndpr", 0.3), ("dytb", 0.08)), 9.0, (), "Many small pits, part of them without a licence"),
    SiteView("baotou", "Baotou separation", "china", "separation", 109.8, 40.6, "operating", 80_000.0, 61_000.0,
             NDPR, 4.0, (), ""),
    SiteView("mt_weld", "Mount Weld", "australia", "mine", 122.55, -28.86, "planned", 22_000.0, 0.0,
             NDPR, 8.0, (), "Ore is stockpiled, the concentrator is being built"),
    SiteView("kuantan", "Kuantan plant", "malaysia", "separation", 103.4, 3.98, "planned", 22_000.0, 0.0,
             NDPR, 11.0, (("japan", 0.3),), "Licence contested"),
    SiteView("mountain_pass", "Mountain Pass", "usa", "mine", -115.53, 35.48, "care", 19_050.0, 0.0,
             NDPR, 9.5, (), "Care and maintenance since 2002"),
    SiteView("dong_pao", "Dong Pao", "vietnam", "mine", 103.55, 22.3, "planned", 7_000.0, 0.0, NDPR, 12.0, (), ""),
    SiteView("visakhapatnam", "Visakhapatnam", "india", "separation", 83.3, 17.7, "planned", 3_000.0, 0.0,
             NDPR, 10.0, (), ""),
    SiteView("irel", "Monazite", "india", "mine", 84.9, 19.3, "operating", 2_700.0, 1_900.0, NDPR, 10.0, (), ""),
    SiteView("silmet", "Silmet", "eu", "separation", 27.75, 59.4, "operating", 3_000.0, 2_100.0, NDPR, 9.0, (), ""),
    SiteView("la_rochelle", "La Rochelle", "eu", "separation", -1.15, 46.16, "care", 8_500.0, 0.0, NDPR, 12.0, (), ""),
    SiteView("sareco", "Ust-Kamenogorsk", "kazakhstan", "separation", 82.6, 49.95, "planned", 1_500.0, 0.0,
             (("dytb", 0.15),), 13.0, (), ""),
    SiteView("araxa", "Araxa", "brazil", "mine", -46.94, -19.59, "bankrupt", 5_000.0, 0.0, NDPR, 14.0, (), ""),
    SiteView("takefu", "Takefu alloy works", "japan", "magnet", 136.2, 35.9, "operating", 14_000.0, 11_200.0,
             (("ndpr", 0.92), ("dytb", 0.08)), 6.0, (("japan", 1.0),), ""),
    SiteView("ningbo", "Ningbo alloy works", "china", "magnet", 121.5, 29.9, "operating", 60_000.0, 44_000.0,
             (("ndpr", 0.95), ("dytb", 0.05)), 4.0, (), ""),
    SiteView("osaka", "Osaka recycling", "japan", "recycling", 135.5, 34.7, "operating", 400.0, 210.0,
             (("ndpr", 0.85), ("dytb", 0.15)), 20.0, (("japan", 1.0),), ""),
)  # fmt: skip
FLOWS = (
    FlowView("china", "japan", "lace", "separation", 9_800.0, 0.38),
    FlowView("china", "japan", "ndpr", "separation", 3_900.0, 0.42),
    FlowView("china", "japan", "dytb", "separation", 310.0, 0.45),
    FlowView("china", "japan", "ndpr", "magnet", 420.0, 0.1),
    FlowView("vietnam", "japan", "ndpr", "separation", 380.0, 0.0),
    FlowView("eu", "japan", "lace", "separation", 650.0, 0.0),
    FlowView("india", "japan", "lace", "separation", 240.0, 0.0),
    FlowView("china", "usa", "lace", "separation", 7_900.0, 0.12),
    FlowView("china", "usa", "ndpr", "magnet", 2_100.0, 0.0),
    FlowView("china", "eu", "lace", "separation", 6_400.0, 0.12),
    FlowView("china", "eu", "ndpr", "magnet", 2_600.0, 0.0),
    FlowView("china", "korea", "ndpr", "magnet", 1_400.0, 0.0),
    FlowView("india", "eu", "lace", "separation", 310.0, 0.0),
)
CHAIN = (
    ChainView("ndpr", "mine", 0.0, 0.0, 60.0, 0.0, 60.0, 0.0, 20.0, 0.0),
    ChainView("ndpr", "separation", 55.0, 3_900.0, 480.0, 310.0, 5_150.0, 905.0, 74.0, 0.82),
    ChainView("ndpr", "magnet", 4_300.0, 420.0, 60.0, 0.0, 4_780.0, 610.0, 41.0, 0.78),
    ChainView("dytb", "mine", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ChainView("dytb", "separation", 0.0, 310.0, 12.0, 36.0, 358.0, 142.0, 52.0, 0.96),
    ChainView("dytb", "magnet", 330.0, 24.0, 2.0, 0.0, 356.0, 88.0, 38.0, 0.93),
    ChainView("lace", "mine", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ChainView("lace", "separation", 0.0, 9_800.0, 890.0, 120.0, 10_810.0, 1_900.0, 96.0, 0.87),
    ChainView("lace", "magnet", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
)


def _project(
    place: tuple[str, str, str, str, str], sums: tuple[float, float], months: tuple[float, float],
    phase: tuple[str, float], sponsor: str, price: float, reason: str, text: str,
) -> ProjectView:  # fmt: skip
    return ProjectView(
        id=place[0], name=place[1], site=place[2], nation=place[3], stage=place[4], capex=sums[0], capacity=sums[1],
        months_low=months[0], months_high=months[1], phase=phase[0], progress=phase[1], waits=False, sponsor=sponsor,
        public_share=0.5 if sponsor else 0.0, instrument="loan" if sponsor else "", offtake=0.4,
        choice=Choice(price, 1.0, allowed=not reason, reason=reason), text=text,
        evidence=LIBRARY.evidence(Origin(("dong_pao",), "high")),
    )  # fmt: skip


PROJECTS = (
    _project(("weld", "Mount Weld mine and concentrator", "mt_weld", "australia", "mine"), (300.0, 22_000.0), (8, 20),
             ("construction", 0.72), "private", 0.0, "Under way already",
             "A rich light rare-earth ore body; concentrate will go to the Kuantan plant."),
    _project(("kuantan_1", "Kuantan separation, both phases", "kuantan", "malaysia", "separation"), (620.0, 22_000.0),
             (18, 40), ("construction", 0.35), "japan", 250.0, "",
             "The largest separation plant outside the rival. Its licence is contested in court."),
    _project(("dong_pao_1", "Dong Pao mine", "dong_pao", "vietnam", "mine"), (100.0, 7_000.0), (36, 84),
             ("idle", 0.0), "", 50.0, "", "Bastnaesite ore in the north; processing is not settled."),
    _project(("vizag", "Visakhapatnam separation", "visakhapatnam", "india", "separation"), (35.0, 3_000.0), (24, 48),
             ("permitting", 0.2), "japan", 18.0, "", "Separates mixed chloride of the Indian monazite producer."),
    _project(("sareco_1", "Uranium tailings of Ust-Kamenogorsk", "sareco", "kazakhstan", "separation"),
             (30.0, 1_500.0), (18, 40), ("idle", 0.0), "", 15.0, "Needs an agreement with Kazakhstan first",
             "Dysprosium from old tailings."),
    _project(("phoenix", "Mountain Pass restart", "mountain_pass", "usa", "mine"), (1_550.0, 19_050.0), (20, 44),
             ("feasibility", 0.6), "private", 775.0, "Costs more than the budget left", "Open pit and new separation."),
)  # fmt: skip
INDICATORS = (
    Indicator("bottleneck", "Dependence", 0.82, "share", "82 %", -0.03, -1),
    Indicator("stock_cover", "Stock cover", 52.0, "days", "52 days", -21.0, 1),
    Indicator("basket", "Price index", 3.9, "ratio", "390 %", 1.4, -1),
    Indicator("shortage_loss", "Lost output", 410.0, "US$ million", "US$ 410 m", 260.0, -1),
    Indicator("tension", "Tension", 0.64, "share", "64 %", 0.22, -1),
)


def _series(key: str, label: str, unit: str, values: list[float]) -> Series:
    return Series(key, label, unit, tuple(range(len(values))), tuple(round(value, 3) for value in values))


def _growth(start: float, rates: list[float]) -> list[float]:
    values = [start]
    for rate in rates:
        values.append(values[-1] * (1.0 + rate))
    return values


_RISE = [0.01, 0.04, 0.06, 0.1, 0.09, 0.16, 0.22, 0.2, 0.11, 0.08, 0.05]
SERIES = (
    _series("price:ndpr", "Neodymium outside", "US$/kg", _growth(33.0, _RISE)),
    _series("price_inside:ndpr", "Neodymium inside", "US$/kg", _growth(30.0, [0.3 * rate for rate in _RISE])),
    _series("import_share", "Imports from the rival", "share", [0.86 - 0.004 * m for m in range(12)]),
    _series("bottleneck", "Dependence", "share", [0.9 - 0.003 * m - 0.01 * math.sin(m) for m in range(12)]),
    _series("stock_cover", "Stock cover", "days", [92, 90, 91, 93, 92, 90, 88, 84, 80, 73, 61, 52]),
    _series("shortage_loss", "Lost output", "US$ million", [0, 0, 0, 0, 0, 0, 5, 18, 40, 150, 290, 410]),
)
HEADLINES = (
    Headline(1, "2010-11", "control", "China cuts the second-half export quota by 72 %.", "Rule: quota cut", "rival"),
    Headline(1, "2010-10", "shortage", "Magnet makers run down their stocks; polishing powder is rationed.",
             "Shipments held at customs since September", "bad"),
    Headline(1, "2010-10", "agreement", "Vietnam agrees to develop Dong Pao with Japan.", "Your proposal", "good"),
    Headline(1, "2010-09", "incident", "Shipments to Japan stop after a collision at sea.", "Incident", "rival"),
    Headline(1, "2010-09", "price", "Neodymium passes US$ 60 a kilogram.", "Market: exports short of demand", "bad"),
    Headline(0, "2010-07", "project", "Kuantan plant: construction goes on.", "", "plain"),
)  # fmt: skip
SCORE = (
    ScoreView("security", "Security of supply", 0.82, 18.0, 40.0, "Dependence 82 %, aim below 60 %"),
    ScoreView("cover", "Stock cover", 52.0, 12.0, 20.0, "52 days, aim 90"),
    ScoreView("economy", "Industry kept running", 0.94, 15.0, 20.0, "6 % of output lost"),
    ScoreView("cost", "Public money", 270.0, 14.0, 20.0, "US$ 270 m spent"),
)


LEXICON = Lexicon(
    rival="china",
    seats=("japan", "usa", "eu", "korea"),
    default_seat="japan",
    axes={
        "nations": {one.id: NationText(one.name, one.iso, one.flag, one.lon, one.lat) for one in NATIONS},
        "sites": {one.id: Text(one.name, one.note) for one in SITES},
        "projects": {one.id: Text(one.name, one.text) for one in PROJECTS},
        "materials": {key: Text(name, "") for key, name in MATERIALS},
        "stages": {key: Text(name, "") for key, name in STAGES},
        "sectors": {},
        "lines": {},
        "agreements": {},
        "rules": {},
        "incidents": {},
        "doctrines": {},
    },
)


def sample_briefing() -> Briefing:
    """What the seat ``japan`` was told before its first turn."""
    return Briefing(
        scenario="sample",
        title="Embargo 2010",
        summary="",
        text="",
        goals=("Hold stocks for 60 days at the end.",),
        win_score=60.0,
        months=tuple(f"{2010 + month // 12}-{month % 12 + 1:02d}" for month in range(180)),
        instruments=("equity", "loan", "guarantee", "liability", "grant"),
        public_share=0.75,
    )


def sample_view() -> View:
    """The view of the seat ``japan`` at the start of its third turn."""
    return View(
        scenario="Embargo 2010", seat="japan", seat_name="Japan", turn=2, turns=15, month="2010-11", until="2011-04",
        turn_months=6, budget=640.0, budget_after=390.0, capital=5.0, capital_after=3.0, indicators=INDICATORS,
        nations=NATIONS, sites=SITES, projects=PROJECTS, flows=FLOWS, chain=CHAIN,
        stockpiles=(
            StockpileView("ndpr", 180.0, 14.0, 60.0, 60.0, 86.0, 51.0),
            StockpileView("dytb", 22.0, 22.0, 60.0, 30.0, 410.0, 16.0),
            StockpileView("lace", 0.0, 0.0, 0.0, 96.0, 52.0, 0.0),
        ),
        research=(
            ResearchView("dy_diffusion", "Grain-boundary diffusion", 6.0, 20.0, 60.0,
                         "Less dysprosium in each magnet", GUESS),
            ResearchView("ce_polish", "Polishing without cerium", 5.0, 5.0, 30.0,
                         "Less cerium in polishing", GUESS),
            ResearchView("magnet_recycling", "Recycling of magnets", 4.0, 0.0, 50.0,
                         "More neodymium from scrap", GUESS),
        ),
        agreements=(
            AgreementView("partnership", "Resource partnership", "vietnam", "in force", 54.0,
                          "Joint development of deposits", Choice(0.0, 1.0, allowed=True, reason="")),
            AgreementView("partnership", "Resource partnership", "kazakhstan", "none", 0.0,
                          "Joint development of deposits", Choice(0.0, 1.0, allowed=True, reason="")),
            AgreementView("stockpile_pact", "Stockpile sharing", "usa", "offered", 0.0,
                          "Each helps the other when cover is short", Choice(0.0, 1.0, allowed=True, reason="")),
            AgreementView("dispute", "Joint complaint at the WTO", "eu", "proposed", 0.0,
                          "Complaint against quotas", Choice(0.0, 2.0, allowed=False, reason="Proposed already")),
        ),
        policy=PolicyView("firm", "shortage", 5.0, 0.0, 0.0, "usual"), materials=MATERIALS, stages=STAGES,
        headlines=HEADLINES, series=SERIES,
        draft=(
            DraftOrder("Fund Kuantan separation by a loan, 40 % public", 250.0, 1.0),
            DraftOrder("Propose a resource partnership to Kazakhstan", 0.0, 1.0),
        ),
        score=SCORE, finished=False, briefing=sample_briefing(), lexicon=LEXICON,
    )  # fmt: skip
