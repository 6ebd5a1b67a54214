"""What there is to choose from, as sheets: projects, sites, stockpiles, research, agreements, nations."""

from __future__ import annotations

from game.cli.text.amounts import MONEY, choice
from game.cli.text.grammar import chosen
from game.engine.messages import Message
from game.session.views import ProjectView, View, worked_stages
from game.telling import Teller, _, citations, finance
from game.telling.numbers import number, scaled, write
from game.telling.sheet import Sheet, to_right


def projects(view: View) -> Sheet:
    """What may be built, and how far it is."""
    teller = Teller.of(view)
    rows = tuple(
        (
            one.id,
            teller.name("nations", one.nation),
            teller.name("stages", one.stage),
            scaled(one.capacity) if one.capacity else "",
            scaled(one.capex),
            _months(one),
            _progress(teller, one, _("waits")),
            scaled(one.choice.price) if one.choice.allowed else _("no"),
        )
        for one in view.projects
    )
    columns = (_("Project"), _("Where"), _("Stage"), *map(to_right, (_("t/year"), _("US$m"), _("Months"))))
    note = _("Loan: US$ m for the greatest public share, 'no' where refused. 'project NAME' tells more.")
    if any(one.waits for one in view.projects):
        note = f"{_('Waits: for trained staff, which the host lacks.')} {note}"
    return Sheet(_("Projects"), (*columns, _("Phase"), to_right(_("Loan"))), rows, note)


def project(teller: Teller, one: ProjectView) -> Sheet:
    """One project in full."""
    where, stage = teller.within("nations", one.nation), teller.within("stages", one.stage)
    rows = [
        (_("What"), _(one.text)),
        (_("Adds"), _adds(one, stage)),
        (_("Costs"), _costs(one)),
        (_("Phase"), _progress(teller, one, _("waits for staff in {nation}").format(nation=where))),
        (_("Offtake"), _offtake(one)),
        (_("Partners"), finance.partners(one.asked, one.earned) if one.phase == "idle" and one.capacity else ""),
        (_("Loan"), choice(teller, one.choice)),
        (_("Sponsor"), _sponsor(teller, one)),
        (_("Source"), citations.sources(one.evidence)),
    ]
    return Sheet(f"{_(one.name)} ({one.id})", ("", ""), tuple((what, text) for what, text in rows if text))


def _adds(one: ProjectView, stage: str) -> str:
    if not one.capacity:
        return _("nothing: it builds nothing")
    return _("{amount} at the stage {stage}").format(amount=write(one.capacity, "t/year"), stage=stage)


def _months(one: ProjectView) -> str:
    if one.months_high <= 0.0:
        return ""
    return f"{number(one.months_low, 0)}\N{EN DASH}{number(one.months_high, 0)}"


def _costs(one: ProjectView) -> str:
    if not one.months_high:
        return _("{price} in all, and works from the day it is paid").format(price=write(one.capex, MONEY))
    return _("{price} in all, {months} months to full output").format(
        price=write(one.capex, MONEY), months=_months(one)
    )


def _offtake(one: ProjectView) -> str:
    if not one.offtake:
        return _("none: it brings no part of the output")
    return _("{share} of the output for full public finance").format(share=write(one.offtake, "share"))


def _sponsor(teller: Teller, one: ProjectView) -> str:
    if not one.sponsor:
        return ""
    if len(one.financiers) > 1:
        return ", ".join(f"{who} {part}" for who, part in finance.shared(teller, one.financiers))
    known = teller.lexicon.knows("nations", one.sponsor)
    return _("{sponsor}, {instrument}, {share} public").format(
        sponsor=teller.name("nations", one.sponsor) if known else _("private investors"),
        instrument=chosen("fund_project", "instrument", one.instrument) if one.instrument else _("own money"),
        share=write(one.public_share, "share"),
    )


def stockpiles(view: View) -> Sheet:
    """Public stockpiles."""
    teller = Teller.of(view)
    rows = tuple(
        (
            pile.good,
            teller.name("goods", pile.good),
            scaled(pile.tonnes),
            number(pile.days, 0),
            number(pile.target_days, 0),
            number(pile.commercial_days, 0),
            number(pile.price, 1),
            scaled(pile.cost_to_target),
        )
        for pile in view.stockpiles
    )
    note = _(
        "Bought at up to {days} of use a month; released: {release}. Firms: days that firms hold. "
        "To target: US$ m at today's price."
    ).format(
        days=write(view.policy.pace_days, "days"), release=chosen("set_stockpile", "release", view.policy.release_rule)
    )
    figures = (_("t"), _("Days"), _("Target"), _("Firms"), _("US$/kg"), _("To target"))
    return Sheet(_("Public stockpiles"), (_("Good"), _("What it is"), *map(to_right, figures)), rows, note)


def research(view: View) -> Sheet:
    """Lines of research."""
    rows = tuple(
        (line.id, _(line.name), number(line.readiness, 1), scaled(line.rate), scaled(line.max_rate), _(line.effect))
        for line in view.research
    )
    note = _("Level: readiness, 1 to 9. Spent, most: US$ m a year. 'research LINE RATE' sets the spending.")
    figures = (to_right(_("Level")), to_right(_("Spent")), to_right(_("Most")))
    return Sheet(_("Research"), (_("Line"), _("Name"), *figures, _("What it brings")), rows, note)


def nations(view: View) -> Sheet:
    """The nations, with the stages at which some site works."""
    teller, worked = Teller.of(view), dict(worked_stages(view))
    rows = tuple(
        (
            _(one.name),
            teller.tell(Message(f"role.{one.role}")),
            *(write(share, "share") for stage, share in one.output_shares if stage in worked),
            scaled(one.demand),
            write(one.import_share, "share"),
            "" if one.role == "self" else number(100 * one.trust, 0),
            number(100 * one.tension, 0),
        )
        for one in view.nations
    )
    from_rival = _("From {rival}").format(rival=teller.within("nations", view.lexicon.rival))
    stages = [_(name) for name in worked.values()]
    note = _(
        "{stages}: part of world output. Demand: t/year. {from_rival}: part of imports. Trust, tension: of 100."
    ).format(stages=", ".join(stages), from_rival=from_rival)
    figures = (*stages, _("Demand"), from_rival, _("Trust"), _("Tension"))
    return Sheet(_("Nations"), (_("Nation"), _("Role"), *map(to_right, figures)), rows, note)


def sites(view: View) -> Sheet:
    """Mines and plants."""
    teller = Teller.of(view)
    rows = tuple(
        (
            _(one.name),
            teller.name("nations", one.nation),
            teller.name("stages", one.stage),
            teller.tell(Message(f"status.{one.status}")),
            scaled(one.capacity) if one.capacity else "",
            scaled(one.output),
            write(dict(one.offtake)[view.seat], "share") if view.seat in dict(one.offtake) else "",
        )
        for one in view.sites
        if one.capacity > 0.0
    )
    columns = (_("Site"), _("Where"), _("Stage"), _("State"))
    figures = (_("Can make"), _("Makes"), _("Yours"))
    note = _("Can make, makes: t/year. Yours: part of the output promised to you. 'projects' has those not yet built.")
    return Sheet(_("Mines and plants"), (*columns, *map(to_right, figures)), rows, note)


def _progress(teller: Teller, one: ProjectView, waits: str) -> str:
    """Phase and progress; `waits` is added where it stands still."""
    phase = teller.tell(Message(f"phase.{one.phase}"))
    if one.phase in {"idle", "done", "failed"}:
        return phase
    told = f"{phase} {write(one.progress, 'share')}"
    return f"{told}, {waits}" if one.waits else told
