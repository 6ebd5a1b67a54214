"""Messages in words, for one reader in the language spoken now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from game.engine.messages import Amount, Message, Name, Part
from game.engine.metrics import METRICS
from game.session.briefing import Briefing
from game.session.keys import Key, label
from game.session.lexicon import Lexicon
from game.session.views import Cause, Choice, Citation, Documented, GoalView, Headline, ScoreView, Story, View
from game.telling import citations, numbers
from game.telling.catalogue import _, ngettext
from game.telling.grammar import capital, genitive, listed
from game.telling.templates import Template, template_of


class Teller:
    """Puts records into words with the names of one rule set, as `reader` (a seat, or nobody) would read them."""

    def __init__(self, lexicon: Lexicon, reader: str = "") -> None:
        self.lexicon = lexicon
        self.reader = reader

    def tell(self, message: Message) -> str:
        """`message` as a part of a sentence: no capital letter in front, no full stop.

        Raises:
            KeyError: when no entry has a text for its code, or the text has a place that the message does not fill.
        """
        return self._filled(template_of(message.code), message.parts)

    def sentence(self, message: Message) -> str:
        """`tell` with a capital letter in front."""
        return capital(self.tell(message))

    @classmethod
    def of(cls, view: View) -> Teller:
        """The teller of the seat that `view` is of."""
        return cls(view.lexicon, view.seat)

    def label(self, key: str) -> str:
        """What the figure `key` of a view is called; where it leaves out a nation, that is the reader's own."""
        return self.sentence(label(self._whole(key)))

    def short_label(self, key: str) -> str:
        """The same for a narrow place."""
        return self.sentence(label(self._whole(key), "short"))

    def page(self, key: str) -> str:
        """Title of the page of charts on which the figure `key` is drawn; empty where it is on none."""
        chart = METRICS[key.split(maxsplit=1)[0]].chart
        return self.sentence(label(self._whole(key), "page")) if chart and chart.page else ""

    def _whole(self, key: str) -> Key:
        metric, *arguments = key.split()
        if len(arguments) < len(METRICS[metric].axes):
            arguments.insert(0, self.reader)
        return (metric, *arguments)

    def headline(self, headline: Headline) -> str:
        """What happened, as a sentence without its full stop."""
        return self.sentence(headline.message)

    def cause(self, headline: Headline) -> str:
        """What brought it about; empty where the headline says all."""
        return "" if headline.cause is None else self.tell(headline.cause)

    def event(self, headline: Headline) -> str:
        """Headline and cause in one line."""
        cause = self.cause(headline)
        return f"{self.headline(headline)} ({cause})" if cause else self.headline(headline)

    def owed(self, cause: Cause) -> str:
        """What moved a figure, and by how much."""
        return self.sentence(Message("cause.sized", {"what": cause.what, "size": cause.size}))

    def effects(self, story: Story) -> str:
        """What an act of the script changes, in one line; empty where it changes no figure that the reader knows."""
        told = "; ".join(self.tell(effect) for effect in story.effects)
        return f"{capital(told)}." if told else ""

    def behind(self, story: Story, *, sources: bool) -> tuple[str, ...]:
        """Lines below a headline: the text or reason, the effects, and the documents where `sources` are asked for."""
        told = [citations.sentence(story.text, story.evidence), self.effects(story)]
        if sources and (source := citations.sources(story.evidence)):
            told.append(_("Source: {source}").format(source=source))
        return tuple(line for line in told if line)

    def refusal(self, choice: Choice) -> str:
        """Why an order would be refused; empty where it is allowed."""
        return "" if choice.refusal is None else self.sentence(choice.refusal)

    def measured(self, part: ScoreView) -> str:
        """What a part of the score measures, and of which stretch of the match."""
        return self.tell(Message(f"aggregate.{part.aggregate}", {"amount": Amount(part.measured, part.unit)}))

    def documented(self, known: Documented) -> str:
        """What is known of a figure, with the keys of its sources: "18 to 19 days, port_2010"."""
        low, high = numbers.write(known.low, known.unit), numbers.write(known.high, known.unit)
        band = low if low == high else _("{low} to {high}").format(low=low, high=high)
        return ", ".join((band, *known.evidence.origin.cited))

    def standing(self, goal: GoalView) -> str:
        """A goal with today's figure, without a full stop."""
        text = _(goal.text).rstrip(".")
        if goal.unit == "code":  # that an agreement is in force: a number would say nothing
            bare = _("{goal} (reached today)") if goal.met else _("{goal} (not today)")
            told = bare.format(goal=text)
        else:
            words = _("{goal} (reached today: {value})") if goal.met else _("{goal} (today {value})")
            told = words.format(goal=text, value=numbers.write(goal.value, goal.unit))
        return _("{goal}, which you alone know of").format(goal=told) if goal.secret else told

    def reached(self, goal: GoalView) -> str:
        """A goal with its figure at the end, without a full stop."""
        if goal.unit == "code":
            return _(goal.text).rstrip(".")
        return _("{goal} ({value})").format(goal=_(goal.text).rstrip("."), value=numbers.write(goal.value, goal.unit))

    def wanted(self, briefing: Briefing) -> list[str]:
        """What it takes to win: the points, and every goal without its full stop."""
        text = ngettext("{number} point of 100", "{number} points of 100", briefing.win_score)
        points = [text.format(number=numbers.number(briefing.win_score, 0))] if briefing.win_score > 0.0 else []
        return [*points, *(_(goal).rstrip(".") for goal in briefing.goals)]

    def citation(self, citation: Citation) -> str:
        """A figure with the origin that it rests on, as a sentence."""
        subject = capital(", ".join(self.part(item) for item in citation.subject))
        figure = f"{subject}: {self.part(citation.figure)}"
        if citation.more:
            more = ngettext("{figure}, and {number} more like it", "{figure}, and {number} more like it", citation.more)
            figure = more.format(figure=figure, number=citation.more)
        return citations.resting(figure, citation.evidence)

    def words(self) -> dict[str, str]:
        """What a text may name of the rule set, in words; see `Lexicon.words`."""
        return {place: self.part(part) for place, part in self.lexicon.words().items()}

    def name(self, axis: str, identifier: str) -> str:
        """The name of something of the rule set, as it stands alone: in a table, on the map."""
        return _(self.lexicon.name(axis, identifier))

    def within(self, axis: str, identifier: str) -> str:
        """The name as it stands in a sentence: "the United Isles"."""
        return _(self.lexicon.within(axis, identifier))

    def owner(self, axis: str, identifier: str) -> str:
        """The name as an owner: "Arden's", and "your" where it is the reader's own nation."""
        if axis == "nations" and identifier == self.reader:
            return _("your")
        return genitive(self.within(axis, identifier))

    def text(self, axis: str, identifier: str) -> str:
        """What the rule set says about something of its own, in a sentence or two; empty where it says nothing."""
        return _(self.lexicon.text(axis, identifier))

    def _filled(self, template: Template, parts: Mapping[str, Part]) -> str:
        return _Filler(self).vformat(self._chosen(template, parts), (), parts)

    @staticmethod
    def _chosen(template: Template, parts: Mapping[str, Part]) -> str:
        """The template's text in the right number: that of the part ``amount`` where it has two forms."""
        if isinstance(template, str):
            return _(template)
        amount = parts["amount"]
        return ngettext(*template, round(amount.value) if isinstance(amount, Amount) else 2)

    def part(self, part: Part, form: str = "") -> str:
        """One part in words. `form` is empty, ``of`` for an owner, ``alone`` for a name as it stands in a table,
        ``number`` for an amount without its unit, ``change`` for one with its sign, ``clauses`` for a list of clauses.
        """
        if isinstance(part, Name):
            telling = {"of": self.owner, "alone": self.name}.get(form, self.within)
            return telling(part.axis, part.id)
        if isinstance(part, Amount):
            return _amount(part, form)
        if isinstance(part, Message):
            return self.tell(part)
        if isinstance(part, str):
            return _(part).rstrip(".")
        told = [self.part(item) for item in part]
        return "; ".join(told) if form == "clauses" else listed(told)


def _amount(part: Amount, form: str) -> str:
    if form == "change":
        return numbers.change(part.value, part.unit)
    if form == "number":
        return numbers.number(round(part.value))
    if part.beside is not None:
        return numbers.exact(part.value, part.unit, part.beside)
    return numbers.write(part.value, part.unit)


class _Filler(Formatter):
    """Fills the places of a template with parts; what stands behind the colon is the form of the part."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        del args
        place = str(key)  # the places of a metric's arguments are numbers
        return kwargs[place] if place in kwargs else self._teller.lexicon.words()[place]

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._teller.part(value, format_spec)
