"""The window on a seat of a real host: it shows what a match of its own would show, and bears a broken line."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest
import typer

from game.cli import join
from game.cli.failures import Failure
from game.content.package import Package
from game.desktop.remote.address import Address, NoWay
from game.desktop.remote.heard import Words
from game.desktop.remote.lobby import Lobby
from game.desktop.remote.seat import HostedSeat
from game.desktop.screens.joined import Joined
from game.desktop.screens.play import Play
from game.reports.script import rules_of
from game.server.table import Table
from tests.desktop.driver import Driver, complaints, make_app
from tests.server.hosted import Client, Hosted

pytestmark = pytest.mark.slow
SEAT = "japan"
PROTEST = {"kind": "set_posture", "posture": "protest"}
RESEARCH = {"kind": "fund_research", "line": "recycling", "rate": 2.0}
SEED = 7
"""Of `Hosted`."""
WAIT = 20.0


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    one = Hosted(tmp_path_factory.mktemp("hosted"))
    yield one
    one.kill()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """What ends hosts and lines of a test, however it ends."""
    with ExitStack() as one:
        yield one


class AtHost:
    """A window on the seat, and the console beside it."""

    def __init__(self, stack: ExitStack, host: Hosted) -> None:
        self.console: Client = host.client(token=host.console)
        stack.callback(self.console.close)
        with Lobby(Address.read(host.links["Players"])) as lobby:
            self.address = lobby.claim(SEAT, "Team Mia")
        self.seat = HostedSeat(self.address)
        stack.callback(self.seat.close)
        app = make_app()
        table = Joined(app, self.seat)
        app.occupy(table)
        table.begin()
        self.driver = Driver(app)

    @property
    def screens(self) -> list[str]:
        return [screen.name for screen in self.driver.app.screens]

    def until(self, true: Callable[[], bool]) -> None:
        """Let the window run until something is true."""
        end = time.monotonic() + WAIT
        while not true():
            assert time.monotonic() < end, self.screens
            self.driver.app.frame()
            time.sleep(0.02)

    def play_screen(self) -> Play:
        play = self.driver.app.screens[0]
        assert isinstance(play, Play)
        return play

    def look(self) -> None:
        self.driver.app.dirty = True
        self.driver.app.frame()
        assert complaints(self.driver.app.picture, self.driver.app.surface.get_rect()) == []


def links(host: Hosted) -> list[Words]:
    """All links of the session."""
    console = host.client(token=host.console)
    found: list[Words] = console.until("links")["links"]
    console.close()
    return found


def give(at: AtHost, table: Table, order: Words) -> None:
    """Give an order at the window and in the match of the test."""
    at.play_screen().panels[0].give(order)
    assert table.match.add(SEAT, order) is None


def same(at: AtHost, table: Table) -> None:
    """All that the seat sees is as in a match of its own."""
    match, seat, view = table.match, at.seat, table.match.view(SEAT)
    assert seat.view(SEAT) == view
    assert seat.drafts(SEAT) == match.drafts(SEAT)
    assert seat.turn == match.turn
    assert seat.news(SEAT, match.turn - 1) == match.news(SEAT, match.turn - 1)
    assert seat.try_order(SEAT, RESEARCH) == match.try_order(SEAT, RESEARCH)


def test_window_is_sent_the_records_of_its_seat_alone(hosted: Hosted) -> None:
    tokens = {str(one["seat"]): str(one["path"]).partition("#")[2] for one in links(hosted) if one["role"] == "seat"}
    window = hosted.client(token=tokens["eu"], client="window")
    window.until("record")
    before = window.got[-1]
    other = hosted.client(token=tokens["usa"])
    assert other.act("add", turn=0, order=RESEARCH)["type"] == "acknowledged"
    again = hosted.client(token=tokens["eu"], client="window")
    again.until("record")
    assert again.got[-1] == before
    assert other.act("remove", turn=0, index=0)["type"] == "acknowledged"
    odd: list[Words] = [{"of": "x"}, {"of": "choice"}, {"of": "choice", "order": []}, {"of": "why", "key": "no such"}]
    for number, question in enumerate([*odd, {"of": "why"}, {"of": "choice", "order": {**RESEARCH, "rate": 10**400}}]):
        window.send(type="ask", number=number, **question)
        answer = window.until("record")
        assert answer["number"] == number
        assert answer["of"] == "fault" or not answer["record"]["allowed"]
    for wrong in (None, "1", 1.5, True):
        window.send(type="ask", number=wrong, of="why", key="import_share")
        assert window.until("error")["code"] == "bad_message"
    for client in (window, again, other):
        client.close()
    assert not any(f'"type":"{kind}"' in text for kind in ("view", "draft", "forms") for text in window.got)


def test_window_shows_what_a_match_of_its_own_would(hosted: Hosted, package: Package, stack: ExitStack) -> None:
    table = Table(package, SEED, None)
    table.holders[SEAT] = "Team Mia"
    at = AtHost(stack, hosted)
    assert at.screens == ["play", "briefed"]
    at.look()
    at.driver.key(pygame.K_ESCAPE)
    same(at, table)

    give(at, table, PROTEST)
    same(at, table)
    phone = hosted.client(token=at.address.token)
    assert phone.act("add", turn=0, order=RESEARCH)["type"] == "acknowledged"
    assert table.match.add(SEAT, RESEARCH) is None
    phone.close()
    at.until(lambda: len(at.seat.place.orders) == 2)
    same(at, table)
    assert at.console.act("say", to=SEAT, text="Hurry up")["type"] == "acknowledged"
    at.until(lambda: at.driver.app.notice is not None and "Hurry up" in at.driver.app.notice.text)

    for turn in range(2):
        at.driver.key(pygame.K_e)
        at.driver.press("seal")
        assert at.screens == ["play", "room"]
        at.look()
        at.driver.press("unseal")
        assert at.screens == ["play"]
        at.driver.key(pygame.K_e)
        at.driver.press("seal")
        table.match.seal(SEAT)
        assert "sealed" in at.play_screen().panels[0].client.add(PROTEST)
        same(at, table)
        assert at.console.act("next", turn=turn)["type"] == "acknowledged"
        table.play()
        at.until(lambda before=turn: at.seat.turn > before and at.screens == ["play", "since"])  # type: ignore[misc]
        at.look()
        same(at, table)
        for indicator in table.match.view(SEAT).indicators if turn == 0 else ():  # later ones take the host long
            assert at.seat.why(SEAT, indicator.key) == table.match.why(SEAT, indicator.key)
        at.driver.key(pygame.K_ESCAPE)
        give(at, table, {**PROTEST, "posture": "engage" if turn == 0 else "neutral"})

    assert at.console.act("rewind", turn=2, to=1, reason="too hasty")["type"] == "acknowledged"
    at.until(lambda: at.seat.turn == 1 and at.screens == ["play", "since"])
    assert at.driver.app.notice is not None
    assert "too hasty" in at.driver.app.notice.text
    assert at.console.act("move", seat=SEAT, to="usa")["type"] == "acknowledged"
    at.until(lambda: at.seat.place.view.seat == "usa" and at.screens == ["play", "since"])
    at.look()
    assert at.console.act("move", seat="usa", to=SEAT)["type"] == "acknowledged"
    at.until(lambda: at.seat.place.view.seat == SEAT and at.screens == ["play", "since"])
    table = Table(package, SEED, None)
    table.holders[SEAT] = "Team Mia"
    assert table.match.add(SEAT, PROTEST) is None
    assert table.match.add(SEAT, RESEARCH) is None
    table.match.seal(SEAT)
    table.play()
    assert table.match.add(SEAT, {**PROTEST, "posture": "engage"}) is None  # a rewind leaves the draft of its turn
    same(at, table)

    while not table.match.finished:
        assert at.console.act("next", turn=table.match.turn)["type"] == "acknowledged"
        table.play()
    at.until(lambda: at.screens == ["ending"])
    assert at.seat.result(SEAT) == table.match.result(SEAT)
    assert at.seat.past(SEAT) == table.match.past(SEAT)
    assert at.seat.heard.ending is not None
    assert at.seat.heard.ending.rules == tuple(rules_of(table.match))
    at.look()
    assert [key for key in ("again", "debrief", "elsewhere") if at.driver.app.control(key)] == []


def test_broken_line_loses_no_order(tmp_path: Path, stack: ExitStack) -> None:
    first = Hosted(tmp_path)
    stack.callback(first.kill)
    at = AtHost(stack, first)
    at.driver.key(pygame.K_ESCAPE)
    first.kill()
    with pytest.raises(NoWay, match="no host answers"), Lobby(at.address):
        pass
    at.until(lambda: at.seat.heard.lost)
    assert at.play_screen().table.note() == "no line to the host"
    at.play_screen().explain("import_share", "Imports", "")
    assert at.screens == ["play"]
    assert not at.seat.try_order(SEAT, PROTEST).allowed
    at.play_screen().panels[0].give(PROTEST)
    assert at.driver.app.notice is not None
    assert "has not answered" in at.driver.app.notice.text

    second = Hosted(tmp_path, "--resume", port=first.port)
    stack.callback(second.kill)
    at.until(lambda: not at.seat.heard.lost and len(at.seat.place.orders) == 1)
    assert at.seat.place.orders[0].model_dump() == PROTEST
    at.driver.key(pygame.K_ESCAPE)
    assert {"menu:room", "menu:briefing"} < {control.key for control in at.driver.app.picture.controls}
    assert at.driver.app.control("menu:save") is None
    at.look()
    console = second.client(token=second.console)
    console.until("notes")
    console.send(type="end", id="end")
    at.until(lambda: at.screens[-1] == "parted")
    at.driver.key(pygame.K_ESCAPE)
    assert at.screens == ["title"]


def test_who_comes_the_wrong_way_is_told(hosted: Hosted) -> None:
    address = Address.read(hosted.links["Players"])
    with pytest.raises(NoWay, match="opens nothing here"):
        HostedSeat(Address(address.host, token="0" * 32))
    with pytest.raises(NoWay, match="not one of a seat"):
        HostedSeat(Address(address.host, token=hosted.console))
    with pytest.raises(NoWay, match="opens nothing here"), Lobby(Address(address.host, room="WRONG")):
        pass
    with Lobby(address) as lobby, pytest.raises(NoWay, match="write a name"):
        lobby.claim(SEAT, " ")


def test_command_takes_a_seat_and_opens_the_window_on_it(
    hosted: Hosted, stack: ExitStack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[HostedSeat] = []

    def window(*, joined: HostedSeat, **_others: object) -> int:
        opened.append(joined)
        stack.callback(joined.close)
        return 0

    monkeypatch.setattr("game.desktop.app.run", window)
    with pytest.raises(typer.Exit):
        join.command(f"127.0.0.1:{hosted.port}", room=hosted.room, seat="South Korea", name="Ben")
    link = capsys.readouterr().out.split()[-1]
    with pytest.raises(typer.Exit):
        join.command(link, room="", seat="", name="")
    assert [one.heard.seat for one in opened] == ["korea", "korea"]
    assert opened[0].people["korea"] == "Ben"
    with pytest.raises(NoWay, match="somebody has taken that seat"):
        join.command(hosted.links["Players"], room="", seat="korea", name="Late")
    with pytest.raises(Failure, match="leave out --room, --seat and --name"):
        join.command(link, room="", seat="korea", name="")
    with pytest.raises(Failure, match="add the code of the room"):
        join.command(f"127.0.0.1:{hosted.port}", room="", seat="", name="")
    with pytest.raises(Failure, match="unknown seat 'mars'"):
        join.command(hosted.links["Players"], room="", seat="mars", name="")
