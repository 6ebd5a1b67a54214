"""A real host and real clients: nobody is locked out, nothing acknowledged is lost, nothing secret leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from game.session.saves.replay import verify
from tests.server.hosted import Client, Hosted

pytestmark = pytest.mark.slow
ENGAGE = {"kind": "set_posture", "posture": "engage"}
RESEARCH = {"kind": "fund_research", "line": "recycling", "rate": 2.0}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    one = Hosted(tmp_path_factory.mktemp("shared"))
    yield one
    one.kill()


@pytest.fixture
def hosts() -> Iterator[ExitStack]:
    """What ends the hosts of a test, however it ends."""
    with ExitStack() as stack:
        yield stack


def seat_token(console: Client, seat: str) -> str:
    links = console.until("links")["links"]
    return next(str(link["path"]).partition("#")[2] for link in links if link["seat"] == seat)


def test_killed_host_goes_on_with_same_links_and_drafts(home: Path, hosts: ExitStack) -> None:
    first = Hosted(home, "--minutes-a-turn", "5")
    hosts.callback(first.kill)
    lobby = first.client(room=first.room.lower())
    seated = lobby.act("claim", seat="japan", name="Team Mia")
    assert seated["type"] == "seated"
    assert first.client(room=first.room).act("claim", seat="japan", name="Late")["code"] == "seat_taken"
    player, console = first.client(token=seated["token"]), first.client(token=first.console)
    assert console.act("clock", do="start")["type"] == "acknowledged"
    assert player.act("add", turn=0, order=RESEARCH)["type"] == "acknowledged"
    refused = player.act("add", turn=0, order={"kind": "set_access", "site": "japan_hub", "access": "screened"})
    assert refused["type"] == "refused"
    assert len(refused["text"]) > 20
    assert console.act("next", turn=0)["type"] == "acknowledged"
    assert player.until("turn")["led"] == ["usa", "eu", "korea"]
    assert player.act("add", id="mine", turn=1, order=ENGAGE)["again"] is False
    first.kill()

    second = Hosted(home, "--resume", port=first.port)
    hosts.callback(second.kill)
    assert second.links == first.links
    back = second.client(token=seated["token"])
    clock = back.until("clock")
    assert clock["running"]
    assert 280 < clock["left"] <= 300
    view = back.until("view")
    assert view["turn"] == 1
    assert [one["order"] for one in back.until("draft")["orders"]] == [ENGAGE]
    assert back.act("add", id="mine", turn=1, order=ENGAGE)["again"] is True
    assert back.act("add", turn=0, order=ENGAGE)["code"] == "stale_turn"
    assert back.act("remove", turn=1, index=0)["type"] == "acknowledged"
    assert back.until("draft")["orders"] == []
    assert back.act("seal", turn=1)["type"] == "acknowledged"  # all who hold a seat are in: the turn is played
    assert back.until("turn")["turn"] == 2


def test_facilitator_runs_the_room(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    player = hosted.client(token=seat_token(console, "korea"))
    screen = hosted.client(token=hosted.projector)
    player.until("forms")
    assert console.act("say", to="korea", text="Hurry up")["type"] == "acknowledged"
    assert player.until("message")["text"] == "Hurry up"
    assert console.act("lead", seat="korea", doctrine="hedger")["type"] == "acknowledged"
    assert console.act("lead", seat="korea", doctrine="nobody")["code"] == "unknown_doctrine"
    assert next(row for row in player.until("roster")["seats"] if row["seat"] == "korea")["here"] == 1
    console.act("hand_back", seat="korea")
    console.send(type="see", seat="korea")
    assert console.until("view")["as"] == "korea"
    assert console.act("add", seat="korea", turn=0, order=ENGAGE)["type"] == "acknowledged"
    while not (draft := player.until("draft"))["orders"]:
        pass
    assert draft["orders"][0]["order"] == ENGAGE
    screen.until("public")
    assert not any('"draft"' in text or '"view"' in text or "Hurry" in text for text in screen.got)
    assert "error" in screen.act("next", turn=0)["type"]
    console.act("remove", seat="korea", turn=0, index=0)


def test_a_note_reaches_who_wrote_it_and_the_console(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    one, other = hosted.client(token=seat_token(console, "japan")), hosted.client(token=_second(hosted, "eu"))
    assert one.act("note", kind="prediction", text="it will be dear")["type"] == "acknowledged"
    assert one.act("note", kind="observation", text="they argue")["code"] == "bad_note"
    assert one.act("note", kind="rationale", text=" ")["code"] == "bad_text"
    assert other.act("note", kind="rationale", text="no money")["type"] == "acknowledged"
    while len(notes := console.until("notes")["notes"]) < 2:
        pass
    assert [(note["by"], note["text"]) for note in notes] == [
        ("seat:japan", "it will be dear"),
        ("seat:eu", "no money"),
    ]
    assert not any("it will be dear" in text for text in other.got)


def test_whole_match_by_the_clock_ends_in_words(tmp_path: Path) -> None:
    host = Hosted(tmp_path, "--minutes-a-turn", "0.1")
    try:
        console = host.client(token=host.console)
        player = host.client(token=seat_token(console, "eu"))
        console.act("clock", do="start")
        console.act("clock", do="extend", seconds=-6)
        assert player.until("turn")["led"] == ["japan", "usa", "eu", "korea"]
        for turn in range(1, 14):
            assert console.act("next", turn=turn)["type"] == "acknowledged"
        assert console.act("next", turn=14)["code"] == "match_over"
        while not (told := player.until("turn"))["finished"]:
            pass
        assert told["turn"] == 14
        assert player.until("view")["finished"]
        assert player.act("add", turn=14, order=ENGAGE)["code"] == "match_over"
        save = next((tmp_path / "sessions").glob("*.chokepoint"))
        assert console.act("end")["type"] == "acknowledged"
        assert player.until("goodbye")["code"] == "ended"
        assert host.process.wait(timeout=20) == 0
        assert verify(save).ok
    finally:
        host.kill()


def test_hostile_messages_change_nothing(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    token = seat_token(console, "usa")
    player = hosted.client(token=token)
    before = player.until("view")
    player.until("forms")
    deep = "[" * 8000
    raw = [
        "",
        "x",
        "[]",
        "null",
        "{}",
        '{"type":3}',
        deep,
        '{"type":"add","turn":NaN}',
        '{"type":"add","id":"\\ud800"}',
    ]
    for text in raw:
        player.socket.send(text)
        assert player.until("error")["code"] == "bad_message"
    for order in (
        {}, None, 5, {"kind": "x"}, {"kind": 3}, {**RESEARCH, "rate": 10**400}, {**RESEARCH, "rate": -1},
        {**RESEARCH, "line": "\N{SNOWMAN}" * 500}, {**RESEARCH, "more": {}},
    ):  # fmt: skip
        assert player.act("add", turn=0, order=order)["type"] in ("refused", "error")
    assert player.act("add", turn=0, seat="eu", order={"kind": "none"})["type"] == "refused"
    for kind in ("next", "clock", "lead", "turn", "claim", "end", "__init__"):
        assert player.act(kind, turn=0)["type"] == "error"
    for kind, given in (("fund_research", {"rate": 10**400}), ("fund_project", {"project": []}), ("nothing", {})):
        player.send(type="form", kind=kind, given=given)
        player.until("form", "error")
    again = hosted.client(token=token)
    assert again.until("view") == before
    assert again.until("draft")["orders"] == []


@pytest.mark.parametrize(
    ("hello", "origin", "code"),
    [
        ({"token": "0" * 32}, None, "unknown_link"),
        ({"room": "AAAAAA"}, None, "unknown_link"),
        ({"token": "0" * 32}, "http://elsewhere.example", "foreign_page"),
    ],
)
def test_strangers_are_told_why(hosted: Hosted, hello: dict[str, str], origin: str | None, code: str) -> None:
    stranger = Client(hosted.port, origin=origin, **hello)
    assert stranger.until("goodbye")["code"] == code
    with pytest.raises(ConnectionClosed):
        stranger.socket.recv(timeout=10)
    stranger.close()


@pytest.mark.parametrize(("texts", "code"), [(["x" * 20_000], "too_large"), (["{}"] * 200, "too_fast")])
def test_greedy_clients_are_told_why(hosted: Hosted, texts: list[str], code: str) -> None:
    greedy = hosted.client(room=hosted.room)
    greedy.until("lobby")
    for text in texts:
        greedy.socket.send(text)
    assert greedy.until("goodbye")["code"] == code


def _second(host: Hosted, seat: str) -> str:
    return seat_token(host.client(token=host.console), seat)
