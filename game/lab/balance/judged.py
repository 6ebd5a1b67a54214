"""Every gate with what was measured for it: a row each, whether it holds, fails or cannot be measured yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.content.gates import Gate
from game.engine.world import POSTURES
from game.lab.balance.study import Study

WORTH = 1.0
"""Points from which a choice is worth something."""


@dataclass(frozen=True)
class Value:
    """A part of what was measured, in the unit of the gate: of a seat, or of what `about` names."""

    about: str
    value: float
    seat: str = ""


@dataclass(frozen=True)
class Row:
    """A gate and what was measured; it holds if all values do. Without values it could not be measured."""

    gate: Gate
    values: tuple[Value, ...]
    why_not: str = ""

    @property
    def holds(self) -> bool | None:
        """None where it could not be measured."""
        return all(self.gate.holds(one.value) for one in self.values) if self.values else None


def rows(study: Study, gates: Mapping[str, Gate]) -> list[Row]:
    """A row for each gate, in their order. One of which nobody knows how it is measured is a row without values."""
    return [_row(study, gate) for gate in gates.values()]


def _row(study: Study, gate: Gate) -> Row:
    measure = _MEASURES.get(gate.key)
    if gate.open or measure is None:
        return Row(gate, (), gate.open or "Nothing measures it.")
    values = tuple(measure(study))
    return Row(gate, values, "" if values else _EMPTY.get(gate.key, "There is nothing to measure it by."))


_NO_CONTROL = "The rival has no embargo, licence or quota against any of the seats."
_EMPTY = dict.fromkeys(("control_comes_least", "control_comes_most", "control_hurts", "control_spares"), _NO_CONTROL)


def _plan_over_doctrine(study: Study) -> Iterable[Value]:
    for name, plan, idle in zip(study.seats, study.best, study.idle, strict=True):
        yield Value(idle.doctrine, plan.points - idle.doctrine_points, name)


def _doctrine_over_plan(study: Study) -> Iterable[Value]:
    return (Value(one.about, -one.value, one.seat) for one in _plan_over_doctrine(study))


def _late_order(study: Study) -> Iterable[Value]:
    for name, turns in zip(study.seats, study.turns, strict=True):
        yield Value(f"turn {turns.late + 1}", float(turns.worth[turns.late]), name)


def _turns_that_decide(study: Study) -> Iterable[Value]:
    for name, turns in zip(study.seats, study.turns, strict=True):
        yield Value("", float((turns.worth >= WORTH).mean()), name)


def _best_answer(study: Study) -> Iterable[Value]:
    for seat in study.met.seats:
        if seat.seat in study.seats:
            most = int(np.argmax(seat.best_at))
            yield Value(seat.doctrines[most], float(seat.best_at[most]) / seat.tables, seat.seat)


def _idle_wins(study: Study) -> Iterable[Value]:
    return (Value("", one.won, name) for name, one in zip(study.seats, study.idle, strict=True))


def _idle_points(study: Study) -> Iterable[Value]:
    return (Value("", one.points, name) for name, one in zip(study.seats, study.idle, strict=True))


def _random_minister(study: Study) -> Iterable[Value]:
    return (Value("", one.better, name) for name, one in zip(study.seats, study.idle, strict=True))


def _control_comes(study: Study) -> Iterable[Value]:
    for control in study.controls:
        for posture, share in zip(POSTURES, control.comes, strict=True):
            yield Value(posture, share, study.met.seats[control.seat].seat)


def _control_hurts(study: Study) -> Iterable[Value]:
    return (Value("", one.unready, study.met.seats[one.seat].seat) for one in study.controls)


def _control_spares(study: Study) -> Iterable[Value]:
    return (Value("", one.ready, study.met.seats[one.seat].seat) for one in study.controls)


def _rival_off(study: Study) -> Iterable[Value]:
    return (Value("", one.most, name) for name, one in zip(study.seats, study.off, strict=True))


def _rules_fire(study: Study) -> Iterable[Value]:
    return (Value(one.rule, one.at_best) for one in study.fired)


def _rules_clash(study: Study) -> Iterable[Value]:
    clashes = [Value(f"{one.one} / {one.other}", one.share) for one in study.clashes]
    return clashes or [Value("no two move one thing both ways", 0.0)]


def _unused(study: Study) -> Iterable[Value]:
    yield Value(f"of {len(study.items.unused) + len(study.items.placed)}", float(len(study.items.unused)))


def _distance(study: Study) -> Iterable[Value]:
    spans = [plan.points - idle.points for plan, idle in zip(study.best, study.idle, strict=True)]
    if len(spans) > 1 and max(spans) > 0.0:
        told = ", ".join(f"{span:.1f}" for span in spans)
        yield Value(f"{told} points", (max(spans) - min(spans)) / max(spans))


def _decisions(study: Study) -> Iterable[Value]:
    return (Value("", one.own, name) for name, one in zip(study.seats, study.variance, strict=True))


def _chance(study: Study) -> Iterable[Value]:
    return (Value("", one.chance, name) for name, one in zip(study.seats, study.variance, strict=True))


def _pooling(study: Study) -> Iterable[Value]:
    return _paying(study, study.package.world.agreements.shares_stock)


def _joint_research(study: Study) -> Iterable[Value]:
    return _paying(study, study.package.world.agreements.shares_research)


def _paying(study: Study, of_kind: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterable[Value]:
    names = study.package.world.names.agreements
    found = [deal for deal in study.deals if of_kind[names.index(deal.agreement)]]
    if found:
        yield Value(f"of {len(found)} pairs", float(sum(deal.pays_both for deal in found)))


def _co_finance(study: Study) -> Iterable[Value]:
    if study.shared:
        yield Value(f"of {len(study.shared)} projects and pairs", float(sum(one.pays_both for one in study.shared)))


def _common_good(study: Study) -> Iterable[Value]:
    if study.commons:
        yield Value(f"of {len(study.commons)} kinds", float(sum(one.dilemma for one in study.commons)))


def _free_orders(study: Study) -> Iterable[Value]:
    yield Value("", float(len(study.free)))


def _money_maker(study: Study) -> Iterable[Value]:
    for name, one in zip(study.seats, study.money, strict=True):
        yield Value("", (one.left - one.idle) / max(one.idle, 1.0), name)


_MEASURES: Mapping[str, Callable[[Study], Iterable[Value]]] = {
    "plan_over_doctrine": _plan_over_doctrine,
    "doctrine_over_plan": _doctrine_over_plan,
    "late_order": _late_order,
    "turns_that_decide": _turns_that_decide,
    "best_answer": _best_answer,
    "idle_wins": _idle_wins,
    "idle_points": _idle_points,
    "random_minister": _random_minister,
    "control_comes_least": _control_comes,
    "control_comes_most": _control_comes,
    "control_hurts": _control_hurts,
    "control_spares": _control_spares,
    "rival_off": _rival_off,
    "rules_fire": _rules_fire,
    "rules_clash": _rules_clash,
    "unused": _unused,
    "distance": _distance,
    "decisions_least": _decisions,
    "decisions_most": _decisions,
    "chance_least": _chance,
    "chance_most": _chance,
    "pooling": _pooling,
    "joint_research": _joint_research,
    "co_finance": _co_finance,
    "common_good": _common_good,
    "free_orders": _free_orders,
    "money_maker": _money_maker,
}
"""Gate to what is measured for it."""
