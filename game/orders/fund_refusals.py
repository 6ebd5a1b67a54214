"""Why public money for a project may be refused."""

from __future__ import annotations

from collections.abc import Mapping

from game.marks import N_
from game.orders.kinds import Refused

ALREADY_DONE, HAS_FAILED, UNDER_WAY, OVER_CAP, AGENCY_FULL, NOT_READY, BROKE, TAKEN, CLOSED, OUTBID = range(10, 20)
STILL_HELD, NOT_OFFERED, TOO_LATE, NO_DEPOSIT, NO_PARTNER, UNHEARD_OF = range(20, 26)
UNDER_LEAST, TOO_SMALL, LOSES, BEFORE, NOT_BUILT = range(26, 31)
NOT_ADMITTED, SHUT, NO_ROOM, NO_AGENCY, PRIVATE = range(31, 36)
REFUSALS: Mapping[int, Refused] = {
    NO_AGENCY: Refused("no_agency", N_("only nations with a public resource agency can finance {project}")),
    ALREADY_DONE: Refused("already_done", N_("work on {project} is complete")),
    HAS_FAILED: Refused("has_failed", N_("work on {project} has failed and cannot be taken up again")),
    UNDER_WAY: Refused("under_way", N_("{project} is already ordered or under way")),
    PRIVATE: Refused(
        "private", N_("{project} is under way with private money alone: only what another seat finances can be joined")
    ),
    OVER_CAP: Refused("over_cap", N_("a public share of {public_share} is more than the agency may take")),
    AGENCY_FULL: Refused("agency_full", N_("the agency can vet no more projects in this turn")),
    NOT_READY: Refused(
        "not_ready",
        N_("research on {line} has to reach {needed} for {project}, and is at {reached}"),
    ),
    BROKE: Refused("broke", N_("the site of {project} is bankrupt")),
    TAKEN: Refused("taken", N_("the whole output of the site of {project} is promised to others")),
    CLOSED: Refused("closed", N_("the host of {project} takes no public money from abroad")),
    NOT_ADMITTED: Refused(
        "not_admitted",
        N_(
            "{host} does not let your money into {project} unasked: its trust in you is {trust}, and it wants"
            " {wanted}; an agreement between you, its own money in the project or its permission would do too"
        ),
    ),
    SHUT: Refused("shut", N_("{host} takes no public money from abroad for {project} until it says otherwise")),
    NO_ROOM: Refused("no_room", N_("others pay for {project} already: a public share of {room} is left for you")),
    OUTBID: Refused("outbid", N_("another nation puts more public money into {project}")),
    STILL_HELD: Refused("still_held", N_("what {project} would take over is still in the hands of its owners")),
    NOT_OFFERED: Refused("not_offered", N_("the agency has no finance by {instrument}")),
    TOO_LATE: Refused("too_late", N_("exploration for {project} is over: a grant comes too late")),
    NO_DEPOSIT: Refused("no_deposit", N_("there is no deposit to explore for {project}")),
    NO_PARTNER: Refused("no_partner", N_("no private partner has come forward for {project} yet")),
    UNDER_LEAST: Refused("under_least", N_("the agency takes no part below a public share of {least}")),
    TOO_SMALL: Refused(
        "too_small",
        N_(
            "private partners for {project} ask for a public share of {asked} at last year's prices; bring that, or"
            " finance it together with others"
        ),
    ),
    LOSES: Refused(
        "loses",
        N_(
            "no private partner comes for {project} by {instrument} at last year's prices: the return on its cost"
            " would be {earned} a year, and partners come from {wanted} on; dearer goods or other finance would help"
        ),
    ),
    BEFORE: Refused("before", N_("{project} comes after {earlier}, which nobody builds yet")),
    NOT_BUILT: Refused("not_built", N_("the site of {project} is not built yet: there is nothing to refinance")),
    UNHEARD_OF: Refused("unheard_of", N_("nobody speaks of {project} yet")),
}
