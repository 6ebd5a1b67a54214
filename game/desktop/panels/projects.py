"""Projects: what may be built, how far it is, and with how much public money of which kind."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit import badges, text
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice, slider
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import Panel, fact, order_button, remark
from game.session.views import ProjectView
from game.telling import citations

_INSTRUMENTS = (
    Option("equity", "Equity", "Buys a stake: the most offtake, the whole sum is spent at once"),
    Option("loan", "Loan", "Comes back if the project lives; buys a part of the offtake"),
    Option("guarantee", "Debt guarantee", "Leaves only a reserve, and buys little"),
    Option("liability", "Liability guarantee", "Cheap: answers for the harm that a failure does to others"),
    Option(
        "grant", "Exploration grant", "Before permits only: lowers the risk, buys next to nothing, never comes back"
    ),
)


_STANDARDS = (
    Option(
        "low", "Low", "Cheaper and more waste: permits fail more often, hosts suspend licences, your standing falls"
    ),
    Option("usual", "Usual", "What hosts ask for"),
    Option("high", "High", "Dearer and less waste: permits fail less often, your standing rises"),
)


class Projects(Panel):
    key = "projects"
    title = "Projects"
    short = "Projects"
    icon = "factory"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.stage = ""
        self.open = ""
        self.instrument = "loan"
        self.share = client.public_cap
        self.standard = client.view.policy.standard

    def renew(self) -> None:
        self.share = self.client.public_cap
        self.standard = self.client.view.policy.standard

    def badge(self) -> str:
        mine = [
            p
            for p in self.client.view.projects
            if p.sponsor == self.client.seat and p.phase not in {"idle", "done", "failed"}
        ]
        return str(len(mine)) if mine else ""

    def draw(self, column: Column) -> None:
        view = self.client.view
        options = [Option("", "All"), *(Option(key, name) for key, name in view.stages)]
        choice(column, "projects:stage", "", options, self.stage, self._filter)
        column.skip(8)
        if view.policy.standard:
            self._standards(column, view.policy.standard)
        shown = present.projects_of(view, self.stage)
        if not shown:
            column.paragraph("No project of this stage is known.", colour=column.canvas.palette.muted)
        for project in shown:
            self._project(column, project)
            column.skip(6)

    def _standards(self, column: Column, now: str) -> None:
        """The environmental standard of what is taken up from now on."""
        label = "Environmental standard of new projects"
        choice(column, "projects:standard", label, _STANDARDS, self.standard, self._set_standard)
        column.skip(8)
        if self.standard != now:
            effect = next(option.tip for option in _STANDARDS if option.key == self.standard)
            column.paragraph(f"{effect}.", "small", column.canvas.palette.muted)
            column.skip(6)
            order = {"kind": "set_standard", "standard": self.standard}
            order_button(column, self, "standard:set", "Build at this standard", order)
            column.skip(8)

    def _set_standard(self, name: str) -> None:
        self.standard = name

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
        name = canvas.paragraph_height(inner, f"**{project.name}**")
        head = name + canvas.line_height("small") + 2 * pad + theme.px(4)
        rect = column.take(head)
        key = f"project:{project.id}"
        hot = canvas.press_area(key, rect, project.name, lambda: self._toggle(project.id), "Details and finance")
        if canvas.seen(rect):
            canvas.card(
                rect, canvas.palette.hover if hot else canvas.palette.raised, canvas.palette.accent if opened else None
            )
            mark = (rect.x + pad + theme.letter(8), rect.y + pad + canvas.line_height() // 2)
            badges.stage_mark(canvas.surface, mark, project.stage, theme.letter(12), theme, _mark(project))
            canvas.paragraph(rect.x + pad + theme.letter(22), rect.y + pad, inner, f"**{project.name}**")
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
        where = present.names(self.client.view).get(project.nation, project.nation)
        phase = present.phase_text(project)
        if project.sponsor == self.client.seat:
            phase = f"yours: {phase}"
        tone = canvas.palette.tone(present.PHASE_TONES.get(project.phase, "plain"))
        width = canvas.width(phase, "small", "semibold")
        canvas.words(
            rect, phase, "small", "semibold", tone if project.phase != "idle" else canvas.palette.muted, "right"
        )
        left = pygame.Rect(rect.x, rect.y, rect.width - width - canvas.theme.px(10), rect.height)
        canvas.words(left, f"{where} · {text.money(project.capex)}", "small", colour=canvas.palette.muted, shorten=True)

    def _details(self, column: Column, project: ProjectView) -> None:
        canvas = column.canvas
        indent = canvas.theme.px(10)
        inner = Column(canvas, column.x + indent, column.y + canvas.theme.px(8), column.width - indent)
        inner.paragraph(project.text)
        inner.skip(8)
        known = present.names(self.client.view)
        fact(inner, "Whole cost", text.money(project.capex))
        fact(inner, "Adds", f"{text.tonnes(project.capacity)}/year")
        fact(inner, "Time to product", present.months_text(project.months_low, project.months_high))
        fact(inner, "Offtake at full public finance", text.percent(project.offtake))
        if project.sponsor:
            who = known.get(project.sponsor, "private owners")
            fact(inner, "Financed by", f"{who}, {project.instrument}" if project.instrument else who)
        if project.phase not in {"idle", "done", "failed"}:
            bar = inner.take(canvas.theme.px(8))
            badges.meter(canvas.surface, bar, project.progress, canvas.theme, "own")
            inner.skip(8)
            if project.waits:
                host = known.get(project.nation, project.nation)
                remark(inner, "warn", f"Stands still in {project.phase}: {host} has no trained staff left for it.")
        if project.phase != "done":
            self._finance(inner, project)
        inner.skip(6)
        inner.paragraph(f"__Source: {citations.sources(project.evidence)}__", "small")
        column.y = inner.y + canvas.theme.px(6)

    def _finance(self, column: Column, project: ProjectView) -> None:
        cap = self.client.public_cap
        column.skip(4)
        offered = [option for option in _INSTRUMENTS if option.key in self.client.instruments]
        choice(column, f"instrument:{project.id}", "Public money as", offered, self.instrument, self._set_instrument)
        column.skip(8)
        self.share = min(self.share, cap)
        public = self.share * project.capex
        slider(
            column, f"share:{project.id}", "Public share", self.share, (0.05, cap, 0.05),
            f"{text.percent(self.share)} = {text.money(public)}", self._set_share,
            tip=f"Private money brings the rest. At most {text.percent(cap)}.",
        )  # fmt: skip
        column.skip(8)
        order = {
            "kind": "fund_project",
            "project": project.id,
            "instrument": self.instrument,
            "public_share": round(self.share, 4),
        }
        order_button(column, self, f"fund:{project.id}", "Finance it", order)

    def _set_instrument(self, name: str) -> None:
        self.instrument = name

    def _set_share(self, share: float) -> None:
        self.share = share


def _mark(project: ProjectView) -> str:
    return {"done": "operating", "failed": "bankrupt", "idle": "planned"}.get(project.phase, "care")
