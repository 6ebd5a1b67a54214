"""A real browser for the pages of a host: Debian's chromium, driven by playwright, and looked over by axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

PHONE, LAPTOP, SCREEN = (360, 740), (1024, 768), (1280, 720)
WAIT = 20_000
"""Milliseconds for anything that is to come."""
_GRAVE = {"serious", "critical"}
_OVER_THE_EDGE = "document.documentElement.scrollWidth - innerWidth"
_TOO_SMALL = """() => [...document.querySelectorAll("button, select, input, summary")]
  .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 100)])
  .filter(([box]) => box.width && (box.height < 43.5 || box.width < 43.5)).map(([, text]) => text)"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; closed at the end."""
    program = shutil.which("chromium")
    assert program, "Debian's chromium is needed: apt-get install chromium"
    expect.set_options(timeout=WAIT)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, address: str, size: tuple[int, int], language: str = "") -> Page:
    """A page of a person of their own; a fault of a script is one of the test."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    context.set_default_timeout(WAIT)
    if language:
        context.add_init_script(f"localStorage.setItem('chokepoint.language', JSON.stringify('{language}'))")
    page = context.new_page()
    watched(page)
    page.goto(address)
    return page


def watched(page: Page) -> None:
    """Let a fault of a script stop the test."""

    def fault(error: object) -> None:
        raise AssertionError(f"{page.url}: {error}")

    page.on("pageerror", fault)


def require_fit(page: Page) -> None:
    """That axe finds nothing grave on the page as it stands, in the dark neither, that nothing reaches over its side,
    and that thumbs of a phone find their controls.
    """
    found = _grave(page, {"resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {one}" for one in _grave(page, {"runOnly": ["color-contrast"]})]
    page.emulate_media(color_scheme="light")
    assert not found, f"{page.url}: {found}"
    assert page.evaluate(_OVER_THE_EDGE) <= 0, f"{page.url} reaches over its side"
    if page.viewport_size and page.viewport_size["width"] == PHONE[0]:
        small = page.evaluate(_TOO_SMALL)
        assert not small, f"{page.url}: {small}"


def _grave(page: Page, options: dict[str, Any]) -> list[str]:
    return [
        f"{one['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in Axe().run(page, options=options).response["violations"]
        if one["impact"] in _GRAVE
        for node in one["nodes"][:3]
    ]


def reach(page: Page, name: str) -> None:
    """Go to the control called `name` by the keyboard alone, as its label or text begins."""
    focused = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
    for _ in range(120):
        page.keyboard.press("Tab")
        if str(page.evaluate(focused)).startswith(name):
            return
    raise AssertionError(f"no key leads to {name!r}")
