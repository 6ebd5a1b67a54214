"""The words of the pages, by the key under which a script says them: sent with the first message.

A place in braces is filled in by the page.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.marks import N_
from game.server.words_of_console import CONSOLE as _CONSOLE
from game.server.words_of_control import WORDS as _CONTROL
from game.telling import _

_SHARED: Mapping[str, str] = {
    "connecting": N_("Connecting…"),
    "offline": N_("Offline. What you do is sent when the connection is back."),
    "waiting": N_("Waiting to be sent: {n}"),
    "too_late": N_("Not done, because it came too late:"),
    "turn": N_("Turn {turn} of {turns}"),
    "new_turn": N_("A new turn has begun."),
    "over": N_("The match is over"),
    "no_limit": N_("no time limit"),
    "paused": N_("paused"),
    "left": N_("left"),
    "hurry": N_("Time is nearly up"),
    "settings": N_("Text size and language"),
    "smaller": N_("Smaller text"),
    "usual_size": N_("Usual text size"),
    "larger": N_("Larger text"),
    "language": N_("Language"),
    "news": N_("Headlines"),
    "no_news": N_("No headlines yet"),
    "behind": N_("What is behind it"),
    "messages": N_("Messages"),
    "no_messages": N_("No messages"),
    "charts": N_("Charts"),
    "chart": N_("Chart of"),
    "sealed": N_("Sealed"),
    "open": N_("Not sealed"),
    "budget": N_("Budget"),
    "capital": N_("Political capital"),
    "done": N_("Done"),
    "room": N_("Room code"),
}
_LOBBY: Mapping[str, str] = {
    "join": N_("Join"),
    "name": N_("Name of your team"),
    "name_tip": N_("It is shown to all in the room and kept in the file of the session."),
    "pick": N_("Take this seat"),
    "taken": N_("taken by {who}"),
    "join_team": N_("To join this team, open the link that one of its people can show you: the address of their page."),
    "devices": N_("devices connected: {n}"),
    "nobody_here": N_("nobody connected"),
    "free_seats": N_("{free} of {all} seats are free"),
    "running": N_("The match has begun: you can still join."),
}
_PLAY: Mapping[str, str] = {
    "parts": N_("Parts of this page"),
    "tab_situation": N_("Situation"),
    "tab_orders": N_("Orders"),
    "tab_agreements": N_("Agreements"),
    "tab_holdings": N_("Projects"),
    "tab_supply": N_("Supply and books"),
    "tab_news": N_("News and charts"),
    "tab_notes": N_("Notes"),
    "briefing": N_("Briefing"),
    "goals": N_("Goals"),
    "to_win": N_("To win"),
    "figures": N_("Key figures"),
    "better": N_("better"),
    "worse": N_("worse"),
    "why": N_("Why is it so: {what}"),
    "wait": N_("One moment…"),
    "score": N_("Score"),
    "of": N_("{points} of 100, counts {weight} %"),
    "met": N_("met"),
    "not_met": N_("not met"),
    "since": N_("Since your last turn"),
    "turning_points": N_("Turning points"),
    "turn_by_turn": N_("Turn by turn"),
}
_ORDERS: Mapping[str, str] = {
    "none": N_("Nothing to choose now"),
    "price": N_("Price"),
    "sealed_first": N_("Your orders are sealed: open them again to change anything."),
    "draft": N_("Your draft"),
    "empty": N_("No orders yet"),
    "remove": N_("Remove"),
    "undo": N_("Undo the last step"),
    "after": N_("After your orders"),
    "who_did": N_("Who did what"),
    "foot": N_("Draft: {n}"),
    "seal": N_("Seal orders"),
    "unseal": N_("Open again"),
    "seal_sure": N_("Seal the orders of this turn? There are {n}."),
    "seal_empty": N_("Nothing is ordered yet: seal all the same?"),
    "seal_yes": N_("Yes, seal"),
    "seal_no": N_("Not yet"),
    "offers": N_("Offers to you: {n}"),
    "past": N_("What stood before"),
    "holdings": N_("What you hold"),
    "holds_nothing": N_("You hold nothing in mines and plants."),
    "projects": N_("Projects"),
    "supply": N_("Supply chain"),
    "stocks": N_("Stockpile"),
}
_TEAM: Mapping[str, str] = {
    "notes": N_("Prediction and reason"),
    "notes_tip": N_("Both may be left out. They are kept for the debrief; your team and the facilitator see them."),
    "prediction": N_("Prediction"),
    "prediction_tip": N_("What will have happened by the next turn?"),
    "rationale": N_("Reason"),
    "rationale_tip": N_("Why do you order what you order, in one line?"),
    "note_down": N_("Note it down"),
    "noted": N_("noted"),
    "notes_before": N_("Notes of earlier turns"),
    "of_turn": N_("Turn {turn}"),
    "team": N_("Your team"),
    "nickname": N_("Name of this device"),
    "nickname_tip": N_("It may be left out. Your team and the facilitator see by it who did what."),
}
_PROJECTOR: Mapping[str, str] = {
    "in_force": N_("Agreements in force"),
    "none_in_force": N_("None"),
    "locked": N_("Please look to the front"),
    "locked_tip": N_("The facilitator goes on in a moment."),
    "join_here": N_("Join with this code"),
    "qr": N_("Picture to scan: it opens the lobby of room {room}"),
    "stands_still": N_("stands still"),
}
_BEHIND_A_LINK = (_SHARED, _PLAY, _ORDERS, _TEAM)
_SCREEN = (_SHARED, _PROJECTOR)
_BY_ROLE: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "lobby": (_SHARED, _LOBBY),
    "seat": _BEHIND_A_LINK,
    "console": (*_BEHIND_A_LINK, _PROJECTOR, _CONSOLE, _CONTROL),
    "red": (*_BEHIND_A_LINK, _PROJECTOR, _CONTROL),
    "evaluator": (*_BEHIND_A_LINK, _PROJECTOR, _CONTROL),
    "projector": (*_SCREEN, _TEAM, _CONTROL),
    "observer": (*_SCREEN, _TEAM, _CONTROL),
}
WORDS: Mapping[str, str] = {**_SHARED, **_LOBBY, **_PLAY, **_ORDERS, **_TEAM, **_PROJECTOR, **_CONSOLE, **_CONTROL}
"""All of them, in English."""


def words(role: str) -> dict[str, str]:
    """The words of the page of a role, in the language spoken now."""
    return {key: _(text) for part in _BY_ROLE.get(role, _SCREEN) for key, text in part.items()}
