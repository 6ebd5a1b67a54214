"""The debrief of a match: one page that needs nothing beside it, and the figures behind it as tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from game.doctrines import load_match
from game.reports import charts, facts, tables
from game.session.match import Match


@dataclass(frozen=True)
class Chart:
    """A drawn chart; `svg` is empty where every curve stayed at zero."""

    title: str
    svg: str


def debrief(log_path: Path, out: Path) -> list[Path]:
    """Write ``index.html``, ``data.csv`` and ``data_dictionary.csv`` for the match in `log_path` into folder `out`.

    Returns the files written.

    Raises:
        SaveError: when the log cannot be read.
        OSError: when the folder cannot be written.
    """
    match = load_match(log_path)
    out.mkdir(parents=True, exist_ok=True)
    page, data, dictionary = out / "index.html", out / "data.csv", out / "data_dictionary.csv"
    page.write_text(render(match), encoding="utf-8")
    tables.write_data(match, log_path.stem, data)
    tables.write_dictionary(match, dictionary)
    return [page, data, dictionary]


def render(match: Match) -> str:
    """The page as HTML text."""
    environment = Environment(
        loader=PackageLoader("game.reports", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    template = environment.get_template("page.html.j2")
    marks = _marks(match)
    return template.render(facts=_Page(facts.gather(match), tuple(_charts(match, marks)), tuple(_notes(match, marks))))


@dataclass(frozen=True)
class _Page:
    """The facts with the charts beside them, as the template reads them."""

    gathered: facts.Facts
    charts: tuple[Chart, ...]
    marks: tuple[str, ...]

    def __getattr__(self, name: str) -> object:
        return getattr(self.gathered, name)


Marks = tuple[tuple[int, str], ...]


def _charts(match: Match, marks: Marks) -> Iterable[Chart]:
    """The key curves, with the months in which the rival acted marked and numbered."""
    calendar = match.control.world.calendar
    labels = [calendar.label(month) for month in range(calendar.months)]
    for curves in _curves(match):
        flat = not any(any(curve.series.values) for curve in curves.series)
        yield Chart(curves.title, "" if flat else charts.draw(replace(curves, marks=marks), labels))


def _notes(match: Match, marks: Marks) -> Iterable[str]:
    return (f"{text}, {match.control.world.calendar.label(month)}" for month, text in marks)


def _marks(match: Match) -> Marks:
    """First firing of each rule of the rival, in order of time."""
    first: dict[int, int] = {}
    for report in match.control.reports:
        for event in report.events:
            if event.kind == "rule_fired":
                first.setdefault(event.item, event.month)
    keys = match.control.world.names.rules
    in_order = sorted(first.items(), key=lambda firing: firing[1])
    return tuple((month, match.control.package.rules[keys[rule]].name) for rule, month in in_order)


def _curves(match: Match) -> Iterable[charts.Curves]:
    package = match.control.package
    materials = match.control.world.names.materials
    rival = package.nations[match.control.world.names.nations[match.control.world.rival]].name
    prices = tuple(_named(match, package.materials[m].name, "price", m) for m in materials)
    yield charts.Curves(f"Oxide prices outside {rival}", "US$/kg", prices, logarithmic=True)
    for seat in facts.debriefed_seats(match):
        name = package.nations[seat].name
        shares = (
            _named(match, "of oxide imports", "import_share", seat),
            _named(match, "at the bottleneck stage", "bottleneck", seat),
        )
        yield charts.Curves(f"{name}: dependence on {rival}", "share", shares)
        cover = _named(match, "all stocks, material with least", "stock_cover", seat)
        public = tuple(
            _named(match, f"public, {package.materials[m].name}", "reserve_days", seat, m) for m in materials
        )
        yield charts.Curves(f"{name}: days of cover", "days", (cover, *public))
        unmet = tuple(_named(match, package.materials[m].name, "material_shortage", seat, m) for m in materials)
        yield charts.Curves(f"{name}: unmet need", "share", unmet)
        yield charts.Curves(
            f"{name}: economic loss since the start", "% of GDP", (_named(match, "economic loss", "gdp_loss", seat),)
        )


def _named(match: Match, label: str, metric: str, *arguments: str) -> charts.Curve:
    return charts.Curve(label, match.control.history(metric, *arguments))
