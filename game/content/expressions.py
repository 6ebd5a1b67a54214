"""Conditions as text, compiled: ``tension(island) > 0.6 and month() >= 8``.

The text is read with Python's own parser and never run. Known are calls of metrics, numbers (with ``+ - * /``),
comparisons, ``and``, ``or``, ``not``, and two helpers of the calendar, ``since("2010-09")`` and ``before("2011-01")``.
A metric that is 0 or 1 may stand alone. What comes out is a list of alternatives, each a list of comparisons.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable

from game.content.calendar import MONTH_PATTERN, month_number
from game.content.parsing import parsed
from game.content.vocabulary import DATES, ExpressionError, Vocabulary
from game.content.words import closest
from game.engine.conditions import Atom, Condition, Reading
from game.engine.metrics import METRICS, Metric, Seen, argument_axis

MOST_ALTERNATIVES = 64
Groups = list[tuple[Atom, ...]]

_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Gt: ast.Lt, ast.Lt: ast.Gt, ast.GtE: ast.LtE, ast.LtE: ast.GtE}
_NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


def condition(text: str, vocabulary: Vocabulary) -> Condition:
    """Compile `text`.

    Raises:
        ExpressionError: at the first thing that is not understood.
    """
    body = parsed(text)
    groups = Compiler(text, vocabulary).groups(body, negate=False)
    return Condition(tuple(groups), text)


def reading(text: str, vocabulary: Vocabulary) -> tuple[Reading, tuple[str, ...]]:
    """Compile a single metric, ``dependence(self, separation)``, to a reading and the identifiers as written.

    Raises:
        ExpressionError: when it is anything else.
    """
    body = parsed(text)
    if not isinstance(body, ast.Call):
        raise ExpressionError(0, "expected a metric with its arguments", "write it as shortage(self)")
    compiler = Compiler(text, vocabulary)
    found = compiler.reading(body)
    return found, tuple(compiler.word(argument) for argument in body.args)


class Compiler:
    """Reads the parts of one text: calls, identifiers, numbers."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary

    def groups(self, node: ast.expr, *, negate: bool) -> Groups:
        """`node` (or its contrary) as alternatives."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.groups(node.operand, negate=not negate)
        if isinstance(node, ast.BoolOp):
            parts = [self.groups(value, negate=negate) for value in node.values]
            return self._all(node, parts) if isinstance(node.op, ast.And) is not negate else _any(parts)
        if isinstance(node, ast.Compare):
            return self._comparisons(node, negate=negate)
        if isinstance(node, ast.Call):
            return [(self._truth(node, negate=negate),)]
        held = _constant_truth(node)
        if held is not None:
            return [()] if held is not negate else []
        if isinstance(node, ast.Name):
            raise self.error(node, *self._bare_name(node.id))
        raise self.error(node, "not understood here", "expected a comparison, as shortage(island) > 0.1")

    def reading(self, node: ast.Call) -> Reading:
        """The metric that `node` calls, with its arguments as positions."""
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self.error(node, "not a metric", "write it as tension(island)")
        entry = METRICS.get(node.func.id)
        if node.func.id in DATES:
            raise self.error(node, f"{node.func.id} is a yes or no", "leave the comparison out")
        if entry is None:
            raise self.error(node, f"unknown metric '{node.func.id}'", closest(node.func.id, (*METRICS, *DATES)))
        axes = [argument_axis(letter) for letter in entry.axes]
        if len(node.args) != len(axes):
            takes = f"{entry.name} takes {len(axes)} argument{'s' * (len(axes) != 1)}, found {len(node.args)}"
            raise self.error(node, takes, f"write {entry.form}")
        places = tuple(self.position(argument, axis) for argument, axis in zip(node.args, axes, strict=True))
        if "self" in self.vocabulary.stand_for:
            self._require_open(node, entry)
        return Reading(entry.name, places)

    def _require_open(self, node: ast.Call, entry: Metric) -> None:
        """Refuse a metric that the seat called ``self`` may not know: the seat is to be led by what it can see."""
        words = [self.word(argument) for argument in node.args]
        if entry.open_to("self", words):
            return
        if entry.seen is Seen.OWN:
            place = entry.axes.index("N")
            own = ", ".join([*words[:place], "self", *words[place + 1 :]])
            raise self.error(node, f"a seat knows {entry.name} of itself alone", f"write {entry.name}({own})")
        raise self.error(node, f"no seat knows {entry.name}", "name what it can see, as embargo(self) or tension(self)")

    def word(self, node: ast.expr) -> str:
        """The identifier that an argument is."""
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        raise self.error(node, "expected an identifier", "arguments are names of the rule set")

    def error(self, node: ast.AST, what: str, hint: str = "") -> ExpressionError:
        flat = self.text.lstrip()
        before = flat.encode()[: getattr(node, "col_offset", 0)].decode(errors="ignore")
        return ExpressionError(len(self.text) - len(flat) + len(before), what, hint)

    def _all(self, node: ast.expr, parts: list[Groups]) -> Groups:
        size = 1
        for part in parts:
            size *= max(1, len(part))
        if size > MOST_ALTERNATIVES:
            raise self.error(node, "too many alternatives", "split the rule")
        return [tuple(dict.fromkeys(itertools.chain(*choice))) for choice in itertools.product(*parts)]

    def _comparisons(self, node: ast.Compare, *, negate: bool) -> Groups:
        sides = [node.left, *node.comparators]
        parts = []
        for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
            kind = type(operator)
            if kind not in _NEGATED:
                raise self.error(right, "not a comparison that is known", "use > >= < <= == !=")
            parts.append(self._comparison(left, _NEGATED[kind] if negate else kind, right))
        return _any(parts) if negate else self._all(node, parts)

    def _comparison(self, left: ast.expr, kind: type[ast.cmpop], right: ast.expr) -> Groups:
        first, second = self.number(left), self.number(right)
        if first is not None and second is not None:
            raise self.error(left, "two numbers compared", "one side must be a metric")
        if first is not None:
            left, kind, second = right, _SWAPPED.get(kind, kind), first
        if second is None:
            self._metric(left)
            raise self.error(right, "two metrics compared", "compare a metric with a number")
        place = self._metric(left)
        above, below = Atom(place, 1, second, or_equal=True), Atom(place, -1, second, or_equal=True)
        if kind is ast.Eq:
            return [(above, below)]
        if kind is ast.NotEq:
            return [(Atom(place, 1, second, or_equal=False),), (Atom(place, -1, second, or_equal=False),)]
        sign = 1 if kind in (ast.Gt, ast.GtE) else -1
        return [(Atom(place, sign, second, or_equal=kind in (ast.GtE, ast.LtE)),)]

    def _metric(self, node: ast.expr) -> Reading:
        if isinstance(node, ast.Call):
            return self.reading(node)
        if isinstance(node, ast.Name):
            raise self.error(node, *self._bare_name(node.id))
        raise self.error(node, "expected a metric or a number", "as tension(island) > 0.6")

    def _bare_name(self, name: str) -> tuple[str, str]:
        if name in METRICS:
            return f"{name} without its brackets", f"write {METRICS[name].form}"
        return f"unknown metric '{name}'", closest(name, METRICS)

    def _truth(self, node: ast.Call, *, negate: bool) -> Atom:
        if isinstance(node.func, ast.Name) and node.func.id in DATES:
            since = (node.func.id == "since") is not negate
            return Atom(Reading("month"), 1 if since else -1, self._date(node), or_equal=since)
        place = self.reading(node)
        if METRICS[place.metric].unit != "0 or 1":
            raise self.error(node, f"{place.metric} is not a yes or no", "compare it with a number")
        return Atom(place, -1 if negate else 1, 0.5, or_equal=negate)

    def _date(self, node: ast.Call) -> float:
        written = node.args[0].value if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) else None
        if not isinstance(written, str) or not MONTH_PATTERN.match(written):
            raise self.error(node, "expected a month", 'write it as since("2010-09")')
        return float(month_number(written) - self.vocabulary.calendar.start)

    def position(self, node: ast.expr, axis: str) -> int:
        """The position of the identifier that an argument is."""
        name = self.word(node)
        known = getattr(self.vocabulary.names, axis)
        if axis == "nations" and name in ("self", "rival"):
            if name not in self.vocabulary.stand_for:
                raise self.error(node, f"'{name}' stands for no nation here", "name a nation")
            name = self.vocabulary.stand_for[name]
        if axis in self.vocabulary.open_axes:
            return 0
        try:
            return self.vocabulary.names.index(axis, name)
        except KeyError:
            raise self.error(
                node, f"unknown {axis.removesuffix('s')} '{name}'", closest(name, (*known, *self._stand_ins(axis)))
            ) from None

    def _stand_ins(self, axis: str) -> Iterable[str]:
        return self.vocabulary.stand_for if axis == "nations" else ()

    def number(self, node: ast.expr) -> float | None:
        """The value of a number or of arithmetic on numbers; None for anything else."""
        if isinstance(node, ast.Constant):
            plain = isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
            return float(node.value) if plain else None  # type: ignore[arg-type]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
            inner = self.number(node.operand)
            return None if inner is None else -inner if isinstance(node.op, ast.USub) else inner
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        return None

    def _arithmetic(self, node: ast.BinOp) -> float:
        left, right = self.number(node.left), self.number(node.right)
        if left is None or right is None:
            raise self.error(node, "arithmetic with a metric", "metrics can only be compared with a number")
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Div) and right != 0:
            return left / right
        raise self.error(node, "arithmetic that is not known", "use + - * /")


def _any(parts: list[Groups]) -> Groups:
    return list(dict.fromkeys(itertools.chain(*parts)))


def _constant_truth(node: ast.expr) -> bool | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return node.value
    if isinstance(node, ast.Name) and node.id in ("true", "false"):
        return node.id == "true"
    return None
