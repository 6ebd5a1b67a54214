"""Where a figure comes from: what it means, what moved it lately, and the sources behind it."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.package import Figure, Package
from game.engine import metrics
from game.engine.messages import Message, Name
from game.session.citations import citations
from game.session.keys import Key, label, short
from game.session.lexicon import SECRET, Lexicon
from game.session.views import Headline, Why
from game.session.words import Words

_SUPPLY = ("rule_fired", "rule_ended", "control_bites", "shortage", "shortage_over", "site_started", "site_care",
           "site_restarted", "site_bankrupt", "licence_suspended", "licence_restored", "project_done",
           "stockpile_released", "agreement_signed", "offtake_grabbed")  # fmt: skip
_MONEY = ("budget_short", "dividend_paid", "project_started", "project_overrun", "project_failed", "incident",
          "site_carried")  # fmt: skip
_STANDING = (
    "incident",
    "rule_fired",
    "rule_ended",
    "agreement_signed",
    "agreement_expired",
    "agreement_left",
    "agreement_declined",
)

_DEALS = ("offtake_grabbed", "offtake_refused")
_TARIFFS = ("export_tariff", "export_tariff_cut", "export_tariff_over")

_MOVED_BY: dict[str, tuple[str, ...]] = {
    "price": (*_SUPPLY, "price_spike"),
    "price_inside": ("rule_fired", "rule_ended"),
    "price_ratio": (*_SUPPLY, "price_spike"),
    "basket": (*_SUPPLY, "price_spike"),
    "wedge": ("rule_fired", "rule_ended"),
    "import_share": _SUPPLY,
    "material_share": _SUPPLY,
    "dependence": _SUPPLY,
    "bottleneck": _SUPPLY,
    "stock_cover": (*_SUPPLY, "stockpile_reached"),
    "reserve_days": ("stockpile_released", "stockpile_reached", "budget_short"),
    "shortage": _SUPPLY,
    "material_shortage": _SUPPLY,
    "fear": ("rule_fired", "control_bites", "price_spike"),
    "tension": ("incident", "rule_fired", "rule_ended"),
    "trust": _STANDING,
    "approval": ("shortage", "shortage_over", "site_protest", *_STANDING, *_TARIFFS),
    "gdp_loss": ("shortage", "shortage_over", "control_bites", *_TARIFFS),
    "lost_output": ("shortage", "shortage_over", *_TARIFFS),
    "demand": _TARIFFS,
    "jobs_lost": ("shortage", "shortage_over", *_TARIFFS),
    "reputation": ("rule_fired", "agreement_left"),
    "rival_revenue": ("rule_fired", "rule_ended", "control_bites", *_DEALS),
    "rival_market_share": ("rule_fired", "rule_ended", "control_bites", "project_done", *_DEALS),
    "rival_offtake": _DEALS,
    "attachment": ("agreement_signed", "agreement_expired", "agreement_left"),
    "sector_exports": _TARIFFS,
    "exports_to": _TARIFFS,
    "export_tariff": _TARIFFS,
    "budget": _MONEY,
    "spent": _MONEY,
    "capital": ("agreement_proposed", "agreement_signed"),
    "embargo": ("rule_fired", "rule_ended"),
    "licence": ("rule_fired", "rule_ended"),
    "quota": ("rule_fired", "rule_ended"),
    "rival_exports": ("rule_fired", "rule_ended", "control_bites"),
    "readiness": ("research_level", "budget_short"),
    "mine_share": ("site_started", "site_care", "site_restarted", "site_bankrupt", "project_done"),
    "separation_share": ("site_started", "site_care", "site_restarted", "site_bankrupt", "project_done"),
    "concentration": ("site_started", "site_care", "site_restarted", "site_bankrupt", "project_done"),
    "recycled_share": ("site_started", "research_level"),
}

_CAUSES = 6


def why(package: Package, lexicon: Lexicon, key: Key, seat: str, headlines: Iterable[Headline], by: str) -> Why:
    """The story of figure `key` for `seat` in the month `by`, from the headlines it may know, newest first."""
    metric = metrics.METRICS[key[0]]
    return Why(
        key=short(key, seat),
        label=label(key),
        meaning=Message(f"meaning.{metric.name}"),
        unit=metric.unit,
        causes=tuple(_relevant(package, key, seat, headlines))[:_CAUSES],
        sources=citations(Words(package), package.library, _figures(package, lexicon, key), key, by),
    )


def moved_by(metric: str) -> tuple[str, ...]:
    """Kinds of event that move a metric."""
    return _MOVED_BY.get(metric, ())


def _relevant(package: Package, key: Key, seat: str, headlines: Iterable[Headline]) -> list[Headline]:
    """Headlines of kinds that move the metric; those of another material, or of another seat's trouble, left out."""
    kinds = moved_by(key[0])
    others: set[str] = set()
    if any(name in package.materials for name in key):
        others |= {name for name in package.materials if name not in key}
    seats: set[str] = set()
    if seat in key:
        seats = {*package.world.names.nations[: package.world.seats]} - {seat}
    found = []
    for headline in headlines:
        named = {part.id for part in headline.message.parts.values() if isinstance(part, Name)}
        if headline.kind in kinds and not named & others and (seat in named or not named & seats):
            found.append(headline)
    return found


def _figures(package: Package, lexicon: Lexicon, key: Key) -> list[Figure]:
    """Figures of the files, or of the branches of a file, that the metric rests on; none of the script's own."""
    parts = (entry.partition(":") for entry in metrics.METRICS[key[0]].sources)
    starts = tuple(f"{file}.yaml:{branch}" for file, _, branch in parts)
    script = Lexicon.of_control(package)
    secret = {name for axis in SECRET for name in script.ids(axis) if not lexicon.knows(axis, name)}
    return [
        figure
        for figure in package.figures
        if figure.path.startswith(starts) and not secret.intersection(figure.path.partition(":")[2].split("."))
    ]
