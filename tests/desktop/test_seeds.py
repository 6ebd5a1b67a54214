"""Seeds: one range everywhere, and what is no digit is refused aloud."""

from __future__ import annotations

import pygame
import pytest

from game.content.package import Package
from game.desktop.screens.play import Play
from game.desktop.screens.scenarios import Scenarios
from game.doctrines import load_match, open_match
from game.lab.runs.seeds import Draws
from game.session.seeds import SEEDS
from tests.desktop.driver import Driver
from tests.desktop.parts import match_of
from tests.examples import sparing


@sparing(
    ("typed", "seed"),
    [("0", 0), ("9223372036854775807", SEEDS - 1), ("9223372036854775808", None), ("", None), ("\u0664\u0662", 42)],
    1,
    2,
)
def test_one_range_of_seeds(driver: Driver, typed: str, seed: int | None) -> None:
    driver.press("new")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("seed")
    driver.key(pygame.K_DELETE)
    driver.act(pygame.Event(pygame.TEXTINPUT, text=typed))
    if seed is None:
        assert any("0 to 9223372036854775807" in words for _, words in driver.app.picture.inks)
        driver.press("start")
        assert isinstance(driver.screen, Scenarios)
        return
    driver.press("start")
    assert isinstance(driver.screen, Play)
    match = match_of(driver.screen)
    assert match.control.seed == seed
    assert match.log_path is not None
    assert load_match(match.log_path).control.seed == seed


def test_what_is_no_digit_is_refused_aloud(driver: Driver) -> None:
    driver.press("new")
    driver.tab_to("part")
    driver.key(pygame.K_RIGHT)
    driver.tab_to("seed")
    driver.act(pygame.Event(pygame.TEXTINPUT, text="\u00b2"))
    assert any("Only digits are taken" in words for _, words in driver.app.picture.inks)
    driver.press("start")
    assert isinstance(driver.screen, Play)


@pytest.mark.parametrize("seed", [-1, SEEDS, 2**64])
def test_a_seed_that_no_save_could_hold_starts_no_match(package: Package, seed: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 9223372036854775807"):
        open_match(package, seed=seed)
    with pytest.raises(ValueError, match="from 0 to 9223372036854775807"):
        Draws(seed, 4)
