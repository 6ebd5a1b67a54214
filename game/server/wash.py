"""The hot wash: what is told when the match is over. Its figures are those of the debrief."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.marks import N_
from game.reports import facts
from game.reports.script import teller_of
from game.server import audit
from game.server.sitting import Sitting
from game.server.table import Refused
from game.session.interventions import INJECT, OVERRIDE, RULING
from game.telling import _, numbers
from game.telling.numbers import month

_TOLD = 6
"""Headlines of a turn beside a prediction, those first that turned something for the team."""
_PLAIN = ("plain",)
_ACTS = {
    INJECT: N_("Event"),
    OVERRIDE: N_("Override"),
    RULING: N_("Ruling"),
    "message": N_("Message of an event"),
    "rewind": N_("Went back to turn"),
    "close_play": N_("End of play"),
}


def require_over(sitting: Sitting) -> None:
    """Refuse while it is played: the script and every seat's secrets are told."""
    if not sitting.table.over:
        raise Refused("not_over", N_("the match goes on: end play first, or play it to its end"))


def told(sitting: Sitting, found: facts.Facts) -> dict[str, Any]:
    """The hot wash in the language spoken now, with the facts of the debrief in the same."""
    match = sitting.table.match
    return {
        "type": "wash",
        "finished": match.finished,
        "turn": match.turn,
        "period": found.period,
        "thinking": found.thinking,
        "timeline": list(_timeline(sitting, found)),
        "seats": [_seat(sitting, seat, one) for seat, one in zip(match.people, found.seats, strict=True)],
        "rules": [_rule(one) for one in found.rules if one.fired],
        "unused": [one.name for one in found.rules if not one.fired],
        "predictions": list(_predictions(sitting)),
        "ratings": list(_ratings(sitting)),
        "branches": sitting.branches,
        "questions": list(found.questions),
    }


def _timeline(sitting: Sitting, found: facts.Facts) -> Iterator[dict[str, Any]]:
    """Turn by turn: what was told of it, and what control did, with its reason."""
    done = list(_done(sitting))
    for turn in found.turns:
        acts = [
            {"act": _(_ACTS[kind]), "what": what, "reason": why} for at, kind, what, why in done if at == turn.number
        ]
        lines = [{"when": month(one.month), "text": one.text, "tone": one.tone} for one in turn.headlines]
        yield {"turn": turn.number, "period": turn.period, "headlines": lines, "acts": acts}


def _done(sitting: Sitting) -> Iterator[tuple[int, str, str, str]]:
    """What control did: the turn, from 1, of what kind it was, what, and why."""
    for report in sitting.table.match.control.reports:
        for one in (done.intervention for done in report.interventions):
            yield report.turn + 1, one.kind, " ".join(filter(None, (one.serial, one.effect))), one.reason
    for row in audit.entries(sitting):
        if row["reason"] and row["act"] in ("rewind", "close_play") and not row["taken_back"]:
            yield row["turn"], row["act"], row["what"], row["reason"]
    for said in sitting.table.said:
        if said.get("serial"):
            yield said["turn"] + 1, "message", said["serial"], said.get("subject") or said["text"]


def _seat(sitting: Sitting, seat: str, one: facts.SeatFacts) -> dict[str, Any]:
    turning = [
        {"when": month(point.month), "text": point.text, "cause": point.cause, "tone": point.tone}
        for point in one.turning_points
    ]
    parts = [
        {"label": part.label, "text": part.text, "points": round(part.points, 1), "weight": part.weight}
        for part in one.parts
    ]
    return {
        "seat": seat,
        "name": one.name,
        "holder": sitting.table.holders.get(seat, ""),
        "total": numbers.number(round(one.result.total, 1)),
        "won": one.result.won,
        "verdict": one.verdict,
        "parts": parts,
        "turning_points": turning,
    }


def _rule(one: Any) -> dict[str, Any]:
    fired = [month(when) for when in one.fired]
    return {"name": one.name, "text": one.text, "condition": one.condition, "does": one.does, "fired": fired}


def _predictions(sitting: Sitting) -> Iterator[dict[str, Any]]:
    """What teams predicted and why, each beside what the next turn brought them."""
    match, teller = sitting.table.match, teller_of(sitting.table.match)
    for note in sitting.notes:
        role, _colon, seat = note["by"].partition(":")
        if role != "seat" or note.get("undone") or note["turn"] >= match.turn:
            continue
        news = sorted(match.news(seat, note["turn"]), key=lambda one: one.tone in _PLAIN)[:_TOLD]
        yield {
            "turn": note["turn"] + 1,
            "kind": note["kind"],
            "name": teller.name("nations", seat),
            "holder": sitting.table.holders.get(seat, ""),
            "text": note["text"],
            "outcome": [f"{month(one.month)}: {teller.headline(one)}" for one in news],
        }


def _ratings(sitting: Sitting) -> Iterator[dict[str, Any]]:
    """Each objective with what evaluators wrote of it, the latest last."""
    for place, text in enumerate(sitting.table.package.objectives):
        notes = [one for one in sitting.notes if one.get("objective") == place]
        yield {"objective": _(text), "notes": notes}


def part_shown(sitting: Sitting) -> str:
    """The part of it that the projector is to show; none while the match is played."""
    return sitting.washing if sitting.table.over else ""


def washed(sitting: Sitting, found: facts.Facts | None) -> dict[str, Any]:
    """What of the hot wash the projector is to show, with the facts of the debrief where it shows any."""
    part = part_shown(sitting)
    return {"type": "washed", "part": part, "wash": told(sitting, found) if part and found else None}


def save_of(sitting: Sitting) -> Path:
    """The save of a match that is over, with all that was played on disk.

    Raises:
        Refused: while the match is played, and where it could not be saved.
    """
    require_over(sitting)
    match = sitting.table.match
    match.keep()
    if match.log_path is None or match.save_problem:
        raise Refused("no_save", match.save_problem or N_("the match has no save to make a debrief of"))
    return match.log_path


def packed(save: Path, out: Path) -> bytes:
    """Write the debrief of a save into a folder; its files as one ZIP. It reads the save alone, so a thread may do it.

    Raises:
        OSError: when the folder cannot be written.
    """
    from game.reports.debrief import debrief  # it draws: a second and 30 MB that no host needs before the end

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in debrief(save, out, facilitator=True).files:
            archive.write(path, path.name)
    return whole.getvalue()
