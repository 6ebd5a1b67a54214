"""What each figure is called, and which direction is good."""

from __future__ import annotations

from dataclasses import dataclass

from game.marks import N_


@dataclass(frozen=True)
class Label:
    """How a metric is shown. `text` may name ``{rival}`` and the arguments in order as ``{0}``, ``{1}``."""

    text: str
    good: int = 0


LABELS: dict[str, Label] = {
    "import_share": Label(N_("Imports from {rival}"), -1),
    "bottleneck": Label(N_("Dependence at the bottleneck"), -1),
    "stock_cover": Label(N_("Stock cover"), 1),
    "shortage": Label(N_("Unmet need"), -1),
    "embargo": Label(N_("Shipments cut by embargo"), -1),
    "licence": Label(N_("Licences approved"), 1),
    "tension": Label(N_("Tension with {rival}"), -1),
    "fear": Label(N_("Fear among firms"), -1),
    "approval": Label(N_("Approval"), 1),
    "budget": Label(N_("Budget"), 1),
    "capital": Label(N_("Political capital"), 1),
    "gdp_loss": Label(N_("Economic loss"), -1),
    "imports": Label(N_("Imports")),
    "demand": Label(N_("Demand")),
    "recycled_share": Label(N_("Use met from scrap"), 1),
    "reserve_days": Label(N_("Stockpile of {1}"), 1),
    "commercial_days": Label(N_("Firms' stocks of {1}"), 1),
    "material_cover": Label(N_("Cover of {1}"), 1),
    "material_shortage": Label(N_("Unmet need of {1}"), -1),
    "material_share": Label(N_("{1} from {rival}"), -1),
    "dependence": Label(N_("Dependence at {1}"), -1),
    "price": Label(N_("{0} outside {rival}"), -1),
    "price_inside": Label(N_("{0} inside {rival}")),
    "price_ratio": Label(N_("{0} over the start"), -1),
    "wedge": Label(N_("{0}: outside over inside"), -1),
    "basket": Label(N_("Price basket"), -1),
    "quota": Label(N_("Export quota of {rival}")),
    "rival_exports": Label(N_("Exports of {rival}")),
    "world_output": Label(N_("World mine output")),
    "concentration": Label(N_("Concentration at {0}"), -1),
    "mine_share": Label(N_("Share of world mining: {0}")),
    "separation_share": Label(N_("Share of world separation: {0}")),
    "readiness": Label(N_("Readiness of {1}"), 1),
    "reputation": Label(N_("Standing as a partner"), 1),
    "pollution": Label(N_("Waste left at home"), -1),
    "pollution_caused": Label(N_("Waste caused abroad"), -1),
    "staff": Label(N_("Trained staff"), 1),
    "spent": Label(N_("Spent so far")),
    "rival_revenue": Label(N_("Export earnings of {rival}")),
    "rival_market_share": Label(N_("{rival}'s share of world exports")),
    "rival_offtake": Label(N_("Output of {0} secured by {rival}"), -1),
    "attachment": Label(N_("Habit of buying from {rival}"), -1),
    "jobs_lost": Label(N_("Jobs lost"), -1),
    "sector_exports": Label(N_("Exports of {1}"), 1),
    "exports_to": Label(N_("Exports of {1} to {2}"), 1),
    "export_tariff": Label(N_("Tariff of {2} on {1}"), -1),
    "trust": Label(N_("Trust of {1}"), 1),
}


def good_of(metric: str) -> int:
    """1 where more is better, -1 where less is, 0 where neither."""
    label = LABELS.get(metric)
    return label.good if label else 0
