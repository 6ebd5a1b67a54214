"""Conditions: from text to alternatives of comparisons, and back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.checks.reach import never
from game.content.expressions import condition, reading
from game.content.vocabulary import ExpressionError, Vocabulary
from game.engine.conditions import Atom, Condition, Reading
from game.engine.metrics import METRICS, argument_axis
from game.engine.world import Calendar, Names

NAMES = Names(
    nations=("island", "giant"),
    materials=("light", "heavy"),
    stages=("mine", "separation", "magnet"),
    goods=("light_concentrate", "light_oxide", "heavy_oxide"),
    zones=("world", "realm"),
    quotas=("oxides",),
    sectors=("cars",),
    sites=("pit", "plant"),
    projects=("opening",),
    lines=("sorting",),
    agreements=("pool",),
    rules=("embargo",),
    origins=("giants",),
)
CALENDAR = Calendar(start=2010 * 12, turn_months=6, turns=4)
SCRIPT = Vocabulary(NAMES, CALENDAR, {"rival": "giant"})
"""Of the rival's rules and of incidents, which may name everything."""
VOCABULARY = SCRIPT.bound("island")


def atoms(text: str) -> tuple[tuple[Atom, ...], ...]:
    return condition(text, VOCABULARY).any_of


def atom(metric: str, arguments: tuple[int, ...], sign: int, threshold: float, *, or_equal: bool = False) -> Atom:
    return Atom(Reading(metric, arguments), sign, threshold, or_equal)


TENSION = atom("tension", (0,), 1, 0.6)
LATE = atom("month", (), 1, 8.0, or_equal=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tension(island) > 0.6", ((TENSION,),)),
        ("0.6 < tension(self)", ((TENSION,),)),
        ("tension(island) > 0.6 and month() >= 8", ((TENSION, LATE),)),
        ("tension(island) > 0.6 or month() >= 8", ((TENSION,), (LATE,))),
        ("not (tension(island) <= 0.6 or month() < 8)", ((TENSION, LATE),)),
        ("not (tension(island) <= 0.6 and month() < 8)", ((TENSION,), (LATE,))),
        ('since("2010-09")', ((LATE,),)),
        ('before("2010-09")', ((atom("month", (), -1, 8.0),),)),
        ('not before("2010-09")', ((LATE,),)),
        ("operating(pit)", ((atom("operating", (0,), 1, 0.5),),)),
        ("not operating('plant')", ((atom("operating", (1,), -1, 0.5, or_equal=True),),)),
        ("tension(rival) > 1 / 2 - 0.1 * 2", ((atom("tension", (1,), 1, 0.3),),)),
        ("posture(self) != 1", ((atom("posture", (0,), 1, 1.0),), (atom("posture", (0,), -1, 1.0),))),
        ("true", ((),)),
        ("false", ()),
        ("false or month() >= 8", ((LATE,),)),
        ("  tension(island)\n > 0.6", ((TENSION,),)),
        ("month() >= 8 and month() >= 8", ((LATE,),)),
    ],
)
def test_compiled(text: str, expected: tuple[tuple[Atom, ...], ...]) -> None:
    found = atoms(text)
    assert [[(a.reading, a.sign, a.or_equal) for a in group] for group in found] == [
        [(a.reading, a.sign, a.or_equal) for a in group] for group in expected
    ]
    assert [a.threshold for group in found for a in group] == pytest.approx(
        [a.threshold for group in expected for a in group]
    )


def test_equality_is_two_bounds_and_chains_are_two_comparisons() -> None:
    [group] = atoms("posture(self) == 1")
    assert {(a.sign, a.threshold, a.or_equal) for a in group} == {(1, 1.0, True), (-1, 1.0, True)}
    [group] = atoms("0.2 <= tension(self) < 0.5")
    assert {(a.sign, a.threshold, a.or_equal) for a in group} == {(1, 0.2, True), (-1, 0.5, False)}


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("tensoin(island) > 1", 0, "unknown metric 'tensoin', perhaps 'tension'"),
        ("month() > 1 and tension(iland) > 1", 24, "unknown nation 'iland', perhaps 'island'"),
        ("  tension(iland) > 1", 10, "unknown nation 'iland', perhaps 'island'"),
        ("tension('ísland') > 1", 8, "unknown nation 'ísland', perhaps 'island'"),
        ("tension(island, giant) > 1", 0, "tension takes 1 argument, found 2, write tension(nation)"),
        (
            "cover(island) > 1",
            0,
            "cover takes 2 arguments, found 1, write cover(nation, good)",
        ),
        ("tension > 1", 0, "tension without its brackets, write tension(nation)"),
        ("tension", 0, "tension without its brackets, write tension(nation)"),
        ("tension(island) + 1 > 2", 0, "arithmetic with a metric, metrics can only be compared with a number"),
        ("tension(island) > 2 ** 3", 18, "arithmetic that is not known, use + - * /"),
        ("tension(island) > 1 / 0", 18, "arithmetic that is not known, use + - * /"),
        ("tension(island) in 3", 19, "not a comparison that is known, use > >= < <= == !="),
        ("tension(1) > 2", 8, "expected an identifier, arguments are names of the rule set"),
        ("tension(nation=island) > 2", 0, "not a metric, write it as tension(island)"),
        ("island.tension() > 2", 0, "not a metric, write it as tension(island)"),
        ("__import__('os')", 0, "unknown metric '__import__', perhaps 'imports'"),
        ("sinse('2010-09')", 0, "unknown metric 'sinse', perhaps 'since'"),
        ("since('2010-09') > 3", 0, "since is a yes or no, leave the comparison out"),
        ("[1]", 0, "not understood here, expected a comparison, as shortage(island) > 0.1"),
        ("3", 0, "not understood here, expected a comparison, as shortage(island) > 0.1"),
        ("'a' > tension(self)", 0, "expected a metric or a number, as tension(island) > 0.6"),
        ("   ", 0, "an empty condition, write true where it always holds"),
        ("month() > 1 && month() < 3", 13, "not a condition, write and, or"),
        ("since('2010')", 0, 'expected a month, write it as since("2010-09")'),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text: str, offset: int, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        condition(text, VOCABULARY)
    assert (caught.value.offset, str(caught.value)) == (offset, message)


def test_self_and_rival_need_somebody_to_stand_for() -> None:
    with pytest.raises(ExpressionError, match="'self' stands for no nation here"):
        condition("tension(self) > 1", Vocabulary(NAMES, CALENDAR))


def test_too_many_alternatives_are_refused() -> None:
    part = "(month() > 1 or month() < 0)"
    with pytest.raises(ExpressionError, match="too many alternatives"):
        condition(" and ".join([part] * 7), VOCABULARY)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ExpressionError, match="not a condition"):
        condition("(" * 5000 + "true" + ")" * 5000, VOCABULARY)


def test_a_single_metric() -> None:
    assert reading("dependence(self, separation)", VOCABULARY) == (
        Reading("dependence", (0, 1)),
        ("self", "separation"),
    )
    with pytest.raises(ExpressionError, match="expected a metric with its arguments"):
        reading("tension(self) > 1", VOCABULARY)


# --- there and back -----------------------------------------------------------------------------------------------

_SIGNS = {(1, False): ">", (1, True): ">=", (-1, False): "<", (-1, True): "<="}


def written(compiled: Condition) -> str:
    """A text that compiles to `compiled`."""
    if not compiled.any_of:
        return "false"
    return " or ".join("(" + (" and ".join(map(_written_atom, group)) or "true") + ")" for group in compiled.any_of)


def _written_atom(entry: Atom) -> str:
    axes = METRICS[entry.reading.metric].axes
    names = [
        getattr(NAMES, argument_axis(axis))[place] for axis, place in zip(axes, entry.reading.arguments, strict=True)
    ]
    operator = _SIGNS[entry.sign, entry.or_equal]
    return f"{entry.reading.metric}({', '.join(names)}) {operator} {entry.threshold!r}"


@st.composite
def any_atom(draw: st.DrawFn) -> Atom:
    metric = draw(st.sampled_from(sorted(METRICS)))
    places = tuple(draw(st.integers(0, len(getattr(NAMES, argument_axis(axis))) - 1)) for axis in METRICS[metric].axes)
    threshold = draw(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
    return Atom(Reading(metric, places), draw(st.sampled_from((1, -1))), threshold, draw(st.booleans()))


groups = st.lists(any_atom(), max_size=4, unique=True).map(tuple)
conditions = st.lists(groups, max_size=4, unique=True).map(lambda any_of: Condition(tuple(any_of), ""))


@given(conditions)
def test_what_is_written_out_compiles_to_the_same(compiled: Condition) -> None:
    assert condition(written(compiled), SCRIPT).any_of == compiled.any_of


_LEAVES = ("month() > 3", "month() < 9", "month() == 5", "month() != 7", "2 <= month() <= 8")


@st.composite
def any_text(draw: st.DrawFn, depth: int = 3) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(_LEAVES))
    one, other = draw(any_text(depth - 1)), draw(any_text(depth - 1))
    return draw(st.sampled_from((f"not ({one})", f"({one}) and ({other})", f"({one}) or ({other})")))


def holds(compiled: Condition, month: int) -> bool:
    """What the engine makes of a condition on the month alone."""
    return any(all(_true(entry, month) for entry in group) for group in compiled.any_of)


def _true(entry: Atom, month: int) -> bool:
    value, bound = entry.sign * month, entry.sign * entry.threshold
    return value > bound or (entry.or_equal and value == bound)


def evaluated(text: str, month: int) -> bool:
    """What Python makes of the text."""
    return bool(eval(text, {"month": lambda: month}))  # noqa: S307 - the text is put together above


@given(any_text())
def test_logic_agrees_with_python(text: str) -> None:
    compiled = condition(text, VOCABULARY)
    assert [holds(compiled, month) for month in range(12)] == [evaluated(text, month) for month in range(12)]


@given(any_text())
def test_what_is_said_never_to_hold_never_holds(text: str) -> None:
    reason = never(condition(text, VOCABULARY), CALENDAR)
    assert not (reason and any(evaluated(text, month) for month in range(CALENDAR.months)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tension(self) > 1", "tension is never above 1"),
        ("tension(self) >= 1", ""),
        ("tension(self) < 0", "tension is never below 0"),
        ("tension(self) <= 0", ""),
        ("readiness(self, sorting) < 1", "readiness is never below 1"),
        ("stock_cover(self) < -1", "stock_cover is never below 0"),
        ("project_phase(opening) > 6", "project_phase is never above 6"),
        ("month() > 23", "the match runs from 2010-01 to 2011-12"),
        ("year() < 2010", "the match runs from 2010-01 to 2011-12"),
        ('since("2011-12")', ""),
        ("tension(self) > 0.5 and tension(self) <= 0.5", "its bounds on tension exclude each other"),
        ("tension(self) >= 0.5 and tension(self) <= 0.5", ""),
        ("tension(self) > 0.5 and tension(rival) < 0.5", ""),
        ("tension(self) > 2 or tension(self) > 0.5", ""),
        ("budget(self) < -5", ""),
        ("false", "it is false"),
    ],
)
def test_never(text: str, reason: str) -> None:
    assert never(condition(text, VOCABULARY), CALENDAR) == reason


def test_every_metric_can_be_written() -> None:
    for name, entry in METRICS.items():
        lists = [getattr(NAMES, argument_axis(axis)) for axis in entry.axes]
        for arguments in itertools.islice(itertools.product(*lists), 2):
            assert reading(f"{name}({', '.join(arguments)})", SCRIPT)[0].metric == name
