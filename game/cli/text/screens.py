"""What a seat sees, as sheets: each function takes the view and says one thing of it."""

from __future__ import annotations

from collections.abc import Iterable

from game.cli.text.sheet import Sheet
from game.session.labels import write
from game.session.views import AgreementView, Choice, Headline, ProjectView, Result, ScoreView, View, Why

_SITES = "Can make, makes: t/year. Yours: part of the output promised to you. 'projects' has those not yet built."
_SEEN = 0.005
"""Shares below this are shown as nothing."""


def heading(view: View) -> str:
    """Where the match stands and what is left to spend, in a line."""
    draft = f", {money(view.budget_after)} after your orders" if view.draft else ""
    left = f", {view.capital_after:.0f} after your orders" if view.draft and view.capital_after != view.capital else ""
    return (
        f"{view.seat_name}, turn {view.turn + 1} of {view.turns}: {view.month} to {view.until}. "
        f"Budget {money(view.budget)}{draft}; political capital {view.capital:.0f}{left}."
    )


def situation(view: View) -> Sheet:
    """Key figures and how they moved since the last turn."""
    rows, tones = [], []
    for entry in view.indicators:
        rows.append((entry.label, entry.text, _moved(entry.change, entry.value, entry.unit)))
        way = entry.good * entry.change
        tones.append("good" if way > 0 else "bad" if way < 0 else "plain")
    note = "'why FIGURE' says where one comes from: " + ", ".join(entry.key for entry in view.indicators[:4]) + ", ..."
    return Sheet("Situation", ("Figure", "Now>", "Since last turn>"), tuple(rows), note, tuple(tones))


def news(headlines: Iterable[Headline], title: str) -> Sheet:
    """Headlines with their causes, in the order given."""
    told = tuple(headlines)
    rows = tuple((line.month, f"{line.text}{f' ({line.cause})' if line.cause else ''}") for line in told)
    return Sheet(title, ("Month", "What happened"), rows, tones=tuple(line.tone for line in told))


def chain(view: View) -> Sheet:
    """The seat's supply chain, t/year."""
    stage = dict(view.stages)
    links = [link for link in view.chain if link.use + link.production + link.unmet > 0]
    rows = tuple(
        (
            f"{link.material}, {stage.get(link.stage, link.stage).lower()}",
            tonnes(link.use),
            tonnes(link.production),
            tonnes(link.from_rival),
            tonnes(link.from_others),
            tonnes(link.recycled),
            tonnes(link.unmet),
            f"{link.cover_days:.0f}",
            f"{100 * link.dependence:.0f}",
        )
        for link in links
    )
    short = tuple("bad" if link.unmet > _SEEN * max(link.use, 1.0) else "plain" for link in links)
    columns = ("Good", "Use>", "Own>", "Rival>", "Other>", "Scrap>", "Unmet>", "Days>", "Dep %>")
    note = (
        f"{'; '.join(f'{key}: {name}' for key, name in view.materials)}. t/year at last month's rate. "
        "Days: stocks in days of use. Dep %: part that came from the rival."
    )
    return Sheet("Supply chain", columns, rows, note, short)


def projects(view: View) -> Sheet:
    """What may be built, and how far it is."""
    nations = {nation.id: nation.name for nation in view.nations}
    rows = tuple(
        (
            one.id,
            nations.get(one.nation, one.nation),
            one.stage,
            tonnes(one.capacity),
            f"{one.capex:,.0f}",
            f"{one.months_low:.0f}-{one.months_high:.0f}",
            _progress(one),
            f"{one.choice.price:,.0f}" if one.choice.allowed else "no",
        )
        for one in view.projects
    )
    columns = ("Project", "Where", "Stage", "t/year>", "US$m>", "Months>", "Phase", "Loan>")
    note = "Loan: US$ m for the greatest public share, 'no' where refused. 'project NAME' tells more."
    return Sheet("Projects", columns, rows, note)


def project(one: ProjectView) -> Sheet:
    """One project in full."""
    rows = [
        ("What", one.text),
        ("Adds", f"{tonnes(one.capacity)} t/year at the stage {one.stage}"),
        ("Costs", f"{money(one.capex)} in all, {one.months_low:.0f} to {one.months_high:.0f} months to full output"),
        ("Phase", _progress(one)),
        ("Offtake", f"{percent(one.offtake)} of the output for full public finance"),
        ("Loan", choice(one.choice)),
    ]
    if one.sponsor:
        rows.append(("Sponsor", f"{one.sponsor}, {one.instrument or 'own money'}, {percent(one.public_share)} public"))
    if one.source:
        rows.append(("Source", one.source))
    return Sheet(f"{one.name} ({one.id})", ("", ""), tuple((what, text) for what, text in rows if text))


def stockpiles(view: View) -> Sheet:
    """Public stockpiles."""
    names = dict(view.materials)
    rows = tuple(
        (
            pile.material,
            names.get(pile.material, pile.material),
            tonnes(pile.tonnes),
            f"{pile.days:.0f}",
            f"{pile.target_days:.0f}",
            f"{pile.commercial_days:.0f}",
            f"{pile.price:,.1f}",
            f"{pile.cost_to_target:,.0f}",
        )
        for pile in view.stockpiles
    )
    note = (
        f"Bought at up to {view.policy.pace_days:g} days of use a month; released: {view.policy.release_rule}. "
        "Firms: days that firms hold. To target: US$ m at today's price."
    )
    columns = ("Material", "What it is", "t>", "Days>", "Target>", "Firms>", "US$/kg>", "To target>")
    return Sheet("Public stockpiles", columns, rows, note)


def research(view: View) -> Sheet:
    """Lines of research."""
    rows = tuple(
        (line.id, line.name, f"{line.readiness:.1f}", f"{line.rate:,.0f}", f"{line.max_rate:,.0f}", line.effect)
        for line in view.research
    )
    note = "Level: readiness, 1 to 9. Spent, most: US$ m a year. 'research LINE RATE' sets the spending."
    return Sheet("Research", ("Line", "Name", "Level>", "Spent>", "Most>", "What it brings"), rows, note)


def diplomacy(view: View) -> Sheet:
    """Agreements that are possible, offered or in force."""
    rows = tuple(
        (one.kind, one.name, one.partner, _status(one), f"{one.months_left:.0f}" if one.months_left else "", _can(one))
        for one in view.agreements
    )
    note = f"Posture toward the rival: {view.policy.posture}. 'agreement NAME PARTNER' tells what it says."
    tones = tuple({"in force": "good", "offered": "rival"}.get(one.status, "plain") for one in view.agreements)
    return Sheet("Agreements", ("Kind", "Name", "Partner", "State", "Months>", "You can"), rows, note, tones)


def agreement(one: AgreementView) -> Sheet:
    """One agreement in full."""
    rows = (("Says", one.text), ("With", one.partner), ("State", _status(one)), ("Price", choice(one.choice)))
    return Sheet(one.name, ("", ""), rows)


def nations(view: View) -> Sheet:
    """The nations."""
    rows = tuple(
        (
            one.name,
            "you" if one.role == "self" else one.role,
            percent(one.mine_share),
            percent(one.separation_share),
            tonnes(one.demand),
            percent(one.import_share),
            "" if one.role == "self" else f"{100 * one.trust:.0f}",
            f"{100 * one.tension:.0f}",
        )
        for one in view.nations
    )
    note = "Mines, plants: part of world output. Demand: t/year. From rival: part of imports. Trust, tension: of 100."
    columns = ("Nation", "Role", "Mines>", "Plants>", "Demand>", "From rival>", "Trust>", "Tension>")
    return Sheet("Nations", columns, rows, note)


def sites(view: View) -> Sheet:
    """Mines and plants."""
    names = {nation.id: nation.name for nation in view.nations}
    rows = tuple(
        (
            one.name,
            names.get(one.nation, one.nation),
            one.stage,
            one.status,
            tonnes(one.capacity),
            tonnes(one.output),
            percent(dict(one.offtake)[view.seat]) if view.seat in dict(one.offtake) else "",
        )
        for one in view.sites
        if one.capacity > 0.0
    )
    columns = ("Site", "Where", "Stage", "State", "Can make>", "Makes>", "Yours>")
    return Sheet("Mines and plants", columns, rows, _SITES)


def draft(view: View) -> Sheet:
    """Orders of this turn that are not yet sent."""
    rows = tuple(
        (str(number), order.text, f"{order.price:,.0f}", f"{order.capital:.0f}")
        for number, order in enumerate(view.draft, start=1)
    )
    note = f"After these: budget {money(view.budget_after)}, political capital {view.capital_after:.0f}."
    return Sheet("Your orders for this turn", ("", "Order", "US$m>", "Capital>"), rows, note)


def policies(view: View) -> Sheet:
    """Standing policies; they hold until they are changed."""
    held = view.policy
    rows = (
        ("Posture", held.posture),
        ("Import tariff", percent(held.import_tariff)),
        ("Price floor", f"US$ {held.price_floor:g}/kg" if held.price_floor else "none"),
        ("Stockpile release", held.release_rule),
        ("Stockpile pace", f"{held.pace_days:g} days of use a month"),
    )
    return Sheet("Standing policies", ("", ""), rows)


def score(view: View) -> Sheet:
    """The parts of the score so far."""
    return Sheet("Score so far", ("Part", "Measured", "Points>", "Weight>"), _parts(view.score))


def result(final: Result) -> Sheet:
    """The score at the end."""
    title = f"{'Won' if final.won else 'Lost'}: {final.total:.1f} of 100 points"
    return Sheet(title, ("Part", "Measured", "Points>", "Weight>"), _parts(final.parts), final.verdict)


def why(answer: Why) -> Sheet:
    """Where a figure comes from."""
    rows = [("Means", f"{answer.meaning} ({answer.unit})")]
    rows += [("Because", cause) for cause in answer.causes]
    rows += [("Source", source) for source in answer.sources]
    return Sheet(f"Why: {answer.key}", ("", ""), tuple(rows))


def money(millions: float) -> str:
    return f"US$ {millions:,.0f} m"


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def tonnes(amount: float) -> str:
    return f"{amount:,.0f}"


def choice(offer: Choice) -> str:
    """Price of an order, or why it is refused."""
    if not offer.allowed:
        return f"refused: {offer.reason}"
    capital = f", {offer.capital:.0f} political capital" if offer.capital else ""
    return f"{money(offer.price)}{capital}"


def _parts(parts: Iterable[ScoreView]) -> tuple[tuple[str, ...], ...]:
    listed = tuple(parts)
    whole = sum(part.weight for part in listed) or 1.0
    return tuple((part.label, part.text, f"{part.points:.0f}", percent(part.weight / whole)) for part in listed)


def _moved(change: float, value: float, unit: str) -> str:
    if abs(change) <= _SEEN * max(abs(value), 0.1):
        return "steady"
    return f"{'up' if change > 0 else 'down'} {write(abs(change), unit)}"


def _progress(one: ProjectView) -> str:
    return f"{one.phase} {percent(one.progress)}" if one.phase not in {"idle", "done", "failed"} else one.phase


def _status(one: AgreementView) -> str:
    return {"none": "", "offered": "offered to you", "proposed": "proposed by you"}.get(one.status, one.status)


def _can(one: AgreementView) -> str:
    verb = {"none": "propose", "offered": "accept, decline", "in force": "leave"}.get(one.status, "wait")
    return verb if one.choice.allowed or one.status == "offered" else "no"
