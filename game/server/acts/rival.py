"""The red cell: who leads the rival is given it, chooses what it does in a turn, and seals that."""

from __future__ import annotations

from game.marks import N_, Said
from game.server.acts.deeds import CONSOLE, Deed, Undone
from game.server.sitting import Sitting
from game.server.store import Act
from game.server.table import Refused
from game.session.people import objection

RED = frozenset({"red", "console"})


def _give(sitting: Sitting, act: Act) -> None:
    """Give the rival to a red cell under its name, or back to the script with an empty one; from this turn on."""
    name = str(act.body.get("name") or "").strip()
    sitting.table.require_open()
    if refused := objection(name):
        raise Refused("bad_name", refused)
    sitting.table.give_rival(name)


def _require_led(sitting: Sitting) -> None:
    sitting.table.require_open()
    if not sitting.table.match.red_cell:
        raise Refused("script_plays", N_("the script leads: the facilitator can let the red cell lead"))


def _choose(sitting: Sitting, act: Act) -> None:
    """Choose the rules of this turn, none of the others; with null the script plays it."""
    table, rules = sitting.table, act.body.get("rules")
    _require_led(sitting)
    if table.rival_sealed:
        raise Refused("rival_sealed", N_("what was chosen is sealed: open it again first"))
    if rules is not None and (not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules)):
        raise Refused("bad_rules", N_("a choice is a list of rules, or nothing for the script"))
    try:
        table.match.lead_rival(rules)
    except ValueError as error:
        raise Refused("bad_rules", Said(N_("that cannot be done in this turn: {why}"), why=str(error))) from error


def _seal(sitting: Sitting, _act: Act) -> None:
    _require_led(sitting)
    sitting.table.rival_sealed = True


def _unseal(sitting: Sitting, _act: Act) -> None:
    _require_led(sitting)
    sitting.table.rival_sealed = False


DEEDS = {
    "give_rival": Deed(_give, CONSOLE, ("rival",)),
    "choose_rules": Deed(_choose, RED, ("rival",), in_turn=True, undone=Undone.BEFORE),
    "seal_rival": Deed(_seal, RED, ("rival", "all_in"), in_turn=True, undone=Undone.AT),
    "unseal_rival": Deed(_unseal, RED, ("rival",), in_turn=True, undone=Undone.AT),
}
