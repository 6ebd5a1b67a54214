"""A session as it is hosted: table, file, links and clock, begun or gone on with. What it takes is on disk."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content import load
from game.content.package import Package
from game.marks import N_, Said
from game.server.clock import LONGEST, Clock
from game.server.links import Links
from game.server.store import SUFFIX, Act, SessionError, Store, folder
from game.server.table import Refused, Table
from game.session import saves

_FOR_A_TURN = ("add", "remove", "seal", "unseal", "next")


@dataclass(frozen=True)
class Wish:
    """What a new session is to be: the scenario as it was asked for, the seed, what it is called (exercise, game ...),
    and seconds a turn; None for no limit.
    """

    scenario: str
    seed: int | None
    label: str
    limit: float | None


class Sitting:
    """One session. Made by `begin` or `resume`."""

    def __init__(self, table: Table, store: Store, links: Links, clock: Clock, label: str) -> None:
        self.table = table
        self.store = store
        self.links = links
        self.clock = clock
        self.label = label
        self.started = False

    @classmethod
    def begin(cls, package: Package, wish: Wish) -> Sitting:
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
        return cls(table, store, links, Clock(wish.limit), wish.label)

    @classmethod
    def resume(cls, path: Path) -> Sitting:
        """Go on with a session: every act is done again, so drafts, seats and links are as they were.

        Raises:
            SessionError: when it plays otherwise with what is installed now.
        """
        store = Store(path)
        package = load(store.fact("scenario"), store.fact("changes"))
        table = Table(package, store.fact("seed"), _log(store))
        links = Links.kept({"room": store.fact("room"), "tokens": store.fact("tokens")})
        sitting = cls(table, store, links, Clock(store.fact("limit")), store.fact("label"))
        for act in store.acts():
            try:
                sitting._do(act)
            except Refused as error:
                text = N_("what {author} did in turn {turn} is refused with what is installed now ({do})")
                raise SessionError(Said(text, author=act.author, turn=act.turn + 1, do=act.do)) from error
        if (memory := store.fact("clock")) is not None:
            sitting.clock.restore(memory)
        return sitting

    def take(self, act: Act) -> bool:
        """Do an act and write it down; True where it had been done before, under the same id.

        Raises:
            Refused: when it cannot be done; nothing has changed then.
            sqlite3.Error: when it cannot be written: the session must stop, and goes on from what is on disk.
        """
        before = self.store.done(act.author, act.id)
        if before is not None:
            if (before.do, before.body) != (act.do, act.body):
                raise Refused("id_used", N_("that id was used for something else: give each act an id of its own"))
            return True
        if act.do in _FOR_A_TURN and act.turn != self.table.match.turn:
            text = N_("turn {given} is not being played: it is turn {turn} now")
            raise Refused("stale_turn", Said(text, given=act.turn + 1, turn=self.table.match.turn + 1))
        if act.do == "next" and self.table.match.finished:
            raise Refused("match_over", N_("the match is over: nothing is left to order"))
        if act.do == "next":
            self.play(act)
            return False
        self._do(act)
        self.store.append(act)
        if act.do == "clock":
            self.keep_time()
        return False

    def play(self, *asked: Act) -> None:
        """End the turn because its time is over, all are in, or it was `asked` for; and write it down."""
        self.store.append(self.table.play(), *asked)
        self.clock.renew()
        self.keep_time()

    def keep_time(self) -> None:
        """Write down how the clock stands."""
        self.store.note(clock=self.clock.memory())

    def _do(self, act: Act) -> None:
        if act.do == "clock":
            self._set_clock(act.body)
        elif act.do == "end":
            self.store.note(ended=True)
        elif act.do != "next":  # the turn that it played stands in the file before it
            self.table.apply(act)

    def _set_clock(self, body: Mapping[str, Any]) -> None:
        do, seconds = body.get("do"), body.get("seconds")
        if do == "start":
            self.clock.start()
            self.started = True
        elif do == "pause":
            self.clock.pause()
        elif do == "extend" and isinstance(seconds, int | float) and abs(seconds) <= LONGEST:
            self.clock.extend(float(seconds))
        else:
            raise Refused("bad_clock", N_("the clock can start, pause, or be extended by seconds"))


def _log(store: Store) -> Path:
    """A file for the match as a save, beside the session: one each time it is gone on with."""
    return saves.unused(store.path.with_suffix(saves.SUFFIX))
