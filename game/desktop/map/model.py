"""What the map shows, as plain records, made from a seat's view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.desktop.kit.assets import UNKNOWN_FLAG
from game.desktop.kit.badges import STATUSES
from game.desktop.present import leading_goods, rival_name, stage_shapes
from game.engine.messages import Message
from game.marks import N_
from game.session.views import NationView, SiteView, View, worked_stages
from game.telling import Teller, _, numbers

DEPENDENCE, TENSION = "dependence", "tension"
"""Layers beside those of the stages, which are called by their identifiers."""
_TITLES = {DEPENDENCE: N_("Imports from {rival}"), TENSION: N_("Tension with {rival}")}
_SHARE = N_("Share of {stage}")
_FIELDS = {DEPENDENCE: "import_share", TENSION: "tension"}
_MOST_ARCS, _MOST_OWN = 14, 9
"""Flows of trade on the map: in all, and the seat's."""
_LEAST_CUT = 0.02
LEAD_ROLES = frozenset({"self", "seat", "rival"})
"""Nations that play, whose value is always written on the map."""
_GREAT = 0.05
"""Share of what a stage makes in the world from which the value of any other nation is written too."""


@dataclass(frozen=True)
class NationMark:
    """A nation on the map: `value` (0-1, None without one) colours its areas, `lines` fill its card."""

    id: str
    name: str
    iso: tuple[str, ...]
    flag: str
    role: str
    lon: float
    lat: float
    value: float | None
    text: str
    """The value as it is written under the flag; empty where none is."""
    lines: tuple[tuple[str, str], ...]
    """Label and value."""


@dataclass(frozen=True)
class SiteMark:
    """A site on the map; `lines` fill its card."""

    id: str
    name: str
    shape: str
    """Of its stage, of `badges.SHAPES`."""
    status: str
    lon: float
    lat: float
    size: float
    """0-1, by capacity."""
    own: bool
    """The seat holds offtake or it lies in the seat's nation."""
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Arc:
    """Trade from one nation to another."""

    origin: str
    importer: str
    tonnes: float
    cut: float
    """Share that controls cut off, 0-1."""
    tone: Literal["rival", "own", "others"]
    """``rival`` comes from the rival, ``own`` from others to the seat."""
    faint: bool
    """Neither end is the seat."""


@dataclass(frozen=True)
class MapModel:
    """All that the map shows. Two equal models draw alike."""

    layer: str
    """`DEPENDENCE`, `TENSION` or a stage."""
    title: str
    ends: tuple[str, str]
    """Labels of the legend's ends."""
    top: float
    """Value at the legend's upper end."""
    more_is_worse: bool
    rival: str
    """Its name, for the key."""
    stages: tuple[tuple[str, str], ...]
    """Shapes of the sites' stages, and what these are called."""
    statuses: tuple[tuple[str, str], ...]
    """Statuses that a site may have, and what they are called."""
    nations: tuple[NationMark, ...]
    sites: tuple[SiteMark, ...]
    arcs: tuple[Arc, ...]


def layers(view: View) -> dict[str, str]:
    """Layers of the map and their titles, in their order."""
    teller = Teller.of(view)
    stages = {stage: _(_SHARE).format(stage=teller.within("stages", stage)) for stage, _name in worked_stages(view)}
    named = {layer: _(title).format(rival=rival_name(view)) for layer, title in _TITLES.items()}
    return {DEPENDENCE: named[DEPENDENCE], **stages, TENSION: named[TENSION]}


def present_map(view: View, layer: str = DEPENDENCE) -> MapModel:
    """What to draw for `view`."""
    teller = Teller.of(view)
    shapes = stage_shapes(view)
    statuses = {status: teller.sentence(Message(f"status.{status}")) for status in STATUSES}
    return MapModel(
        layer=layer,
        title=layers(view)[layer],
        ends=(numbers.write(0.0, "share"), numbers.write(1.0, "share")),
        top=1.0,
        more_is_worse=layer in _FIELDS,
        rival=rival_name(view),
        nations=tuple(_nation(view, nation, layer) for nation in view.nations),
        stages=tuple((shapes[stage], _(name)) for stage, name in worked_stages(view)),
        statuses=tuple(statuses.items()),
        sites=_sites(view, shapes, statuses),
        arcs=_arcs(view),
    )


def _nation(view: View, nation: NationView, layer: str) -> NationMark:
    outside = nation.flag == UNKNOWN_FLAG or (nation.role == "rival" and layer in _FIELDS)
    rival, shares = rival_name(view), dict(nation.output_shares)
    shown = float(getattr(nation, _FIELDS[layer])) if layer in _FIELDS else shares[layer]
    value = None if outside else shown
    lines = [(_(name), numbers.write(shares[stage], "share")) for stage, name in worked_stages(view)]
    if nation.role != "rival":
        lines.insert(0, (_("Imports from {rival}").format(rival=rival), numbers.write(nation.import_share, "share")))
        lines.append((_("Tension with {rival}").format(rival=rival), numbers.write(nation.tension, "0-1")))
    if nation.demand > 0:
        lines.append((_("Demand"), numbers.write(nation.demand, "t/year")))
    if nation.role not in ("self", "rival"):
        lines.append((_("Trust toward {seat}").format(seat=_(view.seat_name)), numbers.write(nation.trust, "0-1")))
    told = nation.role in LEAD_ROLES or (layer not in _FIELDS and shown >= _GREAT)
    text = numbers.write(shown, "share") if told and value is not None else ""
    return NationMark(
        nation.id,
        _(nation.name),
        nation.iso,
        nation.flag,
        nation.role,
        nation.lon,
        nation.lat,
        value,
        text,
        tuple(lines),
    )


def _sites(view: View, shapes: Mapping[str, str], statuses: Mapping[str, str]) -> tuple[SiteMark, ...]:
    most, names = max((site.capacity for site in view.sites), default=1.0), dict(view.stages)
    return tuple(
        _site(view, site, most, shapes[site.stage], (_(names[site.stage]), statuses[site.status]))
        for site in view.sites
    )


def _site(view: View, site: SiteView, most: float, shape: str, state: tuple[str, str]) -> SiteMark:
    held = dict(site.offtake).get(view.seat, 0.0)
    lines = [state]
    lines.append((_("Capacity"), numbers.write(site.capacity, "t/year")))
    if site.output > 0:
        lines.append((_("Output"), numbers.write(site.output, "t/year")))
    lines.append((_("Cash cost"), numbers.write(site.cash_cost, "US$/kg")))
    if held > 0:
        lines.append((_("Your offtake"), numbers.write(held, "share")))
    if site.note:
        lines.append(("", _(site.note)))
    return SiteMark(
        site.id, _(site.name), shape, site.status, site.lon, site.lat,
        size=(site.capacity / most) ** 0.5 if most > 0 else 0.0,
        own=held > 0 or site.nation == view.seat, lines=tuple(lines),
    )  # fmt: skip


def _arcs(view: View) -> tuple[Arc, ...]:
    """Trade summed over the goods that lead to what counts; the seat's own first, then the greatest."""
    rivals = {nation.id for nation in view.nations if nation.role == "rival"}
    shipped: dict[tuple[str, str], float] = {}
    wanted: dict[tuple[str, str], float] = {}
    leading = leading_goods(view)
    for flow in view.flows:
        if flow.good not in leading:
            continue
        pair = (flow.origin, flow.importer)
        shipped[pair] = shipped.get(pair, 0.0) + flow.tonnes
        wanted[pair] = wanted.get(pair, 0.0) + flow.tonnes / max(1.0 - flow.cut, 0.02)
    arcs = []
    for (origin, importer), tonnes in shipped.items():
        if origin == importer:
            continue
        whole = wanted[origin, importer]
        cut = 1.0 - tonnes / whole if whole > 0 else 1.0
        tone: Literal["rival", "own", "others"] = (
            "rival" if origin in rivals else "own" if importer == view.seat else "others"
        )
        faint = view.seat not in (origin, importer)
        arcs.append(Arc(origin, importer, tonnes, cut if cut > _LEAST_CUT else 0.0, tone, faint))
    arcs.sort(key=lambda arc: (arc.faint, -arc.tonnes, arc.origin, arc.importer))
    own = [arc for arc in arcs if not arc.faint][:_MOST_OWN]
    return (*own, *[arc for arc in arcs if arc.faint][: _MOST_ARCS - len(own)])
