"""Colours read on every ground, and the two scales do what they say."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from game.desktop.kit.theme import DARK, LIGHT, SIZES, Colour, Palette, Theme, Tone, mix, ramp

PALETTES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)
TONES: tuple[Tone, ...] = ("good", "bad", "warn", "rival", "own", "others", "recycled", "accent", "plain")
# Machado, Oliveira and Fernandes' matrices for full red and green blindness, on linear colours.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def luminance(colour: Colour) -> float:
    """Relative luminance after WCAG 2, 0-1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255.0 for v in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio after WCAG 2, 1-21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@PALETTES
@pytest.mark.parametrize("ground", ["ground", "panel", "raised"])
def test_text_and_tones_read_on_every_ground(palette: Palette, ground: str) -> None:
    for tone in TONES:
        assert contrast(palette.tone(tone), getattr(palette, ground)) >= 4.5, tone
    assert contrast(palette.muted, getattr(palette, ground)) >= 4.5


@PALETTES
def test_text_reads_where_a_row_is_hovered_or_selected(palette: Palette) -> None:
    for ground in (palette.hover, palette.selected):
        assert contrast(palette.text, ground) >= 7.0
        assert contrast(palette.muted, ground) >= 4.4


@PALETTES
def test_controls_focus_and_lines_of_charts_stand_out(palette: Palette) -> None:
    assert contrast(palette.accent_ink, palette.accent) >= 4.5
    for ground in (palette.ground, palette.panel, palette.raised):
        assert contrast(palette.edge, ground) >= 3.0
        assert contrast(palette.focus, ground) >= 4.5
    for colour in palette.series:
        assert contrast(colour, palette.panel) >= 4.0


@PALETTES
@pytest.mark.parametrize("which", ["burden", "output"])
def test_lightness_of_the_ramps_runs_one_way(palette: Palette, which: str) -> None:
    steps = [luminance(ramp(getattr(palette, which), n / 40)) for n in range(41)]
    falls = [a >= b for a, b in pairwise(steps)]
    assert all(falls) or not any(falls)


@PALETTES
@pytest.mark.parametrize("kind", BLIND)
def test_sources_stay_apart_for_the_colour_blind(palette: Palette, kind: str) -> None:
    """Own against rival is the one pair that is drawn without a pattern, on the map."""
    seen = {tone: _seen(palette.tone(tone), kind) for tone in ("own", "rival")}
    for one, other in combinations(seen.values(), 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 60.0


def _seen(colour: tuple[int, int, int], kind: str) -> tuple[float, ...]:
    linear = [(part / 255.0) ** 2.2 for part in colour]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in BLIND[kind]]
    return tuple(255.0 * min(max(part, 0.0), 1.0) ** (1.0 / 2.2) for part in mixed)


def test_text_scale_changes_letters_and_not_layout() -> None:
    small, large = Theme(text_scale=0.8), Theme(text_scale=2.0)
    for role in SIZES:
        assert large.text_size(role) > small.text_size(role)
    assert small.px(20) == large.px(20)
    assert large.letter(20) == 40


@pytest.mark.parametrize(("asked", "held"), [(9.0, 2.0), (0.1, 0.8)])
def test_text_scale_is_held_within_its_limits(asked: float, held: float) -> None:
    assert Theme(text_scale=asked).text_size() == Theme(text_scale=held).text_size()
    assert Theme(text_scale=asked).letter(100) == Theme(text_scale=held).letter(100)


def test_mixing() -> None:
    assert mix((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)
