"""What a person may give as the way to a host."""

from __future__ import annotations

import pytest

from game.desktop.remote.address import Address, NoWay

SEAT = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        (f"http://10.0.0.5:8600/play#{SEAT}", "", Address("10.0.0.5:8600", token=SEAT)),
        (f" 10.0.0.5:8601/play#{SEAT.upper()} ", "", Address("10.0.0.5:8601", token=SEAT)),
        ("http://10.0.0.5:8600/#k7qf2m", "", Address("10.0.0.5:8600", room="K7QF2M")),
        ("laptop.local", "k7qf2m", Address("laptop.local:8600", room="K7QF2M")),
        ("https://game.example/#K7QF2M", "", Address("game.example:443", secure=True, room="K7QF2M")),
        ("http://[fe80::1]:8600/", "K7QF2M", Address("[fe80::1]:8600", room="K7QF2M")),
    ],
)
def test_ways_to_a_host(text: str, room: str, wanted: Address) -> None:
    assert Address.read(text, room) == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no address"),
        ("ftp://10.0.0.5/#K7QF2M", "is no address"),
        ("http://10.0.0.5:port/", "is no address"),
        ("http://[bad", "is no address"),
        ("http://10.0.0.5:8600/play", "is cut"),
        (f"http://10.0.0.5:8600/play#{SEAT[:20]}", "is cut"),
    ],
)
def test_wrong_ways_are_told(text: str, said: str) -> None:
    with pytest.raises(NoWay, match=said):
        Address.read(text)


def test_link_of_a_seat_leads_back_to_it() -> None:
    address = Address.read(f"https://game.example/play#{SEAT}")
    assert Address.read(address.link(SEAT)) == address
