"""Events of projects, of mines and plants, of those who pay for them, and of research."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.event_kinds.kind import BAD, GOOD, PARTIES, PHASE, EventKind
from game.marks import N_

KINDS: Mapping[str, EventKind] = {
    "site_started": EventKind(
        "a site began to produce", N_("production begins: {item}"), tone=GOOD, item="sites", unit="US$ million"
    ),
    "site_care": EventKind(
        "a site went on care and maintenance",
        N_("production stops, care and maintenance: {item}"),
        tone=BAD,
        item="sites",
        unit="US$ million",
    ),
    "site_restarted": EventKind(
        "a site left care and maintenance",
        N_("production begins again: {item}"),
        tone=GOOD,
        item="sites",
        unit="US$ million",
    ),
    "site_bankrupt": EventKind(
        "a site went bankrupt", N_("bankrupt: {item}"), tone=BAD, item="sites", unit="US$ million"
    ),
    "site_carried": EventKind(
        "a financed site was carried through a loss",
        N_("carried through losses by public money: {item}"),
        item="sites",
        unit="US$ million",
    ),
    "carry_ended": EventKind(
        "a financier could not bear its part of a site's losses any longer",
        N_("{actor} can no longer bear its part of the losses: {item}"),
        tone=BAD,
        item="sites",
        unit="US$ million",
    ),
    "floor_lapsed": EventKind(
        "a price floor lapsed because it was not paid in full",
        N_("the price floor of {actor} lapses: {amount} of it could not be paid"),
        tone=BAD,
        unit="US$ million",
    ),
    "licence_suspended": EventKind(
        "a host suspended the licence of a site",
        N_("{actor} suspends the licence of {item} for {amount}"),
        tone=BAD,
        item="sites",
        unit="months",
    ),
    "licence_restored": EventKind(
        "a site may run again after its licence was suspended",
        N_("{actor} gives back the licence of {item}"),
        tone=GOOD,
        item="sites",
        unit="months",
    ),
    "site_protest": EventKind(
        "people protest against a site that a seat financed",
        N_("protest against {item} costs {actor} approval"),
        tone=BAD,
        item="sites",
        unit="0-1",
    ),
    "dividend_paid": EventKind(
        "a site paid a seat its share of the profit",
        N_("dividend of {amount} for {actor}: {item}"),
        tone=GOOD,
        readers=PARTIES,
        item="sites",
        unit="US$ million",
    ),
    "project_known": EventKind(
        "a project was announced that nobody had thought of", N_("can now be taken up: {item}"), item="projects"
    ),
    "project_started": EventKind(
        "a project was taken up",
        N_("work begins on {item}"),
        tone=GOOD,
        item="projects",
        unit="US$ million",
        of_size=True,
    ),
    "project_joined": EventKind(
        "a seat joined in financing what another has taken up",
        N_("{actor} pays {amount} of the cost of {item}"),
        tone=GOOD,
        item="projects",
        unit="share",
        of_size=True,
    ),
    "project_called_off": EventKind(
        "a project was called off because the seats together did not bring what partners ask for",
        N_("called off, the money is back: {item}. The others brought too little"),
        tone=BAD,
        readers=PARTIES,
        item="projects",
        unit="US$ million",
    ),
    "holding_left": EventKind(
        "a seat let go of all that it had in a site",
        N_("{actor} lets go of what it has in {item}"),
        tone=BAD,
        item="sites",
    ),
    "terms_eased": EventKind(
        "a financier eased its terms, and forgoes interest",
        N_("{actor} eases its terms for {item} and forgoes {amount}"),
        tone=GOOD,
        item="sites",
        unit="US$ million",
    ),
    "stake_sold": EventKind(
        "a seat sold a stake to private owners",
        N_("{actor} sells a stake in {item} for {amount}"),
        item="sites",
        unit="US$ million",
    ),
    "access_changed": EventKind(
        "a host said whether public money from abroad may come into a site",
        N_("{actor} says who may finance {item}"),
        item="sites",
    ),
    "project_phase": EventKind(
        "a project reached its next phase",
        N_("{amount} begins: {item}"),
        tone=GOOD,
        item="projects",
        unit=PHASE,
        of_size=True,
    ),
    "project_delayed": EventKind(
        "a project's phase will take longer than was most likely",
        N_("delay of {amount}: {item}"),
        tone=BAD,
        item="projects",
        unit="months",
        of_size=True,
    ),
    "project_overrun": EventKind(
        "a project costs more than was planned, and its financier pays its part of that",
        N_("{item}: dearer than planned, {actor} pays {amount} more"),
        tone=BAD,
        readers=PARTIES,
        item="projects",
        unit="US$ million",
    ),
    "project_done": EventKind(
        "a project was completed", N_("completed: {item}"), tone=GOOD, item="projects", unit="t/year", of_size=True
    ),
    "project_failed": EventKind(
        "a project failed", N_("failed: {item}"), tone=BAD, item="projects", unit="US$ million", of_size=True
    ),
    "research_level": EventKind(
        "a research line reached the next readiness level",
        N_("research on {item} reaches level {amount}"),
        tone=GOOD,
        readers=PARTIES,
        item="lines",
        unit="level",
    ),
}
