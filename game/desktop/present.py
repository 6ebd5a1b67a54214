"""Turns a seat's view into what the play screen shows: pure functions, tested without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop.kit.badges import SHAPES
from game.desktop.kit.theme import Tone
from game.engine.messages import Message
from game.marks import N_
from game.session.views import (
    AgreementView,
    Band,
    Headline,
    Indicator,
    NationView,
    ProjectView,
    ScoreView,
    Series,
    View,
)
from game.telling import Teller, _, numbers

DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"
RIVAL = N_("the rival")

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
STATUS_TONES: dict[str, Tone] = {"none": "plain", "proposed": "accent", "offered": "warn",
                                "signed": "accent", "in force": "good"}  # fmt: skip


@dataclass(frozen=True)
class ChartPage:
    """Curves that are shown together, by the keys of their series."""

    title: str
    keys: tuple[str, ...]


def nation_names(view: View) -> dict[str, str]:
    """Identifiers of nations to their names."""
    return {nation.id: _(nation.name) for nation in view.nations}


def documented(view: View) -> dict[str, str]:
    """By the key of a figure, what is documented of it, as it stands beside the model's."""
    teller = Teller.of(view)
    return {one.key: _("documented: {known}").format(known=teller.documented(one)) for one in view.documented}


def stage_shapes(view: View) -> dict[str, str]:
    """Stages to their shapes, each by its place among them."""
    return {stage: SHAPES[place % len(SHAPES)] for place, (stage, _name) in enumerate(view.stages)}


def leading_goods(view: View) -> set[str]:
    """Goods that count, and those of which such goods are made in the end; a host metal that goes elsewhere is none."""
    found = {good.id for good in view.goods if good.counted}
    while more := {good.id for good in view.goods if found.intersection(good.feeds)} - found:
        found |= more
    return found


def span(view: View) -> str:
    """The months of the turn: ``Jul - Dec 2011`` with a dash."""
    return numbers.months(view.month, view.until)


def turn_label(view: View) -> str:
    """``Turn 3 of 20``."""
    return _("Turn {turn} of {turns}").format(turn=min(view.turn + 1, view.turns), turns=view.turns)


def time_left(left: float | None, *, running: bool) -> str:
    """Seconds that are left on a clock, as minutes and seconds; empty where there is no limit."""
    if left is None:
        return ""
    minutes, seconds = divmod(int(left), 60)
    told = _("{time} left") if running else _("{time} left, the clock stands")
    return told.format(time=f"{minutes}:{seconds:02d}")


def change_text(indicator: Indicator) -> str:
    """The change since the last turn in the figure's unit, empty when it is too small to be seen."""
    change, unit = indicator.change, indicator.unit
    factor = 100.0 if unit in {"share", "0-1"} else 1.0
    shown = numbers.signed(change * factor, 1 if abs(change * factor) < 10 else 0)
    return "" if shown.lstrip(f"+-{MINUS}0.") == "" else shown


def tone_of_change(indicator: Indicator) -> Tone:
    """Good or bad, by the direction that is better."""
    way = indicator.change * indicator.good
    if way == 0 or not change_text(indicator):
        return "plain"
    return "good" if way > 0 else "bad"


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


def chart_pages(view: View) -> tuple[ChartPage, ...]:
    """The charts of the play screen: the series that the view carries, those of one title and unit together.

    What has been nought all the time is left out beside what has not.
    """
    teller, pages = Teller.of(view), dict[str, list[Series]]()
    for series in view.series:
        pages.setdefault(teller.page(series.key), []).append(series)
    return tuple(
        ChartPage(title, tuple(one.key for one in _moving(found) if one.unit == found[0].unit))
        for title, found in pages.items()
        if title
    )


def _moving(found: Sequence[Series]) -> Sequence[Series]:
    return [one for one in found if any(one.values)] or found


def filled(view: View, text: str) -> str:
    """A text of an entry, in the language spoken now, with the rival's name as it stands in a sentence."""
    return _(text).format(**Teller.of(view).words())


def rival_name(view: View) -> str:
    """The rival's name; ``the rival`` where there is not exactly one."""
    names = [nation.name for nation in view.nations if nation.role == "rival"]
    return _(names[0] if len(names) == 1 else RIVAL)


def projects_of(view: View, stage: str) -> tuple[ProjectView, ...]:
    """Projects of a stage (all when empty): one's own first, then what may be ordered, then the rest."""
    picked = [p for p in view.projects if not stage or p.stage == stage]

    def place(project: ProjectView) -> int:
        if project.own_share or project.sponsor == view.seat:
            return 2 if project.phase in {"done", "failed"} else 0
        return 1 if project.choice.allowed else 3

    return tuple(sorted(picked, key=place))


def phase(teller: Teller, name: str) -> str:
    """What a phase of a project is called, in a sentence."""
    return teller.tell(Message(f"phase.{name}"))


def phase_text(teller: Teller, project: ProjectView) -> str:
    """Where a project stands, in a word or two."""
    if project.phase in {"idle", "done", "failed"}:
        return phase(teller, project.phase)
    if project.waits:
        return _("waits for staff")
    return f"{phase(teller, project.phase)} {numbers.write(project.progress, 'share')}"


def months_text(low: float, high: float) -> str:
    """``2 - 5 years`` or ``8 - 20 months``, with a dash."""
    if high <= 0:
        return _("at once")
    if high < 24:
        return _("{low} \N{EN DASH} {high} months").format(low=numbers.number(low, 0), high=numbers.number(high, 0))
    first, last = (numbers.number(round(months / 12, 1), None) for months in (low, high))
    return _("{low} \N{EN DASH} {high} years").format(low=first, high=last)


def agreements_by_partner(view: View) -> tuple[tuple[NationView, tuple[AgreementView, ...]], ...]:
    """Nations with which there is or could be an agreement; those with offers first, then those in force."""
    ranks = {"offered": 0, "in force": 1, "signed": 2, "proposed": 3, "none": 4}
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


def total_score(view: View) -> float:
    """Points so far, 0-100: the weighted mean of the parts."""
    weight = sum(part.weight for part in view.score)
    return sum(part.points * part.weight for part in view.score) / weight if weight > 0 else 0.0


def counts(part: ScoreView, parts: Sequence[ScoreView]) -> str:
    """How much a part of the score counts, of all."""
    return numbers.write(part.weight / (sum(each.weight for each in parts) or 1.0), "share")


def near_and_far(headlines: Sequence[Headline]) -> tuple[tuple[Headline, ...], tuple[Headline, ...]]:
    """What is good, bad or of the rival's making for the seat, and the rest; each in the order given."""
    near = tuple(headline for headline in headlines if headline.tone != "plain")
    return near, tuple(headline for headline in headlines if headline.tone == "plain")
