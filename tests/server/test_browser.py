"""A room of people with real browsers: they join by the link, order, reload, lose the network, come late, drop out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from game.server.acts.projector import SHOWS
from game.telling.pseudo import OPEN
from tests.server.browsers import LAPTOP, PHONE, SCREEN, chromium, opened, reach, require_fit, watched
from tests.server.hosted import Hosted
from tests.telling.marked import escaped

pytestmark = pytest.mark.slow
_TEXTS = """() => [document.body.innerText,
  ...[...document.querySelectorAll("[aria-label], [alt]")].map((one) => one.getAttribute("aria-label") || one.alt),
].join("\\n")"""
"""All that is read on a page, and all that is read aloud besides."""
_SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
_TWO_LANGUAGES = """async () => {
  const wire = await import("/page/wire.js");
  wire.state.welcome.languages = ["en", "pseudo"];
  wire.ask("time");
}"""
_22_PT = 22.0 * 96.0 / 72.0


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """A host for tests that need no turn of their own."""
    one = Hosted(tmp_path_factory.mktemp("shared"))
    yield one
    one.kill()


@pytest.fixture
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    one = Hosted(tmp_path_factory.mktemp("home"), "--minutes-a-turn", "9")
    yield one
    one.kill()


def address(host: Hosted, path: str) -> str:
    return f"http://127.0.0.1:{host.port}{path}"


def join(browser: Browser, host: Hosted, seat: str, size: tuple[int, int]) -> Page:
    """A newcomer with the lobby's link, who takes a seat."""
    page = opened(browser, address(host, f"/#{host.room}"), size)
    page.get_by_label("Name of your team").fill(f"Team {seat}")
    page.get_by_role("button", name=f"Take this seat: {seat}").click()
    page.wait_for_url("**/play#*")
    expect(page.locator(".bar h1")).to_have_text(seat)
    return page


def tab(page: Page, name: str) -> None:
    page.locator(".tabs button", has_text=name).click()


def order(page: Page) -> None:
    """Draft the last posture that is offered."""
    tab(page, "Orders")
    page.get_by_text("Take this posture").first.click()
    options = page.locator("details[open] select option")
    expect(options.first).to_be_attached()
    page.locator("details[open] select").select_option(index=options.count() - 1)
    page.get_by_role("button", name="Take this posture").click()


def test_a_room_plays_over_phones(browser: Browser, hosted: Hosted) -> None:
    projector = opened(browser, address(hosted, f"/projector#{hosted.projector}"), SCREEN)
    console = opened(browser, address(hosted, f"/console#{hosted.console}"), LAPTOP)
    expect(projector.locator(".code")).to_have_text(hosted.room)
    phones = [join(browser, hosted, seat, PHONE) for seat in ("Japan", "United States", "South Korea")]
    one, other, third = phones

    order(one)
    expect(one.locator("#draft li")).to_have_count(1)
    one.reload()  # in the middle of a draft
    tab(one, "Orders")
    expect(one.locator("#draft li")).to_have_count(1)
    second = one.context.new_page()  # another tab of the same seat
    watched(second)
    second.goto(one.url)
    tab(second, "Orders")
    second.get_by_role("button", name="Remove:").click()
    expect(one.locator("#draft")).to_contain_text("No orders yet")
    second.get_by_role("button", name="Undo the last step").click()
    expect(one.locator("#draft li")).to_have_count(1)
    second.close()

    _without_network(other)
    third.context.close()  # drops out
    expect(console.get_by_role("row", name="South Korea")).to_contain_text("offline")
    console.get_by_role("button", name="Start clock").click()
    late = join(browser, hosted, "European Union", LAPTOP)  # comes when the clock runs, and has no mouse
    reach(late, "Orders")
    late.keyboard.press("Enter")
    reach(late, "Take this posture")
    late.keyboard.press("Enter")
    expect(late.locator("details[open] select")).to_be_visible()
    reach(late, "Take this posture")
    late.keyboard.press("Enter")
    expect(late.locator("#draft li")).to_have_count(1)
    reach(late, "Seal orders")
    late.keyboard.press("Enter")
    expect(late.get_by_role("button", name="Yes, seal")).to_be_focused()
    late.keyboard.press("Enter")
    expect(late.locator("#draft")).to_contain_text("Your draft: Sealed")
    expect(projector.locator(".sealed")).to_contain_text("European Union")

    console.get_by_role("button", name="Next turn").click()
    console.get_by_role("button", name="End the turn now").click()
    expect(late.locator(".bar")).to_contain_text("Turn 2 of 14")
    expect(one.locator(".bar")).to_contain_text("Turn 2 of 14")
    tab(one, "Situation")
    expect(one.locator("main")).to_contain_text("Since your last turn")
    one.get_by_role("button", name="Why is it so: Imports").first.click()
    expect(one.locator(".why")).to_contain_text("Part of the oxide")


def _without_network(page: Page) -> None:
    """Some seconds offline: the page finds out by itself, as after a minute of sleep; what is done waits, also when the
    page is closed and opened again, and is done once.
    """
    order(page)
    expect(page.locator("#draft li")).to_have_count(1)
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_be_visible()
    page.get_by_role("button", name="Seal orders").click()
    page.get_by_role("button", name="Yes, seal").click()
    expect(page.locator("main")).to_contain_text("Waiting to be sent: 1")
    require_fit(page)
    link, context = page.url, page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    watched(again)
    again.goto(link)
    tab(again, "Orders")
    expect(again.locator("#draft")).to_contain_text("Your draft: Sealed")
    expect(again.locator("main")).not_to_contain_text("Waiting to be sent")
    context.set_offline(True)
    expect(again.locator(".offline")).to_be_visible()
    context.set_offline(False)
    expect(again.locator(".offline")).to_have_count(0)


def seat(host: Hosted, name: str) -> str:
    """The address of a seat's page."""
    links = host.client(token=host.console).until("links")["links"]
    return address(host, next(link["path"] for link in links if link["seat"] == name))


def opens(page: Page) -> None:
    """Open the first thing that opens in the part shown, where there is one."""
    first = page.locator(".main summary").first
    if first.count():
        first.click()


def test_every_page_is_fit_for_all(browser: Browser, shared: Hosted) -> None:
    """Looked over by axe in each state: roles, labels, contrast; nothing wider than a phone, nothing too small."""
    lobby = opened(browser, address(shared, f"/#{shared.room}"), PHONE)
    expect(lobby.locator("section").first).to_be_visible()
    require_fit(lobby)
    lobby.get_by_role("button", name="Larger text").click()
    assert lobby.evaluate("getComputedStyle(document.documentElement).fontSize") == "19.2px"
    page = opened(browser, seat(shared, "japan"), PHONE)
    tabs = page.locator(".tabs button")
    expect(tabs.first).to_be_visible()
    for place in range(tabs.count()):
        tabs.nth(place).click()
        expect(page.locator(".main section").first).to_be_visible()
        opens(page)
        require_fit(page)
    console = opened(browser, address(shared, f"/console#{shared.console}"), LAPTOP)
    expect(console.get_by_role("row", name="Japan")).to_be_visible()
    require_fit(console)
    screen = opened(browser, address(shared, f"/projector#{shared.projector}"), SCREEN)
    expect(screen.locator(".code")).to_be_visible()
    control = shared.client(token=shared.console)
    control.act("next", turn=0)
    expect(screen.locator(".bar")).to_contain_text("Turn 2 of 14")
    for shows in SHOWS:
        control.act("project", shows=shows)
        expect(screen.locator(f".screen.{shows}")).to_be_visible()
        require_fit(screen)
        assert screen.evaluate(_SMALLEST) >= _22_PT - 0.01
        assert screen.evaluate("document.documentElement.scrollHeight") <= SCREEN[1]  # all of it above the fold


def test_no_word_of_a_page_escapes_the_catalogue(browser: Browser, hosted: Hosted) -> None:
    known = {"A", hosted.room.lstrip("0123456789")}
    pseudo = opened(browser, seat(hosted, "japan"), PHONE, language="pseudo")
    lobby = opened(browser, address(hosted, f"/#{hosted.room}"), PHONE, language="pseudo")
    screen = opened(browser, address(hosted, f"/projector#{hosted.projector}"), SCREEN, language="pseudo")
    console = hosted.client(token=hosted.console)
    tabs = pseudo.locator(".tabs button")
    expect(tabs.first).to_be_visible()
    for turn in (0, 1):
        for place in range(tabs.count()):
            tabs.nth(place).click()
            opens(pseudo)
            expect(pseudo.locator(".main")).not_to_contain_text("One moment")
            assert [*escaped(str(pseudo.evaluate(_TEXTS)), known)] == []
        assert [*escaped(str(lobby.evaluate(_TEXTS)), known)] == []
        for shows in SHOWS:
            console.act("project", shows=shows)
            expect(screen.locator(f".screen.{shows}")).to_be_visible()
            assert [*escaped(str(screen.evaluate(_TEXTS)), known)] == []
        console.act("next", turn=turn)
        expect(pseudo.locator(".bar")).to_contain_text(f"{turn + 2}")
    for turn in range(2, 14):
        console.act("next", turn=turn)
    expect(pseudo.locator(".result progress").first).to_be_visible(timeout=60_000)
    assert [*escaped(str(pseudo.evaluate(_TEXTS)), known)] == []
    pseudo.evaluate(_TWO_LANGUAGES)  # there is but one so far: a second one brings a choice
    pseudo.locator(".settings select").select_option("en")
    expect(pseudo.locator(".result h2")).to_contain_text("of 100")
    expect(pseudo.locator(".result h2")).not_to_contain_text(OPEN)
    english = opened(browser, pseudo.url, PHONE)
    expect(english.locator(".result progress").first).to_be_visible()
    require_fit(english)
