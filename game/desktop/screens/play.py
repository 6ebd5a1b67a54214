"""The play screen: everything a seat sees and orders, on one screen."""

from __future__ import annotations

import pygame

from game.desktop import present, shortcuts
from game.desktop.chart.card import ChartCard
from game.desktop.client import Client
from game.desktop.kit.buttons import button
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.layout import columns, cut_bottom, cut_right, cut_top, roomy
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.scroll import scroll
from game.desktop.map.card import MapCard
from game.desktop.map.worldmap import Target
from game.desktop.panels.chain import Chain
from game.desktop.panels.diplomacy import Diplomacy
from game.desktop.panels.news import draw_headlines
from game.desktop.panels.orders import Orders
from game.desktop.panels.overview import Overview
from game.desktop.panels.panel import Panel
from game.desktop.panels.projects import Projects
from game.desktop.panels.research import Research
from game.desktop.panels.stockpile import Stockpile
from game.desktop.panels.trade import Trade
from game.desktop.screens import topbar
from game.desktop.screens.seating import Seating
from game.desktop.screens.tabs import Tab, draw_tabs, tab_of
from game.desktop.shortcuts import hint
from game.telling import _, ngettext, numbers

PANELS = (Overview, Chain, Projects, Stockpile, Research, Diplomacy, Trade, Orders)


def _rim(canvas: Canvas, rect: pygame.Rect) -> pygame.Rect:
    """`rect` with room for a focus ring around it."""
    return rect.inflate(canvas.theme.gap, canvas.theme.gap)


class Play(Screen):
    """One seat's play screen; it keeps panel, layer and chart from turn to turn."""

    name = "play"
    first_focus = "tab:overview"

    def __init__(self, app: Shell, table: Seating, client: Client) -> None:
        super().__init__(app)
        self.table = table
        self.client = client
        self.panels: tuple[Panel, ...] = tuple(kind(app, client, self.go) for kind in PANELS)
        self.open = "overview"
        self.map = MapCard(self._opened)
        self.chart = ChartCard()

    # --- acting -------------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """A new turn began."""
        self.client.renew()
        for panel in self.panels:
            panel.renew()

    def go(self, panel: str) -> None:
        """Open a panel and give it the keyboard."""
        self.open = panel
        self.focus = f"tab:{panel}"
        self.offsets.pop(f"panel:{panel}", None)
        self.app.dirty = True

    def _opened(self, target: Target) -> None:
        """Something on the map was pressed: open the panel that belongs to it."""
        kind, name = target
        if kind == "nation":
            panel = self._panel("diplomacy")
            if isinstance(panel, Diplomacy) and any(a.partner == name for a in self.client.view.agreements):
                panel.partner = name
                self.go("diplomacy")
            return
        project = next((p for p in self.client.view.projects if p.site == name), None)
        panel = self._panel("projects")
        if project is not None and isinstance(panel, Projects):
            panel.stage, panel.open = "", project.id
            self.go("projects")

    def _panel(self, key: str) -> Panel:
        return next(panel for panel in self.panels if panel.key == key)

    def end_turn(self) -> None:
        """Ask before the turn ends."""
        self.table.end_turn(self.client)

    def undo(self) -> None:
        """Take back the last order."""
        done = self.client.undo()
        self.app.tell(_("The last order is taken back.") if done else _("There is no order to take back."))

    def key(self, event: pygame.Event) -> bool:
        action = shortcuts.play_action(event)
        if not action:
            return False
        if action.startswith("panel:"):
            self.go(self.panels[int(action[6:])].key)
            return True
        {
            "end": self.end_turn,
            "undo": self.undo,
            "save": self.table.save_copy,
            "layer": lambda: self.map.next_layer(self.client.view),
            "chart": lambda: self.chart.next_page(self.client.view),
            "news": self._since,
        }[action]()
        return True

    def _since(self) -> None:
        self.app.go("since", self.client)

    def back(self) -> None:
        self.table.open_menu()

    def leaving(self) -> str:
        return self.table.leaving()

    def explain(self, key: str, label: str, value: str) -> None:
        """Open the card behind a figure."""
        self.panels[0].explain(key, label, value)

    # --- drawing ------------------------------------------------------------------------------------------------

    def build(self, canvas: Canvas) -> None:
        view = self.client.view
        bar, rest = cut_top(canvas.rect, topbar.height(canvas))
        flag = next((nation.flag for nation in view.nations if nation.role == "self"), "")
        actions = topbar.Actions(self.end_turn, self.back, self.explain)
        note = self.table.note()
        state = (self.client.version, note)
        canvas.pane("top", bar, state, lambda: topbar.draw(canvas, bar, view, flag, actions, note))
        gap = canvas.theme.gap
        inner = rest.inflate(-2 * gap, -2 * gap)
        if roomy(canvas.rect.size, canvas.theme.text_size()):
            if self.open in {"map", "news"}:
                self.open = "overview"
            self._side_by_side(canvas, inner)
        else:
            self._one_at_a_time(canvas, inner)

    def _side_by_side(self, canvas: Canvas, rect: pygame.Rect) -> None:
        theme = canvas.theme
        width = max(theme.letter(430), rect.width * 32 // 100)
        left, right = cut_right(rect, width, theme.gap)
        above, below = cut_bottom(left, max(theme.letter(200), left.height * 33 // 100), theme.gap)
        view, version = self.client.view, self.client.version
        chart, news = columns(below, (1, 1), theme.gap)
        tabs = [tab_of(panel, number) for number, panel in enumerate(self.panels, 1)]
        if self.app.hasty:
            canvas.card(above)
        else:
            state = (version, self.map.state)
            canvas.pane("map", _rim(canvas, above), state, lambda: self.map.draw(canvas, above, view))
        page = (version, self.chart.title)
        canvas.pane("chart", _rim(canvas, chart), page, lambda: self.chart.draw(canvas, chart, view))
        canvas.pane("news", _rim(canvas, news), version, lambda: self._news(canvas, news))
        canvas.pane("side", _rim(canvas, right), (self.app.acts, self.open), lambda: self._side(canvas, right, tabs))

    def _one_at_a_time(self, canvas: Canvas, rect: pygame.Rect) -> None:
        tabs = [tab_of(panel, number) for number, panel in enumerate(self.panels, 1)]
        self._side(
            canvas,
            rect,
            [*tabs, Tab("map", _("Map"), _("World map")), Tab("news", _("News"), _("Charts and headlines"))],
        )

    def _news(self, canvas: Canvas, rect: pygame.Rect) -> None:
        theme = canvas.theme
        canvas.card(rect)
        inner = rect.inflate(-2 * theme.pad, -theme.px(16))
        head, body = cut_top(inner, canvas.line_height("heading"), theme.px(6))
        canvas.words(head, _("Headlines"), "heading", "semibold", shorten=True)
        with scroll(canvas, "news", body.inflate(theme.px(6), 0)) as column:
            draw_headlines(column, self.client.teller, self.client.view.headlines)

    def _side(self, canvas: Canvas, rect: pygame.Rect, tabs: list[Tab]) -> None:
        theme = canvas.theme
        canvas.card(rect)
        inner = rect.inflate(-2 * theme.px(8), -2 * theme.px(8))
        strip = draw_tabs(canvas, inner, tabs, self.open, self.go)
        body = pygame.Rect(inner.x, strip + theme.px(8), inner.width, inner.bottom - strip - theme.px(8))
        if self.open == "map":
            self.map.draw(canvas, body, self.client.view)
            return
        body, foot = cut_bottom(body, canvas.row + theme.px(10), theme.px(4))
        self._foot(canvas, foot)
        if self.open == "news":
            self._news_and_chart(canvas, body)
            return
        panel = self._panel(self.open)
        with scroll(canvas, f"panel:{panel.key}", body) as column:
            panel.draw(column)
            column.skip(8)

    def _news_and_chart(self, canvas: Canvas, rect: pygame.Rect) -> None:
        chart, news = columns(rect, (1, 1), canvas.theme.gap)
        self.chart.draw(canvas, chart, self.client.view)
        self._news(canvas, news)

    def _foot(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """The draft in a line, and the way to take the last order back."""
        theme, view = canvas.theme, self.client.view
        canvas.rule(rect.x, rect.y, rect.width)
        line = pygame.Rect(rect.x, rect.bottom - canvas.row, rect.width, canvas.row)
        count = len(view.draft)
        words = ngettext("{count} order", "{count} orders", count).format(count=count) if count else _("No orders yet")
        price = present.draft_price(view)
        if price:
            words += f" · {numbers.write(price, 'US$ million')}"
        left, undo = cut_right(
            line, canvas.width(_("Undo"), "body", "semibold") + theme.letter(16) + theme.px(31), theme.px(6)
        )
        area = pygame.Rect(
            left.x, left.y, min(left.width, canvas.width(words, "body", "semibold") + theme.letter(40)), left.height
        )
        number = [panel.key for panel in self.panels].index("orders") + 1
        tip = _("{what} ({key})").format(what=_("The draft: all orders of this turn"), key=number)
        hot = canvas.press_area("draft", area, words, lambda: self.go("orders"), tip)
        if hot:
            canvas.card(area, canvas.palette.hover, canvas.palette.hover)
        icon = pygame.Rect(area.x + theme.px(4), area.y, theme.letter(18), area.height)
        canvas.icon("scroll-text", icon, canvas.palette.accent if count else canvas.palette.muted)
        place = pygame.Rect(icon.right + theme.px(8), area.y, area.right - icon.right - theme.px(8), area.height)
        canvas.words(
            place,
            words,
            "body",
            "semibold" if count else "regular",
            None if count else canvas.palette.muted,
            shorten=True,
        )
        tip = hint(_("Take the last order back"), "undo") if count else _("There is no order to take back")
        button(canvas, undo, "foot:undo", _("Undo"), self.undo, icon="undo-2", tip=tip, enabled=bool(count))
