"""The kinds of event: what each means, what it reads like, to whom, and what its parts stand for.

A new kind is an entry here and a call of `Events.add`; headlines, logs and reports read this table alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.marks import N_

ALL, PARTIES = "all", "parties"
GOOD, BAD, RIVAL, PLAIN = "good", "bad", "rival", "plain"
PHASE, REASON = "phase", "reason"


@dataclass(frozen=True)
class EventKind:
    """One kind of event.

    `text` may name ``{actor}``, ``{target}``, ``{item}`` and ``{amount}``, which is written with its unit. It is empty
    where no headline tells of the kind. Names may stand for one thing or several ("Metal plants"), so that no verb may
    hang on those of sites and projects.
    """

    meaning: str
    text: str = ""
    untargeted: str = ""
    """Takes the place of `text` where the event has no target, or does its target no harm."""
    tone: str = PLAIN
    """``good``, ``bad``, ``rival`` or ``plain``, for those whom it concerns."""
    readers: str = ALL
    """``all``: the world can see it. ``parties``: the nations that are actor or target."""
    actor: str = "nations"
    target: str = "nations"
    item: str = ""
    """Axis on which the position stands: a field of `Names`, ``incidents``, or none."""
    unit: str = ""
    """Of the amount, as the number writer knows it; ``phase`` for a place in `world.PHASES`, ``reason``
    for one in `reasons.REASONS`."""
    needed_by: str = ""
    """``actor`` or ``target``: whose need in a month says whether the tonnes of the amount are news at all."""
    of_size: bool = False
    """Whether the project must be of some size for this to be news to who has no part in it."""


EVENTS: Mapping[str, EventKind] = {
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
    "agreement_proposed": EventKind(
        "an agreement was proposed",
        N_("{actor} proposes to {target}: {item}"),
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_signed": EventKind(
        "an agreement came into force",
        N_("{actor} and {target} sign: {item}"),
        tone=GOOD,
        item="agreements",
        unit="months",
    ),
    "agreement_declined": EventKind(
        "a proposed agreement was declined",
        N_("{actor} declines what {target} proposed: {item}"),
        tone=BAD,
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_refused": EventKind(
        "a proposed agreement was declined, for a reason",
        N_("{actor} declines what {target} proposed, for {amount}: {item}"),
        tone=BAD,
        readers=PARTIES,
        item="agreements",
        unit=REASON,
    ),
    "agreement_countered": EventKind(
        "a proposed agreement was answered by another proposal",
        N_("{actor} answers {target} with terms of its own, for {amount}: {item}"),
        readers=PARTIES,
        item="agreements",
        unit=REASON,
    ),
    "agreement_ratified": EventKind(
        "an agreement that was signed before came into force",
        N_("{item} between {actor} and {target} is ratified"),
        tone=GOOD,
        item="agreements",
        unit="months",
    ),
    "agreement_renewed": EventKind(
        "an agreement was prolonged",
        N_("{item} between {actor} and {target} goes on for {amount}"),
        tone=GOOD,
        item="agreements",
        unit="months",
    ),
    "renewal_wished": EventKind(
        "a nation wishes to go on with an agreement when it ends",
        N_("{actor} wishes to go on with {target}: {item}"),
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_behind": EventKind(
        "a nation does not keep what it promised, and has some time left to",
        N_("{actor} does not keep what it promised {target}, and has {amount} to make up for it: {item}"),
        tone=BAD,
        readers=PARTIES,
        item="agreements",
        unit="months",
    ),
    "agreement_breached": EventKind(
        "an agreement ended because a party did not keep its promise",
        N_("{actor} has broken its promise to {target}, {amount} before its time: {item}"),
        tone=BAD,
        item="agreements",
        unit="months",
    ),
    "agreement_lapsed": EventKind(
        "a proposed agreement was not answered in time",
        N_("{target} leaves unanswered what {actor} proposed: {item}"),
        tone=BAD,
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_withdrawn": EventKind(
        "a nation took back what it had proposed",
        N_("{actor} withdraws what was proposed to {target}: {item}"),
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_expired": EventKind(
        "an agreement ran its full time",
        N_("{item} between {actor} and {target} has run its full time"),
        readers=PARTIES,
        item="agreements",
    ),
    "agreement_left": EventKind(
        "a nation left an agreement before its time",
        N_("{actor} leaves what was agreed with {target}, {amount} before its time: {item}"),
        tone=BAD,
        item="agreements",
        unit="months",
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
