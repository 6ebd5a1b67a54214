"""Control over the wire: who may do what, who hears of it, and what an old link opens afterwards."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.server.hosted import Client, Hosted

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    one = Hosted(tmp_path_factory.mktemp("control"))
    yield one
    one.kill()


def links(console: Client) -> list[dict[str, str]]:
    return list(console.until("links")["links"])


def token_of(rows: list[dict[str, str]], role: str, seat: str = "") -> str:
    return next(one["path"].partition("#")[2] for one in rows if (one["role"], one["seat"]) == (role, seat))


def ask(client: Client, kind: str, answer: str, **parts: Any) -> dict[str, Any]:
    client.send(type=kind, **parts)
    return client.until(answer, "error")


def test_a_link_that_was_replaced_opens_nothing_and_one_that_moved_opens_the_other_seat(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    rows = links(console)
    japan, korea = (hosted.client(token=token_of(rows, "seat", seat)) for seat in ("japan", "korea"))
    japan.until("forms")
    korea.until("forms")
    console.act("rename", seat="japan", name="Mia")
    assert console.act("move", seat="japan", to="korea")["type"] == "acknowledged"
    assert japan.until("goodbye")["again"] is True
    assert hosted.client(token=token_of(rows, "seat", "japan")).until("welcome")["seat"] == "korea"
    assert console.act("replace_link", role="seat", seat="japan")["type"] == "acknowledged"
    assert korea.until("goodbye")["again"] is True
    assert hosted.client(token=token_of(rows, "seat", "korea")).until("goodbye")["code"] == "unknown_link"
    before = {one["path"] for one in rows}
    while (path := f"/play#{token_of(links(console), 'seat', 'japan')}") in before:
        pass
    assert ask(console, "qr", "qr", path=path)["svg"].startswith("<?xml")
    assert ask(console, "qr", "qr", path="/play#0")["type"] == "error"


def test_a_seat_hears_nothing_of_what_the_red_cell_chooses(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    rows = links(console)
    red, seat = hosted.client(token=token_of(rows, "red")), hosted.client(token=token_of(rows, "seat", "usa"))
    red.until("rival")
    assert red.act("choose_rules", turn=0, rules=[])["code"] == "script_plays"
    console.act("give_rival", name="Embassy")
    seat.until("notes")
    seat.act("note", kind="prediction", text="before")
    quiet = len(seat.got)
    assert red.act("choose_rules", turn=0, rules=[])["type"] == "acknowledged"
    assert red.act("seal_rival", turn=0)["type"] == "acknowledged"
    seat.act("note", kind="prediction", text="after")
    kinds = {json.loads(text)["type"] for text in seat.got[quiet:]}
    assert kinds <= {"acknowledged", "notes", "roster"}
    assert "Embassy" not in "".join(seat.got)


def test_an_evaluator_sees_every_seat_and_orders_for_none(hosted: Hosted) -> None:
    console = hosted.client(token=hosted.console)
    judge = hosted.client(token=token_of(links(console), "evaluator"))
    assert len(judge.until("objectives")["objectives"]) > 1
    assert ask(judge, "see", "view", seat="eu")["as"] == "eu"
    assert judge.act("add", turn=0, seat="eu", order={"kind": "set_posture", "posture": "engage"})["type"] == "error"
    assert judge.act("note", kind="observation", text="", objective=0, rating="P", who="Ada")["type"] == "acknowledged"
    while not (noted := [one for one in console.until("notes")["notes"] if one["kind"] == "observation"]):
        pass
    assert (noted[0]["who"], noted[0]["rating"]) == ("Ada", "P")
    assert ask(judge, "audit", "audit")["type"] == "error"


def test_everybody_is_told_of_a_rewind_and_the_log_is_a_file(hosted: Hosted) -> None:
    console, screen = hosted.client(token=hosted.console), hosted.client(token=hosted.projector)
    assert ask(console, "wash", "wash")["type"] == "error"
    turn = console.until("roster")["turn"]
    assert console.act("next", turn=turn)["type"] == "acknowledged"
    assert console.act("rewind", turn=turn + 1, to=turn, reason="wrong sheet")["type"] == "acknowledged"
    assert "wrong sheet" in screen.until("message")["text"]
    file = ask(console, "audit_file", "file")
    assert "wrong sheet" in base64.b64decode(file["data"]).decode("utf-8-sig")
    assert console.act("close_play", turn=turn, reason="the bell")["type"] == "acknowledged"
    assert console.act("show_wash", part="seats")["type"] == "acknowledged"
    while not (shown := screen.until("washed"))["part"]:
        pass
    assert len(shown["wash"]["seats"]) > 1
