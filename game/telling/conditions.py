"""A condition of a rule in words: what has to hold for it to act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.engine import metrics
from game.engine.conditions import Atom, Condition
from game.engine.state import IDLE, IN_FORCE, PROPOSED
from game.engine.world import World
from game.session.keys import Key, label
from game.telling import numbers
from game.telling.catalogue import _
from game.telling.grammar import capital, listed, uncapital
from game.telling.teller import Teller

NONE = 0
"""State of an agreement that nobody has proposed."""


@dataclass(frozen=True)
class Conditions:
    """Tells the conditions of one world; the teller's lexicon must know the rules that they name."""

    teller: Teller
    world: World

    def tell(self, condition: Condition) -> str:
        """`condition` as a sentence without its full stop: ``From Oct 2010, Island: tension above 60 / 100``."""
        ways = [[self._atom(atom) for atom in group] for group in condition.any_of]
        subjects = {way[0].subject for way in ways if len(way) == 1}
        if len(ways) > 1 and len(subjects) == 1 and all(len(way) == 1 and way[0].subject for way in ways):
            facts = _(", or ").join(way[0].text for way in ways)
            return capital(str(_Fact(subjects.pop(), facts)))
        return capital(_("; or ").join(", ".join(map(str, way)) or _("always") for way in ways))

    def _atom(self, atom: Atom) -> _Fact:
        key = self._key(atom)
        special = _SPECIAL.get(key[0])
        told = special(self, atom, key[1:]) if special else None
        return told or self._compared(atom, key)

    def _key(self, atom: Atom) -> Key:
        axes = metrics.METRICS[atom.reading.metric].axes
        places = zip(axes, atom.reading.arguments, strict=True)
        names = (getattr(self.world.names, metrics.argument_axis(axis))[place] for axis, place in places)
        return (atom.reading.metric, *names)

    def _compared(self, atom: Atom, key: Key) -> _Fact:
        """A figure beside its threshold; a nation's own figure names the nation first, as labels leave it out."""
        metric = metrics.METRICS[key[0]]
        told = self.teller.sentence(label(key))
        nation = self.teller.name("nations", key[1]) if metric.axes.startswith("N") else ""
        subject = nation if nation not in told else ""
        figure = uncapital(told) if subject else told
        if metric.unit == "0 or 1":
            return _Fact(subject, figure if atom.sign > 0 else _("not so: {figure}").format(figure=figure))
        amount = numbers.write(atom.threshold, metric.unit)
        return _Fact(subject, _WORDS[atom.sign, atom.or_equal]().format(figure=figure, amount=amount))

    def month(self, atom: Atom, arguments: Sequence[str]) -> _Fact:
        """A bound on the date."""
        del arguments
        month = int(atom.threshold)
        if atom.sign > 0:
            return _Fact("", _("from {month}").format(month=self._month(month if atom.or_equal else month + 1)))
        return _Fact("", _("before {month}").format(month=self._month(month + 1 if atom.or_equal else month)))

    def _month(self, month: int) -> str:
        return numbers.month(self.world.calendar.label(month))

    def agreement(self, atom: Atom, arguments: Sequence[str]) -> _Fact | None:
        """That an agreement is in force or proposed, or that it is not; None for anything else."""
        kind, one, other = arguments
        words = _AGREEMENT.get((atom.sign, _first(atom)))
        if words is None:
            return None
        subject, text = words
        partners = [self.teller.within("nations", nation) for nation in (one, other)]
        agreement = self.teller.name("agreements", kind)
        if not subject:
            told = text().format(agreement=uncapital(agreement), one=partners[0], other=partners[1])
            return _Fact("", told)
        return _Fact(text().format(agreement=agreement), listed(partners))

    def project(self, atom: Atom, arguments: Sequence[str]) -> _Fact | None:
        """That a project is taken up, or not yet; None for another phase."""
        if _first(atom) != (0 if atom.sign > 0 else IDLE):
            return None
        text = _("{project} taken up") if atom.sign > 0 else _("{project} not taken up yet")
        return _Fact("", text.format(project=self.teller.within("projects", arguments[0])))

    def count(self, atom: Atom, arguments: Sequence[str]) -> _Fact | None:
        """That a rule has acted, or not yet; None for another number of times."""
        rule = self.teller.name("rules", arguments[0])
        if atom.sign > 0 and atom.threshold + (not atom.or_equal) == 1.0:
            return _Fact("", _("after “{rule}”").format(rule=rule))
        if atom.sign < 0 and atom.threshold + atom.or_equal == 1.0:
            return _Fact("", _("“{rule}” not used yet").format(rule=rule))
        return None

    def active(self, atom: Atom, arguments: Sequence[str]) -> _Fact:
        """Whether a rule acts now."""
        text = _("“{rule}” in force") if atom.sign > 0 else _("“{rule}” not in force")
        return _Fact("", text.format(rule=self.teller.name("rules", arguments[0])))


@dataclass(frozen=True)
class _Fact:
    """Something that has to hold: of what or of whom, empty where the text says it, and what."""

    subject: str
    text: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.text}" if self.subject else self.text


def _first(atom: Atom) -> int:
    """Of whole numbers, the first at which the atom holds, from its threshold on."""
    return int(atom.threshold) + (not atom.or_equal) * atom.sign


_AGREEMENT: dict[tuple[int, int], tuple[bool, Callable[[], str]]] = {
    (1, IN_FORCE): (True, lambda: _("{agreement} in force")),
    (1, PROPOSED): (False, lambda: _("{agreement} proposed by {one} to {other}, or in force")),
    (-1, PROPOSED): (False, lambda: _("{agreement} of {one} and {other} not in force")),
    (-1, NONE): (False, lambda: _("{agreement} of {one} and {other} neither proposed nor in force")),
}
"""Sign of an atom and the first state at which it holds to whether the partners stand in front, and the words."""
_WORDS: dict[tuple[int, bool], Callable[[], str]] = {
    (1, False): lambda: _("{figure} above {amount}"),
    (1, True): lambda: _("{figure} at least {amount}"),
    (-1, False): lambda: _("{figure} below {amount}"),
    (-1, True): lambda: _("{figure} at most {amount}"),
}
_SPECIAL: dict[str, Callable[[Conditions, Atom, Sequence[str]], _Fact | None]] = {
    "month": Conditions.month,
    "agreement": Conditions.agreement,
    "project_phase": Conditions.project,
    "rule_count": Conditions.count,
    "rule_active": Conditions.active,
}
"""Figures that read better as a fact than as a number."""
