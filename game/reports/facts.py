"""What the debrief says of a match, gathered from its log and put in words; no layout here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game import __version__
from game.content.origin import ASSUMED
from game.content.package import Package
from game.engine.world import Calendar
from game.orders.kinds import Order
from game.reports.aims import Aims, aims_of
from game.reports.by_hand import by_hand, leaders_of, rewinds
from game.reports.readers import told_seats
from game.reports.script import Afterwards, RuleFacts, afterwards_of, incidents_of, rules_of, script_of, teller_of
from game.reports.told import Line, PartFacts, line, part
from game.session.match import Match
from game.session.records import TurnReport
from game.session.views import Result
from game.telling import _, citations
from game.telling.numbers import month


@dataclass(frozen=True)
class SeatFacts:
    name: str
    player: str
    result: Result
    verdict: str
    parts: tuple[PartFacts, ...]
    turning_points: tuple[Line, ...]


@dataclass(frozen=True)
class LedFacts:
    """A seat that the debrief does not tell of in full, for comparison."""

    name: str
    leader: str
    """Who led it: a person's name, or the doctrine's."""
    total: float
    won: bool


@dataclass(frozen=True)
class TurnFacts:
    number: int
    period: str
    headlines: tuple[Line, ...]
    digest: str


@dataclass(frozen=True)
class Decision:
    period: str
    seat: str
    text: str
    refused: str
    """Why it did not take effect; empty when it did."""
    outcome: str = ""
    """What became of it, where it took effect."""


@dataclass(frozen=True)
class FigureFacts:
    """A figure of the rule set with its origin in words."""

    path: str
    value: float
    unit: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True)
class Facts:
    """Everything that the page of a debrief shows, charts apart."""

    title: str
    period: str
    program: str
    rule_set: str
    rule_set_version: str
    seed: int
    digest: str
    turns_planned: int
    rival: str
    aims: Aims
    seats: tuple[SeatFacts, ...]
    led: tuple[LedFacts, ...]
    turns: tuple[TurnFacts, ...]
    decisions: tuple[Decision, ...]
    thinking: str
    """The script by which the rival was led; empty where there is but one."""
    rules: tuple[RuleFacts, ...]
    documented: tuple[RuleFacts, ...]
    afterwards: tuple[Afterwards, ...]
    figures: tuple[FigureFacts, ...]
    assumed: int
    questions: tuple[str, ...]
    finished: bool
    rewinds: tuple[str, ...] = ()
    """The saves that were left to go on in this one."""


def gather(match: Match, seat: str = "") -> Facts:
    """The facts of `match`, finished or not, told for `seat` or the people's seats; the script is among them."""
    package, world = match.control.package, match.control.world
    seats, teller = told_seats(match, seat), teller_of(match)
    rules, incidents = tuple(rules_of(match)), tuple(incidents_of(match))
    return Facts(
        title=_(package.title),
        period=_period(world.calendar, 0, world.calendar.turns),
        program=__version__,
        rule_set=package.rule_set,
        rule_set_version=package.rule_set_version,
        seed=match.control.seed,
        digest=match.control.state.digest(),
        turns_planned=world.calendar.turns,
        rival=teller.name("nations", teller.lexicon.rival),
        aims=aims_of(match),
        seats=tuple(_seat(match, seat) for seat in seats),
        led=tuple(_led(match, seats)),
        turns=tuple(_turns(match, seats)),
        decisions=tuple(_decisions(match)),
        thinking=script_of(match),
        rules=rules,
        afterwards=tuple(afterwards_of(match)),
        documented=tuple(entry for entry in (*incidents, *rules) if entry.documented),
        figures=tuple(_figures(package)),
        assumed=sum(1 for figure in package.figures if figure.origin.confidence == ASSUMED),
        questions=tuple(_questions(match, seats, rules)),
        finished=match.finished,
        rewinds=tuple(rewinds(match)),
    )


def _seat(match: Match, seat: str) -> SeatFacts:
    result, teller = match.result(seat), teller_of(match)
    return SeatFacts(
        name=teller.name("nations", seat),
        player=leaders_of(match, seat) or match.people.get(seat, ""),
        result=result,
        verdict=f"{teller.sentence(result.verdict)}.",
        parts=tuple(part(teller, one) for one in result.parts),
        turning_points=tuple(line(teller, point) for point in result.turning_points),
    )


def _led(match: Match, told: Sequence[str]) -> Iterable[LedFacts]:
    """The seats that the debrief does not tell of in full."""
    teller = teller_of(match)
    for seat in match.seats:
        if seat not in told:
            result = match.result(seat)
            doctrine = match.doctrines.get(seat)
            who = (
                leaders_of(match, seat)
                or match.people.get(seat)
                or (teller.name("doctrines", doctrine) if doctrine else _("nobody"))
            )
            yield LedFacts(teller.name("nations", seat), who, result.total, result.won)


def _period(calendar: Calendar, first_turn: int, last_turn: int) -> str:
    """First to last month of the turns from `first_turn` up to, not with, `last_turn`."""
    first, last = first_turn * calendar.turn_months, last_turn * calendar.turn_months - 1
    return _("{first} to {last}").format(first=month(calendar.label(first)), last=month(calendar.label(last)))


def _turns(match: Match, seats: Iterable[str]) -> Iterable[TurnFacts]:
    calendar = match.control.world.calendar
    for report in match.control.reports:
        ordered = sorted(_told(match, seats, report.turn), key=lambda one: one.month)
        period = _period(calendar, report.turn, report.turn + 1)
        yield TurnFacts(report.turn + 1, period, (*by_hand(match, report), *ordered), report.digest)


def _told(match: Match, seats: Iterable[str], turn: int) -> Iterable[Line]:
    """What the seats could read of a turn, once, with names where a player reads "your"."""
    lines: dict[tuple[str, str], Line] = {}
    teller = teller_of(match)
    for seat in seats:
        for headline in match.news(seat, turn):
            told = line(teller, headline)
            before = lines.get((told.month, told.text))
            if before is None or before.tone == "plain":
                lines[told.month, told.text] = told
    return lines.values()


def _decisions(match: Match) -> Iterable[Decision]:
    teller = teller_of(match)
    for report in match.control.reports:
        period = _period(match.control.world.calendar, report.turn, report.turn + 1)
        for seat in match.seats:
            name = teller.name("nations", seat)
            for order in report.orders.get(seat, ()):
                outcome = _outcome(match, report, seat, order)
                yield Decision(period, name, teller.sentence(order.describe()), "", outcome)
            for refusal in report.refused.get(seat, ()):
                text = teller.sentence(refusal.order.describe()) if refusal.order else ""
                yield Decision(period, name, text, teller.sentence(refusal.message))


def _outcome(match: Match, given: TurnReport, seat: str, order: Order) -> str:
    """What became of an order of `seat` in a turn: an answer may come later, and a proposal may lapse."""
    if not order.outcomes:
        return _("replaced in the same turn") if _replaced(order, given.orders[seat]) else _("carried out")
    world = match.control.world
    (target, item), own = order.subject(world), world.names.index("nations", seat)
    for report in match.control.reports[given.turn :]:
        for event in report.events:
            about = event.item == item and {event.actor, event.target} == {own, target}
            if about and event.kind in order.outcomes:
                return _(order.outcomes[event.kind])
    return _("not answered yet")


def _replaced(order: Order, given: Sequence[Order]) -> bool:
    """Whether a later one of the orders `given` in a turn is about the same, so that it alone holds."""
    later = given[next(place for place, one in enumerate(given) if one is order) + 1 :]
    return any(_names(one) == _names(order) for one in later)


def _names(order: Order) -> tuple[str, ...]:
    return (order.kind, *(getattr(order, pick.name) for pick in order.form.picks()))


def _figures(package: Package) -> Iterable[FigureFacts]:
    for figure in package.figures:
        evidence = package.library.evidence(figure.origin)
        note = citations.sentence(figure.origin.note, evidence)
        sure = citations.confidence(evidence)
        yield FigureFacts(figure.path, figure.value, figure.unit, citations.sources(evidence), sure, note)


def _questions(match: Match, seats: Iterable[str], rules: Iterable[RuleFacts]) -> Iterable[str]:
    """Questions for the hot wash, each from something that happened in this match."""
    for seat in seats:
        told = _seat(match, seat)
        weakest = min(told.parts, key=lambda one: one.points)
        yield _(
            "{nation} did worst in “{part}” ({measured}). Which decision, in which turn, would have changed that, and "
            "what did you know at that time?"
        ).format(nation=told.name, part=weakest.label, measured=weakest.text)
        if told.turning_points:
            point = told.turning_points[0]
            text = _("“{event}” ({month}): could {nation} have been ready for it? At what price?")
            yield text.format(event=point.text, month=month(point.month), nation=told.name)
    rival = teller_of(match).name("nations", match.lexicon.rival)
    fired = [rule for rule in rules if rule.fired]
    if fired:
        text = _("{rival} used “{rule}” in {month}. What had to be different for it not to?")
        yield text.format(rival=rival, rule=fired[0].name, month=month(fired[0].fired[0]))
    unused = [rule for rule in rules if not rule.fired]
    if unused:
        text = _("{rival} never used “{rule}”. Was that luck, or something that you did?")
        yield text.format(rival=rival, rule=unused[0].name)
    yield _(
        "Which of mines, plants, stockpile, recycling, substitution and partners did you lean on, and which not? Why?"
    )
