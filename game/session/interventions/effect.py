"""The text of an effect, read and checked: every name, every bound, before anything is done."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.content.expressions import Compiler
from game.content.package import Package
from game.content.parsing import parsed
from game.content.vocabulary import ExpressionError, Vocabulary
from game.content.words import closest
from game.engine.event_kinds import ALL, EVENTS
from game.engine.interventions import EVERY, FIGURES, FIRE, HAPPEN, VERBS, Figure, Stroke
from game.engine.interventions.figures import LONGEST
from game.engine.metrics.entry import AXES
from game.engine.world import World
from game.marks import N_, Said
from game.session.interventions.faults import InterventionError

EVERYBODY = "all"
"""What stands for every nation."""
MOST = 20
"""Effects of one intervention at most."""
_AXES: Mapping[str, str] = {**{letter: axis.names for letter, axis in AXES.items()}, "Z": "zones"}
_PLACES: Mapping[str, str] = {**{letter: axis.place for letter, axis in AXES.items()}, "Z": "zone"}
_LASTS = re.compile(r"^(?P<body>.*\S)\s+for\s+(?P<months>\S+)(?:\s+months?)?\s*$", re.DOTALL)
_SIGNS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


@dataclass(frozen=True)
class Effect:
    """A text of the rule language that was understood, and what it does, in order."""

    text: str
    strokes: tuple[Stroke, ...]


def checked(package: Package, effect: str) -> Effect:
    """`effect` compiled; an empty text does nothing.

    Raises:
        InterventionError: at the first thing that is not understood or out of bounds, with what would be right.
    """
    return compiled(package.world, effect)


def compiled(world: World, effect: str) -> Effect:
    """The same for a world. Raises as `checked`."""
    parts = parts_of(effect)
    if len(parts) > MOST:
        raise InterventionError(
            Said(N_("it has {number} effects; at most {most} go into one"), number=len(parts), most=MOST)
        )
    return Effect(effect, tuple(_stroke(world, part) for part in parts))


def parts_of(effect: str) -> list[str]:
    """The effects of a text one by one."""
    return [part.strip() for part in effect.split(";") if part.strip()]


def number_of_effects(effect: str) -> int:
    """How many effects a text has."""
    return len(parts_of(effect))


def may_know(seat: int, stroke: Stroke) -> bool:
    """Whether `seat` may know of an effect while the match lasts: a public one, or one that concerns it."""
    figure = FIGURES.get(stroke.verb)
    if figure is None or EVENTS[figure.tells].readers == ALL:
        return True
    nations = [place for axis, place in zip(figure.axes, stroke.place, strict=True) if axis == "N"]
    return seat in nations or EVERY in nations


def forms() -> Iterator[str]:
    """What an effect may be written like, one of each."""
    yield from (f"{verb}({axis.removesuffix('s')})" for verb, axis in VERBS.items())
    yield from map(_form, FIGURES.values())


def _form(figure: Figure) -> str:
    """How a figure is written, as an example."""
    inside = ", ".join(_PLACES[letter] for letter in figure.axes)
    if figure.lasts:
        return f"{figure.name}({inside}) * 0.5 for 6"
    return f"{figure.name}({inside}) {figure.signs[0]} {figure.high if figure.high <= 1.0 else max(figure.low, 1.0):g}"


class _Reader(Compiler):
    """Reads the parts of one effect, and says what is wrong with it."""

    def __init__(self, world: World, text: str) -> None:
        rival = {"rival": world.names.nations[world.rival]}
        super().__init__(text, Vocabulary(world.names, world.calendar, rival))
        self.world = world

    def wrong(self, what: str, right: str = "") -> InterventionError:
        if not right:
            return InterventionError(Said(N_("“{effect}”: {what}"), effect=self.text, what=what))
        return InterventionError(Said(N_("“{effect}”: {what}; {right}"), effect=self.text, what=what, right=right))

    def call(self, node: ast.expr) -> ast.Call:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            return node
        right = Said(N_("write it as {forms}"), forms=", ".join(["fire(rule)", _form(FIGURES["budget"])]))
        raise self.wrong(Said(N_("it names nothing that can be done")), right)

    def name(self, node: ast.Call) -> str:
        if not isinstance(node.func, ast.Name):
            raise TypeError(node)
        name = node.func.id
        if name not in VERBS and name not in FIGURES:
            what = Said(N_("{name} is nothing that can be changed"), name=repr(name))
            known = ", ".join([*VERBS, *FIGURES])
            near = closest(name, [*VERBS, *FIGURES])
            raise self.wrong(what, near or Said(N_("there are {names}"), names=known))
        return name

    def months(self, node: ast.expr) -> int:
        value = self.number(node)
        if value is None or value != int(value) or not 1 <= value <= LONGEST:
            what = Said(N_("{months} is no number of months"), months=ast.unparse(node))
            raise self.wrong(what, Said(N_("it may be 1 to {most}"), most=LONGEST))
        return int(value)

    def place(self, node: ast.expr, letter: str) -> int:
        axis = _AXES[letter]
        if axis == "nations" and self.word(node) == EVERYBODY:
            return EVERY
        return self.position(node, axis)

    def takes(self, node: ast.Call, form: str, least: int, most: int) -> None:
        if not least <= len(node.args) <= most:
            what = Said(N_("it has {number} names in its brackets"), number=len(node.args))
            raise self.wrong(what, Said(N_("write it as {forms}"), forms=form))


def _stroke(world: World, text: str) -> Stroke:
    reader = _Reader(world, text)
    try:
        return _read(reader)
    except ExpressionError as error:
        raise reader.wrong(error.what, error.hint) from error


def _read(reader: _Reader) -> Stroke:
    body, lasts = reader.text, None
    if (found := _LASTS.match(body)) is not None:
        body, lasts = found["body"], parsed(found["months"])
    left, sign, right = _split(body)
    if not sign:
        return _by_verb(reader, reader.call(left), lasts)
    node = reader.call(left)
    name = reader.name(node)
    if name in VERBS:
        raise reader.wrong(
            Said(N_("{name} takes no number"), name=name), Said(N_("write it as {forms}"), forms=f"{name}(…)")
        )
    return _by_figure(reader, FIGURES[name], node, (sign, right), lasts)


def _split(body: str) -> tuple[ast.expr, str, ast.expr]:
    """What is moved, by which sign, and the number; no sign where it is a verb alone."""
    before, equals, after = body.partition("=")
    if equals and not after.startswith("="):
        return parsed(before), "=", parsed(after)
    node = parsed(body)
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return node.left, _SIGNS[type(node.op)], node.right
    return node, "", node


def _by_verb(reader: _Reader, node: ast.Call, lasts: ast.expr | None) -> Stroke:
    verb = reader.name(node)
    if verb not in VERBS:
        figure = FIGURES[verb]
        raise reader.wrong(
            Said(N_("it does not say what becomes of it")), Said(N_("write it as {forms}"), forms=_form(figure))
        )
    form = "fire(rule), fire(rule, 6)" if verb == FIRE else f"{verb}({VERBS[verb].removesuffix('s')})"
    reader.takes(node, form, 1, 2 if verb == FIRE and lasts is None else 1)
    if lasts is not None and verb != FIRE:
        raise reader.wrong(Said(N_("it is done at once")), Said(N_("write it as {forms}"), forms=form))
    name, axis = reader.word(node.args[0]), VERBS[verb]
    known = [one.key for one in reader.world.incidents] if verb == HAPPEN else list(getattr(reader.world.names, axis))
    if name not in known:
        what = Said(N_("the scenario has no {kind} {name}"), kind=axis.removesuffix("s"), name=repr(name))
        raise reader.wrong(what, closest(name, known) or Said(N_("there are {names}"), names=", ".join(known) or "-"))
    months = lasts if lasts is not None else node.args[1] if len(node.args) > 1 else None
    return Stroke(verb, (known.index(name),), months=0 if months is None else reader.months(months))


def _by_figure(
    reader: _Reader, figure: Figure, node: ast.Call, moved: tuple[str, ast.expr], lasts: ast.expr | None
) -> Stroke:
    sign, right = moved
    reader.takes(node, _form(figure), len(figure.axes), len(figure.axes))
    if sign not in figure.signs or (figure.lasts is not (lasts is not None)):
        what = Said(N_("{name} is not changed in this way"), name=figure.name)
        raise reader.wrong(what, Said(N_("write it as {forms}"), forms=_form(figure)))
    place = tuple(reader.place(argument, letter) for argument, letter in zip(node.args, figure.axes, strict=True))
    _require_seat(reader, figure, place)
    return Stroke(
        figure.name, place, sign, _amount(reader, figure, sign, right), 0 if lasts is None else reader.months(lasts)
    )


def _require_seat(reader: _Reader, figure: Figure, place: tuple[int, ...]) -> None:
    world = reader.world
    if figure.seats and place[0] >= world.seats:
        what = Said(N_("{nation} is no seat"), nation=world.names.nations[place[0]])
        raise reader.wrong(what, Said(N_("there are {names}"), names=", ".join(world.names.nations[: world.seats])))


def _amount(reader: _Reader, figure: Figure, sign: str, node: ast.expr) -> float:
    value = reader.number(node)
    if value is None:
        what = Said(N_("{value} is no number"), value=ast.unparse(node))
        raise reader.wrong(what, Said(N_("write it as {forms}"), forms=_form(figure)))
    least, most = (
        (figure.low, figure.high) if sign == "=" or figure.lasts or figure.signs == "+" else (0.0, figure.high)
    )
    unit = figure.unit
    if sign == "*" and not figure.lasts:
        most, unit = 100.0, "factor"
    if not least <= value <= most:
        what = Said(N_("{value:g} is out of bounds"), value=value)
        raise reader.wrong(what, Said(N_("it may be {low:g} to {high:g} ({unit})"), low=least, high=most, unit=unit))
    return value
