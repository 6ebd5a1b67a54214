"""Projects: what may be built, how far it is, and with how much public money of which kind."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit import badges
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice
from game.desktop.kit.screen import Shell
from game.desktop.panels.forms import Filling, draw_fields, draw_way
from game.desktop.panels.panel import Panel, fact, remark
from game.desktop.panels.portfolio import Portfolio
from game.engine.messages import Message
from game.marks import N_
from game.session.views import ProjectView
from game.telling import _, citations, finance, numbers

_OPEN = ("idle", "failed")
"""Phases in which a project waits for somebody who pays for it."""


class Projects(Panel):
    key = "projects"
    title = N_("Projects")
    short = N_("Projects")
    icon = "factory"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.stage = ""
        self.open = ""
        self.standard = Filling(client, "set_standard")
        self.portfolio = Portfolio(self, client)
        self.access = Filling(client, "set_access")
        self._finances: dict[str, Filling] = {}

    def renew(self) -> None:
        self.standard.forget()
        self.access.forget()
        self.portfolio.renew()
        self._finances.clear()

    def badge(self) -> str:
        mine = [p for p in self.client.view.projects if p.own_share and p.phase not in {"idle", "done", "failed"}]
        return str(len(mine)) if mine else ""

    def draw(self, column: Column) -> None:
        view = self.client.view
        self.portfolio.draw(column)
        known = {project.stage for project in view.projects}
        stages = [Option(key, _(name)) for key, name in view.stages if key in known]
        options = [Option("", _("All")), *stages]
        choice(column, "projects:stage", "", options, self.stage, self._filter)
        column.skip(8)
        if view.policy.standard:
            self._standards(column)
        shown = present.projects_of(view, self.stage)
        if not shown:
            column.paragraph(_("No project of this stage is known."), colour=column.canvas.palette.muted)
        for project in shown:
            self._project(column, project)
            column.skip(6)
        if view.soil and not self.stage:
            self._soil(column)

    def _soil(self, column: Column) -> None:
        """What the seat says to others who want to finance what is on its soil."""
        column.skip(8)
        column.heading(_("Who may finance what is on your soil"))
        draw_fields(column, self.access)
        if self.access.changed():
            draw_way(column, self, self.access, "admit")

    def _standards(self, column: Column) -> None:
        """The environmental standard of what is taken up from now on."""
        draw_fields(column, self.standard)
        if self.standard.changed():
            draw_way(column, self, self.standard, "standard")
            column.skip(8)

    def _filter(self, stage: str) -> None:
        self.stage = stage

    def _toggle(self, project: str) -> None:
        self.open = "" if self.open == project else project
        self.app.dirty = True

    def _project(self, column: Column, project: ProjectView) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        pad = theme.px(8)
        opened = self.open == project.id
        inner = column.width - 2 * pad - theme.letter(22)
        name = canvas.paragraph_height(inner, f"**{_(project.name)}**")
        head = name + canvas.line_height("small") + 2 * pad + theme.px(4)
        rect = column.take(head)
        key = f"project:{project.id}"
        hot = canvas.press_area(key, rect, _(project.name), lambda: self._toggle(project.id), _("Details and finance"))
        if canvas.seen(rect):
            canvas.card(
                rect, canvas.palette.hover if hot else canvas.palette.raised, canvas.palette.accent if opened else None
            )
            mark = (rect.x + pad + theme.letter(8), rect.y + pad + canvas.line_height() // 2)
            shape = present.stage_shapes(self.client.view)[project.stage]
            badges.stage_mark(canvas.surface, mark, shape, theme.letter(12), theme, _mark(project))
            canvas.paragraph(rect.x + pad + theme.letter(22), rect.y + pad, inner, f"**{_(project.name)}**")
            self._summary(
                column,
                project,
                pygame.Rect(
                    rect.x + pad + theme.letter(22),
                    rect.y + pad + name + theme.px(4),
                    inner,
                    canvas.line_height("small"),
                ),
            )
        if opened:
            self._details(column, project)

    def _summary(self, column: Column, project: ProjectView, rect: pygame.Rect) -> None:
        canvas = column.canvas
        where = present.nation_names(self.client.view).get(project.nation, project.nation)
        phase = present.phase_text(self.client.teller, project)
        if project.own_share or project.sponsor == self.client.seat:
            phase = _("yours: {phase}").format(phase=phase)
        tone = canvas.palette.tone(present.PHASE_TONES.get(project.phase, "plain"))
        width = canvas.width(phase, "small", "semibold")
        canvas.words(
            rect, phase, "small", "semibold", tone if project.phase != "idle" else canvas.palette.muted, "right"
        )
        left = pygame.Rect(rect.x, rect.y, rect.width - width - canvas.theme.px(10), rect.height)
        canvas.words(
            left,
            f"{where} · {numbers.write(project.capex, 'US$ million')}",
            "small",
            colour=canvas.palette.muted,
            shorten=True,
        )

    def _details(self, column: Column, project: ProjectView) -> None:
        canvas = column.canvas
        indent = canvas.theme.px(10)
        inner = Column(canvas, column.x + indent, column.y + canvas.theme.px(8), column.width - indent)
        inner.paragraph(_(project.text))
        inner.skip(8)
        known = present.nation_names(self.client.view)
        fact(inner, _("Whole cost"), numbers.write(project.capex, "US$ million"))
        if project.capacity:
            fact(inner, _("Adds"), numbers.write(project.capacity, "t/year"))
            fact(inner, _("Time to product"), present.months_text(project.months_low, project.months_high))
        fact(inner, _("Offtake at full public finance"), numbers.write(project.offtake, "share"))
        if project.phase == "idle" and project.capacity:
            fact(inner, _("Private partners"), finance.partners(project.asked, project.earned))
        if project.sponsor:
            fact(inner, _("Financed by"), self._financiers(project))
        if project.phase not in {"idle", "done", "failed"}:
            bar = inner.take(canvas.theme.px(8))
            badges.meter(canvas.surface, bar, project.progress, canvas.theme, "own")
            inner.skip(8)
            if project.waits:
                host = known.get(project.nation, project.nation)
                words = _("Stands still in {phase}: {host} has no trained staff left for it.")
                remark(inner, "warn", words.format(phase=present.phase(self.client.teller, project.phase), host=host))
        drafted = self.client.drafted({"kind": "fund_project", "project": project.id})
        if drafted:
            inner.skip(4)
            remark(inner, "good", _("In your draft: {order}").format(order=drafted))
        elif project.phase in _OPEN or project.joinable or (project.phase != "done" and not project.own_share):
            self._finance(inner, project)
        inner.skip(6)
        inner.paragraph(f"__{_('Source: {source}').format(source=citations.sources(project.evidence))}__", "small")
        column.y = inner.y + canvas.theme.px(6)

    def _form(self, instrument: str) -> str:
        """What a form of public money is called in a sentence."""
        return self.client.teller.tell(Message(f"choice.instrument.{instrument}"))

    def _finance(self, column: Column, project: ProjectView) -> None:
        column.skip(4)
        filling = self._finances.setdefault(project.id, Filling(self.client, "fund_project", project=project.id))
        draw_fields(column, filling)
        draw_way(column, self, filling, "fund", _("Join in financing it") if project.joinable else "")
        fund, together = (filling.order(way) for way in filling.form.ways)
        if (not project.joinable and self.hindrance(fund)[0] != self.hindrance(together)[0]) or self.client.choice(
            fund
        ).allowed:
            column.skip(6)
            draw_way(column, self, filling, "cofund")

    def _financiers(self, project: ProjectView) -> str:
        """Who pays for a project, and how."""
        teller = self.client.teller
        if len(project.financiers) > 1:
            return ", ".join(f"{who} {part}" for who, part in finance.shared(teller, project.financiers))
        who = present.nation_names(self.client.view).get(project.sponsor, _("private owners"))
        return f"{who}, {self._form(project.instrument)}" if project.instrument else who


def _mark(project: ProjectView) -> str:
    return {"done": "operating", "failed": "bankrupt", "idle": "planned"}.get(project.phase, "care")
