"""What the scenario scripts: the rival's controls and rules, incidents, and the score."""

from __future__ import annotations

import numpy as np

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.expressions import condition, reading
from game.content.models import incidents as incidents_format
from game.content.models import rival as rival_format
from game.content.models import scenario as scenario_format
from game.content.models.entry import Pick, picked
from game.content.models.projects import Projects
from game.content.models.sites import Sites
from game.content.numbers import Series
from game.content.vocabulary import Vocabulary
from game.engine.metrics import METRICS
from game.engine.world import STAYS, Array, Bools, Exports, Incident, RivalRules, ScorePart


def rival_rules(frame: Frame) -> RivalRules:
    """The rival's script in the order of the names."""
    record = frame.draft.get(rival_format.Rival, "scene")
    rules = [record.rules[name] for name in frame.names.rules] if record else []
    nations, goods = len(frame.names.nations), (len(frame.names.materials), len(frame.names.stages))
    count = len(rules)
    tables: dict[str, Array] = {
        "quota": np.ones((count, *goods)),
        "tax": np.zeros((count, *goods)),
        "licence": np.ones((count, nations, *goods)),
        "embargo": np.zeros((count, nations, *goods)),
        "flood": np.zeros((count, goods[0])),
        "tension": np.zeros((count, nations)),
    }
    for row, rule in enumerate(rules):
        _fill(frame, tables, row, rule.do)
    months = frame.calendar.months
    grab, grab_trust = _grabs(frame, rules)
    technology, withheld = _bans(frame, rules)
    return RivalRules(
        when=tuple(condition(rule.when, frame.vocabulary) for rule in rules),
        duration=np.array([rule.for_months for rule in rules], dtype=np.int64),
        cooldown=np.array([rule.cooldown_months for rule in rules], dtype=np.int64),
        once=np.array([rule.once for rule in rules], dtype=bool),
        chance=np.array([rule.chance.value for rule in rules], dtype=np.float64),
        target=np.array([rule_targets(frame, rule) for rule in rules], dtype=bool).reshape(count, nations),
        quota=tables["quota"],
        tax=tables["tax"],
        licence=tables["licence"],
        embargo=tables["embargo"],
        flood=tables["flood"],
        tension=tables["tension"],
        reason=tuple(rule.reason for rule in rules),
        base_quota=_standing(frame, record.quota if record else {}, np.full((months, *goods), np.inf), 12.0),
        base_tax=_standing(frame, record.export_tax if record else {}, np.zeros((months, *goods)), 1.0),
        reputation_cost=np.array([rule.reputation_cost.value for rule in rules], dtype=np.float64),
        grab=grab,
        grab_trust=grab_trust,
        technology=technology,
        withheld=withheld,
        offer=_offers(frame, rules),
    )


def _grabs(frame: Frame, rules: list[rival_format.RivalRule]) -> Array:
    """(2, R, S) what each rule secures of the output of sites, and the trust that it takes."""
    table = np.zeros((2, len(rules), len(frame.names.sites)))
    for row, rule in enumerate(rules):
        for block in rule.do.grab:
            table[:, row, frame.at("sites", block.site)] = block.share.value, block.min_trust.value
    return table


def _bans(frame: Frame, rules: list[rival_format.RivalRule]) -> tuple[Array, Bools]:
    """(R, P) multiple of the time that projects take under each rule, and (R, N) from whom technology is withheld."""
    slower = np.ones((len(rules), len(frame.names.projects)))
    withheld = np.zeros((len(rules), len(frame.names.nations)), dtype=bool)
    for row, rule in enumerate(rules):
        for block in rule.do.technology:
            nations = frame.mask("nations", chosen(frame, "nations", block.nations))
            withheld[row] |= nations
            slower[row, _projects(frame, nations, block)] = block.slower.value
    return slower, withheld


def _offers(frame: Frame, rules: list[rival_format.RivalRule]) -> Bools:
    """(R, A, N) what each rule proposes to whom."""
    table = np.zeros((len(rules), len(frame.names.agreements), len(frame.names.nations)), dtype=bool)
    for row, rule in enumerate(rules):
        for block in rule.do.offer:
            nations = frame.mask("nations", chosen(frame, "nations", block.nations))
            table[row, frame.at("agreements", block.agreement)] |= nations
    return table


def _projects(frame: Frame, nations: Bools, ban: rival_format.Technology) -> list[int]:
    """Projects of some stages in the hands of some hosts."""
    sites, listed = frame.draft.need(Sites).sites, frame.draft.need(Projects).projects
    hosts = {name for name, hit in zip(frame.names.nations, nations, strict=True) if hit}
    stages = picked(ban.stages, frame.names.stages)
    hit = (sites[listed[name].site] for name in frame.names.projects)
    return [place for place, site in enumerate(hit) if site.host in hosts and site.stage in stages]


_FIGURE = {"quota": "multiple", "tax": "rate", "tension": "change"}
"""Field with the figure of an action; ``share`` for the others."""


def _fill(frame: Frame, tables: dict[str, Array], row: int, do: rival_format.Action) -> None:
    for kind, table in tables.items():
        for block in getattr(do, kind):
            axes = [axis for axis in ("nations", "materials", "stages") if hasattr(block, axis)]
            picks = [frame.mask(axis, chosen(frame, axis, getattr(block, axis))) for axis in axes]
            table[row][np.ix_(*picks)] = getattr(block, _FIGURE.get(kind, "share")).value


def chosen(frame: Frame, axis: str, pick: Pick) -> tuple[str, ...]:
    """The identifiers that an action means; all nations are all but the rival."""
    everything: tuple[str, ...] = getattr(frame.names, axis)
    if axis == "nations":
        everything = tuple(name for name in everything if name != frame.rival_name)
    return picked(pick, everything)


def rule_targets(frame: Frame, rule: rival_format.RivalRule) -> Bools:
    """(N,) the nations that the rule is against: as written, or all that its actions name."""
    if rule.against is not None:
        return frame.mask("nations", chosen(frame, "nations", rule.against))
    do = rule.do
    picks = [block.nations for kind in (do.licence, do.embargo, do.tension, do.technology, do.offer) for block in kind]
    named = [name for pick in picks for name in chosen(frame, "nations", pick)]
    sites = frame.draft.need(Sites).sites
    named += [sites[block.site].host for block in do.grab if block.site in sites]
    return frame.mask("nations", named or chosen(frame, "nations", "all"))


def _standing(frame: Frame, table: dict[str, dict[str, Series]], values: Array, divisor: float) -> Array:
    for stage, goods in table.items():
        for material, series in goods.items():
            place = (slice(None), frame.at("materials", material), frame.at("stages", stage))
            values[place] = frame.series(series) / divisor
    return values


def incidents(frame: Frame, exports: Exports) -> tuple[Incident, ...]:
    """What happens to nations, in the order of the file."""
    record = frame.draft.get(incidents_format.Incidents, "scene")
    return tuple(_incident(frame, exports, name, entry) for name, entry in (record.incidents if record else {}).items())


def _incident(frame: Frame, exports: Exports, name: str, entry: incidents_format.Incident) -> Incident:
    return Incident(
        key=name,
        month=-1 if entry.month is None else month_number(entry.month) - frame.calendar.start,
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


def _tariff(frame: Frame, exports: Exports, blocks: list[incidents_format.Tariff]) -> Array:
    """(E,) what the incident sets on each lane; (0,) where it sets nothing at all."""
    rates = np.full(len(exports.seller) if blocks else 0, STAYS)
    for block in blocks:
        sectors = frame.mask("sectors", chosen(frame, "sectors", block.sector))
        by_seller = frame.grid(block.against, "nations")[exports.seller]
        hit = (exports.buyer == frame.at("nations", block.by)) & sectors[exports.sector] & (by_seller != STAYS)
        rates[hit] = by_seller[hit]
    return rates


def score(frame: Frame) -> tuple[ScorePart, ...]:
    """The parts of the score in the order of the file."""
    record = frame.draft.need(scenario_format.Scenario, "scene")
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
        )
        for name, part in record.score.items()
    )


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
