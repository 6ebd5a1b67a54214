"""A session begun or gone on with, and the acts that it takes: done, and then on disk."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from pathlib import Path

from game.content import load
from game.content.package import Package
from game.marks import N_, Said
from game.server.acts.registry import DEEDS
from game.server.clock import Clock
from game.server.links import Links
from game.server.sitting import Sitting
from game.server.store import SUFFIX, Act, SessionError, Store, folder
from game.server.table import Refused, Table
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


def take(sitting: Sitting, act: Act) -> bool:
    """Do an act and write it down; True where it had been done before, under the same id.

    Raises:
        Refused: when it cannot be done; nothing has changed then.
        sqlite3.Error: when it cannot be written: the session must stop, and goes on from what is on disk.
    """
    before = sitting.store.done(act.author, act.id)
    if before is not None:
        if (before.do, before.body) != (act.do, act.body):
            raise Refused("id_used", N_("that id was used for something else: give each act an id of its own"))
        return True
    if act.do in DEEDS and DEEDS[act.do].in_turn and act.turn != sitting.table.match.turn:
        text = N_("turn {given} is not being played: it is turn {turn} now")
        raise Refused("stale_turn", Said(text, given=act.turn + 1, turn=sitting.table.match.turn + 1))
    if act.do == "next":
        sitting.table.require_open()
        play(sitting, act)
        return False
    _do(sitting, act)
    sitting.store.append(act)
    if act.do == "clock":
        sitting.keep_time()
    return False


def play(sitting: Sitting, *asked: Act) -> None:
    """End the turn because its time is over, all are in, or it was `asked` for; and write it down."""
    sitting.store.append(sitting.table.play(), *asked)
    sitting.clock.renew()
    sitting.keep_time()


def _do(sitting: Sitting, act: Act) -> None:
    if act.do not in DEEDS:
        raise Refused("unknown_act", Said(N_("nothing is called {act}"), act=act.do))
    DEEDS[act.do].do(sitting, act)


def _log(store: Store) -> Path:
    """A file for the match as a save, beside the session: one each time it is gone on with."""
    return saves.unused(store.path.with_suffix(saves.SUFFIX))
