"""A government's means and standing, the mood of its firms, and what shortage costs the nation."""

from __future__ import annotations

from game.engine import possible
from game.engine.imports import dear_imports
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.world import World, wide
from game.marks import N_


@metric(
    "N",
    "0-1",
    N_("Approval"),
    N_(
        "Part of the people that stands behind the government: shortage, lost jobs, protest and tariffs take from it, "
        "and it returns slowly to its usual level."
    ),
    good=1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Tension, approval, fear")),
    export=Export(When.END),
    great=0.15,
    summed_up=True,
    sources=("economy",),
)
def approval(world: World, state: State, nation: int) -> Values:
    return state.approval[nation]


@metric(
    "NG",
    "0-1",
    N_("Fear for {good}"),
    N_(
        "How much the nation's firms fear to run short of the good: it rises with its price and with every order that "
        "is not filled, fades in quiet months, and makes them hoard."
    ),
    good=-1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    followed=possible.headline,
    chart=Chart(N_("Tension, approval, fear")),
    export=Export(When.END),
    sources=("market:alarm", "market:excitement", "market:contagion", "market:calm_months"),
)
def fear(world: World, state: State, nation: int, good: int) -> Values:
    return state.fear[nation, good]


@metric(
    "N",
    "US$ million",
    N_("Budget"),
    N_(
        "Money that the government can still spend on security of supply: income arrives at the start of each turn, "
        "orders are charged at once, running costs month by month."
    ),
    good=1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Budget")),
    export=Export(When.END, possible.seats),
    sources=("economy", "finance"),
)
def budget(world: World, state: State, nation: int) -> Values:
    return state.budget[nation]


@metric(
    "N",
    "US$ million",
    N_("Spent so far"),
    N_("All that the government has paid for security of supply since the match began, whatever it got for it."),
    seen=Seen.OWN,
    export=Export(When.END, possible.seats),
    summed_up=True,
    sources=("finance",),
)
def spent(world: World, state: State, nation: int) -> Values:
    return state.spent[nation]


@metric(
    "N",
    "points",
    N_("Political capital"),
    N_(
        "How many favours the government can still ask: some come in each turn, and proposals to other nations and a "
        "sharp tone toward {rival} use them up."
    ),
    good=1,
    seen=Seen.OWN,
    short=N_("Pol. capital"),
    export=Export(When.END, possible.seats),
    sources=("economy", "diplomacy"),
)
def capital(world: World, state: State, nation: int) -> Values:
    return state.capital[nation]


@metric(
    "N",
    "%",
    N_("Economic loss"),
    N_(
        "Income lost since the match began because industry could not produce, could not sell or had to buy dear, in "
        "per cent of the nation's GDP of one year."
    ),
    good=-1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Economic loss")),
    export=Export(When.END),
    great=0.3,
    summed_up=True,
    sources=("economy", "sectors", "activity"),
)
def gdp_loss(world: World, state: State, nation: int) -> Values:
    return state.gdp_loss[nation] / (10.0 * wide(world.economy.gdp)[nation])


@metric(
    "N",
    "%",
    N_("Economic loss in the month"),
    N_("Income lost last month to missing output, lost exports and dear imports, in per cent of a month's GDP."),
    good=-1,
    seen=Seen.OWN,
    export=Export(When.MONTH),
    sources=("economy", "sectors", "activity"),
)
def gdp_loss_month(world: World, state: State, nation: int) -> Values:
    return state.flow_gdp[nation] * 1.2 / wide(world.economy.gdp)[nation]


@metric(
    "N",
    "US$ million/month",
    N_("Income lost in the month"),
    N_("What missing output, lost exports and dear imports cost the nation's economy last month, in money."),
    good=-1,
    seen=Seen.OWN,
    sources=("economy", "sectors", "activity"),
)
def gdp_lost(world: World, state: State, nation: int) -> Values:
    return state.flow_gdp[nation]


@metric(
    "N",
    "US$ million/year",
    N_("Cost of dear imports"),
    N_("What last month's imports of all goods cost above the prices of the start, times twelve."),
    good=-1,
    export=Export(When.MONTH),
    sources=("goods", "trade", "sectors"),
)
def import_bill(world: World, state: State, nation: int) -> Values:
    return 12.0 * dear_imports(world, state)[nation]
