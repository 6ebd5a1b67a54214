"""What is told only after play: the rules of the rival and the incidents, when they act, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.library import Evidence
from game.session.lexicon import Lexicon
from game.session.match import Match
from game.telling import Conditions, Teller, _, citations
from game.telling.grammar import capital


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


def teller_of(match: Match) -> Teller:
    """Tells the whole match to nobody in particular: names of nations stand where a player reads "your"."""
    return Teller(Lexicon.of_control(match.control.package))


def months_of(match: Match, kind: str, item: int) -> tuple[str, ...]:
    """Months in which events of `kind` about `item` happened."""
    events = (event for report in match.control.reports for event in report.events)
    return tuple(
        match.control.world.calendar.label(event.month) for event in events if event.kind == kind and event.item == item
    )


def script_of(match: Match) -> str:
    """The script by which the rival was led, and how it thinks; empty where there is but one."""
    package, led = match.control.package, match.red_cell
    script = package.scripts.get(package.script)
    text = _("It played by the script “{script}”: {text}")
    told = [text.format(script=_(script.name), text=_(script.text))] if script else []
    turns = sum(report.led is not None for report in match.control.reports)
    if turns:
        led = led or _("A red cell")
    if led:
        told.append(_("{name} led it, in {number} of {turns} turns.").format(name=led, number=turns, turns=match.turn))
    return " ".join(told)


def rules_of(match: Match) -> Iterable[RuleFacts]:
    """The rules of the rival that the script has which was played."""
    teller = teller_of(match)
    conditions = Conditions(teller, match.control.world)
    for index, key in enumerate(match.control.world.names.rules):
        text = match.control.package.rules[key]
        if not text.played:
            continue
        condition = conditions.tell(match.control.world.rival_rules.when[index])
        evidence = match.control.package.library.evidence(text.origin)
        does = capital("; ".join(teller.tell(message) for message in text.does))
        yield RuleFacts(_(text.name), _(text.text), condition, months_of(match, "rule_fired", index), evidence, does)


def incidents_of(match: Match) -> Iterable[RuleFacts]:
    """The incidents of the scenario."""
    conditions = Conditions(teller_of(match), match.control.world)
    for index, incident in enumerate(match.control.world.incidents):
        text = match.control.package.incidents[incident.key]
        condition = conditions.tell(incident.when) if incident.when else ""
        evidence = match.control.package.library.evidence(text.origin)
        yield RuleFacts(_(text.name), _(text.text), condition, months_of(match, "incident", index), evidence)


@dataclass(frozen=True)
class Afterwards:
    """What history made of a mine, a plant or a project."""

    name: str
    text: str


def afterwards_of(match: Match) -> Iterable[Afterwards]:
    """Projects, then sites, of which something is written, in the order of the rule set."""
    teller = teller_of(match)
    for axis in ("projects", "sites"):
        told = match.control.package.afterwards[axis]
        for name in teller.lexicon.ids(axis):
            if name in told:
                yield Afterwards(teller.name(axis, name), _(told[name]))
