"""What the flow of a supply chain shows, as plain records, made from a seat's view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.desktop.present import rival_name
from game.marks import N_
from game.session.views import ChainView, View
from game.telling import _, numbers

Source = Literal["own", "recycled", "others", "rival", "stock"]
SOURCES: dict[Source, str] = {
    "own": N_("Own"), "recycled": N_("Recycled"), "others": N_("Others"), "rival": N_("Rival"), "stock": N_("Stocks"),
}  # fmt: skip
"""Where supply comes from, in the order in which it is stacked, and its word."""
INDUSTRY = "industry"
"""Id of the end of the chain."""
_DEPENDENT = 0.3
_SHORT = 0.02
_SHORT_NAME = 8


@dataclass(frozen=True)
class StageFlow:
    """One stage: what reaches it by source, what is used, what is missing (t/year)."""

    id: str
    name: str
    supply: tuple[tuple[Source, float], ...]
    """In the order of `SOURCES`, without what is nought."""
    use: float
    unmet: float
    cover_days: float
    dependence: float
    onward: float
    """Part of the use that becomes the next stage's own production, at the last stage what industry gets."""
    direct: float
    """Part of the use that goes to industry past the next stage."""

    @property
    def stored(self) -> float:
        """What arrives beyond the use and goes into stocks."""
        return max(0.0, self.total - self.unmet - self.use)

    @property
    def total(self) -> float:
        """Supply and what is missing."""
        return sum(tonnes for _, tonnes in self.supply) + self.unmet


@dataclass(frozen=True)
class ChainModel:
    """A material's chain. Two equal models draw alike."""

    material: str
    title: str
    rival: str
    """Its name, where it is short."""
    stages: tuple[StageFlow, ...]
    bottleneck: str
    """Stage id with the greatest dependence or shortage; empty where nothing presses."""


def present_chain(view: View, material: str) -> ChainModel:
    """The chain of `material`.

    Raises:
        KeyError: when the view carries no such material.
    """
    title = _(dict(view.materials)[material])
    links, names = chain_of(view, material), {stage: _(name) for stage, name in view.stages}
    stages = []
    for number, (stage, link) in enumerate(links):
        following = links[number + 1][1] if number + 1 < len(links) else None
        stages.append(_stage((stage, names[stage]), link, following, first=number == 0))
    rival = rival_name(view)
    word = rival if len(rival) <= _SHORT_NAME else _(SOURCES["rival"])
    return ChainModel(material, title, word, tuple(stages), _bottleneck(stages))


def chain_of(view: View, material: str) -> list[tuple[str, ChainView]]:
    """The goods of `material` by the stage that makes each, in the order of the chain."""
    order, stage = [name for name, _ in view.stages], {good.id: good.stage for good in view.goods}
    own = {good.id for good in view.goods if good.material == material}
    links = [(stage[link.good], link) for link in view.chain if link.good in own]
    return sorted(links, key=lambda link: order.index(link[0]))


def _stage(named: tuple[str, str], link: ChainView, following: ChainView | None, *, first: bool) -> StageFlow:
    arriving: dict[Source, float] = {
        "own": link.production, "recycled": link.recycled, "others": link.from_others, "rival": link.from_rival,
    }  # fmt: skip
    arriving["stock"] = max(0.0, link.use - sum(arriving.values()))
    least = 1e-3 * max(link.use + link.unmet, 1.0)
    onward = link.use if following is None else following.production if first else min(following.production, link.use)
    direct = 0.0 if following is None or first else max(0.0, link.use - onward)
    return StageFlow(
        *named, tuple((source, arriving[source]) for source in SOURCES if arriving[source] > least),
        link.use, link.unmet if link.unmet > least else 0.0, link.cover_days, link.dependence, onward, direct,
    )  # fmt: skip


def _bottleneck(stages: list[StageFlow]) -> str:
    """The stage that is short, else the one that depends most."""
    pressing = []
    for stage in stages:
        wanted = stage.use + stage.unmet
        short = stage.unmet / wanted if wanted > 0 else 0.0
        if short > _SHORT or stage.dependence > _DEPENDENT:
            pressing.append((short + stage.dependence, stage.id))
    return max(pressing)[1] if pressing else ""


def tables(model: ChainModel) -> list[tuple[str, list[tuple[str, str, float]]]]:
    """For each stage and for industry: its id, and (kind, word, tonnes) of each of its figures."""
    return [*((stage.id, _stage_rows(stage, model.rival)) for stage in model.stages), (INDUSTRY, _industry_rows(model))]


def industry(model: ChainModel) -> tuple[float, list[tuple[str, float]]]:
    """What industry gets: in all, and by the stage it comes from; what it lacks counts in."""
    last = model.stages[-1] if model.stages else None
    parts: list[tuple[str, float]] = []
    if last is not None and last.use > 0:
        parts.append(("onward", last.use))
    parts += [(f"direct:{stage.id}", stage.direct) for stage in model.stages if stage.direct > 1e-3 * stage.use]
    if last is not None and last.unmet > 0:
        parts.append(("unmet", last.unmet))
    return sum(tonnes for _, tonnes in parts), parts


def _industry_rows(model: ChainModel) -> list[tuple[str, str, float]]:
    names = {stage.id: stage.name for stage in model.stages}
    last = model.stages[-1].name if model.stages else ""
    rows: list[tuple[str, str, float]] = []
    for kind, tonnes in industry(model)[1]:
        sort, _colon, origin = kind.partition(":")
        word = _("Unmet") if sort == "unmet" else names.get(origin, last)
        rows.append((sort if sort == "unmet" else "onward", word, tonnes))
    return rows or [("none", _("Nothing arrives"), 0.0)]


def _stage_rows(stage: StageFlow, rival: str) -> list[tuple[str, str, float]]:
    rows: list[tuple[str, str, float]] = [
        (source, rival if source == "rival" else _(SOURCES[source]), tonnes) for source, tonnes in stage.supply
    ]
    if stage.unmet > 0:
        rows.append(("unmet", _("Unmet"), stage.unmet))
    if stage.stored > _SHORT * stage.use:
        rows.append(("none", _("{tonnes} stored").format(tonnes=numbers.write(stage.stored, "t")), stage.stored))
    return rows or [("none", _("None at home"), 0.0)]
