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


def real(axes: str, unit: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "f8", unit, meaning, seen)


def _code(axes: str, meaning: str, seen: Seen = Seen.ALL) -> Field:
    return Field(axes, "i8", "code", meaning, seen)


FIELDS: Mapping[str, Field] = {
    # sites
    "site_begun": _code("S", "1 where it has made anything yet", CONTROL),
    "site_status": _code("S", "0 not built, 1 operating, 2 care and maintenance, 3 bankrupt"),
    "site_cash": real("S", "US$ million", "cash left"),
    "site_care": real("S", "months", "spent on care and maintenance", CONTROL),
    "site_support": real("S", "months", "for which a public financier still carries losses"),
    "site_floor": real("S", "US$/kg", "price floor granted to the site; 0 none", CONTROL),
    "site_standard": _code("S", "environmental standard: -1 low, 0 usual, 1 high"),
    "site_halted": _code("S", "month up to which the host has suspended the licence; 0 none"),
    "stake": real("HS", "share", "of the site that a seat owns by equity, and of what the site pays out", OWN),
    "carry": real("HS", "share", "of a site's losses that a seat has promised to bear", OWN),
    "offtake": real("CS", "share", "part of the output promised to a seat or the rival"),
    "paid_in": real(
        "HS", "US$ million", "that a seat has put into a site and its projects, losses borne included", OWN
    ),
    "paid_back": real("HS", "US$ million", "that a seat has had back from a site: dividends, refunds, sales", OWN),
    "site_access": _code("S", "what a host says to public money from abroad: 0 looks at each case, 1 welcome, -1 none"),
    # projects
    "project_phase": _code("P", "-1 idle, 0-4 under way (place in `PHASES`), 5 done, 6 failed"),
    "project_left": real("P", "months", "left in the phase; -1 until the month that begins it", CONTROL),
    "project_sponsor": _code("P", "seat that took it up, or finances it since that let go; -1 private or none"),
    "project_public": real("P", "share", "public part of the finance, all seats together"),
    "project_instrument": _code("P", "index of that seat's instrument; -1 none"),
    "project_part": real("HP", "share", "of its cost that a seat finances"),
    "project_form": _code("HP", "index of the instrument by which the seat does; -1 where it does not"),
    "project_awaits": _code("P", "1 where it was taken up on condition that other seats bring what partners ask for"),
    "project_standard": _code("P", "environmental standard: -1 low, 0 usual, 1 high"),
    "project_terms": _code("P", "1 where instrument or standard change what chance holds for it", CONTROL),
    "project_cost": real("P", "US$ million", "cost with overruns known so far"),
    "staff": real("N", "projects", "that trained staff can run at once in the nation, agreements in force left out"),
    "vetted": real("N", "projects", "taken on by the agency, and not yet vetted when the turn began", OWN),
    # policy
    "stockpile_target": real("NG", "days", "of the public stockpile", OWN),
    "stockpile_pace": real("N", "days/month", "bought at most", OWN),
    "release_rule": _code("N", "index of the release rule", OWN),
    "standard": _code("N", "environmental standard of what the nation takes up: -1 low, 0 usual, 1 high"),
    "research_rate": real("NL", "US$ million/year", "spending on R&D", OWN),
    "readiness": real("NL", "1-9", "readiness level", OWN),
    "posture": _code("N", "index of the posture toward the rival"),
    "import_tariff": real("N", "rate", "on imports from the rival"),
    "price_floor": real("N", "US$/kg", "floor guaranteed to sites in which the nation holds offtake"),
    # controls
    "quota": real("U", "t/month", "export quota; inf none"),
    "export_tax": real("ZG", "rate", "export tax"),
    "licence": real("ZNG", "share", "applications approved"),
    "embargo": real("ZNG", "share", "shipments cut"),
    "flood": real("ZG", "share", "by which a controller undersells"),
    "rule_left": real("R", "months", "for which the rule still acts; inf for good", CONTROL),
    "rule_wait": real("R", "months", "before the rule may fire again", CONTROL),
    "rule_count": real("R", "times", "fired so far"),
    "rule_fired": _code("R", "month in which it last fired; -1 never"),
    "incident_fired": _code("I", "month in which it happened; -1 never"),
    # diplomacy
    "tension": real("N", "0-1", "with the rival"),
    "trust": real("NN", "0-1", "between nations", OWN),
    "agreement": _code(
        "ANN", "0 none, 1 proposed by the first to the second, 2 in force, 3 signed and not yet ratified", OWN
    ),
    "agreement_left": real("ANN", "months", "left of the agreement, of its ratifying, or of the proposal", OWN),
    "agreement_share": real("AHN", "share", "of what either sells that is offered first to the other", OWN),
    "agreement_days": real("AHN", "days", "of its use that each pledges to hold for the other's need", OWN),
    "agreement_money": real("AHN", "US$ million/year", "that each party puts in", OWN),
    "agreement_fee": real("AHN", "US$ million/year", "that the seat pays the other; less than 0 where it is paid", OWN),
    "agreement_life": real("AHN", "months", "for which it is agreed", OWN),
    "agreement_served": real("AHN", "t", "that the seat got by it from the other so far", OWN),
    "agreement_paid": real("AHN", "US$ million", "that it has cost the seat so far, less what the seat was paid", OWN),
    "agreement_lacking": real("AHN", "months", "for which the seat has not kept what it promised", OWN),
    "agreement_renewal": _code("AHN", "1 where the seat wishes to go on with it when it ends", OWN),
    "reputation": real("N", "0-1", "standing as a supplier and as a keeper of environmental standards"),
    # economy
    "budget": real("N", "US$ million", "left for resource security", OWN),
    "spent": real("N", "US$ million", "spent since the start", OWN),
    "capital": real("N", "points", "political capital", OWN),
    "approval": real("N", "0-1", "of the government", OWN),
    "gdp_loss": real("N", "US$ million", "lost since the start", OWN),
    "export_tariff": real("E", "rate", "that the buyer of the lane charges beyond the usual"),
    "export_tariff_left": real("E", "months", "for which that tariff still stands; inf for good", CONTROL),
    "export_index": real("E", "factor", "sold on the lane over what would be sold without the tariff", CONTROL),
    # flows of the last month
    "flow_production": real("NG", "t/month", "made, without what comes from scrap"),
    "flow_recycled": real("NG", "t/month", "made from scrap", OWN),
    "flow_imports": real("NG", "t/month", "imports"),
    "flow_exports": real("NG", "t/month", "exports"),
    "flow_lost_output": real("NJ", "share", "industry output lost"),
    "flow_gdp": real("N", "US$ million/month", "lost", OWN),
    # a year's running means: each month moves them a twelfth of the way
    "year_imports": real("NG", "t/month", "imports, smoothed over a year"),
    "year_rival": real("NG", "t/month", "imports from the rival, smoothed over a year"),
    "year_use": real("NG", "t/month", "use, smoothed over a year", OWN),
    "year_output": real("NG", "t/month", "production, smoothed over a year"),
    # sums for the score
    "score_sum": real("QH", "as metric", "sum over quarters of each part's metric", OWN),
    "score_peak": real("QH", "as metric", "greatest value so far", OWN),
}

STACKS: Mapping[str, tuple[str, ...]] = {
    "means": ("year_imports", "year_rival", "year_use", "year_output"),
    "rule_clock": ("rule_wait", "rule_left"),
}
"""Fields that move alike: they are kept in one array with a leading axis, so that one call moves them all."""
