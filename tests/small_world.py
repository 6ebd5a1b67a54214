"""A small but complete synthetic world, for tests that must not depend on a shipped rule set.

Six nations: two seats that use much and own little, a rival that makes nearly everything, a mining country with a
customs border of its own, a separating country and the rest of the world. Ore, two oxides, magnet alloy and scrap;
three sectors. What the economy plays is the rule set in ``tests/small``, compiled and brought to rest by the product;
what states do stands in `tests.small_sections` and `tests.small_script`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.economy import machine
from game.economy.rest import rest
from game.engine.phases.actions.registry import ACTIONS
from game.engine.world import RivalRules, Supply, World
from tests import small_script as script
from tests import small_sections as sections
from tests.rule_sets import load_economy
from tests.small_sections import GOODS, NAMES, RIVAL

__all__ = ["GOODS", "NAMES", "RIVAL", "Supply", "builders_world", "seeds", "small_world"]

FOLDER = Path(__file__).parent / "small"
QUIET = 360
"""Months after which the small rule set rests."""


def small_world(**changes: Any) -> World:
    """The world, with `changes` by section: a mapping replaces single fields, anything else the whole section.

    ``small_world(diplomacy={"trust_gain": 0.0}, supply={"rules": {"leakage": 0.0}}, incidents=())``

    Of the records of the economy a mapping changes fields of ``rules`` and ``start``: a value fills the field, and a
    function is handed it to write in.

    Raises:
        TypeError: for a section or field that does not exist.
    """
    world = _plain()
    known = {field.name for field in fields(world)}
    if unknown := changes.keys() - known:
        raise TypeError(f"no such section: {sorted(unknown)}")
    for section, change in changes.items():
        world = replace(world, **{section: _changed(getattr(world, section), change)})
    return world


def _changed(section: Any, change: Any) -> Any:
    if not isinstance(change, dict):
        return change
    if isinstance(section, Supply):
        return _records(section, change)
    if isinstance(section, RivalRules):
        change = _with_tables(section, change)
    return replace(section, **change)


def _records(supply: Supply, change: Mapping[str, Mapping[str, Any]]) -> Supply:
    """The records with fields filled or written in."""
    found = {}
    for part, values in change.items():
        records = getattr(supply, part).copy()
        for name, value in values.items():
            if name not in (records.dtype.names or ()):
                raise TypeError(f"no such field: {name}")
            _write(records[name][0:1], value)
        found[part] = records
    return replace(supply, **found)


def _write(held: NDArray[Any], value: float | NDArray[Any] | Callable[[NDArray[Any]], object]) -> None:
    """Fill `held` (1, ...) with a value, or let a function write into it."""
    if callable(value):
        value(held[0])
    else:
        held[0] = value


def _with_tables(rules: RivalRules, change: dict[str, Any]) -> dict[str, Any]:
    """`change` with the tables of actions in it, which are named as fields are, put among the others."""
    tables = {name: table for name, table in change.items() if name in (*ACTIONS, "grab_trust")}
    rest_of_it = {name: value for name, value in change.items() if name not in tables}
    return {**rest_of_it, "does": {**rules.does, **tables}}


@cache
def _supply() -> Supply:
    """The records of ``tests/small`` at rest; by machine code, which later tests play with too, where it can be had."""
    economy = load_economy(FOLDER)
    rules = np.zeros(1, economy.world.dtype)
    rules[0] = economy.world
    return Supply(rules=rules, start=rest(rules[0], economy.start, months=QUIET, fast=machine.wait()))


@cache
def _plain() -> World:
    return World(
        names=NAMES,
        goods=GOODS,
        calendar=sections.calendar(),
        seats=2,
        rival=RIVAL,
        supply=_supply(),
        sites=sections.sites(),
        projects=sections.projects(),
        finance=sections.finance(),
        stockpiles=sections.stockpiles(),
        research=sections.research(),
        diplomacy=sections.diplomacy(),
        agreements=sections.agreements(),
        rival_rules=script.rival_rules(),
        economy=script.economy(),
        environment=script.environment(),
        news=script.news(),
        score=script.score(),
        incidents=script.incidents(),
    )


def seeds(count: int, first: int = 1) -> NDArray[np.uint64]:
    """Match seeds `first`, `first` + 1, ..."""
    return np.arange(first, first + count, dtype=np.uint64)


def builders_world() -> World:
    """The small world with all that builders may meet: instruments, standards, a contested site, training, owners."""
    contested = np.zeros(8)
    contested[6] = 0.02
    return small_world(
        finance={
            "offered": np.ones(5, dtype=bool),
            "budget_cost": np.array([1.0, 1.0, 0.3, 0.05, 0.1]),
            "loss_given_failure": np.array([1.0, 1.0, 1.0, 0.45, 0.1]),
            "early_risk": np.array([1.0, 1.0, 1.0, 0.7, 0.5]),
            "payout": 0.3,
        },
        environment={
            "cost": np.array([0.8, 1.0, 1.2]),
            "permitting": np.array([0.8, 1.0, 1.2]),
            "licence_risk": np.array([1.5, 1.0, 0.5]),
            "waste": np.array([2.0, 1.0, 0.5]),
            "reputation": np.array([-0.05, 0.0, 0.02]),
            "suspension": np.array([0.05, 0.0, 0.0]),
            "waste_rate": np.full((len(NAMES.nations), len(NAMES.stages)), 10.0),
        },
        sites={"protest": contested, "suspension": contested},
        agreements={"staff": np.array([1.0, 0.0]), "staff_kept": np.array([0.3, 0.0])},
        projects={"partners_price": np.array([12.0, 0.0, 0.0])},
    )
