"""Make the committed assets from well-kept packages. Run by hand, when a package or a list here changes.

    npm install --ignore-scripts world-atlas circle-flags lucide-static inter-ui i18n-iso-countries
    apt-get install librsvg2-bin
    pip install fonttools brotli numpy
    python assets/build.py node_modules

Nothing of this is needed to install or to play. Sources and licences: LICENSES.md.
"""  # noqa: INP001  # a folder of data, not a package

from __future__ import annotations

import argparse
import io
import json
import subprocess
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
FLAGS = ("jp", "us", "eu", "kr", "cn", "au", "my", "vn", "mm", "in", "br", "kz", "cd", "zm", "ca", "fi", "no", "id",
         "ph", "ru")  # fmt: skip
FLAG_SIZES = (32, 96)
ICON_NAMES = """
arrow-down arrow-left arrow-right arrow-up atom ban banknote book-open boxes calendar chart-column chart-line check
chevron-down chevron-left chevron-right chevron-up circle circle-check circle-dot circle-question-mark circle-x clock
coins copy cpu crosshair download ellipsis-vertical eye eye-off factory fast-forward file-text filter flag
flask-conical folder-open gavel git-branch globe graduation-cap hammer handshake hourglass house info keyboard landmark
layers lightbulb list lock lock-open log-out magnet map medal megaphone menu microscope minus monitor moon newspaper
octagon-alert package pause pickaxe play plus recycle redo-2 rotate-ccw save scale scroll scroll-text search send
settings shield ship skip-forward sparkles sun target trash-2 trending-down trending-up triangle-alert trophy type
undo-2 user users volume-2 volume-x wallet warehouse x zap
"""
ICON_SIZES = (24, 48)
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A,
           *range(0x2070, 0x208F), 0x20AC, 0x2122, *range(0x2190, 0x219A), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
           0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25B6, 0x25BC, 0x25C0, 0x25C6, 0x25CB, 0x25CF, 0x2605, 0x2713,
           0x2715]  # fmt: skip
DIGITS = range(0x30, 0x3A)
GLOBE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#fff" stroke-width="3">
<circle cx="32" cy="32" r="32" fill="#4b6f93" stroke="none"/><circle cx="32" cy="32" r="21"/>
<path d="M11 32h42M32 11c-14 12-14 30 0 42c14-12 14-30 0-42"/></svg>"""
RATE = 22_050
"""Samples a second of the sounds."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the committed assets.")
    parser.add_argument("packages", type=Path, help="folder into which npm installed the packages")
    packages = parser.parse_args().packages
    outlines(packages)
    flags(packages / "circle-flags" / "flags")
    icons(packages / "lucide-static" / "icons")
    fonts(packages / "inter-ui")
    sounds()


def fresh(name: str) -> Path:
    """The folder `name` beside this file, emptied."""
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder


# --- outlines -----------------------------------------------------------------------------------------------------


def outlines(packages: Path) -> None:
    """World outlines as arcs shared by neighbours: borders are drawn once, and coasts are known from borders.

    Arrays: `points` (n, 2) longitude and latitude in 1/100 degree; `arc_ends` ends of the arcs in `points`;
    `ring_arcs` arc numbers (~n for backwards) of all rings, `ring_ends` their ends; `ring_area` the area of each ring
    as a position in `areas` (ISO 3166-1 alpha-3, empty where there is none). Holes are left out: what lies in one is
    drawn later, because areas come largest first.
    """
    topology = json.loads((packages / "world-atlas" / "countries-50m.json").read_text())
    codes = json.loads((packages / "i18n-iso-countries" / "codes.json").read_text())
    alpha3 = {numeric: code for _, code, numeric, _ in codes}
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    areas, rings, ring_area = [], [], []
    for geometry in sorted(topology["objects"]["countries"]["geometries"], key=lambda g: -_extent(g, arcs)):
        code = alpha3.get(geometry.get("id", ""), "")
        if code == "ATA":
            continue
        areas.append(code)
        for polygon in _polygons(geometry):
            rings.append(polygon[0])
            ring_area.append(len(areas) - 1)
    folder = fresh("map")
    np.savez_compressed(
        folder / "outlines.npz",
        points=np.concatenate(arcs).astype(np.int16),
        arc_ends=np.cumsum([len(arc) for arc in arcs]).astype(np.int32),
        ring_arcs=np.concatenate([np.array(ring) for ring in rings]).astype(np.int32),
        ring_ends=np.cumsum([len(ring) for ring in rings]).astype(np.int32),
        ring_area=np.array(ring_area, dtype=np.int16),
        areas=np.array(areas),
    )


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> NDArray[np.float64]:
    steps = np.cumsum(np.array(arc), axis=0)
    return np.round((steps * transform["scale"] + transform["translate"]) * 100.0)


def _polygons(geometry: dict[str, list[list[list[int]]]]) -> list[list[list[int]]]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]  # type: ignore[comparison-overlap, list-item]


def _extent(geometry: dict[str, list[list[list[int]]]], arcs: list[NDArray[np.float64]]) -> float:
    """Greatest box of a polygon, in square degrees."""
    sizes = []
    for polygon in _polygons(geometry):
        points = np.concatenate([arcs[number if number >= 0 else ~number] for number in polygon[0]])
        sizes.append(float(np.prod(np.ptp(points, axis=0))))
    return max(sizes)


# --- pictures -----------------------------------------------------------------------------------------------------


def rasterise(svg: str, size: int) -> bytes:
    """`svg` as a PNG `size` pixels square."""
    command = ["rsvg-convert", "--width", str(size), "--height", str(size)]
    return subprocess.run(command, input=svg.encode(), capture_output=True, check=True).stdout  # noqa: S603  # fixed words


def flags(source: Path) -> None:
    folder = fresh("flags")
    pictures = {name: (source / f"{name}.svg").read_text() for name in FLAGS} | {"world": GLOBE}
    for name, svg in pictures.items():
        for size in FLAG_SIZES:
            (folder / f"{name}-{size}.png").write_bytes(rasterise(svg, size))


def icons(source: Path) -> None:
    """White strokes, to be tinted; the colour is multiplied in when they are drawn."""
    folder = fresh("icons")
    for name in ICON_NAMES.split():
        svg = (source / f"{name}.svg").read_text().replace("currentColor", "#ffffff")
        for size in ICON_SIZES:
            (folder / f"{name}-{size}.png").write_bytes(rasterise(svg, size))


# --- letters ------------------------------------------------------------------------------------------------------


def fonts(source: Path) -> None:
    """Inter with the letters we use. Its figures of one width stand in place of the common ones, for tables."""
    from fontTools import subset  # type: ignore[import-untyped]  # only needed here
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    folder = fresh("fonts")
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=["*"], notdef_outline=True)
    for weight in ("Regular", "SemiBold", "Bold"):
        font = TTFont(source / "web" / f"Inter-{weight}.woff2")
        font.flavor = None
        names = set(font.getGlyphOrder())
        for table in font["cmap"].tables:
            for letter, glyph in list(table.cmap.items()):
                if letter in DIGITS and f"{glyph}.tf" in names:
                    table.cmap[letter] = f"{glyph}.tf"
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=LETTERS)
        chosen.subset(font)
        font.save(folder / f"Inter-{weight.capitalize()}.ttf")
    (folder / "OFL.txt").write_text((source / "LICENSE.txt").read_text())


# --- sounds -------------------------------------------------------------------------------------------------------


def tone(
    pitch: float, seconds: float, *, decay: float, start: float = 0.0, loudness: float = 0.3
) -> NDArray[np.float64]:
    """A soft bell of `pitch` Hz that dies away at `decay` per second, `start` seconds late."""
    time = np.arange(int(seconds * RATE)) / RATE
    body = np.sin(2 * np.pi * pitch * time) + 0.25 * np.sin(4 * np.pi * pitch * time) * np.exp(-8 * time)
    envelope = np.minimum(time / 0.004, 1.0) * np.exp(-decay * time) * np.minimum((seconds - time) / 0.02, 1.0)
    return np.concatenate([np.zeros(int(start * RATE)), loudness * body * envelope])


def mixed(*parts: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = np.zeros(max(len(part) for part in parts))
    for part in parts:
        whole[: len(part)] += part
    return whole


def sounds() -> None:
    folder = fresh("sounds")
    made = {
        "click": tone(1400.0, 0.05, decay=90.0, loudness=0.18),
        "confirm": mixed(tone(587.3, 0.3, decay=9.0), tone(880.0, 0.3, decay=9.0, start=0.09)),
        "alert": mixed(tone(466.2, 0.3, decay=8.0), tone(349.2, 0.42, decay=7.0, start=0.16)),
        "turn": mixed(
            *(tone(p, 0.5, decay=6.0, start=0.1 * i, loudness=0.22) for i, p in enumerate((392.0, 523.3, 784.0)))
        ),
    }
    for name, samples in made.items():
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes((np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())
        (folder / f"{name}.wav").write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
