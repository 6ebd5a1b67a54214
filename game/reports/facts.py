"""What the debrief says of a match, gathered from its log and put in words; no layout here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game import __version__
from game.content.library import Evidence
from game.content.origin import ASSUMED
from game.content.package import Package
from game.engine.world import Calendar
from game.reports.readers import told_seats
from game.reports.told import Line, PartFacts, line, part
from game.session.lexicon import Lexicon
from game.session.match import Match
from game.session.views import Result
from game.telling import Conditions, Teller, citations
from game.telling.grammar import capital


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


@dataclass(frozen=True)
class RuleFacts:
    """A rule of the rival, or an incident: what it is, when it acts, and in which months it did."""

    name: str
    text: str
    condition: str
    """In words."""
    fired: tuple[str, ...]
    evidence: Evidence
    does: str = ""
    """What it does, in figures; empty for an incident."""

    @property
    def source(self) -> str:
        """The documents behind it, or why it was assumed."""
        return citations.sources(self.evidence)

    @property
    def statements(self) -> str:
        """What the documents say."""
        return citations.statements(self.evidence)

    @property
    def documented(self) -> bool:
        """Whether it rests on a document, not on a guess that the rule file explains."""
        return bool(self.evidence.origin.cited)


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
    seats: tuple[SeatFacts, ...]
    led: tuple[LedFacts, ...]
    turns: tuple[TurnFacts, ...]
    decisions: tuple[Decision, ...]
    rules: tuple[RuleFacts, ...]
    documented: tuple[RuleFacts, ...]
    figures: tuple[FigureFacts, ...]
    assumed: int
    questions: tuple[str, ...]
    finished: bool


def gather(match: Match, seat: str = "") -> Facts:
    """The facts of `match`, finished or not, told for `seat` or the people's seats; the script is among them."""
    package, world = match.control.package, match.control.world
    seats = told_seats(match, seat)
    rules, incidents = tuple(_rules(match)), tuple(_incidents(match))
    return Facts(
        title=package.title,
        period=_period(world.calendar, 0, world.calendar.turns),
        program=__version__,
        rule_set=package.rule_set,
        rule_set_version=package.rule_set_version,
        seed=match.control.seed,
        digest=match.control.state.digest(),
        turns_planned=world.calendar.turns,
        rival=package.nations[world.names.nations[world.rival]].name,
        seats=tuple(_seat(match, seat) for seat in seats),
        led=tuple(_led(match, seats)),
        turns=tuple(_turns(match, seats)),
        decisions=tuple(_decisions(match)),
        rules=rules,
        documented=tuple(entry for entry in (*incidents, *rules) if entry.documented),
        figures=tuple(_figures(package)),
        assumed=sum(1 for figure in package.figures if figure.origin.confidence == ASSUMED),
        questions=tuple(_questions(match, seats, rules)),
        finished=match.finished,
    )


def teller_of(match: Match) -> Teller:
    """Tells the whole match to nobody in particular: names of nations stand where a player reads "your"."""
    return Teller(Lexicon.of_control(match.control.package))


def _seat(match: Match, seat: str) -> SeatFacts:
    result, teller = match.result(seat), teller_of(match)
    return SeatFacts(
        name=match.control.package.nations[seat].name,
        player=match.people.get(seat, ""),
        result=result,
        verdict=f"{teller.sentence(result.verdict)}.",
        parts=tuple(part(teller, one) for one in result.parts),
        turning_points=tuple(line(teller, point) for point in result.turning_points),
    )


def _led(match: Match, told: Sequence[str]) -> Iterable[LedFacts]:
    """The seats that the debrief does not tell of in full."""
    for seat in match.seats:
        if seat not in told:
            result = match.result(seat)
            names = match.control.package
            who = match.people.get(seat) or names.doctrine_names[match.doctrines[seat]].name
            yield LedFacts(names.nations[seat].name, who, result.total, result.won)


def _period(calendar: Calendar, first_turn: int, last_turn: int) -> str:
    """First to last month of the turns from `first_turn` up to, not with, `last_turn`."""
    first, last = first_turn * calendar.turn_months, last_turn * calendar.turn_months - 1
    return f"{calendar.label(first)} to {calendar.label(last)}"


def _turns(match: Match, seats: Iterable[str]) -> Iterable[TurnFacts]:
    calendar = match.control.world.calendar
    for report in match.control.reports:
        ordered = sorted(_told(match, seats, report.turn), key=lambda one: one.month)
        period = _period(calendar, report.turn, report.turn + 1)
        yield TurnFacts(report.turn + 1, period, tuple(ordered), report.digest)


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
            name = match.control.package.nations[seat].name
            for order in report.orders.get(seat, ()):
                yield Decision(period, name, teller.sentence(order.describe()), "")
            for refusal in report.refused.get(seat, ()):
                text = teller.sentence(refusal.order.describe()) if refusal.order else ""
                yield Decision(period, name, text, teller.sentence(refusal.message))


def _months(match: Match, kind: str, item: int) -> tuple[str, ...]:
    """Months in which events of `kind` about `item` happened."""
    events = (event for report in match.control.reports for event in report.events)
    return tuple(
        match.control.world.calendar.label(event.month) for event in events if event.kind == kind and event.item == item
    )


def _rules(match: Match) -> Iterable[RuleFacts]:
    told = teller_of(match)
    conditions = Conditions(told, match.control.world)
    for index, key in enumerate(match.control.world.names.rules):
        text = match.control.package.rules[key]
        condition = conditions.tell(match.control.world.rival_rules.when[index])
        evidence = match.control.package.library.evidence(text.origin)
        does = "; ".join(told.tell(message) for message in text.does)
        yield RuleFacts(text.name, text.text, condition, _months(match, "rule_fired", index), evidence, capital(does))


def _incidents(match: Match) -> Iterable[RuleFacts]:
    conditions = Conditions(teller_of(match), match.control.world)
    for index, incident in enumerate(match.control.world.incidents):
        text = match.control.package.incidents[incident.key]
        condition = conditions.tell(incident.when) if incident.when else ""
        evidence = match.control.package.library.evidence(text.origin)
        yield RuleFacts(text.name, text.text, condition, _months(match, "incident", index), evidence)


def _figures(package: Package) -> Iterable[FigureFacts]:
    for figure in package.figures:
        evidence = package.library.evidence(figure.origin)
        note = citations.sentence(figure.origin.note, evidence)
        yield FigureFacts(
            figure.path, figure.value, figure.unit, citations.sources(evidence), figure.origin.confidence, note
        )


def _questions(match: Match, seats: Iterable[str], rules: Iterable[RuleFacts]) -> Iterable[str]:
    """Questions for the hot wash, each from something that happened in this match."""
    names = match.control.package.nations
    for seat in seats:
        told = _seat(match, seat)
        weakest = min(told.parts, key=lambda one: one.points)
        yield (
            f"{names[seat].name} did worst in “{weakest.label}” ({weakest.text}). Which decision, in which turn, would "
            "have changed that, and what did you know at that time?"
        )
        if told.turning_points:
            point = told.turning_points[0]
            yield f"“{point.text}” ({point.month}): could {names[seat].name} have been ready for it? At what price?"
    fired = [rule for rule in rules if rule.fired]
    if fired:
        yield f"The rival used “{fired[0].name}” in {fired[0].fired[0]}. What had to be different for it not to?"
    unused = [rule for rule in rules if not rule.fired]
    if unused:
        yield f"The rival never used “{unused[0].name}”. Was that luck, or something that you did?"
    yield "Which of mines, plants, stockpile, recycling, substitution and partners did you lean on, and which not? Why?"
