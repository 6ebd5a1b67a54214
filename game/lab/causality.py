"""The causal-loop picture of the model, and the tables of its page, made from what the phases declare.

``python -m game.lab.causality`` writes `causal_loop.svg` and the tables of `README.md` anew, both in `game/engine`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.economy.step import ORDER

PAGE = Path(__file__).resolve().parent.parent / "engine" / "README.md"
PICTURE = PAGE.with_name("causal_loop.svg")


@dataclass(frozen=True)
class Node:
    """A quantity of the picture: its label, where it stands, and the fields of the records that hold it.

    A quantity of states (tension, projects) has none: it is kept in `game.engine`.
    """

    label: str
    x: float
    y: float
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """`cause` moves `effect` the same way (+) or the other way (-), by way of the phases `through`."""

    cause: str
    effect: str
    sign: str
    through: tuple[str, ...]
    bend: float = 0.18


NODES = {
    "price": Node("price", 0.50, 0.56, ("state.price",)),
    "fear": Node("fear of firms", 0.28, 0.72, ("state.fear",)),
    "cover": Node("cover of firms", 0.34, 0.42, ("month.called", "month.held")),
    "kept": Node("use at this price", 0.76, 0.75, ("state.kept",)),
    "saved": Node("saved for good", 0.93, 0.55, ("state.saved",)),
    "cash": Node("cash of mines and plants", 0.64, 0.26, ("state.cash",)),
    "sites": Node("how hard sites run", 0.42, 0.10, ("state.run", "month.plan")),
    "capacity": Node("capacity", 0.70, 0.08, ("state.capacity",)),
    "projects": Node("projects under way", 0.90, 0.26),
    "reserve": Node("public stockpile", 0.10, 0.28, ("state.reserve",)),
    "controls": Node("controls of the rival", 0.44, 0.93, ("state.embargo", "state.quota")),
    "tension": Node("tension", 0.76, 0.93),
    "share": Node("bought from the rival", 0.10, 0.53, ("state.regular",)),
}

STATES = "states"
"""What `through` names instead of a phase of the economy, where states decide."""

LINKS = (
    Link("price", "fear", "+", ("feel",)),
    Link("fear", "cover", "-", ("place_orders", "count_cover")),
    Link("cover", "price", "-", ("form_prices",)),
    Link("price", "kept", "-", ("want_use",)),
    Link("kept", "cover", "-", ("want_use", "place_orders", "count_cover"), 0.46),
    Link("price", "saved", "+", ("want_use",), -0.12),
    Link("saved", "cover", "+", ("want_use", "place_orders", "count_cover"), -0.46),
    Link("price", "cash", "+", ("trade",)),
    Link("cash", "sites", "+", (STATES,)),
    Link("price", "sites", "+", ("reckon_margins", "plan_runs"), 0.08),
    Link("sites", "cover", "+", ("run_sites", "count_cover")),
    Link("sites", "cash", "+", ("run_sites",), 0.3),
    Link("capacity", "sites", "+", ("plan_runs",), 0.1),
    Link("price", "projects", "+", (STATES,), -0.16),
    Link("projects", "capacity", "+", (STATES,), -0.2),
    Link("reserve", "cover", "-", ("use_goods", "count_cover")),
    Link("price", "reserve", "-", ("use_goods",), -0.62),
    Link("tension", "controls", "+", (STATES,), 0.15),
    Link("controls", "tension", "+", (STATES,), 0.15),
    Link("controls", "fear", "+", ("trade", "feel")),
    Link("controls", "share", "-", ("trade",), 0.3),
    Link("share", "controls", "+", (STATES,), -0.55),
    Link("controls", "cover", "-", ("trade", "use_goods", "count_cover"), -0.1),
)

LOOPS = (
    (
        "R1",
        "panic buying",
        "price, fear, cover",
        "What rises frightens, and the frightened fill stores.",
    ),
    ("B1", "thrift", "price, use or saving, cover", "Dear material is saved, and part of the saving stays."),
    (
        "B2",
        "price brings mines, late",
        "price, projects, capacity, sites, cover",
        "Years lie between the price and the mine.",
    ),
    ("R2", "cheap prices kill diversification", "cash, sites", "Sites that close in the trough earn nothing."),
    ("B3", "controls teach to diversify", "controls, share", "Who was cut off buys elsewhere: less is left to cut."),
    ("B4", "a released stockpile", "price, reserve, cover", "What the state gives calms the market, for a while."),
    ("R3", "provocation", "tension, controls", "A control is answered, and the answer brings the next."),
)


def unbacked() -> list[str]:
    """Links that the declarations of the economy's phases do not carry; none when all is well.

    The first phase must take the cause, each further one something that the one before it gives, and the last must give
    the effect. Where states decide nothing is declared.
    """
    declared = {each.name: each for each in ORDER}
    wrong = []
    for link in LINKS:
        if link.through == (STATES,):
            continue
        known, effect = set(NODES[link.cause].fields), set(NODES[link.effect].fields)
        for name in link.through:
            if known.isdisjoint(declared[name].takes):
                wrong.append(f"{link.cause} to {link.effect}: {name} takes none of {sorted(known)}")
            known = set(declared[name].gives)
        if known.isdisjoint(effect):
            wrong.append(f"{link.cause} to {link.effect}: {link.through[-1]} gives none of {sorted(effect)}")
    return wrong


def tables() -> dict[str, str]:
    """The generated parts of the page by their mark, as Markdown."""
    loops = ["| loop | name | through | in words |", "|---|---|---|---|"]
    loops += [f"| {key} | {name} | {through} | {words} |" for key, name, through, words in LOOPS]
    links = ["| cause | effect | sign | by the phases |", "|---|---|---|---|"]
    links += [
        f"| {NODES[link.cause].label} | {NODES[link.effect].label} | {link.sign} | {', '.join(link.through)} |"
        for link in LINKS
    ]
    return {"loops": "\n".join(loops), "links": "\n".join(links)}


def filled(page: str) -> str:
    """`page` with its generated parts written anew.

    Raises:
        KeyError: when the page marks a part that is not made here.
    """
    return fill(page, tables())


def fill(page: str, made: Mapping[str, str]) -> str:
    """`page` with the parts between ``<!-- made: NAME -->`` and ``<!-- end -->`` as `made` has them by name.

    Raises:
        KeyError: when the page marks a part that is not there.
    """
    pattern = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
    return pattern.sub(lambda mark: f"{mark[1]}{made[mark[2]]}\n{mark[3]}", page)


def draw(target: Path) -> None:
    """Draw the picture to `target`; its ending says in which format."""
    from matplotlib import rcParams
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import FancyArrowPatch

    # The same picture has the same names inside, so that drawing it again changes nothing.
    rcParams["svg.hashsalt"] = "loops"
    figure = Figure(figsize=(10.5, 7.2))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(-0.02, 1.04)
    axes.set_ylim(0.02, 1.0)
    boxes = {
        name: axes.text(
            node.x, node.y, node.label, ha="center", va="center", fontsize=13, zorder=3,
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": "#333333"},
        )
        for name, node in NODES.items()
    }  # fmt: skip
    figure.canvas.draw()  # arrows end at boxes, whose size is known only once they are drawn
    for link in LINKS:
        more = link.sign == "+"
        arrow = FancyArrowPatch(
            (NODES[link.cause].x, NODES[link.cause].y), (NODES[link.effect].x, NODES[link.effect].y),
            connectionstyle=f"arc3,rad={link.bend}", arrowstyle="-|>", mutation_scale=17, linewidth=1.7,
            color="#0b5fa5" if more else "#b0480a", linestyle="-" if more else (0, (5, 2)),
            patchA=boxes[link.cause].get_bbox_patch(), patchB=boxes[link.effect].get_bbox_patch(),
            zorder=5, shrinkA=2, shrinkB=3,
        )  # fmt: skip
        axes.add_patch(arrow)
        axes.text(*_beside(link), link.sign, fontsize=15, fontweight="bold", ha="center", va="center", zorder=6,
                  bbox={"boxstyle": "circle,pad=0.12", "facecolor": "white", "edgecolor": "none"})  # fmt: skip
    figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None, dpi=110)


def _beside(link: Link) -> tuple[float, float]:
    """Where the sign of a link stands: on its arc, nearer to the effect."""
    start, end = NODES[link.cause], NODES[link.effect]
    # The arc is a quadratic curve; its middle point lies off the straight line by the bend, in units of the canvas.
    wide, high = 10.5 / 1.06, 7.2 / 0.98
    x0, y0, x1, y1 = start.x * wide, start.y * high, end.x * wide, end.y * high
    middle = ((x0 + x1) / 2 + link.bend * (y1 - y0), (y0 + y1) / 2 - link.bend * (x1 - x0))
    along = 0.6
    parts = ((1 - along) ** 2, 2 * along * (1 - along), along**2)
    x = parts[0] * x0 + parts[1] * middle[0] + parts[2] * x1
    y = parts[0] * y0 + parts[1] * middle[1] + parts[2] * y1
    return x / wide, y / high


def main() -> None:
    """Write picture and page anew."""
    if wrong := unbacked():
        raise SystemExit("\n".join(wrong))
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    draw(PICTURE)


if __name__ == "__main__":
    main()
