"""Turns a seat's view into what the play screen shows: pure functions, tested without a window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.desktop.kit import text
from game.desktop.kit.theme import Tone
from game.session.views import AgreementView, Band, Headline, Indicator, NationView, ProjectView, Series, View
from game.telling import Teller

DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"
RIVAL = "the rival"
LOW_COVER = 60.0
"""Days of stock under which the adviser speaks up."""

HEADLINE_ICONS: dict[str, str] = {
    "good": "circle-check",
    "bad": "triangle-alert",
    "rival": "octagon-alert",
    "plain": "circle-dot",
}
HEADLINE_TONES: dict[str, Tone] = {"good": "good", "bad": "bad", "rival": "rival", "plain": "plain"}
PHASE_TONES: dict[str, Tone] = {
    "idle": "plain",
    "prospecting": "accent",
    "feasibility": "accent",
    "permitting": "accent",
    "construction": "own",
    "commissioning": "own",
    "done": "good",
    "failed": "bad",
}
STATUS_TONES: dict[str, Tone] = {"none": "plain", "proposed": "accent", "offered": "warn", "in force": "good"}


@dataclass(frozen=True)
class Advice:
    """A remark of the adviser; `panel` is the panel that it points to."""

    tone: Tone
    text: str
    panel: str = ""


@dataclass(frozen=True)
class ChartPage:
    """Curves that are shown together, by the keys of their series."""

    title: str
    keys: tuple[str, ...]


def names(view: View) -> dict[str, str]:
    """Identifiers of nations, materials and stages to their names."""
    return {n.id: n.name for n in view.nations} | dict(view.materials) | dict(view.stages)


def span(view: View) -> str:
    """The months of the turn: ``Jul - Dec 2011`` with a dash."""
    first, last = text.month(view.month), text.month(view.until)
    if first == last:
        return first
    return f"{first[:-5]} {DASH} {last}" if first[-4:] == last[-4:] else f"{first} {DASH} {last}"


def turn_label(view: View) -> str:
    """``Turn 3 of 20``."""
    return f"Turn {min(view.turn + 1, view.turns)} of {view.turns}"


def change_text(indicator: Indicator) -> str:
    """The change since the last turn in the figure's unit, empty when it is too small to be seen."""
    change, unit = indicator.change, indicator.unit
    factor = 100.0 if unit in {"share", "0-1"} else 1.0
    shown = text.signed(change * factor, 1 if abs(change * factor) < 10 else 0)
    return "" if shown.lstrip(f"+-{MINUS}0.") == "" else shown


def tone_of_change(indicator: Indicator) -> Tone:
    """Good or bad, by the direction that is better."""
    way = indicator.change * indicator.good
    if way == 0 or not change_text(indicator):
        return "plain"
    return "good" if way > 0 else "bad"


def advice(view: View) -> tuple[Advice, ...]:
    """What a careful adviser would say now, the pressing first. Read from the view alone."""
    return (*_offers(view), *_shortages(view), *_covers(view), *_money(view))


def _offers(view: View) -> Iterable[Advice]:
    known = names(view)
    for agreement in view.agreements:
        if agreement.status == "offered":
            yield Advice(
                "warn", f"{known.get(agreement.partner, agreement.partner)} offers: {agreement.name}.", "diplomacy"
            )


def _shortages(view: View) -> Iterable[Advice]:
    known = names(view)
    for link in view.chain:
        if link.unmet > 0.02 * max(link.use + link.unmet, 1.0):
            lost = text.percent(link.unmet / max(link.use + link.unmet, 1e-9))
            yield Advice(
                "bad", f"{known[link.material]}, {known[link.stage].lower()}: {lost} of the need is unmet.", "chain"
            )


def _covers(view: View) -> Iterable[Advice]:
    known = names(view)
    for pile in view.stockpiles:
        cover = pile.days + pile.commercial_days
        if cover < LOW_COVER:
            yield Advice("warn", f"{known[pile.material]}: stocks last {text.days(cover)}.", "stockpile")


def _money(view: View) -> Iterable[Advice]:
    under_way = [p for p in view.projects if p.sponsor == view.seat and p.phase not in {"idle", "done", "failed"}]
    if not under_way:
        yield Advice("accent", "You finance no project at present. Plants take years to build.", "projects")
    if view.research and not any(line.rate for line in view.research):
        yield Advice("accent", "No research line is paid for. Its fruit comes late, but it stays.", "research")


def draft_price(view: View) -> float:
    """US$ million that the draft charges at once."""
    return sum(order.price for order in view.draft)


def draft_overrun(view: View) -> Band:
    """What chance may add to that, US$ million."""
    bands = [order.overrun for order in view.draft]
    return Band(*(sum(getattr(band, part) for band in bands) for part in ("low", "expected", "high")))


def draft_capital(view: View) -> float:
    """Political capital that the draft charges."""
    return sum(order.capital for order in view.draft)


def warnings(view: View) -> tuple[Advice, ...]:
    """What to think of before the turn ends."""
    found: list[Advice] = []
    if not view.draft:
        found.append(Advice("warn", "You give no orders. What was decided earlier goes on."))
    left = view.forecast.left
    if left < 0.0:
        short = f"Running costs come to {text.money(view.forecast.costs)}, {text.money(-left)} more than is left."
        found.append(Advice("warn", f"{short} What the budget cannot pay is cut."))
    elif left > 0.8 * view.budget:
        found.append(Advice("accent", f"{text.money(left)} stay unspent."))
    found += [item for item in advice(view) if item.tone in {"warn", "bad"} and item.panel == "diplomacy"]
    return tuple(found)


def chart_pages(view: View) -> tuple[ChartPage, ...]:
    """The charts of the play screen: those of which the view carries at least one series."""
    have = {series.key: series for series in view.series}
    rival = rival_name(view)
    pages = [
        ChartPage(f"Dependence on {rival}", ("import_share", "bottleneck")),
        *(
            ChartPage(f"Price of {name.lower()}", (f"price {key}", f"price_inside {key}"))
            for key, name in view.materials
        ),
        ChartPage("Stock cover", ("stock_cover",)),
        ChartPage("Public stockpiles", tuple(f"reserve_days {key}" for key, _ in view.materials)),
        ChartPage("Unmet need", ("shortage",)),
        ChartPage(f"World shares of {rival}", _rival_keys(view)),
        ChartPage(f"Exports and quota of {rival}", ("rival_exports", "quota")),
        ChartPage("Tension, approval, fear", ("tension", "approval", "fear")),
        ChartPage("Budget", ("budget",)),
        ChartPage("Economic loss", ("gdp_loss",)),
    ]
    kept = [ChartPage(page.title, tuple(key for key in page.keys if key in have)) for page in pages]
    return tuple(_one_unit(page, have) for page in kept if page.keys)


def rival_name(view: View) -> str:
    """The rival's name; ``the rival`` where there is not exactly one."""
    names = [nation.name for nation in view.nations if nation.role == "rival"]
    return names[0] if len(names) == 1 else RIVAL


def _rival_keys(view: View) -> tuple[str, ...]:
    rival = next((nation.id for nation in view.nations if nation.role == "rival"), "")
    return (f"mine_share {rival}", f"separation_share {rival}")


def _one_unit(page: ChartPage, have: dict[str, Series]) -> ChartPage:
    """Curves of one unit only: the unit of the first."""
    unit = have[page.keys[0]].unit
    return ChartPage(page.title, tuple(key for key in page.keys if have[key].unit == unit))


def projects_of(view: View, stage: str) -> tuple[ProjectView, ...]:
    """Projects of a stage (all when empty): one's own first, then what may be ordered, then the rest."""
    own = {view.seat}
    picked = [p for p in view.projects if not stage or p.stage == stage]

    def place(project: ProjectView) -> int:
        if project.sponsor in own:
            return 2 if project.phase in {"done", "failed"} else 0
        return 1 if project.choice.allowed else 3

    return tuple(sorted(picked, key=place))


def phase_text(project: ProjectView) -> str:
    """Where a project stands, in a word or two."""
    if project.phase in {"idle", "done", "failed"}:
        return {"idle": "not begun", "done": "done", "failed": "failed"}[project.phase]
    if project.waits:
        return "waits for staff"
    return f"{project.phase} {text.percent(project.progress)}"


def months_text(low: float, high: float) -> str:
    """``2 - 5 years`` or ``8 - 20 months``, with a dash."""
    if high <= 0:
        return "at once"
    if high < 24:
        return f"{low:.0f} {DASH} {high:.0f} months"
    first, last = f"{low / 12:.1f}".removesuffix(".0"), f"{high / 12:.1f}".removesuffix(".0")
    return f"{first} {DASH} {last} years"


def agreements_by_partner(view: View) -> tuple[tuple[NationView, tuple[AgreementView, ...]], ...]:
    """Nations with which there is or could be an agreement; those with offers first, then those in force."""
    ranks = {"offered": 0, "in force": 1, "proposed": 2, "none": 3}
    found = []
    for nation in view.nations:
        kinds = tuple(sorted((a for a in view.agreements if a.partner == nation.id), key=lambda a: ranks[a.status]))
        if kinds:
            found.append((nation, kinds))
    return tuple(sorted(found, key=lambda pair: ranks[pair[1][0].status]))


def moved(view: View, most: int = 6) -> tuple[Indicator, ...]:
    """Figures that changed since the last turn, the greatest change first."""
    changed = [i for i in view.indicators if change_text(i)]
    return tuple(
        sorted(changed, key=lambda i: -abs(i.change) / max(abs(i.value), abs(i.value - i.change), 1e-9))[:most]
    )


def told(headlines: Sequence[Headline]) -> str:
    """The sound that fits the turn: ``alert`` where something bad or of the rival's making happened."""
    return "alert" if any(h.tone in {"bad", "rival"} for h in headlines) else "turn"


_SHORT = {
    "import_share": "From rival",
    "bottleneck": "Bottleneck",
    "stock_cover": "Stock cover",
    "shortage": "Unmet need",
    "tension": "Tension",
    "approval": "Approval",
    "gdp_loss": "Economic loss",
}


def short_label(teller: Teller, indicator: Indicator) -> str:
    """A label for the bar on top: a word or two."""
    return _SHORT.get(indicator.key.split()[0]) or teller.label(indicator.key)


def total_score(view: View) -> float:
    """Points so far, 0-100: the weighted mean of the parts."""
    weight = sum(part.weight for part in view.score)
    return sum(part.points * part.weight for part in view.score) / weight if weight > 0 else 0.0


def near_and_far(headlines: Sequence[Headline]) -> tuple[tuple[Headline, ...], tuple[Headline, ...]]:
    """What is good, bad or of the rival's making for the seat, and the rest; each in the order given."""
    near = tuple(headline for headline in headlines if headline.tone != "plain")
    return near, tuple(headline for headline in headlines if headline.tone == "plain")
