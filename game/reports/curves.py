"""Which curves a report draws: prices for all, and the key figures of each seat that it tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from game.reports import charts
from game.reports.so_far import Marks
from game.session.views import Series
from game.telling import _


@dataclass(frozen=True)
class Chart:
    """A drawn chart; `svg` is empty where every curve stayed at zero."""

    title: str
    svg: str


@dataclass(frozen=True)
class Histories:
    """What curves are drawn from."""

    rival: str
    """Its name."""
    headline: str
    """What is made at the stage by which figures count, in a word."""
    goods: tuple[tuple[str, str], ...]
    """Identifier and name of the goods of that stage."""
    kept: tuple[tuple[str, str], ...]
    """The same of those that public stockpiles keep."""
    seats: tuple[tuple[str, str], ...]
    """Identifier and name of those that are told of."""
    months: Sequence[str]
    """Every month of the match, ``YYYY-MM``."""
    of: Callable[..., Series]
    """Metric and arguments to the series."""

    def named(self, label: str, metric: str, *arguments: str) -> charts.Curve:
        """A series under the name that it has in a chart."""
        return charts.Curve(label, self.of(metric, *arguments))


def drawn(histories: Histories, marks: Marks) -> Iterable[Chart]:
    """The charts, with `marks` in each of them."""
    for curves in _curves(histories):
        flat = not any(any(curve.series.values) for curve in curves.series)
        yield Chart(curves.title, "" if flat else charts.draw(replace(curves, marks=marks), histories.months))


def _curves(known: Histories) -> Iterable[charts.Curves]:
    prices = tuple(known.named(name, "price", good) for good, name in known.goods)
    title = _("Prices of {headline} outside {rival}").format(headline=known.headline, rival=known.rival)
    yield charts.Curves(title, "US$/kg", prices, logarithmic=True)
    for seat, name in known.seats:
        yield from _of_seat(known, seat, name)


def _of_seat(known: Histories, seat: str, name: str) -> Iterable[charts.Curves]:
    shares = (
        known.named(_("of imports of {headline}").format(headline=known.headline), "import_share", seat),
        known.named(_("at the bottleneck stage"), "bottleneck", seat),
    )
    yield charts.Curves(_("{nation}: dependence on {rival}").format(nation=name, rival=known.rival), "share", shares)
    cover = known.named(_("all stocks, good with least"), "stock_cover", seat)
    public = tuple(
        known.named(_("public, {good}").format(good=text), "reserve_days", seat, one) for one, text in known.kept
    )
    yield charts.Curves(_("{nation}: stock cover").format(nation=name), "days", (cover, *public))
    unmet = tuple(known.named(text, "good_shortage", seat, one) for one, text in known.goods)
    title = _("{nation}: unmet need, of each {headline} and what is made of it")
    yield charts.Curves(title.format(nation=name, headline=known.headline), "share", unmet)
    loss = known.named(_("economic loss"), "gdp_loss", seat)
    title = _("{nation}: economic loss since the start, part of a year's output").format(nation=name)
    yield charts.Curves(title, loss.series.unit, (loss,))
