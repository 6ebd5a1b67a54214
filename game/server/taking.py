"""A session begun or gone on with, and the acts that it takes: done, and then on disk."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content import load
from game.content.package import Package
from game.economy import machine
from game.marks import N_, Said
from game.server.acts.registry import DEEDS
from game.server.clock import Clock
from game.server.links import Links
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


def begin(package: Package, wish: Wish) -> Sitting:
    """A new session in a new file."""
    machine.on_demand()
    moment = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    store = Store(saves.unused(folder() / f"{Path(package.scenario).name} {moment}{SUFFIX}"))
    seed = secrets.randbelow(1_000_000) if wish.seed is None else wish.seed
    table = Table(package, seed, _log(store))
    links = Links.fresh(table.seats)
    store.note(
        scenario=wish.scenario,
        changes=dict(package.changes),
        seed=seed,
        label=wish.label,
        limit=wish.limit,
        **links.facts(),
    )
    return Sitting(table, store, links, Clock(wish.limit), wish.label)


def resume(path: Path) -> Sitting:
    """Go on with a session: every act is done again, so drafts, seats and links are as they were.

    Raises:
        SessionError: when it plays otherwise with what is installed now.
    """
    machine.on_demand()
    store = Store(path)
    package = load(store.fact("scenario"), store.fact("changes"))
    table = Table(package, store.fact("seed"), _log(store))
    links = Links.kept({"room": store.fact("room"), "tokens": store.fact("tokens")})
    sitting = Sitting(table, store, links, Clock(store.fact("limit")), store.fact("label"))
    for act in store.acts():
        try:
            _do(sitting, act)
        except Refused as error:
            text = N_("what {author} did in turn {turn} is refused with what is installed now ({do})")
            raise SessionError(Said(text, author=act.author, turn=act.turn + 1, do=act.do)) from error
    if (memory := store.fact("clock")) is not None:
        sitting.clock.restore(memory)
    return sitting


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
    if before is not None and (before.do, before.body) != (act.do, act.body):
        raise Refused("id_used", N_("that id was used for something else: give each act an id of its own"))
    return before is not None


def _take(sitting: Sitting, act: Act) -> None:
    if act.do in DEEDS and DEEDS[act.do].in_turn and act.turn != sitting.table.match.turn:
        text = N_("turn {given} is not being played: it is turn {turn} now")
        raise Refused("stale_turn", Said(text, given=act.turn + 1, turn=sitting.table.match.turn + 1))
    if act.do == "next":
        sitting.table.require_open()
        play(sitting, act)
        return
    _do(sitting, act)
    sitting.store.append(act)


def play(sitting: Sitting, *asked: Act) -> None:
    """End the turn because its time is over, all are in, or it was `asked` for; write it down with the new clock."""
    done = sitting.table.play()
    sitting.clock.renew()
    with sitting.store.step():
        sitting.store.append(done, *asked)
        sitting.keep_time()


def _do(sitting: Sitting, act: Act) -> None:
    if act.do not in DEEDS:
        raise Refused("unknown_act", Said(N_("nothing is called {act}"), act=act.do))
    DEEDS[act.do].do(sitting, act)


def _log(store: Store) -> Path:
    """A file for the match as a save, beside the session: one each time it is gone on with."""
    return saves.unused(store.path.with_suffix(saves.SUFFIX))
