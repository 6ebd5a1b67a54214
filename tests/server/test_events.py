"""A facilitator with a list of twelve events: in their turn, private, conditional, held; and after a kill."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from game.content.package import Package
from game.economy import machine
from game.exercise import event_list
from game.session.saves.replay import verify
from tests.exercise.lists import TWELVE
from tests.server.browsers import LAPTOP, chromium, opened, require_fit
from tests.server.hosted import Client, Hosted
from tests.server.test_session import seat_token

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("events")


@pytest.fixture(scope="module")
def hosts(home: Path) -> Iterator[list[Hosted]]:
    """The host, and what goes on after it was killed."""
    file = home / "twelve.csv"
    file.write_text(TWELVE, encoding="utf-8")
    running = [Hosted(home, "--events", str(file))]
    yield running
    running[-1].kill()


def settled(client: Client) -> list[dict[str, Any]]:
    """All that has come to a client so far."""
    client.send(type="nothing")
    client.until("error")
    return [json.loads(text) for text in client.got]


def rows(client: Client) -> dict[str, dict[str, Any]]:
    """The event list as the console has it."""
    latest = [message for message in settled(client) if message["type"] == "events"][-1]
    return {row["serial"]: row for row in latest["rows"]}


def subjects(client: Client) -> list[str]:
    return [message.get("subject", "") for message in settled(client) if message["type"] == "message"]


def seats(host: Hosted) -> tuple[Client, Client]:
    one, other = (seat_token(host.client(token=host.console), seat) for seat in ("japan", "usa"))
    return host.client(token=one), host.client(token=other)


def test_events_come_in_their_turn_to_whom_they_are_for(hosts: list[Hosted]) -> None:
    host = hosts[0]
    console, screen = host.client(token=host.console), host.client(token=host.projector)
    japan, usa = seats(host)
    assert len(rows(console)) == 12
    assert console.act("hold_event", serial="08")["type"] == "acknowledged"
    console.act("clock", do="start")
    assert [serial for serial, row in rows(console).items() if row["status"] == "released"] == ["01"]
    for turn in range(3):
        assert console.act("next", turn=turn)["type"] == "acknowledged"
    shown = rows(console)
    assert [serial for serial, row in shown.items() if row["status"] == "released"] == [
        "01", "02", "03", "04", "05", "06",
    ]  # fmt: skip
    assert shown["03"]["released_at"].startswith("turn 3, ")
    assert (shown["08"]["status"], shown["08"]["late"]) == ("held", True)
    assert subjects(japan) == ["Begin", "Prices", "After two turns", "In confidence", "Offer"]
    assert subjects(usa) == ["Begin", "Prices", "After two turns", "Offer", "To two"]
    assert subjects(screen) == ["Begin", "Prices", "After two turns"]
    assert not any("serial" in message or "reach" in message for message in (*settled(japan), *settled(usa)))
    assert not any("Only for you" in text for text in (*usa.got, *screen.got))


def test_control_changes_the_list_and_is_told_why_not(hosts: list[Hosted]) -> None:
    host = hosts[0]
    console = host.client(token=host.console)
    turn = console.until("events")["turn"]
    assert console.act("release_event", serial="09")["type"] == "acknowledged"
    for kind, parts, told in (
        ("release_event", {"serial": "09"}, "09 was released"),
        ("edit_event", {"serial": "09", "cells": {"message": "x"}}, "insert another event"),
        ("edit_event", {"serial": "10", "cells": {"turn": "99"}}, "99 is no turn of this match"),
        ("edit_event", {"serial": "10", "cells": 5}, "an event is written as texts"),
        ("insert_event", {"cells": {"serial": "01", "message": "x"}}, "another event has the serial 01"),
        ("hold_event", {"serial": {}}, "no event has the serial"),
    ):
        refused = console.act(kind, **parts)
        assert refused["type"] == "refused"
        assert told in refused["text"]
    assert console.act("edit_event", serial="10", cells={"message": "Think twice"})["type"] == "acknowledged"
    assert console.act("insert_event", cells={"serial": "13", "to": "eu", "message": "Psst"}, before="10")["type"] == (
        "acknowledged"
    )
    assert console.act("skip_event", serial="07")["type"] == "acknowledged"
    shown = rows(console)
    assert list(shown)[9:] == ["13", "10", "11", "12"]
    assert shown["10"]["cells"]["message"] == "Think twice"
    assert shown["09"]["released_at"].startswith(f"turn {turn + 1}, ")


def test_list_goes_out_and_in_with_all_findings(hosts: list[Hosted], package: Package) -> None:
    host = hosts[0]
    console = host.client(token=host.console)
    before = rows(console)
    for suffix in (".xlsx", ".csv"):
        console.send(type="event_file", suffix=suffix, separator="semicolon")
        data = base64.b64decode(console.until("file")["data"])
        found = event_list.read(f"out{suffix}", data, package)
        assert [event.serial for event in found.events] == list(before)
        assert "My column" in found.header
    half = len(data) // 2
    for part, piece in enumerate((data[:half], data[half:])):
        piece_of = {
            "upload": "a",
            "name": "out.csv",
            "part": part,
            "parts": 2,
            "data": base64.b64encode(piece).decode(),
        }
        assert console.act("load_events", **piece_of)["type"] == "acknowledged"
    assert rows(console) == before
    wrong = base64.b64encode(b"serial,turn,to,message\n1,99,nobody,a\n2,,,\n").decode()
    refused = console.act("load_events", upload="b", name="bad.csv", part=0, parts=1, data=wrong)
    assert refused["code"] == "event_list"
    assert len(refused["text"].splitlines()) == 3
    broken: tuple[dict[str, Any], ...] = (
        {"part": 3, "parts": 2},
        {"part": 1, "parts": 2, "data": "="},
        {"part": "0"},
        {},
    )
    for body in broken:
        assert console.act("load_events", upload="c", name="x", **body)["code"] == "bad_file"
    assert rows(console) == before


def test_order_sheet_is_entered_whole_or_not_at_all(hosts: list[Hosted]) -> None:
    console = hosts[0].client(token=hosts[0].console)
    turn = console.until("events")["turn"]
    console.send(type="codes", seat="korea", text="R RE 2\nNONSENSE 5")
    good, bad = console.until("codes")["rows"]
    assert good["order"]["kind"] == "fund_research"
    assert bad["order"] is None
    assert "NONSENSE" in bad["text"]
    refused = console.act("sheet", turn=turn, seat="korea", orders=[good["order"], {"kind": "nothing"}], seal=True)
    assert refused["type"] == "refused"
    console.send(type="see", seat="korea")
    assert console.until("draft")["orders"] == []
    assert console.act("sheet", turn=turn, seat="korea", orders=[good["order"]], seal=True)["type"] == "acknowledged"
    while not (draft := console.until("draft"))["sealed"]:
        pass
    assert [one["order"]["kind"] for one in draft["orders"]] == ["fund_research"]
    console.act("unseal", turn=turn, seat="korea")


def test_events_overrides_and_rulings_act_on_the_model_with_their_reason(hosts: list[Hosted]) -> None:
    console, (japan, usa) = hosts[0].client(token=hosts[0].console), seats(hosts[0])
    before, other = japan.until("view")["budget"]["value"], usa.until("view")
    console.send(type="look_ahead", effect="fire(embargo_japan)", seat="japan")
    machine.wait()  # it is on disk then, and soon in the host
    while (answer := console.until("look_ahead"))["waits"]:
        pass
    ahead = answer["rows"]
    assert any(row["moved"] for row in ahead)
    assert all(row["with"]["low"] and row["without"]["high"] for row in ahead)
    assert console.act("release_event", serial="11", reason="The session is slow")["type"] == "acknowledged"
    assert japan.until("view")["budget"]["value"] == pytest.approx(before + 300.0)
    assert console.act("override", effect="budget(japan) + 50", reason="A sum was wrong")["type"] == "acknowledged"
    assert japan.until("view")["budget"]["value"] == pytest.approx(before + 350.0)
    wrong = console.act("override", effect="budget(japn) + 50", reason="x")
    assert "perhaps 'japan'" in wrong["text"]
    assert console.act("override", effect="budget(japan) + 50", reason=" ")["code"] == "bad_text"
    claim = {"claim": "Ships are escorted", "by": "Japan", "arguments_for": ["They are near"], "arguments_against": []}
    assert console.act("ruling", **claim, odds=100, effect="budget(japan) + 10")["type"] == "acknowledged"
    assert console.act("ruling", **claim, odds=0, effect="budget(japan) + 10")["type"] == "acknowledged"
    assert console.act("ruling", **claim, odds=101)["code"] == "odds"
    assert japan.until("view")["budget"]["value"] == pytest.approx(before + 360.0)
    ruled = [message for message in settled(console) if message["type"] == "rulings"][-1]
    assert [one["success"] for one in ruled["rulings"]] == [True, False]
    assert [one["reason"] for one in ruled["done"]][:2] == ["The session is slow", "A sum was wrong"]
    assert not any(message["type"] == "view" and message != other for message in settled(usa))


def test_projector_follows_the_console(hosts: list[Hosted]) -> None:
    host = hosts[0]
    console, screen = host.client(token=host.console), host.client(token=host.projector)
    assert screen.until("projector")["shows"] == ""
    assert console.act("project", shows="lock")["type"] == "acknowledged"
    assert screen.until("projector")["shows"] == "lock"
    assert console.act("project", shows="secrets")["code"] == "projector"


def test_every_panel_of_the_console_is_fit_for_all(hosts: list[Hosted]) -> None:
    """Panel by panel with the keyboard alone, looked over by axe; an event opened, edited, and looked ahead from."""
    with chromium() as browser:
        page = opened(browser, f"http://127.0.0.1:{hosts[0].port}/console#{hosts[0].console}", LAPTOP)
        page.locator("li.event.planned button.head").first.click()
        page.get_by_role("button", name="Edit").click()
        require_fit(page)
        page.get_by_role("button", name="Leave it").click()
        page.get_by_role("tab").first.focus()
        for place in range(page.get_by_role("tab").count()):
            expect(page.get_by_role("tab").nth(place)).to_have_attribute("aria-selected", "true")
            require_fit(page)
            page.keyboard.press("ArrowRight")
        page.get_by_role("button", name="See as Japan").click()
        expect(page.get_by_role("heading", name="Seen as Japan")).to_be_visible()
        require_fit(page)


def test_rewind_plans_again_what_was_released_since(hosts: list[Hosted]) -> None:
    console = hosts[0].client(token=hosts[0].console)
    turn = console.until("events")["turn"]
    assert console.act("rewind", turn=turn, to=1, reason="Played too fast")["type"] == "acknowledged"
    while (events := console.until("events"))["turn"] != 1:
        pass
    stands = {row["serial"]: row["status"] for row in events["rows"]}
    assert [stands[serial] for serial in ("01", "02", "03", "06", "09", "11")] == [
        "released", "released", "planned", "released", "planned", "planned",
    ]  # fmt: skip
    assert (stands["08"], stands["13"]) == ("held", "planned")


def test_killed_host_has_the_same_list_and_its_save_is_verified(hosts: list[Hosted], home: Path) -> None:
    first = hosts[0]
    console = first.client(token=first.console)
    before, said = rows(console), subjects(console)
    rulings = [message for message in settled(console) if message["type"] == "rulings"][-1]
    first.kill()
    second = Hosted(home, "--resume", port=first.port)
    hosts.append(second)
    again = second.client(token=second.console)
    assert again.until("rulings") == rulings
    assert rows(again) == before
    assert subjects(again) == said
    assert second.client(token=second.projector).until("projector")["shows"] == "lock"
    assert all(verify(save).ok for save in sorted((home / "sessions").glob("*.chokepoint")))
