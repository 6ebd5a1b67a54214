"""A session begun or gone on with, and the acts that it takes: done, and then on disk."""

from __future__ import annotations

import datetime as dt
import logging
import math
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.content import load
from game.content.package import Package
from game.economy import machine
from game.marks import N_, Said
from game.server.acts.deeds import Undone
from game.server.acts.events import due
from game.server.acts.registry import DEEDS
from game.server.acts.rewinding import require_past
from game.server.clock import Clock
from game.server.links import Links
from game.server.pace import Plan
from game.server.sitting import Sitting
from game.server.store import SUFFIX, Act, SessionError, Store, folder
from game.server.table import FAULT, Refused, Table
from game.session import saves


@dataclass(frozen=True)
class Wish:
    """What a new session is to be: the scenario as it was asked for, the seed, what it is called (exercise, game ...),
    and seconds a turn; None for no limit.
    """

    scenario: str
    seed: int | None
    label: str
    limit: float | None
    red_cell: str = ""
    """Name of who leads the rival from the start; empty where the script does."""
    plan: Plan | None = None
    """How the minutes are to be spent, where a preset says so."""


def begin(package: Package, wish: Wish) -> Sitting:
    """A new session in a new file."""
    machine.on_demand()
    moment = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    store = Store(saves.unused(folder() / f"{Path(package.scenario).name} {moment}{SUFFIX}"))
    seed = secrets.randbelow(1_000_000) if wish.seed is None else wish.seed
    table = Table(package, seed, _log(store), wish.red_cell)
    links = Links.fresh(table.seats)
    store.note(
        scenario=wish.scenario,
        changes=dict(package.changes),
        seed=seed,
        label=wish.label,
        limit=wish.limit,
        red_cell=wish.red_cell,
        plan=wish.plan and wish.plan.fact(),
        **links.facts(),
    )
    return Sitting(table, store, links, Clock(wish.limit), wish.label, plan=wish.plan)


def resume(path: Path) -> Sitting:
    """Go on with a session: every act is done again, so drafts, seats and links are as they were.

    Raises:
        SessionError: when it plays otherwise with what is installed now.
    """
    machine.on_demand()
    store = Store(path)
    package = load(store.fact("scenario"), store.fact("changes"))
    sitting = _again(store, package, tuple(store.acts()), _log(store))
    if (memory := store.fact("clock")) is not None:
        sitting.clock.restore(memory)
    return sitting


def _again(store: Store, package: Package, acts: Sequence[Act], log: Path) -> Sitting:
    """The sitting that `acts` lead to, its match in a new log."""
    table = Table(package, store.fact("seed"), log, store.fact("red_cell", ""))
    links = Links.kept({"room": store.fact("room"), "tokens": store.fact("tokens")})
    sitting = Sitting(table, store, links, Clock(store.fact("limit")), store.fact("label"))
    sitting.plan = Plan.kept(store.fact("plan"))
    rewinds = sum(act.do == "rewind" for act in acts)
    for act in lasting(acts):
        rewinds -= act.do == "rewind"
        try:
            _do(sitting, act)
        except Refused as error:
            if rewinds:  # what it was done to is no longer so: the rewind has taken it back
                continue
            text = N_("what {author} did in turn {turn} is refused with what is installed now ({do})")
            raise SessionError(Said(text, author=act.author, turn=act.turn + 1, do=act.do)) from error
    return sitting


def lasting(acts: Sequence[Act]) -> list[Act]:
    """The acts that hold, in their order: all that no later rewind has taken back."""
    kept: list[Act] = []
    earliest: float = math.inf
    for act in reversed(acts):
        undone = DEEDS[act.do].undone if act.do in DEEDS else Undone.NEVER
        if act.do == "rewind":
            earliest = min(earliest, act.body["to"])
        if undone is Undone.NEVER or act.turn < earliest or (act.turn == earliest and undone is Undone.BEFORE):
            kept.append(act)
    return kept[::-1]


def take(sitting: Sitting, acts: Sequence[Act]) -> list[bool | Refused]:
    """Do acts one after the other and write them down in one step, and how the clock stands with them.

    For each whether it had been done before under the same id, or why it cannot be done; nothing has changed then.

    Raises:
        sqlite3.Error: when they cannot be written: the session must stop, and goes on from what is on disk.
    """
    with sitting.store.step():
        outcomes = [_taken(sitting, act) for act in acts]
        if False in outcomes:
            sitting.keep_time()
    return outcomes


def _taken(sitting: Sitting, act: Act) -> bool | Refused:
    """What came of an act. A fault in it is told to who did it and costs others nothing; one in a turn is raised."""
    try:
        again = _repeated(sitting, act)
        if not again:
            _take(sitting, act)
    except Refused as refused:
        return refused
    except sqlite3.Error:
        raise
    except Exception:
        if act.do == "next":
            raise
        logging.getLogger(__name__).exception("%s of %s", act.do, act.author)
        return Refused("fault", FAULT)
    return again


def _repeated(sitting: Sitting, act: Act) -> bool:
    before = sitting.store.done(act.author, act.id)
    if before is not None and (before.do, _asked(before.body)) != (act.do, _asked(act.body)):
        raise Refused("id_used", N_("that id was used for something else: give each act an id of its own"))
    return before is not None


def _take(sitting: Sitting, act: Act) -> None:
    act = _dated(sitting, act)
    if act.do == "next":
        sitting.table.require_open()
        play(sitting, act)
    elif act.do == "rewind":
        rewind(sitting, act)
    else:
        if act.do in DEEDS and (gives := DEEDS[act.do].gives):
            act = replace(act, body={**act.body, "host": gives()})
        waited = not sitting.started
        _do(sitting, act)
        sitting.store.append(act, *(due(sitting) if waited and sitting.started else ()))


def _dated(sitting: Sitting, act: Act) -> Act:
    """The act with the turn in which it is done.

    Raises:
        Refused: when it was meant for another.
    """
    turn = sitting.table.match.turn
    if act.do in DEEDS and DEEDS[act.do].in_turn and act.turn != turn:
        text = N_("turn {given} is not being played: it is turn {turn} now")
        raise Refused("stale_turn", Said(text, given=act.turn + 1, turn=turn + 1))
    return replace(act, turn=turn)


def rewind(sitting: Sitting, act: Act) -> None:
    """Go on from the start of an earlier turn in a new log; the save of what was played since is kept and named.

    The session is made again from the acts that hold, as after a crash, so that both come to the same.
    """
    to, store, left = require_past(sitting, act), sitting.store, sitting.table.match
    file = left.log_path.name if left.log_path else ""
    body = {"to": to, "left": left.turn, "file": file, "reason": act.body["reason"]}
    branch = Act("table", f"branch {len(sitting.branches) + 1}", left.turn, "branch", body)
    acts = (*store.acts(), act, branch)
    try:
        fresh = _again(store, sitting.table.package, acts, saves.branch_path(left.log_path or _log(store), to))
    except SessionError as error:
        raise Refused("plays_otherwise", error.args[0]) from error
    store.append(act, branch, *due(fresh))
    left.close()
    sitting.become(fresh)
    sitting.clock.pause()
    sitting.clock.renew()
    sitting.keep_time()


def play(sitting: Sitting, *asked: Act) -> None:
    """End the turn because its time is over, all are in, or it was `asked` for; write it down with the new clock, and
    with the events that the next turn brings.
    """
    played = sitting.table.play()
    if sitting.branches:  # the turn has been played before, in a branch that was left
        played = replace(played, id=f"{played.id}, branch {len(sitting.branches) + 1}")
    come = due(sitting)
    sitting.clock.renew()
    with sitting.store.step():
        sitting.store.append(played, *asked, *come)
        sitting.keep_time()


def _asked(body: Mapping[str, Any]) -> dict[str, Any]:
    """What the client said of an act: all but what the host put to it."""
    return {key: value for key, value in body.items() if key != "host"}


def _do(sitting: Sitting, act: Act) -> None:
    if act.do not in DEEDS:
        raise Refused("unknown_act", Said(N_("nothing is called {act}"), act=act.do))
    DEEDS[act.do].do(sitting, act)


def _log(store: Store) -> Path:
    """A file for the match as a save, beside the session: one each time it is gone on with."""
    return saves.unused(store.path.with_suffix(saves.SUFFIX))
