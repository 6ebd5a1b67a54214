"""Figures in words: what each is called on a screen, how its value is written, and which direction is good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from game import orders
from game.engine import metrics
from game.engine.messages import Amount, Message, Name, Part
from game.session.keys import Key
from game.session.words import Words, capital


@dataclass(frozen=True)
class Label:
    """How a metric is shown. `text` may name ``{rival}`` and the arguments in order as ``{0}``, ``{1}``."""

    text: str
    good: int = 0


LABELS: dict[str, Label] = {
    "import_share": Label("Imports from {rival}", -1),
    "bottleneck": Label("Dependence at the bottleneck", -1),
    "stock_cover": Label("Stock cover", 1),
    "shortage": Label("Unmet need", -1),
    "embargo": Label("Shipments cut by embargo", -1),
    "licence": Label("Licences approved", 1),
    "tension": Label("Tension with {rival}", -1),
    "fear": Label("Fear among firms", -1),
    "approval": Label("Approval", 1),
    "budget": Label("Budget", 1),
    "capital": Label("Political capital", 1),
    "gdp_loss": Label("Economic loss", -1),
    "imports": Label("Imports"),
    "demand": Label("Demand"),
    "recycled_share": Label("Use met from scrap", 1),
    "reserve_days": Label("Stockpile of {1}", 1),
    "commercial_days": Label("Firms' stocks of {1}", 1),
    "material_cover": Label("Cover of {1}", 1),
    "material_shortage": Label("Unmet need of {1}", -1),
    "material_share": Label("{1} from {rival}", -1),
    "dependence": Label("Dependence at {1}", -1),
    "price": Label("{0} outside {rival}", -1),
    "price_inside": Label("{0} inside {rival}"),
    "price_ratio": Label("{0} over the start", -1),
    "wedge": Label("{0}: outside over inside", -1),
    "basket": Label("Price basket", -1),
    "quota": Label("Export quota of {rival}"),
    "rival_exports": Label("Exports of {rival}"),
    "world_output": Label("World mine output"),
    "concentration": Label("Concentration at {0}", -1),
    "mine_share": Label("Share of world mining: {0}"),
    "separation_share": Label("Share of world separation: {0}"),
    "readiness": Label("Readiness of {1}", 1),
    "reputation": Label("Standing as a partner", 1),
    "pollution": Label("Waste left at home", -1),
    "pollution_caused": Label("Waste caused abroad", -1),
    "staff": Label("Trained staff", 1),
    "spent": Label("Spent so far"),
    "rival_revenue": Label("Export earnings of {rival}"),
    "rival_market_share": Label("{rival}'s share of world exports"),
    "rival_offtake": Label("Output of {0} secured by {rival}", -1),
    "attachment": Label("Habit of buying from {rival}", -1),
    "jobs_lost": Label("Jobs lost", -1),
    "sector_exports": Label("Exports of {1}", 1),
    "exports_to": Label("Exports of {1} to {2}", 1),
    "export_tariff": Label("Tariff of {2} on {1}", -1),
    "trust": Label("Trust of {1}", 1),
}


def label_of(words: Words, key: Key) -> str:
    """The name of a figure, ready to show."""
    metric, *arguments = key
    axes = metrics.METRICS[metric].axes
    names = [words.of(metrics.argument_axis(axis), name) for axis, name in zip(axes, arguments, strict=True)]
    label = LABELS.get(metric)
    if label is None:
        return ": ".join([capital(metric.replace("_", " ")), *names])
    return capital(label.text.format(*names, rival=words.rival))


def good_of(metric: str) -> int:
    """1 where more is better, -1 where less is, 0 where neither."""
    label = LABELS.get(metric)
    return label.good if label else 0


def unit_of(metric: str) -> str:
    """The unit of a metric as its table gives it."""
    return metrics.METRICS[metric].unit


def _share(value: float) -> str:
    return f"{100 * value:.1f} %" if 0.0005 <= abs(value) < 0.095 else f"{100 * value:.0f} %"


def _money(value: float) -> str:
    return f"US$ {value:,.0f} m" if abs(value) < 10_000 else f"US$ {value / 1000:,.1f} bn"


_WRITE: dict[str, Callable[[float], str]] = {
    "share": _share,
    "0-1": lambda value: f"{100 * value:.0f} / 100",
    "US$ million": _money,
    "US$ million/year": lambda value: f"{_money(value)}/year",
    "US$/kg": lambda value: f"US$ {value:,.0f}/kg" if abs(value) >= 100 else f"US$ {value:,.1f}/kg",
    "days": lambda value: f"{value:,.0f} days",
    "t/year": lambda value: f"{value:,.0f} t/year",
    "ratio": lambda value: f"{value:.2f} x",
    "%": lambda value: f"{value:.2f} %",
    "rate": lambda value: f"{100 * value:.0f} %",
    "jobs": lambda value: f"{value:,.0f} jobs",
    "points": lambda value: f"{value:.0f}",
    "1-9": lambda value: f"{value:.1f} of 9",
}


def write(value: float, unit: str) -> str:
    """`value` with its unit, rounded for reading."""
    writer = _WRITE.get(unit)
    return writer(value) if writer else f"{value:,.4g} {unit}".strip()


def told(words: Words, message: Message) -> str:
    """What an order or its refusal says, without a capital letter in front."""
    parts = {name: _part(words, part) for name, part in message.parts.items()}
    return _texts()[message.code].format(**{"rival": words.rival, **parts})


def _part(words: Words, part: Part) -> str:
    if isinstance(part, Name):
        return words.of(part.axis, part.id)
    if isinstance(part, Amount):
        few = part.unit == "days" and part.value < 10.0
        return f"{part.value:.2g} days" if few else write(part.value, part.unit)
    return told(words, part) if isinstance(part, Message) else str(part)


@cache
def _texts() -> Mapping[str, str]:
    return dict(orders.texts())
