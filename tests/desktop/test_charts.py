"""Charts put values where they belong and name every line."""

from __future__ import annotations

import dataclasses
import math
from itertools import pairwise

import pygame
import pytest

from game.desktop.chart.bars import sparkline
from game.desktop.chart.charts import (
    Band,
    Bars,
    ChartModel,
    Line,
    LineChart,
    present_history,
    present_score,
    present_series,
    series_keys,
)
from game.desktop.chart.model import log_ticks, shifted, tick_label, ticks
from game.desktop.chart.plot import scale, spread
from game.desktop.kit.figures import THIN
from game.desktop.kit.theme import LIGHT, Theme
from game.session.views import Series, View
from game.telling import Teller
from tests.desktop.conftest import CompareGolden

RECT = pygame.Rect(20, 30, 490, 170)


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


def test_log_ticks_enclose_the_values() -> None:
    assert log_ticks(33.0, 480.0) == pytest.approx([20.0, 50.0, 100.0, 200.0, 500.0])


def test_months_count_over_the_year() -> None:
    assert shifted("2010-11", 3) == "2011-02"
    assert shifted("2010-11", -12) == "2009-11"


def test_axis_labels() -> None:
    assert tick_label(0.5, "share") == f"50{THIN}%"
    assert tick_label(25_000.0, "t") == "25k"


def test_a_chart_of_the_view_starts_with_the_scenario(view: View) -> None:
    model = present_series(view, ["price ndpr", "price_inside ndpr", "unknown"])
    assert (model.start, model.now, model.unit) == ("2009-11", 12, "US$/kg")
    assert [line.label for line in model.lines] == [
        "Neodymium-praseodymium outside China",
        "Neodymium-praseodymium inside China",
    ]
    assert model.months == 24
    assert ("stock_cover", "Stock cover") in series_keys(view)


def test_the_axis_of_a_finished_match_starts_with_the_scenario_too(view: View) -> None:
    last = dataclasses.replace(view, turn=view.turns - 1, month="2016-07")
    over = dataclasses.replace(last, turn=view.turns, finished=True)  # the month stays that of the last turn
    assert present_series(over, ["price ndpr"]).start == present_series(last, ["price ndpr"]).start


def test_units_must_agree(view: View) -> None:
    with pytest.raises(ValueError, match="different units"):
        present_series(view, ["price ndpr", "stock_cover"])


def test_the_scale_holds_every_value(view: View) -> None:
    model = present_series(view, ["price ndpr"], bands=[Band("Range", (11, 20), (90.0, 60.0), (100.0, 310.0), 0)])
    marks, low, high = scale(model, 4)
    assert low == 0.0
    assert high >= 310.0
    assert all(low <= mark <= high for mark in marks)


def test_labels_move_apart_and_stay_inside() -> None:
    rows = spread([50.0, 52.0, 51.0, 90.0], 14.0, 10.0, 95.0)
    ordered = sorted(rows)
    assert all(b - a >= 13.999 for a, b in pairwise(ordered))
    assert max(rows) <= 95.0
    assert rows[0] < rows[2] < rows[1] < rows[3]


def test_the_month_under_the_pointer(view: View) -> None:
    surface = pygame.Surface((540, 240))
    chart = LineChart(Theme())
    model = present_series(view, ["price ndpr"])
    chart.draw(surface, RECT, model)
    plot = chart._plot
    assert chart.month_at((RECT.x + plot.rect.left, RECT.y + plot.rect.centery)) == 0
    assert chart.month_at((RECT.x + round(plot.x(7)), RECT.y + plot.rect.centery)) == 7
    assert chart.month_at((RECT.x - 30, RECT.y)) is None


def test_the_read_out_appears_and_goes(view: View) -> None:
    surface = pygame.Surface((540, 240))
    chart = LineChart(Theme())
    model = present_series(view, ["price ndpr"])
    chart.draw(surface, RECT, model)
    plain = pygame.image.tobytes(surface, "RGB")
    chart.draw(surface, RECT, model, pointer=RECT.center)
    assert pygame.image.tobytes(surface, "RGB") != plain
    surface.fill((0, 0, 0))
    chart.draw(surface, RECT, model)
    assert pygame.image.tobytes(surface, "RGB") == plain


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize(
    "values", [(), (0.0, 0.0, 0.0), (-2.0, 3.0, 1.0), (math.nan, 4.0, math.nan), (1e9, 2e9, 3e9)], ids=str
)
def test_odd_values_make_a_chart_all_the_same(values: tuple[float, ...], logarithmic: bool) -> None:
    months = tuple(range(len(values)))
    model = ChartModel("Odd", "t", (Line("Odd", months, values, 0),), "2010-01", 24, logarithmic=logarithmic)
    surface = pygame.Surface((540, 240))
    LineChart(Theme()).draw(surface, RECT, model, pointer=RECT.center)
    assert tuple(surface.get_at(RECT.center)) != (0, 0, 0, 255)


def test_score_parts_become_bars_that_are_found(view: View) -> None:
    model = present_score(view)
    assert model.title == "Score so far: 59 of 100"
    assert model.bars[0].share == pytest.approx(18 / 40)
    bars = Bars(Theme())
    surface = pygame.Surface((400, 300))
    bars.draw(surface, pygame.Rect(5, 5, 380, bars.height(model)), model)
    assert bars.hit((100, 5 + bars.height(model) - 4)) == "cost"
    assert bars.hit((100, 2)) is None


def test_an_empty_score_has_no_bars(view: View) -> None:
    model = present_score(dataclasses.replace(view, score=()))
    assert model.bars == ()


def test_sparklines_draw_something_whatever_the_values() -> None:
    drawn = sparkline((80, 24), (3.0, 4.0, math.nan, 9.0), Theme())
    assert pygame.mask.from_surface(drawn, 40).count() > 40
    assert pygame.mask.from_surface(sparkline((80, 24), (), Theme()), 40).count() == 0


@pytest.mark.parametrize("theme", [Theme(), Theme(LIGHT, text_scale=1.5)], ids=["dark", "light-150"])
def test_charts_look_as_agreed(theme: Theme, view: View, golden: CompareGolden, request: pytest.FixtureRequest) -> None:
    surface = pygame.Surface((1000, 420))
    surface.fill(theme.palette.ground)
    ahead = tuple(range(11, 24))
    band = Band(
        "Adviser expects", ahead, tuple(92 - 2.0 * n for n in range(13)), tuple(94 + 9.0 * n for n in range(13)), 0
    )
    models = [
        present_series(view, ["price ndpr", "price_inside ndpr"], title="Neodymium-praseodymium", bands=[band]),
        present_series(view, ["import_share", "bottleneck"], title="Dependence on the rival"),
        present_series(view, ["price ndpr", "price_inside ndpr"], title="Price", logarithmic=True),
        present_history(Teller.of(view), [_whole("gdp_lost")], "2009-11", 90, title="Lost output"),
    ]
    for number, model in enumerate(models):
        rect = pygame.Rect(8 + (number % 2) * 496, 8 + (number // 2) * 206, 488, 198)
        pointer = rect.center if number == 1 else None
        LineChart(theme).draw(surface, rect, model, pointer=pointer)
    golden(surface, f"charts-{request.node.callspec.id}")


def _whole(key: str) -> Series:
    months = tuple(range(90))
    return Series(key, "US$ million/month", months, tuple(9.0 * m * math.exp(-m / 40) for m in months))


def test_bars_look_as_agreed(view: View, golden: CompareGolden) -> None:
    surface = pygame.Surface((380, 240))
    surface.fill(Theme().palette.panel)
    Bars(Theme()).draw(surface, surface.get_rect().inflate(-20, -20), present_score(view))
    golden(surface, "bars-dark")
