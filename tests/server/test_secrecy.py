"""What one seat drafts, seals, notes or is told alone changes no byte of what others are sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import load
from game.content.package import Package
from game.server import news
from game.server.links import ROLES, Audience
from tests.server.recorded import Room

pytestmark = pytest.mark.slow
OTHERS = (Audience("seat", "eu"), *(Audience(role) for role in ROLES if role != "console"), Audience("lobby"))
SECRET, CONSOLE = Audience("seat", "japan"), Audience("console")
ORDERS = (
    {"kind": "set_posture", "posture": "engage"},
    {"kind": "fund_research", "line": "recycling", "rate": 2.0},
    {"kind": "fund_research", "line": "recycling", "rate": 7.5},
    {"kind": "set_posture", "posture": "resist"},
)
Said = tuple[str, str, dict[str, Any]]
SECRETS: st.SearchStrategy[Said] = st.one_of(
    st.builds(lambda order: (SECRET.key, "add", {"order": order}), st.sampled_from(ORDERS)),
    st.just((SECRET.key, "remove", {"index": 0})),
    st.builds(lambda order: ("console", "add", {"order": order, "seat": "japan"}), st.sampled_from(ORDERS)),
    st.builds(
        lambda kind, text: (SECRET.key, "note", {"kind": kind, "text": text}),
        st.sampled_from(["prediction", "rationale"]),
        st.text(min_size=1, max_size=40),
    ),
    st.builds(lambda text: ("console", "say", {"to": "japan", "text": text}), st.text(min_size=1, max_size=40)),
)


@pytest.fixture(scope="module")
def package() -> Package:
    return load("embargo_2010")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is held back for the sake of calm: what is told then depends on no clock."""
    monkeypatch.setenv("CHOKEPOINT_HOME", str(tmp_path))
    monkeypatch.setattr(news, "PAUSE", 0.0)


def sent(package: Package, secrets: Sequence[Said], *, sealed: bool) -> list[str]:
    """All that the others are sent while `secrets` are done, and in a turn that is played without them."""

    async def play() -> list[str]:
        room = Room(package, [SECRET, CONSOLE, *OTHERS])
        try:
            await room.settled()
            for who, do, parts in secrets:
                room.say(who, do, **parts)
                await room.settled()
            if sealed:
                room.say(SECRET.key, "seal")
            await room.settled()
            before = _plain(room)
            room.say(SECRET.key, "unseal")
            for _ in room.sitting.table.match.drafts("japan"):
                room.say(SECRET.key, "remove", index=0)
            await room.settled()
            room.say("console", "next")
            await room.settled()
            assert room.sitting.table.match.turn == 1
            return [before, _plain(room)]
        finally:
            await room.close()

    return asyncio.run(play())


def _plain(room: Room) -> str:
    """Every byte of the others, without what is drawn anew for each session: its links."""
    text = json.dumps({one.key: room.papers[one.key].got for one in OTHERS})
    for token in (room.sitting.links.room, *room.sitting.links.tokens):
        text = text.replace(token, "LINK")
    return text


@pytest.fixture(scope="module")
def without(package: Package, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, list[str]]:
    """The same where there is no secret, by whether the seat has sealed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(news, "PAUSE", 0.0)
        patch.setenv("CHOKEPOINT_HOME", str(tmp_path_factory.mktemp("home")))
        return {sealed: sent(package, [], sealed=sealed) for sealed in (False, True)}


@pytest.mark.parametrize("sealed", [False, True])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(secrets=st.lists(SECRETS, min_size=1, max_size=6))
def test_no_byte_of_others_depends_on_a_secret(
    package: Package, without: dict[bool, list[str]], secrets: list[Said], *, sealed: bool
) -> None:
    same = sent(package, secrets, sealed=sealed) == without[sealed]
    assert same, "some byte differs"  # to show which would take pytest minutes


def test_what_is_public_does_change(package: Package, without: dict[bool, list[str]]) -> None:
    public = without[False] != without[True]
    assert public
    said = ("console", "say", {"to": "all", "text": "Five minutes more"})
    heard = "Five minutes more" in sent(package, [said], sealed=False)[0]
    assert heard
