"""Every metric: its entry says all, every scenario has a value of it, and whoever writes it wrongly is told so."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import numpy as np
import pytest

from game.content import Package
from game.content.expressions import reading
from game.content.vocabulary import ExpressionError, Vocabulary
from game.engine.conditions import Reading
from game.engine.fields import FIELDS
from game.engine.metrics import AXES, METRICS, Recorded, Seen, of_nations, read
from game.engine.start import begin
from game.engine.state import State, shape
from game.session.keys import keys_of
from game.session.record import recorded
from game.telling import numbers
from tests import shipped
from tests.small_world import small_world

WORDS = {"rival", "headline", "counted"}
"""What any text of a metric may name."""
SAME = re.compile(r"\W+")


@pytest.fixture(scope="module", params=shipped.FIRST)
def package(request: pytest.FixtureRequest) -> Package:
    return shipped.package(request.param)


@pytest.fixture(scope="module")
def state(package: Package) -> State:
    return begin(package.world, np.arange(2, dtype=np.uint64))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", METRICS)
def test_an_entry_says_all(name: str) -> None:
    entry = METRICS[name]
    assert entry.name == name
    assert {*entry.axes} <= {*AXES}
    assert len({*entry.places}) == len(entry.axes), "two arguments are called alike"
    assert places(entry.label) <= {*WORDS, *entry.places}
    assert {*entry.places} - {"nation"} <= places(entry.label), "a label names what the figure is of"
    assert places(entry.meaning) <= WORDS
    assert places(entry.chart.page if entry.chart else "") <= {"rival", *entry.places}
    assert len(entry.short or entry.label) <= len(entry.label)
    assert entry.good in (-1, 0, 1)


@pytest.mark.parametrize("name", METRICS)
def test_a_meaning_is_a_sentence_that_says_more_than_the_label(name: str) -> None:
    entry = METRICS[name]
    label, meaning = ({*SAME.split(text.lower())} - {"", "of", "the"} for text in (entry.label, entry.meaning))
    assert entry.meaning[0].isupper()
    assert entry.meaning.endswith(".")
    assert len(meaning - label) >= 6


def test_labels_and_meanings_tell_metrics_apart() -> None:
    for part in ("label", "meaning"):
        said = [getattr(entry, part) for entry in METRICS.values()]
        assert {text for text in said if said.count(text) > 1} == set()


@pytest.mark.parametrize("name", METRICS)
def test_the_number_writer_knows_its_unit(name: str) -> None:
    entry = METRICS[name]
    assert numbers.known(entry.unit)
    assert numbers.write(0.5, entry.unit)
    assert (entry.unit == "code") == bool(entry.codes)


@pytest.mark.parametrize("name", METRICS)
def test_what_is_shown_of_it_fits_together(name: str) -> None:
    entry = METRICS[name]
    shown = entry.key_figure or entry.chart or entry.great
    assert entry.recorded is not Recorded.NEVER or not shown, "only what is recorded has a past"
    assert entry.sources or not shown, "what a seat has before it rests on figures"
    assert entry.seen is not Seen.CONTROL or not shown
    assert entry.seen is not Seen.OWN or "N" in entry.axes, "own of whom?"
    assert entry.chart is None or not entry.chart.of_rival or entry.seen is Seen.ALL
    if entry.key_figure or entry.great or entry.chart:
        assert "N" not in entry.axes[1:]
    assert entry.great > 0.0 or not entry.doubling


@pytest.mark.parametrize("name", METRICS)
def test_it_has_a_value_in_every_scenario(name: str, package: Package, state: State) -> None:
    entry, world = METRICS[name], package.world
    lengths = shape(world, entry.axes)
    for place in ((0,) * len(lengths), tuple(length - 1 for length in lengths)):
        values = read(world, state, Reading(name, place))
        assert values.shape == (2,)
        assert values.dtype == np.float64
        assert not np.isnan(values).any()
        if entry.codes:
            assert {*values.tolist()} <= {*map(float, entry.codes)}
        if entry.axes.startswith("N"):
            both = of_nations(world, state, name, place[0] + 1, *place[1:])
            assert both.shape == (place[0] + 1, 2)
            assert both[-1].tolist() == values.tolist()


@pytest.mark.parametrize("matches", [1, 2])
@pytest.mark.parametrize("name", METRICS)
def test_it_has_a_value_where_a_rule_set_leaves_out_what_it_may(name: str, matches: int) -> None:
    entry, world = METRICS[name], small_world()
    state = begin(world, np.arange(matches, dtype=np.uint64))
    for place in np.ndindex(shape(world, entry.axes)):
        assert read(world, state, Reading(name, place)).shape == (matches,)
        if entry.axes.startswith("N"):
            assert of_nations(world, state, name, place[0] + 1, *place[1:]).shape == (place[0] + 1, matches)


OPTIONAL = ("market:basket", "controls:duties")
"""Branches that not every rule set has."""


@pytest.mark.parametrize("name", METRICS)
def test_its_sources_stand_in_the_rule_set(name: str, package: Package) -> None:
    """What a rule set may leave out stands in another."""
    for source in METRICS[name].sources:
        file, _, branch = source.partition(":")
        start = f"{file}.yaml:{branch}"
        sets = (package,) if source not in OPTIONAL else (shipped.package("embargo_2010"),)
        assert any(figure.path.startswith(start) for one in sets for figure in one.figures), source


def mistakes(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """Wrong calls of a metric, and a part of what has to be said about each."""
    entry, names = METRICS[name], package.world.names
    right = [getattr(names, AXES[letter].names)[0] for letter in entry.axes]
    yield f"{name}({', '.join([*right, 'more'])})", f"write {name}("
    for at, letter in enumerate(entry.axes):
        wrong = [*right[:at], f"{right[at]}_", *right[at + 1 :]]
        yield f"{name}({', '.join(wrong)})", f"unknown {AXES[letter].place} '{right[at]}_', perhaps '"


@pytest.mark.parametrize("name", METRICS)
def test_a_wrong_argument_is_refused_with_a_hint(name: str, package: Package) -> None:
    script = Vocabulary(package.world.names, package.world.calendar)
    for text, told in mistakes(package, name):
        with pytest.raises(ExpressionError, match=re.escape(told)) as refused:
            reading(text, script)
        assert refused.value.hint


@pytest.mark.parametrize("name", [name for name, entry in METRICS.items() if entry.seen is not Seen.ALL])
def test_what_a_seat_may_not_know_is_refused_to_it(name: str, package: Package) -> None:
    entry, names = METRICS[name], package.world.names
    arguments = [getattr(names, AXES[letter].names)[0] for letter in entry.axes]
    text = f"{name}({', '.join(arguments)})"
    script = Vocabulary(names, package.world.calendar)
    assert reading(text, script)[0].metric == name
    with pytest.raises(ExpressionError, match=r"^(a|no) seat knows") as refused:
        reading(text, script.bound(names.nations[0]))
    if entry.seen is Seen.OWN:
        assert reading(refused.value.hint.removeprefix("write "), script.bound(names.nations[0]))[0].metric == name


@pytest.mark.parametrize("name", [name for name in METRICS if name in FIELDS])
def test_a_metric_and_the_field_that_it_is_called_after_are_known_to_the_same(name: str) -> None:
    # That a rule acted is news to all; what there is to act, by its name, is not.
    assert METRICS[name].seen is (Seen.CONTROL if name == "rule_count" else FIELDS[name].seen)


def test_the_record_has_every_series_that_is_marked(package: Package) -> None:
    world, kept = package.world, {*recorded(package.world)}
    for entry in METRICS.values():
        seats = {*keys_of(world, entry, world.names.nations[: world.seats])}
        everything = {*keys_of(world, entry, world.names.nations)}
        wanted = {Recorded.NEVER: set(), Recorded.SEATS: seats, Recorded.ALL: everything}[entry.recorded]
        assert {key for key in kept if key[0] == entry.name} == wanted
