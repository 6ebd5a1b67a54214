"""What each kind of event reads like, and which seats may read of it.

The positions of an event stand on the axes given here (fields of `Names`, or ``incidents``). What a seat does with
its own stocks, money and laboratories is for its parties alone; what the world can see is for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

ALL, PARTIES = "all", "parties"


@dataclass(frozen=True)
class Template:
    """`text` may name ``{actor}``, ``{target}``, ``{item}``, ``{amount}`` and ``{rival}``.

    `unnamed` takes its place where the event has no target. `readers` is ``all``, or ``parties``: the nations that
    are actor or target. `tone` is a `Headline.tone`.
    """

    text: str
    tone: str
    readers: str = ALL
    actor: str = "nations"
    target: str = "nations"
    item: str = ""
    unnamed: str = ""
    amount: Callable[[float], str] = "{:,.0f}".format


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _tonnes(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10.0 else f"{amount:.1f}"


def _millions(sum_: float) -> str:
    return f"US$ {sum_:,.0f} m"


TEMPLATES: Mapping[str, Template] = {
    "rule_fired": Template("{actor} acts against {target}: {item}", "rival", item="rules", unnamed="{actor}: {item}"),
    "rule_ended": Template("{actor} ends a measure against {target}: {item}", "good", item="rules",
                           unnamed="{actor} ends: {item}"),
    "offtake_grabbed": Template("{actor} secures {amount} of the output of {item}", "rival", item="sites",
                                amount=_percent),
    "offtake_refused": Template("{target} lets {actor} have nothing of {item}", "good", item="sites"),
    "incident": Template("{item}", "bad", item="incidents", unnamed="{item}"),
    "control_bites": Template("{actor}'s controls hold back {amount} t a month of {item} from {target}", "bad", PARTIES,
                              item="materials", amount=_tonnes),
    "shortage": Template("{actor} runs short of {item}: {amount} of the need is unmet", "bad", item="materials",
                         amount=_percent),
    "shortage_over": Template("{actor} has enough {item} again", "good", item="materials"),
    "price_spike": Template("the price of {item} is {amount} times its mean of the last year", "bad", item="materials",
                            amount="{:.1f}".format),
    "site_started": Template("{item} begins to produce", "good", item="sites"),
    "site_care": Template("{item} stops and goes on care and maintenance", "bad", item="sites"),
    "site_restarted": Template("{item} produces again", "good", item="sites"),
    "site_bankrupt": Template("{item} is bankrupt", "bad", item="sites"),
    "site_carried": Template("{item} makes losses and is carried by its public financier", "plain", item="sites"),
    "project_started": Template("work begins on {item}", "good", item="projects"),
    "project_phase": Template("{item} reaches its next phase", "good", item="projects"),
    "project_delayed": Template("{item} is delayed by {amount} months", "bad", item="projects"),
    "project_done": Template("{item} is completed", "good", item="projects"),
    "project_failed": Template("{item} has failed", "bad", item="projects"),
    "research_level": Template("research on {item} reaches level {amount}", "good", PARTIES, item="lines"),
    "stockpile_released": Template("{amount} t of {item} released from the stockpile", "plain", PARTIES,
                                   item="materials"),
    "stockpile_reached": Template("the stockpile of {item} has reached its target", "good", PARTIES,
                                  item="materials"),
    "agreement_proposed": Template("{actor} proposes to {target}: {item}", "plain", PARTIES, item="agreements"),
    "agreement_signed": Template("{actor} and {target} sign: {item}", "good", item="agreements"),
    "agreement_declined": Template("{actor} declines what {target} proposed: {item}", "bad", PARTIES,
                                   item="agreements"),
    "agreement_expired": Template("between {actor} and {target} ends: {item}", "plain", PARTIES, item="agreements"),
    "export_tariff": Template("{actor} charges {amount} more on what it buys of {item} from {target}", "bad",
                              item="sectors", amount=_percent),
    "export_tariff_cut": Template("{actor} lowers its tariff on {item} from {target} to {amount}", "good",
                                  item="sectors", amount=_percent),
    "export_tariff_over": Template("{actor} ends its tariff on {item} from {target}", "good", item="sectors"),
    "budget_short": Template("the budget is short by {amount}; spending is cut", "bad", PARTIES, amount=_millions),
}  # fmt: skip
"""Orders given and refused have no template: what became of a seat's orders stands in the turn's report, in words."""
