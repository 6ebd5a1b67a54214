"""Letters fit where they are said to fit, and numbers read as people write them."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit import assets, figures, text
from game.desktop.kit.theme import Theme

THEME = Theme()
SENTENCE = "Separation plants outside the rival take years to build, and the rival knows it."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (figures.tonnes(0), "0 t"),
        (figures.tonnes(2.04), "2.0 t"),
        (figures.tonnes(850), "850 t"),
        (figures.tonnes(1_240), "1.2 kt"),
        (figures.tonnes(23_333), "23 kt"),
        (figures.money(250), "US$ 250 m"),
        (figures.money(1_300), "US$ 1.3 bn"),
        (figures.money(-40.04), "\N{MINUS SIGN}US$ 40 m"),
        (figures.percent(0.816), "82 %"),
        (figures.percent(0.005), "0.5 %"),
        (figures.percent(1), "100 %"),
        (figures.days(1.2), "1 day"),
        (figures.days(45.4), "45 days"),
        (figures.days(4_000), "> 2 years"),
        (figures.price(35.24), "US$ 35.2/kg"),
        (figures.price(410), "US$ 410/kg"),
        (figures.signed(2.1), "+2.1"),
        (figures.signed(-3.0), "\N{MINUS SIGN}3"),
        (figures.signed(0.01), "0"),
        (figures.month("2010-09"), "Sep 2010"),
        (figures.month("autumn"), "autumn"),
        (figures.quantity(22_000, "t/year"), "22 kt/year"),
        (figures.quantity(3.9, "ratio"), "3.9\N{MULTIPLICATION SIGN}"),
        (figures.quantity(0.5, "share"), "50 %"),
        (figures.quantity(12, "months"), "12 months"),
        (figures.short(3_900), "3.9k"),
    ],
)
def test_numbers_in_words(written: str, expected: str) -> None:
    assert written.replace(figures.THIN, " ") == expected


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
