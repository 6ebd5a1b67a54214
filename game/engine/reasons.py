"""Why a nation does not take what is proposed to it, as it says: the part of the proposal that weighs most against."""

from __future__ import annotations

from game.marks import N_

REASONS = ("none", "trust", "supply", "cover", "know_how", "staff", "cost", "fee", "tension", "pledge")
"""By its code."""
NO_REASON, TRUST, SUPPLY, COVER, KNOW_HOW, STAFF, COST, FEE, TENSION, PLEDGE = range(len(REASONS))

TEXTS = {
    "none": N_("no reason is given"),
    "trust": N_("there is too little trust"),
    "supply": N_("the goods are worth more on the open market"),
    "cover": N_("the other side would draw more than it brings"),
    "know_how": N_("it would teach more than it learns"),
    "staff": N_("it does nothing for the people there"),
    "cost": N_("it costs more than it brings"),
    "fee": N_("the fee is too high"),
    "tension": N_("it would anger {rival}"),
    "pledge": N_("it could not keep the days that it would pledge"),
}
"""What each is called."""
