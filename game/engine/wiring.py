"""What each phase of a month reads and changes of the state, and where its parameters stand.

The lists are declarations: a test plays the shipped scenarios and fails where a phase does otherwise. The causal
picture and the tables of README.md are made from them. Names are those of `fields.FIELDS` and `supply_view.READ`; what
has none there is a field of the records: ``supply.`` of `game.economy.state`, ``month.`` of `game.economy.month`. What
the phases of the economy read and change stands in `game.economy`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

PLAYED = "the economy"
"""All the fields of the records together, which the phase that plays the month reads and changes."""


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
        parameters=("economy", "incidents"),
    ),
    "rival": Wiring(
        reads=(
            "agreement",
            "embargo",
            "export_tax",
            "flood",
            "licence",
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
            "month.spent",
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
            "supply.run",
            "supply.staffed",
        ),
        changes=(
            "budget",
            "capacity",
            "offtake",
            "project_cost",
            "project_left",
            "project_phase",
            "project_public",
            "site_cash",
            "site_status",
            "site_support",
            "spent",
            "stake",
            "supply.run",
            "supply.staffed",
        ),
        parameters=("economy", "environment", "finance", "projects", "rival_rules", "sites"),
    ),
    "environment": Wiring(
        reads=("capacity", "project_standard", "site_halted"),
        changes=(),
        parameters=("environment", "projects", "sites"),
    ),
    "research": Wiring(
        reads=("budget", "readiness", "research_rate", "spent"),
        changes=("budget", "readiness", "spent"),
        parameters=("agreements", "research", "rival_rules"),
    ),
    "exports": Wiring(
        reads=("agreement", "export_index", "export_tariff", "export_tariff_left"),
        changes=("export_index",),
        parameters=("economy", "incidents"),
    ),
    "govern": Wiring(
        reads=(
            "agreement",
            "agreement_left",
            "budget",
            "capacity",
            "embargo",
            "export_tax",
            "flood",
            "import_tariff",
            "licence",
            "month.spent",
            "offtake",
            "price",
            "quota",
            "readiness",
            "release_rule",
            "reputation",
            "reserve",
            "site_cash",
            "site_floor",
            "site_status",
            "stockpile_pace",
            "stockpile_target",
            "supply.bond",
            "supply.burden",
            "supply.collecting",
            "supply.duty",
            "supply.embargo",
            "supply.flood",
            "supply.floor",
            "supply.hindered",
            "supply.offtake",
            "supply.pledge",
            "supply.quota",
            "supply.release",
            "supply.reserve_pace",
            "supply.reserve_target",
            "supply.slump",
            "supply.tariff",
            "supply.thrift_known",
            "supply.usual_use",
        ),
        changes=(
            "site_cash",
            "site_status",
            "supply.burden",
            "supply.collecting",
            "supply.duty",
            "supply.embargo",
            "supply.flood",
            "supply.hindered",
            "supply.offtake",
            "supply.pledge",
            "supply.quota",
            "supply.reserve_pace",
            "supply.reserve_target",
            "supply.slump",
            "supply.thrift_known",
        ),
        parameters=("agreements", "research", "sites", "stockpiles"),
    ),
    "supply": Wiring(
        reads=(
            "fear",
            "flow_imports",
            "flow_need",
            "flow_origin",
            "flow_production",
            "flow_recycled",
            "flow_refused",
            "flow_use",
            "month.met",
            "month.sold",
            "price",
            "reserve",
            "site_output",
            "supply.cash",
            "supply.customs",
            "supply.loss",
            "supply.support",
            "the economy",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        changes=(
            "flow_exports",
            "flow_imports",
            "flow_production",
            "flow_recycled",
            "the economy",
            "year_imports",
            "year_output",
            "year_rival",
            "year_use",
        ),
        parameters=("supply",),
    ),
    "stockpiles.settle": Wiring(
        reads=("budget", "flow_purchase", "reserve", "spent"),
        changes=("budget", "spent"),
        parameters=("stockpiles", "supply"),
    ),
    "accounts": Wiring(
        reads=(
            "budget",
            "capacity",
            "month.spent",
            "month.value",
            "site_begun",
            "site_care",
            "site_cash",
            "site_floor",
            "site_output",
            "site_status",
            "site_support",
            "stake",
            "supply.cash",
        ),
        changes=("budget", "site_begun", "site_care", "site_cash", "site_status", "site_support"),
        parameters=("finance", "sites", "supply"),
    ),
    "losses": Wiring(
        reads=("flow_gdp", "flow_imports", "gdp_loss", "month.lost", "price", "readiness", "supply.loss"),
        changes=("flow_gdp", "flow_lost_output", "gdp_loss"),
        parameters=("economy", "research", "supply"),
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
