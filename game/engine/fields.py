"""What a match remembers: every field of its state with axes, unit, meaning, and who may know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.seen import Seen


@dataclass(frozen=True)
class Field:
    """One named array: its axes without the batch axis, its kind, its unit and what it means."""

    axes: str
    dtype: str
    unit: str
    meaning: str
    seen: Seen = Seen.ALL
    """Who may know it; where it is `Seen.OWN`, of nations a seat may know its own places alone."""


OWN, CONTROL = Seen.OWN, Seen.CONTROL


def _real(axes: str, unit: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "f8", unit, meaning, seen)


def _code(axes: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "i8", "code", meaning, seen)


FIELDS: Mapping[str, Field] = {
    # goods
    "stock": _real("NMK", "t", "commercial inventories", OWN),
    "reserve": _real("NM", "t", "public stockpile", OWN),
    "kept": _real("NMK", "factor", "what today's prices leave of the usual demand", CONTROL),
    "thrift": _real("NM", "share", "permanent saving of demand", OWN),
    "noise": _real("N", "factor", "disturbance of demand", CONTROL),
    "fear": _real("N", "0-1", "private fear of shortage, drives hoarding", OWN),
    "wariness": _real("N", "0-1", "wish of buyers to avoid the rival as an origin", CONTROL),
    "orders_in": _real("NMK", "t/month", "smoothed requests for the nation's product, which plants follow", CONTROL),
    "scrap": _real("2NM", "t", "in use, in two stages of age", CONTROL),
    # prices
    "price": _real("ZMK", "US$/kg", "price by zone"),
    "usual_price": _real("ZMK", "log", "price (US$/kg) that traders hold to be usual", CONTROL),
    "usual_gap": _real("MK", "log", "price outside over inside that traders hold to be normal", CONTROL),
    "year_price": _real("M", "US$/kg", "oxide price outside, smoothed over a year", CONTROL),
    "price_trend": _real("ZMK", "log/month", "last change of the price", CONTROL),
    # sites
    "capacity": _real("S", "t/year", "built capacity"),
    "ramp": _real("S", "0-1", "part of the capacity that works already", CONTROL),
    "site_status": _code("S", "0 not built, 1 operating, 2 care and maintenance, 3 bankrupt"),
    "site_cash": _real("S", "US$ million", "cash left"),
    "site_care": _real("S", "months", "spent on care and maintenance", CONTROL),
    "site_support": _real("S", "months", "for which a public financier still carries losses", CONTROL),
    "site_floor": _real("S", "US$/kg", "price floor granted to the site; 0 none", CONTROL),
    "site_standard": _code("S", "environmental standard: -1 low, 0 usual, 1 high"),
    "site_halted": _code("S", "month up to which the host has suspended the licence; 0 none"),
    "stake": _real("HS", "share", "of the site that a seat owns by equity, and of what the site pays out", CONTROL),
    "offtake": _real("CS", "share", "part of the output promised to a seat or the rival"),
    # projects
    "project_phase": _code("P", "-1 idle, 0-4 under way (place in `PHASES`), 5 done, 6 failed"),
    "project_left": _real("P", "months", "left in the phase; -1 until the month that begins it", CONTROL),
    "project_sponsor": _code("P", "seat that finances it; -1 private or none"),
    "project_public": _real("P", "share", "public part of the finance"),
    "project_instrument": _code("P", "index of the instrument; -1 none"),
    "project_standard": _code("P", "environmental standard: -1 low, 0 usual, 1 high"),
    "project_terms": _code("P", "1 where instrument or standard change what chance holds for it", CONTROL),
    "project_cost": _real("P", "US$ million", "cost with overruns known so far", CONTROL),
    "staff": _real("N", "projects", "that trained staff can run at once in the nation, agreements in force left out"),
    "vetted": _real("N", "projects", "taken on by the agency, and not yet vetted when the turn began", OWN),
    # policy
    "stockpile_target": _real("NM", "days", "of the public stockpile", OWN),
    "stockpile_pace": _real("N", "days/month", "bought at most", OWN),
    "release_rule": _code("N", "index of the release rule", OWN),
    "standard": _code("N", "environmental standard of what the nation takes up: -1 low, 0 usual, 1 high"),
    "research_rate": _real("NL", "US$ million/year", "spending on R&D", OWN),
    "readiness": _real("NL", "1-9", "readiness level", OWN),
    "posture": _code("N", "index of the posture toward the rival"),
    "import_tariff": _real("N", "rate", "on imports from the rival"),
    "price_floor": _real("N", "US$/kg", "floor guaranteed to sites in which the nation holds offtake"),
    # controls of the rival
    "quota": _real("MK", "t/month", "export quota; inf none"),
    "export_tax": _real("MK", "rate", "export tax"),
    "licence": _real("NMK", "share", "applications approved"),
    "embargo": _real("NMK", "share", "shipments cut"),
    "flood": _real("M", "share", "cut of the inside price by price flooding"),
    "rule_left": _real("R", "months", "for which the rule still acts; inf for good", CONTROL),
    "rule_wait": _real("R", "months", "before the rule may fire again", CONTROL),
    "rule_count": _real("R", "times", "fired so far"),
    "rule_fired": _code("R", "month in which it last fired; -1 never"),
    "incident_fired": _code("I", "month in which it happened; -1 never"),
    # diplomacy
    "tension": _real("N", "0-1", "with the rival"),
    "trust": _real("NN", "0-1", "between nations", OWN),
    "agreement": _code("ANN", "0 none, 1 proposed by the first to the second, 2 in force", OWN),
    "agreement_left": _real("ANN", "months", "left of the agreement, or of the proposal", OWN),
    "reputation": _real("N", "0-1", "standing as a supplier and as a keeper of environmental standards"),
    # economy
    "budget": _real("N", "US$ million", "left for resource security", OWN),
    "spent": _real("N", "US$ million", "spent since the start", OWN),
    "capital": _real("N", "points", "political capital", OWN),
    "approval": _real("N", "0-1", "of the government", OWN),
    "gdp_loss": _real("N", "US$ million", "lost since the start", OWN),
    "export_tariff": _real("E", "rate", "that the buyer of the lane charges beyond the usual"),
    "export_tariff_left": _real("E", "months", "for which that tariff still stands; inf for good", CONTROL),
    "export_index": _real("E", "factor", "sold on the lane over what would be sold without the tariff", CONTROL),
    # flows of the last month
    "flow_need": _real("NMK", "t/month", "wanted for use, before rationing"),
    "flow_production": _real("NMK", "t/month", "made"),
    "flow_use": _real("NMK", "t/month", "used up by plants and industry", OWN),
    "flow_unmet": _real("NMK", "t/month", "wanted and not had", OWN),
    "flow_refused": _real("NMK", "t/month", "asked of the rival and refused by its controls", OWN),
    "flow_imports": _real("NMK", "t/month", "imports"),
    "flow_exports": _real("NMK", "t/month", "exports"),
    "flow_origin": _real("XNMK", "t/month", "imports by origin"),
    "flow_purchase": _real("NM", "t/month", "bought into the public stockpile", OWN),
    "flow_release": _real("NM", "t/month", "released from the public stockpile", OWN),
    "flow_recycled": _real("NM", "t/month", "oxide from scrap", OWN),
    "flow_lost_output": _real("NJ", "share", "industry output lost"),
    "flow_gdp": _real("N", "US$ million/month", "lost", OWN),
    "site_output": _real("SM", "t/month", "made by the site"),
    # a year's running means: each month moves them a twelfth of the way
    "year_imports": _real("NMK", "t/month", "imports, smoothed over a year"),
    "year_rival": _real("NMK", "t/month", "imports from the rival, smoothed over a year"),
    "year_use": _real("NMK", "t/month", "use, smoothed over a year", OWN),
    "year_output": _real("NMK", "t/month", "production, smoothed over a year"),
    # sums for the score
    "score_sum": _real("QH", "as metric", "sum over quarters of each part's metric", OWN),
    "score_peak": _real("QH", "as metric", "greatest value so far", OWN),
}

STACKS: Mapping[str, tuple[str, ...]] = {
    "means": ("year_imports", "year_rival", "year_use", "year_output", "orders_in"),
    "mood": ("fear", "wariness"),
    "rule_clock": ("rule_wait", "rule_left"),
}
"""Fields that move alike: they are kept in one array with a leading axis, so that one call moves them all."""
