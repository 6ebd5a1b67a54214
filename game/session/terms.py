"""A condition of a rule in words: what has to hold for it to act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import metrics
from game.engine.conditions import Atom, Condition
from game.engine.state import IN_FORCE
from game.session.keys import Key
from game.session.labels import label_of, write
from game.session.words import Words, capital


def in_words(words: Words, condition: Condition) -> str:
    """`condition` as a sentence without its full stop: ``From 2010-10, Island: tension above 60 / 100``."""
    ways = [", ".join(_atom(words, atom) for atom in group) or "always" for group in condition.any_of]
    heads = {way.partition(": ")[0] for way in ways}
    if len(ways) > 1 and len(heads) == 1 and all(len(group) == 1 for group in condition.any_of):
        return capital(f"{heads.pop()}: {', or '.join(way.partition(': ')[2] for way in ways)}")
    return capital("; or ".join(ways))


def _atom(words: Words, atom: Atom) -> str:
    key = _key(words, atom)
    special = _SPECIAL.get(key[0])
    told = special(words, atom, key[1:]) if special else ""
    return told or _compared(words, atom, key)


def _key(words: Words, atom: Atom) -> Key:
    names = words.package.world.names
    axes = metrics.METRICS[atom.reading.metric].axes
    return (
        atom.reading.metric,
        *(
            getattr(names, metrics.argument_axis(axis))[position]
            for axis, position in zip(axes, atom.reading.arguments, strict=True)
        ),
    )


def _compared(words: Words, atom: Atom, key: Key) -> str:
    """A figure beside its threshold; a nation's own figure names the nation first, as labels leave it out."""
    metric = metrics.METRICS[key[0]]
    label = label_of(words, key)
    nation = words.of("nations", key[1]) if metric.axes.startswith("N") else ""
    if nation and nation not in label:
        label = f"{nation}: {label[:1].lower()}{label[1:]}"
    word = {(1, False): "above", (1, True): "at least", (-1, False): "below", (-1, True): "at most"}
    return f"{label} {word[atom.sign, atom.or_equal]} {write(atom.threshold, metric.unit)}"


def _month(words: Words, atom: Atom, arguments: Sequence[str]) -> str:
    del arguments
    calendar = words.package.world.calendar
    month = int(atom.threshold)
    if atom.sign > 0:
        return f"from {calendar.label(month if atom.or_equal else month + 1)}"
    return f"before {calendar.label(month + 1 if atom.or_equal else month)}"


def _agreement(words: Words, atom: Atom, arguments: Sequence[str]) -> str:
    kind, one, other = (words.any(name) for name in arguments)
    if atom.sign > 0 and atom.threshold + (not atom.or_equal) == IN_FORCE:
        return f"{kind} in force: {one} and {other}"
    return ""


def _count(words: Words, atom: Atom, arguments: Sequence[str]) -> str:
    rule = words.of("rules", arguments[0])
    if atom.sign > 0 and atom.threshold + (not atom.or_equal) == 1.0:
        return f"after “{rule}”"
    if atom.sign < 0 and atom.threshold + atom.or_equal == 1.0:
        return f"“{rule}” not used yet"
    return ""


def _active(words: Words, atom: Atom, arguments: Sequence[str]) -> str:
    return f"“{words.of('rules', arguments[0])}” {'in force' if atom.sign > 0 else 'not in force'}"


_SPECIAL: dict[str, Callable[[Words, Atom, Sequence[str]], str]] = {
    "month": _month,
    "agreement": _agreement,
    "rule_count": _count,
    "rule_active": _active,
}
"""Figures that read better as a fact than as a number."""
