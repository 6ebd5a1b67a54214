"""The small synthetic world with names, doctrines and goals, as `content` would hand it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from game.content.origin import Origin
from game.content.package import (
    Doctrine,
    DoctrineRule,
    Figure,
    Goal,
    NationText,
    Package,
    RuleText,
    SiteText,
    Text,
)
from game.engine.conditions import Atom, Condition, Reading
from game.engine.world import World
from tests.small_world import small_world

ALWAYS = Condition(((),), "always")

SOURCED = Origin(("a_source",), "high")


def _text(identifier: str) -> Text:
    return Text(identifier.replace("_", " ").title(), f"What {identifier} is about.", SOURCED)


def _texts(names: tuple[str, ...]) -> dict[str, Text]:
    return {name: _text(name) for name in names}


def above(metric: str, *arguments: int, threshold: float) -> Condition:
    atom = Atom(Reading(metric, arguments), 1, threshold, or_equal=False)
    return Condition(((atom,),), f"{metric} > {threshold}")


def rule(key: str, when: Condition, order: Mapping[str, Any], cooldown: int = 0) -> DoctrineRule:
    return DoctrineRule(key, when, order, cooldown, f"because of {key}")


def _bind(world: World, doctrine: str, seat: str) -> Doctrine:
    position = world.names.index("nations", seat)
    share = world.finance.max_public_share
    fund = {"kind": "fund_project", "instrument": "loan", "public_share": share}
    stock = {
        "kind": "set_stockpile",
        "good": "heavy_oxide",
        "target_days": 60.0,
        "pace_days": 6.0,
        "release": "shortage",
    }
    tables: dict[str, tuple[DoctrineRule, ...]] = {
        "idle": (),
        "careful": (
            rule("stock", above("tension", position, threshold=0.1), stock, cooldown=-1),
            rule("mine", ALWAYS, {**fund, "project": "new_mine"}, cooldown=2),
            rule("rescue", above("month", threshold=10.0), {**fund, "project": "rescue_plant"}, cooldown=3),
            rule("study", ALWAYS, {"kind": "fund_research", "line": "recycling", "rate": 8.0}, cooldown=-1),
        ),
        "loud": (rule("protest", ALWAYS, {"kind": "set_posture", "posture": "retaliate"}, cooldown=4),),
    }
    return Doctrine(doctrine, doctrine.title(), f"The {doctrine} way.", tables[doctrine])


def small_package(**changes: Any) -> Package:
    """The package; `changes` replace fields of it."""
    world = small_world()
    names = world.names
    package = Package(
        world=world,
        rule_set="small",
        rule_set_version="1",
        scenario="small_scenario",
        title="A small scenario",
        summary="For tests.",
        briefing="# Briefing",
        hash="0" * 64,
        default_seat="arden",
        seat_doctrines={"arden": "careful", "boreas": "loud"},
        nations={
            name: NationText(name.title(), (name[:3].upper(),), name, 10.0 * i, 5.0 * i)
            for i, name in enumerate(names.nations)
        },
        sites={name: SiteText(name.replace("_", " ").title(), 1.0, 2.0, "", SOURCED) for name in names.sites},
        projects={name: Text(f"Project {_text(name).name}", "What it builds.", SOURCED) for name in names.projects},
        materials=_texts(names.materials),
        stages=_texts(names.stages),
        goods=_texts(names.goods),
        quotas=_texts(names.quotas),
        products=_texts(names.stages),
        sectors=_texts(names.sectors),
        lines=_texts(names.lines),
        agreements=_texts(names.agreements),
        afterwards={"sites": {}, "projects": {}},
        rules={name: RuleText(_text(name).name, _text(name).text) for name in names.rules},
        incidents={incident.key: Text(incident.text, incident.text) for incident in world.incidents},
        doctrine_names=_texts(("idle", "careful", "loud")),
        goals=(Goal("approval", ("self",), None, 0.2, "end", "keep a fifth of the voters"),),
        win_scores={"arden": 40.0, "boreas": 40.0},
        figures=(
            Figure("market.yaml:start_price.light", 10.0, "US$/kg", Origin(("prices",), "high")),
            Figure("market.yaml:start_price.heavy", 100.0, "US$/kg", Origin((), "assumed", "Ten times the light.")),
        ),
        bind_doctrine=partial(_bind, world),
    )
    return replace(package, **changes)
