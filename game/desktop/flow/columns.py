"""The chain of a material out of a seat's view: the goods of each stage brought together by what they hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop.flow.model import INDUSTRY, SOURCES, ChainModel, Link, Part, Source, StageFlow
from game.desktop.present import rival_name, stage_shapes
from game.session.views import ChainView, GoodView, View
from game.telling import _

_DEPENDENT, _SHORT = 0.3, 0.02
_SHORT_NAME = 8
_LEAST = 1e-3
"""Part of what a column uses under which a flow is left out."""
TRACE = 0.5
"""t/year under which a good counts as absent."""
_MOST = 5
"""Columns, that of industry among them, beyond which those where nothing moves are left out."""


@dataclass(frozen=True)
class Held:
    """A good of the chain, the seat's figures of it (t/year), and the tonnes of the material in a tonne of it."""

    good: GoodView
    link: ChainView
    holds: float

    @property
    def moves(self) -> float:
        """t/year of it that arrive or are wanted, whichever is more."""
        return max(arriving(self.link), self.link.use + self.link.unmet)


def arriving(link: ChainView) -> float:
    """t/year of a good that come in from anywhere but stocks."""
    return link.production + link.recycled + link.from_others + link.from_rival


def chain_of(view: View, material: str) -> list[tuple[str, tuple[Held, ...]]]:
    """The goods that hold `material` by the stage that makes each, in the order of the chain.

    A stage of what comes back from use is left out while nothing does, and where there are many, any that is empty.
    """
    links = {link.good: link for link in view.chain}
    held = [Held(one, links[one.id], dict(one.holds)[material]) for one in view.goods if material in dict(one.holds)]
    stages = [(stage, tuple(one for one in held if one.good.stage == stage)) for stage, _name in view.stages]
    shown = [(stage, some) for stage, some in stages if any(not o.good.comes_back or o.moves > TRACE for o in some)]
    if len(shown) < _MOST:
        return shown
    return [(stage, some) for stage, some in shown if any(one.good.counted or one.moves > TRACE for one in some)]


def offered(view: View) -> tuple[tuple[str, str], ...]:
    """Materials whose chain says something to the seat, and their names: their goods count, or something moves."""
    named = tuple((material, _(name)) for material, name in view.materials)
    return tuple(one for one in named if _says(view, one[0])) or named[:1]


def _says(view: View, material: str) -> bool:
    held = (one for _stage, some in chain_of(view, material) for one in some)
    return any(one.good.counted or one.moves > TRACE for one in held)


def present_chain(view: View, material: str) -> ChainModel:
    """The chain of `material`.

    Raises:
        KeyError: when the view carries no such material.
    """
    title, names, shapes = _(dict(view.materials)[material]), dict(view.stages), stage_shapes(view)
    chain = chain_of(view, material)
    stages = [_stage(stage, _(names[stage]), shapes[stage], held) for stage, held in chain]
    rival = rival_name(view)
    word = rival if len(rival) <= _SHORT_NAME else _(SOURCES["rival"])
    lacking = sum(stage.unmet * stage.industry / stage.use for stage in stages if stage.use > 0.0)
    links = _links(stages, dict(chain))
    return ChainModel(material, title, word, tuple(stages), links, lacking, _bottleneck(stages))


def _stage(stage: str, name: str, shape: str, held: Sequence[Held]) -> StageFlow:
    """The goods of a stage summed, each by what it holds of the material."""

    def summed(field: str) -> float:
        return sum(float(getattr(one.link, field)) * one.holds for one in held)

    def mean(field: str) -> float:
        return sum(float(getattr(one.link, field)) * one.link.use * one.holds for one in held) / max(use, 1e-9)

    use, exports, unmet = summed("use"), summed("exports"), summed("unmet")
    amounts: dict[Source, float] = {
        "own": summed("production"), "recycled": summed("recycled"),
        "others": summed("from_others"), "rival": summed("from_rival"),
    }  # fmt: skip
    back = all(one.good.comes_back for one in held)
    amounts["recycled" if back else "stock"] = max(0.0, use + exports - sum(amounts.values()))
    least = _LEAST * max(use + unmet, 1.0)
    return StageFlow(
        stage, name, shape, tuple((source, amounts[source]) for source in SOURCES if amounts.get(source, 0.0) > least),
        use, summed("industry"), exports, unmet if unmet > least else 0.0, mean("cover_days"), mean("dependence"),
        any(one.good.counted for one in held), back,
        tuple(Part(_(one.good.name), one.moves) for one in held if one.moves > TRACE),
    )  # fmt: skip


def _links(stages: Sequence[StageFlow], chain: dict[str, tuple[Held, ...]]) -> tuple[Link, ...]:
    """What columns hand on: to later ones that the recipes make of them, and to industry."""
    ahead = [stage for stage in stages if not stage.comes_back]
    given: list[Link] = []
    for number, stage in enumerate(ahead):
        later = [(one, dict(one.supply).get("own", 0.0)) for one in ahead[number + 1 :]]
        fed = [(one, own) for one, own in later if own > 0.0 and _feeds(chain[stage.id], chain[one.id])]
        whole, works = sum(own for _, own in fed), max(stage.use - stage.industry, 0.0)
        given += [Link(stage.id, one.id, works * own / whole, 0.0) for one, own in fed if works > _LEAST * stage.use]
    made = [Link(k.origin, k.target, k.tonnes, _made(k, given, ahead)) for k in given]
    used = [(one.id, one.industry) for one in ahead if one.industry > _LEAST * max(one.use, 1.0)]
    return (*made, *(Link(origin, INDUSTRY, tonnes, tonnes) for origin, tonnes in used))


def _feeds(origin: Sequence[Held], target: Sequence[Held]) -> bool:
    wanted = {one.good.id for one in target}
    return any(wanted.intersection(one.good.feeds) for one in origin)


def _made(link: Link, given: Sequence[Link], stages: Sequence[StageFlow]) -> float:
    """Its part of what the later column makes of its own, by what each of the earlier ones hands on."""
    own = next(dict(stage.supply)["own"] for stage in stages if stage.id == link.target)
    return own * link.tonnes / sum(one.tonnes for one in given if one.target == link.target)


def _bottleneck(stages: Sequence[StageFlow]) -> str:
    """The stage that is short, else the one that depends most."""
    pressing = [
        (stage.short + stage.dependence, stage.id)
        for stage in stages
        if stage.counted and (stage.short > _SHORT or stage.dependence > _DEPENDENT)
    ]
    return max(pressing)[1] if pressing else ""
