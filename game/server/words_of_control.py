"""Words of the pages of control: its panels on the console, the red cell, the evaluators."""

from __future__ import annotations

from collections.abc import Mapping

from game.marks import N_
from game.telling import _

ROLES = frozenset({"console", "red", "evaluator", "projector"})
"""Whose pages have these words."""
WORDS: Mapping[str, str] = {
    "rewind": N_("Go back"),
    "rewind_about": N_(
        "The match goes on from the start of an earlier turn, with the drafts of that turn as they were. What was "
        "played since is kept as a save of its own. Everybody is told the reason, and the clock stands."
    ),
    "rewind_to": N_("To the start of turn"),
    "rewind_do": N_("Go back to the start of turn {turn}"),
    "rewind_sure": N_("Really go back: {turns} turns are taken back"),
    "rewind_none": N_("No turn was played yet."),
    "branches": N_("Branches that were left"),
    "branch": N_("Turns {first} to {last}, kept as {file}: {reason}"),
    "reason": N_("Reason"),
    "cancel": N_("Leave it"),
    "audit": N_("Audit log"),
    "audit_show": N_("Show the latest acts"),
    "audit_file": N_("Download the whole log (CSV)"),
    "audit_shown": N_("{shown} of {total} acts, the latest first"),
    "audit_at": N_("Time"),
    "audit_turn": N_("Turn"),
    "audit_who": N_("Who"),
    "audit_act": N_("Act"),
    "audit_what": N_("What"),
    "taken_back": N_("taken back"),
    "teams": N_("Teams and links"),
    "team_seat": N_("Seat"),
    "team_name": N_("Name of the team"),
    "rename": N_("Rename"),
    "free_seat": N_("Free the seat"),
    "team_to": N_("Other seat"),
    "move": N_("Move the team there"),
    "merge": N_("Let the team join the one there"),
    "team_about": N_(
        "A team that moves takes its links along; who sat there gets the seat that was left. When two teams join, the "
        "links of both open the one seat."
    ),
    "another_link": N_("One more link for this seat"),
    "replace_link": N_("New link; the old one opens nothing then"),
    "qr": N_("Show QR"),
    "qr_hide": N_("Hide QR"),
    "link_number": N_("Link {number}"),
    "other_links": N_("Links of the others"),
    "red": N_("The rival: {name}"),
    "red_led": N_("{who} leads it"),
    "red_script": N_("The script plays it: the facilitator can give it to you."),
    "red_about": N_(
        "What you choose comes in the first month of the turn in which its condition holds; what you do not choose "
        "does not come. Nobody else is told before the turn is played."
    ),
    "red_by_script": N_("Let the script play this turn"),
    "red_by_us": N_("Choose ourselves"),
    "red_choices": N_("What the rival does in this turn"),
    "red_seal": N_("Seal"),
    "red_unseal": N_("Open again"),
    "red_sealed": N_("Sealed: it comes when the turn ends."),
    "red_why": N_("Why"),
    "red_when": N_("Its condition: {when}"),
    "red_name": N_("Name of the red cell"),
    "red_give": N_("Give the rival to the red cell"),
    "red_take": N_("Give the rival back to the script"),
    "red_chosen": N_("Chosen: {moves}"),
    "red_nothing": N_("nothing of its own"),
    "red_as_script": N_("as the script does"),
}


def spoken(role: str) -> dict[str, str]:
    """The words for the pages of a role, in the language spoken now."""
    return {key: _(text) for key, text in WORDS.items()} if role in ROLES else {}
