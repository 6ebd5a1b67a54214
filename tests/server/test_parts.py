"""Clock, links and file of a session, without a process."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import host
from game.server.clock import Clock
from game.server.links import ROLES, Audience, Links
from game.server.pace import Plan, pace
from game.server.store import Act, SessionError, Store, folder
from game.server.wire import BadMessage, decode, encode


def test_clock_stands_while_paused_and_goes_on_where_it_was() -> None:
    moment = [0.0]
    clock = Clock(60.0, lambda: moment[0])
    moment[0] = 100.0
    assert clock.left == 60.0
    clock.start()
    moment[0] += 20.0
    clock.pause()
    moment[0] += 500.0
    assert clock.left == 40.0
    clock.extend(-30.0)
    clock.start()
    later = Clock(60.0, lambda: moment[0])
    later.restore(clock.memory())
    moment[0] += 10.0
    assert clock.out
    assert later.out
    clock.renew()
    assert clock.left == 60.0


def test_link_opens_its_own_seat_alone() -> None:
    links = Links.fresh(["a", "b"])
    assert len(links.tokens) == 2 + len(ROLES)
    assert all(len(token) == 32 for token in links.tokens)
    assert links.whose(links.token(Audience("seat", "b"))) == Audience("seat", "b")
    assert links.whose(links.room) is None
    assert links.whose("\N{SNOWMAN}") is None
    assert links.is_room(f" {links.room.lower()} ")
    assert Links.kept(links.facts()) == links


def test_file_has_all_acts_of_a_step_or_none(tmp_path: Path) -> None:
    path = tmp_path / "one.session"
    store = Store(path)
    first, second = Act("seat:a", "1", 0, "add", {"order": 1}), Act("seat:a", "2", 0, "seal", {})
    store.append(first)
    with pytest.raises(sqlite3.IntegrityError):
        store.append(second, first)
    store.note(kept=1)
    assert store.fact("kept") == 1
    with pytest.raises(SessionError):
        Store(path)
    store.close()
    assert list(Store(path).acts()) == [first]


@pytest.mark.parametrize("text", ["", "[]", '{"type":1}', '{"type":"a","turn":1.5}', '{"type":"a","id":7}', "[" * 9999])
def test_rubbish_is_no_message(text: str) -> None:
    with pytest.raises(BadMessage):
        decode(text)


def test_encoder_writes_no_number_that_json_lacks() -> None:
    assert decode(encode({"type": "a", "turn": 3})) == {"type": "a", "turn": 3}
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode({"a": float("inf")})


@pytest.mark.parametrize("resume", [False, True])
def test_port_that_is_taken_is_told_before_a_session_is_begun(*, resume: bool) -> None:
    with socket.create_server(("", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SessionError, match=f"port {port} .* --port"):
            host.command(
                "embargo_2010",
                resume=resume,
                label="game",
                port=port,
                seed=1,
                preset=None,
                minutes=None,
                rival="",
                events=None,
                red_cell="",
            )
    assert not folder().exists()


def test_a_session_of_before_acts_had_a_time_opens_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "old.session"
    base = sqlite3.connect(path)
    base.execute(
        "CREATE TABLE acts (number INTEGER PRIMARY KEY, author TEXT, id TEXT, turn INTEGER, do TEXT, body TEXT)"
    )
    base.execute("INSERT INTO acts VALUES (1, 'console', 'a', 0, 'say', '{}')")
    base.commit()
    base.close()
    store = Store(path)
    store.append(Act("console", "b", 0, "say", {}))
    times = [at for at, _act in store.dated()]
    store.close()
    assert times[0] == ""
    assert times[1].endswith("+00:00")


def test_time_of_a_session_counts_pauses_and_not_the_hours_without_a_host() -> None:
    moment = [0.0]
    clock = Clock(60.0, lambda: moment[0])
    moment[0] += 30.0
    assert clock.spent == 0.0
    clock.start()
    moment[0] += 100.0
    clock.pause()
    moment[0] += 20.0
    memory = clock.memory()
    moment[0] += 9999.0
    later = Clock(60.0, lambda: moment[0])
    later.restore(memory)
    moment[0] += 5.0
    assert later.spent == 125.0


@given(
    played=st.floats(0, 200),
    turns=st.integers(0, 40),
    turn=st.floats(0.5, 60),
    share=st.floats(0, 60),
)
def test_what_is_said_to_be_cut_makes_play_fit(played: float, turns: int, turn: float, share: float) -> None:
    plan = Plan(minutes=180, briefing=share, turns=20, turn=turn, debrief=60)
    stand = pace(plan, played, turns, turn)
    assert 0 <= stand.fewer <= turns
    if stand.room >= 0:
        assert (turns - stand.fewer) * turn <= stand.room + 1e-9
        assert turns * stand.each <= stand.room + 1e-9
    if stand.over <= 0:
        assert stand.fewer == 0


def test_a_host_starts_without_what_only_its_end_needs() -> None:
    heavy = "'matplotlib', 'jinja2', 'scipy', 'pygame', 'openpyxl'"
    code = f"import sys, game.server.run; print([one for one in ({heavy}) if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
