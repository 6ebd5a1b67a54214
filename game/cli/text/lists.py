"""What there is to choose from, as sheets: projects, sites, stockpiles, research, agreements, nations."""

from __future__ import annotations

from game.cli.text.amounts import choice, money, percent, tonnes
from game.session.views import AgreementView, ProjectView, View
from game.telling import Teller
from game.telling.sheet import Sheet

_SITES = "Can make, makes: t/year. Yours: part of the output promised to you. 'projects' has those not yet built."


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
            _progress(one, ", waits"),
            f"{one.choice.price:,.0f}" if one.choice.allowed else "no",
        )
        for one in view.projects
    )
    columns = ("Project", "Where", "Stage", "t/year>", "US$m>", "Months>", "Phase", "Loan>")
    note = "Loan: US$ m for the greatest public share, 'no' where refused. 'project NAME' tells more."
    if any(one.waits for one in view.projects):
        note = f"Waits: for trained staff, which the host lacks. {note}"
    return Sheet("Projects", columns, rows, note)


def project(teller: Teller, one: ProjectView, where: str) -> Sheet:
    """One project in full; `where` is the name of its host."""
    rows = [
        ("What", one.text),
        ("Adds", f"{tonnes(one.capacity)} t/year at the stage {one.stage}"),
        ("Costs", f"{money(one.capex)} in all, {one.months_low:.0f} to {one.months_high:.0f} months to full output"),
        ("Phase", _progress(one, f", waits for staff in {where}")),
        ("Offtake", f"{percent(one.offtake)} of the output for full public finance"),
        ("Loan", choice(teller, one.choice)),
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


def agreement(teller: Teller, one: AgreementView) -> Sheet:
    """One agreement in full."""
    rows = (("Says", one.text), ("With", one.partner), ("State", _status(one)), ("Price", choice(teller, one.choice)))
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


def _progress(one: ProjectView, waits: str) -> str:
    """Phase and progress; `waits` is added where it stands still."""
    if one.phase in {"idle", "done", "failed"}:
        return one.phase
    return f"{one.phase} {percent(one.progress)}{waits if one.waits else ''}"


def _status(one: AgreementView) -> str:
    return {"none": "", "offered": "offered to you", "proposed": "proposed by you"}.get(one.status, one.status)


def _can(one: AgreementView) -> str:
    verb = {"none": "propose", "offered": "accept, decline", "in force": "leave"}.get(one.status, "wait")
    return verb if one.choice.allowed or one.status == "offered" else "no"
