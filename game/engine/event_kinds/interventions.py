"""What a facilitator changed by hand, as those read it whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.event_kinds.kind import BAD, PARTIES, EventKind
from game.marks import N_

KINDS: Mapping[str, EventKind] = {
    "budget_moved": EventKind(
        "a budget was changed by hand",
        N_("the budget of {target} is {amount} now"),
        readers=PARTIES,
        unit="US$ million",
    ),
    "capital_moved": EventKind(
        "political capital was changed by hand",
        N_("{target} has {amount} of political capital now"),
        readers=PARTIES,
        unit="points",
    ),
    "approval_moved": EventKind(
        "approval of a government was changed by hand",
        N_("approval of the government of {target} is {amount} now"),
        readers=PARTIES,
        unit="0-1",
    ),
    "tension_moved": EventKind(
        "tension with the rival was changed by hand",
        N_("tension of {target} is {amount} now"),
        unit="0-1",
    ),
    "reputation_moved": EventKind(
        "a nation's reputation was changed by hand", N_("the reputation of {target} is {amount} now"), unit="0-1"
    ),
    "trust_moved": EventKind(
        "trust between nations was changed by hand",
        N_("the trust of {actor} in {target} is {amount} now"),
        readers=PARTIES,
        unit="0-1",
    ),
    "stockpile_moved": EventKind(
        "a public stockpile was changed by hand",
        N_("the stockpile of {item} of {target} is {amount} now"),
        readers=PARTIES,
        item="goods",
        unit="t",
    ),
    "readiness_moved": EventKind(
        "the readiness of a line of research was changed by hand",
        N_("{item} in {target} has come to a readiness of {amount}"),
        readers=PARTIES,
        item="lines",
        unit="1-9",
    ),
    "staff_moved": EventKind(
        "trained staff was changed by hand",
        N_("{target} has trained staff for {amount} now"),
        readers=PARTIES,
        unit="projects",
    ),
    "price_moved": EventKind(
        "the price of a good was changed by hand",
        N_("the price of {item} moves to {amount}"),
        item="goods",
        unit="US$/kg",
    ),
    "price_floor_moved": EventKind(
        "a nation's price floor was changed by hand",
        N_("the price floor of {target} is {amount} now"),
        readers=PARTIES,
        unit="US$/kg",
    ),
    "cash_moved": EventKind(
        "the cash of a site was changed by hand",
        N_("cash of {item}: {amount} now"),
        item="sites",
        unit="US$ million",
    ),
    "project_held_up": EventKind(
        "a project was held up by hand",
        N_("delay of {item}: {amount}"),
        tone=BAD,
        item="projects",
        unit="months",
    ),
    "output_moved": EventKind(
        "what a site can make was changed by hand for some months",
        N_("output of {item}: {amount} of what was possible"),
        tone=BAD,
        item="sites",
        unit="share",
    ),
    "demand_moved": EventKind(
        "demand of a sector was changed by hand for some months",
        N_("demand of {item} in {target}: {amount} of the usual"),
        N_("demand of {item} everywhere: {amount} of the usual"),
        item="sectors",
        unit="share",
    ),
}
