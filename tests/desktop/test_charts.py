"""Charts put values where they belong and name every line."""

from __future__ import annotations

import dataclasses
import math
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop import present
from game.desktop.chart.charts import LineChart
from game.desktop.chart.model import (
    ChartModel,
    Line,
    plain_label,
    present_series,
    shifted,
    short_labels,
    tick_label,
    ticks,
)
from game.desktop.chart.plot import Plot, scale, spread
from game.desktop.kit.theme import Theme
from game.session.views import View
from game.telling import Teller
from game.telling.numbers import BLANK, MINUS

RECT = pygame.Rect(20, 30, 490, 170)
VALUES = st.lists(st.floats(-1e7, 1e7), min_size=1, max_size=8)


def _model(values: tuple[float, ...], unit: str = "t") -> ChartModel:
    return ChartModel(unit, (Line("Odd", tuple(range(len(values))), values, 0),), "2010-01", 24, now=12)


@pytest.fixture
def keys(view: View) -> list[str]:
    """Keys of the prices of the first good that has a chart, outside and inside."""
    good = next(series.key.split()[1] for series in view.series if series.key.startswith("price "))
    return [f"price {good}", f"price_inside {good}"]


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        (0.0, 1.0, 4, [0.0, 0.5, 1.0]),
        (0.0, 98.0, 5, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
        (-3.0, 12.0, 4, [-5.0, 0.0, 5.0, 10.0, 15.0]),
    ],
)
def test_ticks_are_round(low: float, high: float, count: int, expected: list[float]) -> None:
    assert ticks(low, high, count) == pytest.approx(expected)


def test_months_count_over_the_year() -> None:
    assert shifted("2010-11", 3) == "2011-02"
    assert shifted("2010-11", -12) == "2009-11"


def test_axis_labels() -> None:
    assert tick_label(0.5, "share") == f"50{BLANK}%"
    assert tick_label(25_000.0, "t") == "25k"
    assert tick_label(-0.5, "share") == f"{MINUS}50{BLANK}%"
    assert tick_label(-25_000.0, "t") == f"{MINUS}25k"


def test_a_chart_of_the_view_starts_with_the_scenario(view: View, keys: list[str]) -> None:
    model = present_series(view, [*keys, "unknown"])
    now = view.turn * view.turn_months
    assert (model.start, model.now, model.unit) == (shifted(view.month, -now), now, "US$/kg")
    assert [line.label for line in model.lines] == [Teller.of(view).label(key) for key in keys]
    assert model.months == now + 2 * view.turn_months


def test_the_axis_of_a_finished_match_starts_with_the_scenario_too(view: View, keys: list[str]) -> None:
    last = dataclasses.replace(view, turn=view.turns - 1, month="2016-07")
    over = dataclasses.replace(last, turn=view.turns, finished=True)  # the month stays that of the last turn
    assert present_series(over, keys).start == present_series(last, keys).start


def test_units_must_agree(view: View, keys: list[str]) -> None:
    with pytest.raises(ValueError, match="different units"):
        present_series(view, [keys[0], "stock_cover"])


@given(VALUES)
def test_the_scale_holds_0_and_every_value(values: list[float]) -> None:
    marks, low, high = scale(_model(tuple(values)), 4)
    assert low < high
    assert low <= min(0.0, *values)
    assert max(0.0, *values) <= high
    assert 0.0 in marks
    assert all(low <= mark <= high for mark in marks)


@pytest.mark.parametrize("values", [(-0.02, -0.01, -0.03), (-400.0, -20.0), (-2.0, 3.0, 1.0)], ids=str)
def test_losses_fill_the_chart(values: tuple[float, ...]) -> None:
    """The axis reaches hardly further than the values do, on either side of 0."""
    _, low, high = scale(_model(values), 4)
    reach = max(0.0, *values) - min(0.0, *values)
    assert high - low <= 1.25 * reach


def test_what_is_below_0_stands_below_its_line() -> None:
    plot = Plot(pygame.Rect(0, 0, 100, 100), 24, -50.0, 50.0)
    assert plot.y(-50.0) == 100.0
    assert plot.y(0.0) == 50.0
    assert plot.y(50.0) == 0.0


def test_labels_move_apart_and_stay_inside() -> None:
    rows = spread([50.0, 52.0, 51.0, 90.0], 14.0, 10.0, 95.0)
    ordered = sorted(rows)
    assert all(b - a >= 13.999 for a, b in pairwise(ordered))
    assert max(rows) <= 95.0
    assert rows[0] < rows[2] < rows[1] < rows[3]


def test_the_month_under_the_pointer(view: View, keys: list[str]) -> None:
    surface = pygame.Surface((540, 240))
    chart = LineChart(Theme())
    chart.draw(surface, RECT, present_series(view, keys))
    plot = chart._plot
    assert chart.month_at((RECT.x + plot.rect.left, RECT.y + plot.rect.centery)) == 0
    assert chart.month_at((RECT.x + round(plot.x(7)), RECT.y + plot.rect.centery)) == 7
    assert chart.month_at((RECT.x - 30, RECT.y)) is None


def test_the_read_out_appears_and_goes(view: View, keys: list[str]) -> None:
    surface = pygame.Surface((540, 240))
    chart = LineChart(Theme())
    model = present_series(view, keys)
    chart.draw(surface, RECT, model)
    plain = pygame.image.tobytes(surface, "RGB")
    chart.draw(surface, RECT, model, pointer=RECT.center)
    assert pygame.image.tobytes(surface, "RGB") != plain
    surface.fill((0, 0, 0))
    chart.draw(surface, RECT, model)
    assert pygame.image.tobytes(surface, "RGB") == plain


@pytest.mark.parametrize(
    "values", [(), (0.0, 0.0, 0.0), (-2.0, 3.0, 1.0), (-1.0,), (math.nan, 4.0, math.nan), (1e9, 2e9, 3e9)], ids=str
)
def test_odd_values_make_a_chart_all_the_same(values: tuple[float, ...]) -> None:
    surface = pygame.Surface((540, 240))
    LineChart(Theme()).draw(surface, RECT, _model(values), pointer=RECT.center)
    assert tuple(surface.get_at(RECT.center)) != (0, 0, 0, 255)


@pytest.mark.parametrize(
    ("labels", "short"),
    [
        (["Salt outside Norway", "Salt inside Norway"], ["Outside", "Inside"]),
        (["Share of world salt: Chile", "Share of world bromine: Chile"], ["Salt", "Bromine"]),
        (["Salt", "Salt abroad"], ["Salt", "Salt abroad"]),
        (["Approval", "Tension with Chile"], ["Approval", "Tension with Chile"]),
        (["Budget"], ["Budget"]),
        ([], []),
    ],
)
def test_names_of_lines_lose_what_all_of_them_say(labels: list[str], short: list[str]) -> None:
    assert short_labels(labels) == short


def test_brackets_are_left_out_of_a_long_name() -> None:
    assert plain_label("Stockpile of bulk oxide (La, Ce and the rest)") == "Stockpile of bulk oxide"


def test_marks_of_an_axis_differ() -> None:
    assert [tick_label(mark, "%") for mark in (0.0, 0.05, 0.1, 0.15, 2.5)] == ["0", "0.05", "0.1", "0.15", "2.5"]


def test_what_was_nought_all_the_time_is_left_out_beside_what_was_not(view: View) -> None:
    page = next(page for page in present.chart_pages(view) if len(page.keys) > 1)
    still = tuple(
        dataclasses.replace(one, values=tuple(0.0 for _ in one.values)) if one.key == page.keys[0] else one
        for one in view.series
    )
    left = {one.title: one.keys for one in present.chart_pages(dataclasses.replace(view, series=still))}
    assert left[page.title] == page.keys[1:]
