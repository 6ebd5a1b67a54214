"""Events of agreements: from the proposal to the end, kept or broken."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.event_kinds.kind import BAD, GOOD, PARTIES, REASON, EventKind
from game.marks import N_

KINDS: Mapping[str, EventKind] = {
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
}
