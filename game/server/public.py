"""What everybody may know: what every seat is told alike, the figures of the world, the map, agreements in force."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from game.atlas import Frame, outlines, thinned
from game.engine.messages import Message
from game.engine.metrics import METRICS
from game.server import shown
from game.session.lexicon import Lexicon
from game.session.views import Headline, NationView, Series, View, headlines_alike, known_alike
from game.telling import Teller, _, numbers

_FRAME = Frame(1000, 430)
"""The plane on which the map is drawn; the page makes it as large as there is room."""
_FINE = 1.5
"""Points of an outline that lie nearer together are one."""
_LEAST = 3
"""Steps of a line that closes round anything."""
_GREAT = 0.05
"""Share of what a stage makes in the world from which a nation that nobody plays has a mark on the map."""
_PRICES = ("price", "price_inside")
_STATUSES = ("operating", "planned", "suspended", "care", "bankrupt")


def public_of(views: Sequence[View], lexicon: Lexicon) -> dict[str, Any]:
    """The public picture, made of the views of all seats."""
    teller, first = Teller(lexicon), views[0]
    told = [shown.series(teller, one) for one in first.series if _worldly(one) and known_alike(one, views[1:])]
    return {
        "type": "public",
        **shown.period(first),
        "months": shown.months(first),
        "headlines": [one for headline in headlines_alike(views) if (one := _told(teller, headline)) is not None],
        "prices": [one for one in told if one["key"].split(maxsplit=1)[0] in _PRICES],
        "world": [one for one in told if one["key"].split(maxsplit=1)[0] not in _PRICES],
        "agreements": _in_force(teller, views),
        "map": _map(teller, views),
    }


def _worldly(one: Series) -> bool:
    """Whether a figure is the world's, and no seat's own: its key names all that it is of."""
    metric, *arguments = one.key.split()
    return len(arguments) == len(METRICS[metric].axes)


def _told(teller: Teller, headline: Headline) -> dict[str, Any] | None:
    """A shared headline without its cause, which one seat may know and another not; None where it names something that
    is not public.
    """
    try:
        text = teller.headline(headline)
    except KeyError:
        return None
    when = numbers.month(headline.month)
    return {"turn": headline.turn, "month": headline.month, "when": when, "text": text, "tone": headline.tone}


def _in_force(teller: Teller, views: Sequence[View]) -> list[str]:
    """Agreements in force, each pair once: that one came into force, was left or broken is told to all."""
    pairs = {
        (one.kind, *sorted((view.seat, one.partner)))
        for view in views
        for one in view.agreements
        if one.status == "in force"
    }
    lines = []
    for kind, one, other in sorted(pairs):
        try:
            name, ends = teller.name("agreements", kind), [teller.name("nations", end) for end in (one, other)]
        except KeyError:  # nobody but the two knows of it
            continue
        lines.append(_("{agreement}: {one} and {other}").format(agreement=name, one=ends[0], other=ends[1]))
    return lines


# --- the map ----------------------------------------------------------------------------------------------------------


def _map(teller: Teller, views: Sequence[View]) -> dict[str, Any]:
    """Nations by their share of what the leading stage makes, and sites, as far as all seats see them alike."""
    first, stage = views[0], teller.lexicon.headline
    sites = [one for one in first.sites if all(_standing(view, one.id) == one.status for view in views)]
    return {
        "title": _("Share of {stage}").format(stage=teller.within("stages", stage)),
        "nations": _nations([one for one in first.nations if one.flag != "world"], stage, teller.lexicon.seats),
        "sites": [{"status": one.status, **_place(one.lon, one.lat)} for one in sites],
        "statuses": {status: teller.sentence(Message(f"status.{status}")) for status in _STATUSES},
    }


def _standing(view: View, site: str) -> str:
    return next((one.status for one in view.sites if one.id == site), "")


def _nations(nations: Sequence[NationView], stage: str, seats: Sequence[str]) -> list[dict[str, Any]]:
    told, count = [], 0
    for nation in nations:
        share, role = dict(nation.output_shares).get(stage, 0.0), _role(nation, seats)
        marked = role != "other" or share >= _GREAT
        count += marked
        told.append(
            {
                "name": _(nation.name),
                "role": role,
                "iso": nation.iso,
                "share": round(share, 4),
                "text": numbers.write(share, "share"),
                "badge": str(count) if marked else "",
                **_place(nation.lon, nation.lat),
            }
        )
    return told


def _role(nation: NationView, seats: Sequence[str]) -> str:
    return "seat" if nation.id in seats else nation.role


def _place(lon: float, lat: float) -> dict[str, float]:
    x, y = _FRAME.at(lon, lat)
    return {"x": round(x, 1), "y": round(y, 1)}


@cache
def land() -> dict[str, Any]:
    """The outlines of the world as paths of a picture, area by area; the same for every match."""
    world = outlines()
    areas, rings = zip(*world.rings, strict=True)
    paths = [
        (world.areas[area], path)
        for area, ring in zip(areas, thinned(_FRAME, rings, 1, _FINE), strict=True)
        if (path := _path(np.round(ring).astype(int).tolist()))
    ]
    return {"box": [_FRAME.width, _FRAME.height], "land": paths}


def _path(points: Sequence[Sequence[int]]) -> str:
    """A closed line, each point by its way from the one before; empty where it is too small to be seen."""
    (x, y), steps = points[0], []
    for to_x, to_y in points[1:]:
        if (to_x, to_y) != (x, y):
            steps.append(f"{to_x - x} {to_y - y}")
            x, y = to_x, to_y
    if len(steps) < _LEAST:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"
