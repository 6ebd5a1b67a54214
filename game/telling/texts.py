"""Texts of codes that no entry of engine or orders carries: what the session says of a match."""

from __future__ import annotations

from collections.abc import Mapping

from game.marks import N_

TEXTS: Mapping[str, str | tuple[str, str]] = {
    # What brought something about; "because of" is said only with a size, elsewhere.
    "cause.order": N_("{owner:of} {deed}"),
    "cause.rule": N_("rule: {rule}"),
    "cause.incident": N_("after: {incident}"),
    "cause.chance": N_("chance"),
    # The phase that a project is in.
    "phase.idle": N_("not begun"),
    "phase.prospecting": N_("prospecting"),
    "phase.feasibility": N_("feasibility study"),
    "phase.permitting": N_("permitting"),
    "phase.construction": N_("construction"),
    "phase.commissioning": N_("commissioning"),
    "phase.done": N_("done"),
    "phase.failed": N_("failed"),
    # The state of a mine or plant.
    "status.planned": N_("planned"),
    "status.operating": N_("operating"),
    "status.suspended": N_("licence suspended"),
    "status.care": N_("care and maintenance"),
    "status.bankrupt": N_("bankrupt"),
    # The state of an agreement.
    "agreement.none": N_("none"),
    "agreement.proposed": N_("proposed by you"),
    "agreement.offered": N_("offered to you"),
    "agreement.in force": N_("in force"),
    # What a nation is to the reader.
    "role.self": N_("you"),
    "role.seat": N_("seat"),
    "role.rival": N_("rival"),
    "role.other": N_("other"),
    # How a part of the score is measured over the match.
    "aggregate.end": N_("{amount} at the end"),
    "aggregate.mean": N_("{amount} on average"),
    "aggregate.max": N_("{amount} at the worst"),
    # How a match went.
    "verdict.won": N_("{seat} has won: {total:number} points of 100, with every goal met"),
    "verdict.lost": N_("{seat} has lost: {reasons:clauses}"),
    "verdict.so_far": N_("so far {seat} has {total:number} points of 100"),
    "verdict.goal_missed": N_("goal missed: {goal}"),
    "verdict.part_fell": N_("{part} fell below what can be borne"),
    "verdict.part_rose": N_("{part} rose above what can be borne"),
    "verdict.points_short": N_("{total} points of 100, {needed:number} were needed"),
    # What a draft refuses before any order is looked at.
    "refusal.sealed": N_("your orders are sealed; open them again to change them"),
    "refusal.unreadable": N_("{problem}"),
    "refusal.unknown_name": N_("unknown name in the order: {name}"),
    "refusal.lacks_money": N_("{reason}: it costs {price} now, and {left} is left"),
    "refusal.lacks_capital": N_("{reason}: it takes {price}, and {left} is left"),
    # Headlines that no event tells of.
    "news.not_carried_out": N_("not carried out: {order}"),
    "news.turning_point": N_("{figure}: {before} to {after}"),
    "news.act": N_("{nation:alone}: {order}"),
}  # fmt: skip
