"""What each phase of a month reads and changes of the state, and where its parameters stand.

The lists are declarations: a test plays the shipped scenarios and fails where a phase does otherwise. The causal
picture and the tables of README.md are made from them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Wiring:
    """Fields of the state that a phase `reads` and `changes`; parts of the world that hold its `parameters`."""

    reads: tuple[str, ...]
    changes: tuple[str, ...]
    parameters: tuple[str, ...]


def name_of(phase: Callable[..., Any]) -> str:
    """The name of a phase: its module, and its function where a module has two."""
    module = phase.__module__.rsplit(".", 1)[-1]
    return module if phase.__name__ == "advance" else f"{module}.{phase.__name__}"


WIRING: Mapping[str, Wiring] = {
    "incidents": Wiring(
        reads=("budget", "export_tariff", "export_tariff_left", "incident_fired", "rule_count", "tension"),
        changes=("budget", "export_tariff", "export_tariff_left", "incident_fired", "tension"),
        parameters=("demand", "economy", "incidents"),
    ),
    "rival": Wiring(
        reads=(
            "agreement",
            "embargo",
            "export_tax",
            "flood",
            "licence",
            "orders_in",
            "price",
            "quota",
            "reputation",
            "rule_count",
            "rule_fired",
            "rule_left",
            "rule_wait",
            "tension",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=(
            "embargo",
            "export_tax",
            "flood",
            "licence",
            "quota",
            "reputation",
            "rule_count",
            "rule_fired",
            "rule_left",
            "rule_wait",
            "tension",
        ),
        parameters=("rival_rules", "sites"),
    ),
    "diplomacy": Wiring(
        reads=("agreement", "agreement_left", "posture", "reputation", "tension", "trust"),
        changes=("agreement", "agreement_left", "tension", "trust"),
        parameters=("agreements", "calendar", "diplomacy"),
    ),
    "workforce": Wiring(
        reads=("staff",),
        changes=("staff",),
        parameters=("agreements", "economy"),
    ),
    "projects": Wiring(
        reads=(
            "agreement",
            "budget",
            "capacity",
            "offtake",
            "price",
            "price_floor",
            "project_cost",
            "project_instrument",
            "project_left",
            "project_phase",
            "project_public",
            "project_sponsor",
            "project_standard",
            "project_terms",
            "ramp",
            "rule_left",
            "rule_wait",
            "site_care",
            "site_cash",
            "site_standard",
            "site_status",
            "site_support",
            "spent",
            "staff",
            "stake",
        ),
        changes=(
            "budget",
            "capacity",
            "offtake",
            "project_cost",
            "project_left",
            "project_phase",
            "project_public",
            "ramp",
            "site_cash",
            "site_status",
            "site_support",
            "spent",
            "stake",
        ),
        parameters=("economy", "environment", "finance", "projects", "rival_rules", "sites"),
    ),
    "environment": Wiring(
        reads=("capacity", "project_standard", "site_halted"),
        changes=(),
        parameters=("environment", "projects", "sites"),
    ),
    "research": Wiring(
        reads=("budget", "readiness", "research_rate", "spent", "thrift"),
        changes=("budget", "readiness", "spent", "thrift"),
        parameters=("agreements", "demand", "research", "rival_rules"),
    ),
    "exports": Wiring(
        reads=("agreement", "export_index", "export_tariff", "export_tariff_left"),
        changes=("export_index",),
        parameters=("demand", "economy", "incidents"),
    ),
    "demand": Wiring(
        reads=("kept", "noise", "price", "thrift"),
        changes=("kept", "noise", "thrift"),
        parameters=("demand",),
    ),
    "mining": Wiring(
        reads=(
            "capacity",
            "fear",
            "orders_in",
            "price",
            "ramp",
            "readiness",
            "site_status",
            "stock",
            "wariness",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=("ramp",),
        parameters=("sites", "stockpiles"),
    ),
    "separation": Wiring(
        reads=("stock",),
        changes=(),
        parameters=(),
    ),
    "recycling": Wiring(
        reads=("price", "readiness", "scrap"),
        changes=(),
        parameters=("recycling", "research", "sites"),
    ),
    "stockpiles": Wiring(
        reads=(
            "budget",
            "flow_need",
            "flow_release",
            "flow_unmet",
            "orders_in",
            "price",
            "release_rule",
            "reserve",
            "stockpile_pace",
            "stockpile_target",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=(),
        parameters=("agreements", "demand", "stockpiles"),
    ),
    "trade": Wiring(
        reads=(
            "embargo",
            "export_tax",
            "fear",
            "import_tariff",
            "licence",
            "offtake",
            "orders_in",
            "price",
            "quota",
            "stock",
            "wariness",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=("flow_origin",),
        parameters=("agreements", "market", "rival_rules", "sites", "stockpiles"),
    ),
    "inventories": Wiring(
        reads=(
            "budget",
            "fear",
            "flow_need",
            "flow_purchase",
            "orders_in",
            "price",
            "price_trend",
            "reserve",
            "spent",
            "stock",
            "wariness",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=(
            "budget",
            "fear",
            "flow_exports",
            "flow_imports",
            "flow_need",
            "flow_production",
            "flow_purchase",
            "flow_recycled",
            "flow_refused",
            "flow_release",
            "flow_unmet",
            "flow_use",
            "orders_in",
            "reserve",
            "site_output",
            "spent",
            "stock",
            "wariness",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        parameters=("market", "stockpiles"),
    ),
    "recycling.age": Wiring(
        reads=("scrap",),
        changes=("scrap",),
        parameters=("recycling", "research", "sites"),
    ),
    "accounts": Wiring(
        reads=(
            "budget",
            "capacity",
            "price",
            "ramp",
            "readiness",
            "site_care",
            "site_cash",
            "site_floor",
            "site_status",
            "site_support",
            "stake",
        ),
        changes=("budget", "ramp", "site_care", "site_cash", "site_status", "site_support"),
        parameters=("finance", "research", "sites"),
    ),
    "market": Wiring(
        reads=("export_tax", "flood", "price", "price_trend", "stock", "usual_gap", "usual_price", "year_price"),
        changes=("price", "price_trend", "usual_gap", "usual_price", "year_price"),
        parameters=("demand", "market"),
    ),
    "shortage": Wiring(
        reads=("readiness",),
        changes=("flow_gdp", "flow_lost_output"),
        parameters=("demand", "economy", "research"),
    ),
    "imports": Wiring(
        reads=("flow_gdp", "flow_imports", "gdp_loss", "price"),
        changes=("flow_gdp", "gdp_loss"),
        parameters=("demand",),
    ),
    "economy": Wiring(
        reads=("approval", "budget", "flow_gdp", "import_tariff", "posture", "price", "reserve", "spent"),
        changes=("approval", "budget", "spent"),
        parameters=("agreements", "diplomacy", "economy", "finance", "stockpiles"),
    ),
    "score": Wiring(
        reads=(
            "flow_need",
            "flow_unmet",
            "orders_in",
            "reserve",
            "score_peak",
            "score_sum",
            "stock",
            "tension",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=("score_peak", "score_sum"),
        parameters=(),
    ),
}
"""By the name of the phase, in the order of the month."""
