"""Events of orders, of the script, of markets and stockpiles, and of money."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.event_kinds.kind import BAD, GOOD, PARTIES, RIVAL, EventKind
from game.marks import N_

KINDS: Mapping[str, EventKind] = {
    "order_given": EventKind("a seat's order took effect", readers=PARTIES, unit="US$ million"),
    "order_refused": EventKind("a seat's order was refused at resolution", readers=PARTIES, unit="code"),
    "rule_fired": EventKind(
        "a rule of the rival fired",
        N_("{actor} acts against {target}: {item}"),
        N_("{actor}: {item}"),
        tone=RIVAL,
        item="rules",
    ),
    "rule_ended": EventKind(
        "the effect of a rule of the rival ended",
        N_("{actor} lifts its measure against {target}: “{item}” is over"),
        N_("{actor}: “{item}” is over"),
        tone=GOOD,
        item="rules",
    ),
    "incident": EventKind(
        "something happened that no seat decided", N_("{item}"), tone=BAD, item="incidents", unit="0-1"
    ),
    "offtake_grabbed": EventKind(
        "the rival secured a part of the output of a site abroad",
        N_("{actor} secures {amount} of the output of {item}"),
        tone=RIVAL,
        item="sites",
        unit="share",
    ),
    "offtake_refused": EventKind(
        "a host let the rival have nothing of a site's output",
        N_("{target} lets {actor} have nothing of {item}"),
        tone=GOOD,
        item="sites",
    ),
    "control_bites": EventKind(
        "exports of the rival to a nation are cut below what it asks for",
        N_("{actor:of} controls hold back {amount} of {item} from {target}"),
        tone=BAD,
        readers=PARTIES,
        item="goods",
        unit="t/month",
        needed_by="target",
    ),
    "shortage": EventKind(
        "a nation's need of a good is unmet",
        N_("{actor} runs short of {item}: {amount} of the need is unmet"),
        tone=BAD,
        item="goods",
        unit="share",
    ),
    "shortage_over": EventKind(
        "a nation's need is met again",
        N_("{actor} has enough {item} again"),
        tone=GOOD,
        item="goods",
        unit="share",
    ),
    "price_spike": EventKind(
        "the outside price of a good is more than twice its mean of the last year",
        N_("the price of {item} is {amount} its mean of the last year"),
        tone=BAD,
        item="goods",
        unit="times",
    ),
    "stockpile_released": EventKind(
        "a public stockpile was drawn down",
        N_("{amount} of {item} released from the stockpile"),
        readers=PARTIES,
        item="goods",
        unit="t",
        needed_by="actor",
    ),
    "stockpile_reached": EventKind(
        "a public stockpile reached its target",
        N_("the stockpile of {item} has reached its target"),
        tone=GOOD,
        readers=PARTIES,
        item="goods",
        unit="t",
    ),
    "export_tariff": EventKind(
        "a buyer put a tariff on the exports of a nation's sector, or raised it",
        N_("{actor} charges {amount} more on what it buys of {item} from {target}"),
        tone=BAD,
        item="sectors",
        unit="share",
    ),
    "export_tariff_cut": EventKind(
        "a buyer lowered its tariff on the exports of a nation's sector",
        N_("{actor} lowers its tariff on {item} from {target} to {amount}"),
        tone=GOOD,
        item="sectors",
        unit="share",
    ),
    "export_tariff_over": EventKind(
        "a buyer's tariff on the exports of a nation's sector ended",
        N_("{actor} ends its tariff on {item} from {target}"),
        tone=GOOD,
        item="sectors",
        unit="share",
    ),
    "budget_short": EventKind(
        "spending was cut because the budget ran out",
        N_("the budget is short by {amount}; spending is cut"),
        tone=BAD,
        readers=PARTIES,
        item="projects",
        unit="US$ million",
    ),
}
