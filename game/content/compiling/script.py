"""What the scenario scripts: the rival's controls and rules, incidents, and the score; and what is news of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.compiling.odds import chance_of, sways_of
from game.content.compiling.supply.controls import dated
from game.content.compiling.zones import controllers
from game.content.expressions import condition, reading
from game.content.models import incidents as incidents_format
from game.content.models import rival as rival_format
from game.content.models import scenario as scenario_format
from game.content.models.entry import Pick, picked
from game.content.models.ruleset import RuleSet
from game.content.models.supply.sites import Sites
from game.content.models.supply.zones import Zone, Zones
from game.content.vocabulary import Vocabulary
from game.economy.axes import SIZES
from game.economy.small import FREE
from game.engine.metrics import METRICS
from game.engine.phases.actions.kinds import RuleAction
from game.engine.phases.actions.registry import ACTIONS
from game.engine.world import INSIDE, STAYS, Array, Bools, Exports, Incident, News, RivalRules, ScorePart


def news(frame: Frame) -> News:
    """How large a thing must be to be told."""
    written = frame.manuscript.need(RuleSet).news
    return News(flow=written.flow.value, shortage=written.shortage.value, works=written.works.value)


def rival_rules(frame: Frame) -> RivalRules:
    """The rival's script in the order of the names."""
    record = frame.manuscript.get(rival_format.Rival, "scene")
    rules = [record.rules[name] for name in frame.names.rules] if record else []
    nations, count = len(frame.names.nations), len(rules)
    quota, tax = _standing(frame, record)
    return RivalRules(
        when=tuple(condition(rule.when, frame.vocabulary) for rule in rules),
        duration=np.array([rule.for_months for rule in rules], dtype=np.int64),
        cooldown=np.array([rule.cooldown_months for rule in rules], dtype=np.int64),
        once=np.array([rule.once for rule in rules], dtype=bool),
        chance=np.array([chance_of(record, name) for name in frame.names.rules] if record else [], dtype=np.float64),
        target=np.array([rule_targets(frame, rule) for rule in rules], dtype=bool).reshape(count, nations),
        reason=tuple(rule.reason for rule in rules),
        zone=np.array([frame.at("zones", zone_of(frame, rule)[0]) for rule in rules], dtype=np.int64),
        controller=controllers(frame),
        base_quota=quota,
        base_tax=tax,
        reputation_cost=np.array([rule.reputation_cost.value for rule in rules], dtype=np.float64),
        longest=np.array([rule.at_most_months or rule.for_months for rule in rules], dtype=np.int64),
        sways=tuple(sways_of(frame, record, rule) for rule in rules),
        will=np.array([rule.will.value for rule in rules], dtype=np.float64),
        does=_tables(frame, rules),
    )


def _tables(frame: Frame, rules: list[rival_format.RivalRule]) -> dict[str, Array | Bools]:
    """What each rule does, by the tables of the actions."""
    tables: dict[str, Array | Bools] = {}
    for action in ACTIONS.values():
        shape = (len(rules), *(len(getattr(frame.names, chosen.axis)) for chosen in action.chosen))
        nothing = [size.nothing for size in action.sizes] or [False]
        tables |= {name: np.full(shape, value) for name, value in zip(action.tables, nothing, strict=True)}
    for row, rule in enumerate(rules):
        for action, _, block in rule.blocks():
            written = meant(frame, rule, action, block)
            place = np.ix_(*(frame.mask(chosen.axis, written[chosen.field]) for chosen in action.chosen))
            values = [getattr(block, size.field).value for size in action.sizes] or [True]
            for name, value in zip(action.tables, values, strict=True):
                tables[name][row][place] = value
    return tables


def zone_of(frame: Frame, rule: rival_format.RivalRule) -> tuple[str, Zone | None]:
    """Name of the zone of whose exports a rule disposes, and its record; None where it is not declared."""
    name = rule.by or frame.names.zones[min(INSIDE, len(frame.names.zones) - 1)]
    return name, frame.manuscript.need(Zones).zones.get(name)


def actor(frame: Frame, rule: rival_format.RivalRule) -> str:
    """The nation whose rule it is."""
    _, zone = zone_of(frame, rule)
    return zone.controller if zone else frame.rival_name


def meant(frame: Frame, rule: rival_format.RivalRule, action: RuleAction, block: Any) -> dict[str, tuple[str, ...]]:
    """Field of a block of a rule to the identifiers that it stands for."""
    return {
        one.field: (getattr(block, one.field),)
        if one.one
        else _chosen(frame, rule, one.axis, getattr(block, one.field))
        for one in action.chosen
    }


def _chosen(frame: Frame, rule: rival_format.RivalRule, axis: str, pick: Pick) -> tuple[str, ...]:
    """The identifiers that a rule means; all nations are all but its own."""
    everything: tuple[str, ...] = getattr(frame.names, axis)
    if axis == "goods":
        return _goods_meant(frame, rule, pick)
    if axis == "quotas":
        everything = quotas_of(frame, zone_of(frame, rule)[0])
    if axis == "nations":
        everything = tuple(name for name in everything if name != actor(frame, rule))
    return picked(pick, everything)


def quotas_of(frame: Frame, zone: str) -> tuple[str, ...]:
    """The quotas of a zone."""
    return tuple(name for name, quota in frame.supply.controls().quotas.items() if quota.zone == zone)


def _goods_meant(frame: Frame, rule: rival_format.RivalRule, pick: Pick) -> tuple[str, ...]:
    """Goods that a pick names, by themselves or by the stage that makes them; names that are neither stay.

    Of all goods, and of those of a stage, the ones are meant that the zone may control.
    """
    names, (_, zone) = frame.names, zone_of(frame, rule)
    may = picked(zone.goods, names.goods) if zone else names.goods
    made = {
        stage: [name for good in frame.goods.of_stage(place) if (name := names.goods[good]) in may]
        for place, stage in enumerate(names.stages)
    }
    return tuple(itertools.chain(*(made.get(name, [name]) for name in picked(pick, may))))


def rule_targets(frame: Frame, rule: rival_format.RivalRule) -> Bools:
    """(N,) the nations that the rule is against: as written, or all that its actions name."""
    if rule.against is not None:
        return frame.mask("nations", _chosen(frame, rule, "nations", rule.against))
    sites = frame.manuscript.need(Sites).sites
    named: list[str] = []
    for action, _, block in rule.blocks():
        written = meant(frame, rule, action, block)
        for one in action.chosen:
            if one.axis == "nations":
                named += written[one.field]
            elif one.axis == "sites":
                named += [sites[name].host for name in written[one.field] if name in sites]
    return frame.mask("nations", named or _chosen(frame, rule, "nations", "all"))


def _standing(frame: Frame, record: rival_format.Rival | None) -> tuple[Array, Array]:
    """Quotas (T, U) in t/month and duties (T, Z, G) that stand whatever the script does: as decided, by their dates.

    After the month up to which the script lets history decide, and after the last of the series, what stood stands on.
    """
    decided = dated(frame.supply)
    months = np.minimum(np.arange(frame.calendar.months), SIZES["Month"] - 1)
    if record is not None and record.base_until is not None:
        months = np.minimum(months, max(month_number(record.base_until) - frame.calendar.start, 0))
    quota = np.where(decided.quota >= FREE, np.inf, decided.quota)
    return quota[:, months].T.copy(), np.moveaxis(decided.duty[:, :, months], 2, 0).copy()


def incidents(frame: Frame, exports: Exports) -> tuple[Incident, ...]:
    """What happens to nations, in the order of the file."""
    record = frame.manuscript.get(incidents_format.Incidents, "scene")
    return tuple(_incident(frame, exports, name, entry) for name, entry in (record.incidents if record else {}).items())


def _incident(frame: Frame, exports: Exports, name: str, entry: incidents_format.Incident) -> Incident:
    return Incident(
        key=name,
        month=-1 if entry.month is None else _month(frame, entry.month),
        when=None if entry.when is None else condition(entry.when, frame.vocabulary),
        chance=entry.chance.value,
        tension=frame.grid(entry.tension, "nations"),
        demand=frame.grid(entry.demand, "nations", "sectors"),
        months=entry.months,
        text=entry.text or entry.name,
        budget=frame.grid(entry.budget, "nations"),
        output=frame.grid(entry.output, "sites"),
        tariff=_tariff(frame, exports, entry.tariff),
    )


def _month(frame: Frame, written: str) -> int:
    """The month of the match; one that never comes for a date outside of it, before its start as well."""
    month = month_number(written) - frame.calendar.start
    return month if 0 <= month < frame.calendar.months else frame.calendar.months


def _tariff(frame: Frame, exports: Exports, blocks: list[incidents_format.Tariff]) -> Array:
    """(E,) what the incident sets on each lane; (0,) where it sets nothing at all."""
    rates = np.full(len(exports.seller) if blocks else 0, STAYS)
    for block in blocks:
        sectors = frame.mask("sectors", picked(block.sector, frame.names.sectors))
        by_seller = frame.grid(block.against, "nations")[exports.seller]
        hit = (exports.buyer == frame.at("nations", block.by)) & sectors[exports.sector] & (by_seller != STAYS)
        rates[hit] = by_seller[hit]
    return rates


def score(frame: Frame) -> tuple[ScorePart, ...]:
    """The parts of the score in the order of the file."""
    record = frame.manuscript.need(scenario_format.Scenario, "scene")
    vocabulary = frame.vocabulary.bound(frame.seat_names[0])
    return tuple(
        ScorePart(
            key=name,
            label=part.label,
            metric=scored(part.metric, vocabulary) or part.metric,
            aggregate=part.aggregate,
            worst=part.worst,
            best=part.best,
            weight=part.weight,
            lose_below=part.lose_below,
            last_months=part.last_months,
            of_seats=tuple(_bounds(frame, part)),
        )
        for name, part in record.score.items()
    )


def _bounds(frame: Frame, part: scenario_format.ScorePart) -> Iterator[tuple[int, float, float]]:
    """The seats with bounds of their own: position, worst and best."""
    for seat, own in part.seats.items():
        yield (frame.at("nations", seat), *part.bounds(own))


def scored(text: str, vocabulary: Vocabulary) -> str | None:
    """A metric as the score writes it: its name and the arguments after the seat; None when it is not the seat's own.

    Raises:
        ExpressionError: when `text` is not a metric.
    """
    found, words = reading(text, vocabulary)
    own = METRICS[found.metric].axes.startswith("N")
    rest = words[1:] if own else words
    if "self" in rest or (own and words[0] != "self"):
        return None
    return " ".join((found.metric, *(vocabulary.stand_for.get(word, word) for word in rest)))
