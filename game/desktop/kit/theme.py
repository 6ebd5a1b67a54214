"""Colours, spacing and text sizes of the window.

Categories are told apart by Okabe and Ito's palette, tuned for each ground until it reads; nothing in
the window relies on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Colour = tuple[int, int, int]
Tone = Literal["good", "bad", "warn", "rival", "own", "others", "recycled", "accent", "plain"]
Role = Literal["tiny", "small", "body", "heading", "title", "key", "display"]
TEXT_SCALES = (0.8, 2.0)
"""Smallest and largest text scale."""
SIZES: dict[Role, int] = {"tiny": 11, "small": 12, "body": 13, "heading": 15, "title": 18, "key": 19, "display": 30}
"""Text size of a role in pixels, at scale 1."""


def _hex(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True)
class Palette:
    """The colours of one look. `text`, `muted` and every tone read on `ground`, `panel` and `raised` (AA, 4.5:1)."""

    name: Literal["dark", "light"]
    ground: Colour
    panel: Colour
    raised: Colour
    hover: Colour
    selected: Colour
    line: Colour
    """Hairlines that only decorate."""
    edge: Colour
    """Borders that show where a control is (3:1)."""
    text: Colour
    muted: Colour
    accent: Colour
    """Links, focus, the primary button's ground."""
    accent_ink: Colour
    """Text on `accent`."""
    focus: Colour
    good: Colour
    bad: Colour
    warn: Colour
    rival: Colour
    own: Colour
    others: Colour
    recycled: Colour
    sea: Colour
    land: Colour
    """Land outside the rule set."""
    coast: Colour
    border: Colour
    graticule: Colour
    series: tuple[Colour, ...]
    """Lines of a chart, in order."""
    burden: tuple[Colour, ...]
    """Stops of the map's ramp where more is worse; lightness runs one way."""
    output: tuple[Colour, ...]
    """Stops of the map's ramp for shares of output."""

    def tone(self, tone: Tone) -> Colour:
        """The colour of a meaning; ``plain`` is the text colour."""
        colour: Colour = self.text if tone == "plain" else getattr(self, tone)
        return colour


DARK = Palette(
    name="dark",
    ground=_hex("#0a111a"),
    panel=_hex("#111c29"),
    raised=_hex("#1a2737"),
    hover=_hex("#23344a"),
    selected=_hex("#1f4673"),
    line=_hex("#263548"),
    edge=_hex("#5d7590"),
    text=_hex("#e8eef5"),
    muted=_hex("#a3b4c6"),
    accent=_hex("#6cb4f5"),
    accent_ink=_hex("#06121f"),
    focus=_hex("#ffd75e"),
    good=_hex("#3fcf9f"),
    bad=_hex("#ff8f5c"),
    warn=_hex("#f2c14e"),
    rival=_hex("#ff8352"),
    own=_hex("#62b8f0"),
    others=_hex("#dd96c0"),
    recycled=_hex("#3fcf9f"),
    sea=_hex("#0d1723"),
    land=_hex("#223043"),
    coast=_hex("#4a6078"),
    border=_hex("#0d1723"),
    graticule=_hex("#16222f"),
    series=tuple(map(_hex, ("#62b8f0", "#f5a54a", "#3fcf9f", "#dd96c0", "#f0e442", "#ff8352"))),
    burden=tuple(map(_hex, ("#28466a", "#33708f", "#64a091", "#cdb863", "#ffc871"))),
    output=tuple(map(_hex, ("#253a54", "#2a6799", "#4a9fd0", "#b5e3f5"))),
)
LIGHT = Palette(
    name="light",
    ground=_hex("#e9eef3"),
    panel=_hex("#ffffff"),
    raised=_hex("#f3f6f9"),
    hover=_hex("#e3ebf3"),
    selected=_hex("#cfe3f7"),
    line=_hex("#d3dce5"),
    edge=_hex("#70859b"),
    text=_hex("#16202c"),
    muted=_hex("#475869"),
    accent=_hex("#0b5cad"),
    accent_ink=_hex("#ffffff"),
    focus=_hex("#b34700"),
    good=_hex("#00694d"),
    bad=_hex("#a83e00"),
    warn=_hex("#7a5200"),
    rival=_hex("#b04300"),
    own=_hex("#0067a3"),
    others=_hex("#95457a"),
    recycled=_hex("#00694d"),
    sea=_hex("#eaf1f7"),
    land=_hex("#cdd6de"),
    coast=_hex("#7c90a4"),
    border=_hex("#ffffff"),
    graticule=_hex("#dde7ef"),
    series=tuple(map(_hex, ("#0067a3", "#b86a00", "#007a5a", "#a14f87", "#6f6400", "#b04300"))),
    burden=tuple(map(_hex, ("#dbe6ee", "#b4d0d6", "#e0bb70", "#d27f33", "#9c3f0c"))),
    output=tuple(map(_hex, ("#dbe6f0", "#9cc7e3", "#3f8fc4", "#0b4f8a"))),
)
PALETTES: dict[str, Palette] = {"dark": DARK, "light": LIGHT}


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """`one` with `part` (0-1) of `other`."""
    first, second, third = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return first, second, third


def ramp(stops: tuple[Colour, ...], at: float) -> Colour:
    """The colour at `at` (0-1, clipped) along evenly spaced stops."""
    place = min(max(at, 0.0), 1.0) * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    return mix(stops[first], stops[first + 1], place - first)


@dataclass(frozen=True)
class Theme:
    """How everything is drawn: colours, the two scales, and whether anything may move.

    `text_scale` changes letters only; `layout_scale` changes spacing, icons and text together (large screens).
    """

    palette: Palette = DARK
    text_scale: float = 1.0
    layout_scale: float = 1.0
    reduced_motion: bool = True

    def text_size(self, role: Role = "body") -> int:
        """Pixels of a letter's em for `role`."""
        return self._sizes[role]

    @cached_property
    def _sizes(self) -> dict[Role, int]:
        """Asked for with every word that is drawn, and therefore kept."""
        return {role: max(8, round(size * self._letters * self.layout_scale)) for role, size in SIZES.items()}

    @cached_property
    def _letters(self) -> float:
        """The text scale within its bounds."""
        low, high = TEXT_SCALES
        return min(max(self.text_scale, low), high)

    def px(self, length: float) -> int:
        """A layout length in pixels; never 0 for a positive length."""
        return max(1, round(length * self.layout_scale)) if length > 0 else 0

    def letter(self, length: float) -> int:
        """A length that must grow with the text (line heights, table rows)."""
        return self.px(length * self._letters)

    @property
    def radius(self) -> int:
        """Corner radius of panels and controls."""
        return self.px(6)

    @property
    def gap(self) -> int:
        """Space between panels."""
        return self.px(8)

    @property
    def pad(self) -> int:
        """Space between a panel's edge and what is in it."""
        return self.px(12)
