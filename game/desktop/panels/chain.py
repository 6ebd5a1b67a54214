"""Supply chain: the flow of one material through the stages, and its figures."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import present
from game.desktop.client import Client
from game.desktop.flow.columns import TRACE, Held, chain_of, offered, present_chain
from game.desktop.flow.flow import ChainFlow
from game.desktop.flow.model import tables
from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice
from game.desktop.kit.screen import Shell
from game.desktop.kit.theme import Theme, Tone
from game.desktop.panels.panel import Cell, Panel, table
from game.desktop.present import DASH
from game.marks import N_
from game.telling import _, numbers

_ROWS = 4
"""Figures under a column for which the flow has room as it is; more make it higher."""


class Chain(Panel):
    key = "chain"
    title = N_("Supply chain")
    short = N_("Chain")
    icon = "git-branch"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.material = ""
        self._flow: ChainFlow | None = None
        self._theme: Theme | None = None

    def _drawer(self, theme: Theme) -> ChainFlow:
        if self._flow is None:
            self._flow = ChainFlow(theme)
        elif self._theme != theme:
            self._flow.set_theme(theme)
        self._theme = theme
        return self._flow

    def _pick(self, material: str) -> None:
        self.material = material

    def _large(self) -> None:
        self.app.go("chain", self.client.view, self.material)

    def draw(self, column: Column) -> None:
        view, canvas = self.client.view, column.canvas
        options = [Option(key, name) for key, name in offered(view)]
        if self.material not in [option.key for option in options]:
            self.material = options[0].key
        if len(options) > 1:
            choice(column, "chain:material", _("Material"), options, self.material, self._pick)
            column.skip(10)
        model = present_chain(view, self.material)
        rows = max(len(rows) for _id, rows in tables(model))
        rect = column.take(canvas.theme.letter(300) + max(rows - _ROWS, 0) * canvas.line_height("tiny"))
        if canvas.seen(rect):
            self._drawer(canvas.theme).draw(canvas.surface, rect, model, pointer=canvas.pointer)
            canvas.image(rect, "chain")
        column.skip(6)
        button_row(
            column,
            (
                ButtonSpec(
                    "chain:large", _("Show large"), self._large, icon="search", tip=_("The flow on the whole window")
                ),
            ),
        )
        column.skip(10)
        column.heading(_("In figures, t/year"))
        held = [one for _stage, some in chain_of(view, self.material) for one in some if one.moves >= TRACE]
        if not held:
            column.paragraph(_("Nothing of it is made or used at home."), colour=canvas.palette.muted)
            return
        rival = present.rival_name(view)
        from_rival = _("From {rival}").format(rival=rival)
        heads = (_("Good"), _("Own"), from_rival, _("From others"), _("Scrap"), _("Use"), _("Unmet"))
        table(column, heads, [_line(one) for one in held])
        column.skip(10)
        column.heading(_("Stock cover, and part that comes from {rival}").format(rival=rival))
        lines = [_cover(one) for one in held if one.good.counted]
        table(column, (_("Good"), _("Cover"), from_rival), lines)


def _cover(one: Held) -> tuple[Cell, ...]:
    days, share = one.link.cover_days, one.link.dependence
    return (
        Cell(_(one.good.name)),
        Cell(numbers.write(days, "days"), "bad" if days < 45 else "plain"),
        Cell(numbers.write(share, "share"), "bad" if share > 0.6 else "plain", strong=True),
    )


def _line(one: Held) -> tuple[Cell, ...]:
    link = one.link
    missing: Tone = "bad" if link.unmet > 0.005 * max(link.use, 1.0) else "plain"
    figures = (link.production, link.from_rival, link.from_others, link.recycled, link.use)
    return (
        Cell(_(one.good.name)),
        *(Cell(_short(value)) for value in figures),
        Cell(_short(link.unmet), missing, strong=True),
    )


def _short(value: float) -> str:
    """Tonnes without their unit, which stands in the heading."""
    if value < TRACE:
        return DASH
    return numbers.number(value, 0) if value < 10_000 else numbers.short(value)
