"""Letters fit where they are said to fit, and numbers read as people write them."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit import assets, text
from game.desktop.kit.theme import Theme

THEME = Theme()
SENTENCE = "Separation plants outside the rival take years to build, and the rival knows it."


def test_figures_are_of_one_width() -> None:
    widths = {text.width(digit * 20, THEME) for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("width", [40, 90, 150, 400])
def test_wrapped_lines_fit_and_lose_nothing(width: int) -> None:
    lines = text.wrap(SENTENCE, width, THEME)
    assert all(text.width(line, THEME) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == SENTENCE.replace(" ", "")


def test_wrap_keeps_new_lines_and_cuts_endless_words() -> None:
    assert text.wrap("one\ntwo", 500, THEME) == ["one", "two"]
    assert len(text.wrap("w" * 60, 50, THEME)) > 5


@pytest.mark.parametrize("width", [20, 60, 120])
def test_shortened_text_fits(width: int) -> None:
    short = text.shorten(SENTENCE, width, THEME)
    assert short.endswith(text.ELLIPSIS)
    assert text.width(short, THEME) <= width
    assert text.shorten("brief", 400, THEME) == "brief"
    assert text.shorten("brief", 3, THEME) == ""


def test_paragraph_measures_what_it_draws() -> None:
    rect = pygame.Rect(4, 4, 180, 400)
    surface = pygame.Surface((200, 400))
    height = text.paragraph(None, rect, f"**Adviser:** {SENTENCE}", THEME)
    assert text.paragraph(surface, rect, f"**Adviser:** {SENTENCE}", THEME) == height
    drawn = pygame.mask.from_threshold(surface, THEME.palette.text, (120, 120, 120, 255)).get_bounding_rects()
    assert max(box.bottom for box in drawn) <= 4 + height
    assert max(box.right for box in drawn) <= rect.right


def test_larger_text_scale_makes_larger_letters() -> None:
    assert text.width(SENTENCE, Theme(text_scale=2.0)) == pytest.approx(2 * text.width(SENTENCE, THEME), rel=0.02)


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_fonts_hold_every_letter_the_interface_uses(weight: assets.Weight) -> None:
    font = pygame.font.Font(assets.font_path(weight), 20)
    letters = "Aé\N{MINUS SIGN}\N{MULTIPLICATION SIGN}…→≥≤“”\N{EN DASH}—·▲■●✓✕€°²₂\N{NO-BREAK SPACE}"
    assert None not in font.metrics(letters)


def test_an_icon_takes_its_colour_and_an_unknown_flag_becomes_a_globe() -> None:
    icon = assets.icon("pickaxe", 20, (10, 200, 30))
    assert icon.get_size() == (20, 20)
    assert pygame.transform.average_color(icon, consider_alpha=True)[1] > 150
    assert assets.flag("zz", 22).get_size() == (22, 22)
    with pytest.raises(FileNotFoundError):
        assets.icon("no such icon", 20, (0, 0, 0))


def test_every_icon_comes_in_both_sizes() -> None:
    names = {path.stem for path in assets.folder("icons").glob("*.png")}
    small = {name.removesuffix("-24") for name in names if name.endswith("-24")}
    assert len(small) > 60
    assert {f"{name}-{size}" for name in small for size in (24, 48)} == names
