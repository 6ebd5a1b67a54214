"""Choosing a scenario, who plays which seat, and the seed."""

from __future__ import annotations

from functools import partial

import pygame

from game.content import ContentError, Package, ScenarioInfo, list_scenarios, load
from game.desktop.kit import badges, markdown
from game.desktop.kit.buttons import ButtonSpec, button, button_row
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.field import field
from game.desktop.kit.inputs import Option, choice, cycle, spoken
from game.desktop.kit.layout import cut_bottom, cut_left, cut_top
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.scroll import scroll
from game.desktop.panels.panel import remark
from game.desktop.screens import opening, rival, sessions
from game.marks import N_
from game.session.seeds import SEEDS
from game.telling import _, ngettext, numbers
from game.telling.doctrines import method

_PARTS = (Option("briefing", N_("Briefing")), Option("seats", N_("Seats and start")))
_MOST_PEOPLE = 4


class Scenarios(Screen):
    """Left the scenarios, right the briefing or the seats of the chosen one."""

    name = "scenarios"
    first_focus = "start"

    def __init__(self, app: Shell) -> None:
        super().__init__(app)
        self.infos = list_scenarios()
        self.part = "briefing"
        self.seed = str(opening.new_seed())
        self.chosen: ScenarioInfo | None = None
        self.package: Package | None = None
        self.problem = ""
        self.preset = sessions.AS_WRITTEN
        self._briefings: dict[tuple[str, ...], str] = {}
        self.people: dict[str, str] = {}
        self.doctrines: dict[str, str] = {}
        self.script = ""
        self.red_cell = ""
        if self.infos:
            self._choose(self.infos[0])

    def _choose(self, info: ScenarioInfo) -> None:
        """Load a scenario and set its usual seat."""
        self.chosen, self.problem, self.package = info, "", None
        self.preset = sessions.AS_WRITTEN
        self.app.dirty = True
        try:
            self.package = load(info.id)
        except ContentError as problem:
            self.problem = str(problem)
            return
        self.people = {self.package.default_seat: ""}
        self.doctrines = dict(self.package.seat_doctrines)
        self.script = self.package.script

    # --- drawing ------------------------------------------------------------------------------------------------

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        inner = canvas.rect.inflate(-2 * theme.px(24), -2 * theme.px(20))
        head, rest = cut_top(inner, canvas.line_height("display"), theme.px(12))
        canvas.words(head, _("New game"), "display", "bold", shorten=True)
        body, foot = cut_bottom(rest, canvas.row + theme.px(4), theme.px(12))
        left, right = cut_left(body, max(body.width * 28 // 100, min(theme.letter(260), body.width // 3)), theme.px(14))
        with scroll(canvas, "list", left) as column:
            self._list(column)
        self._right(canvas, right)
        self._foot(canvas, foot)

    def _list(self, column: Column) -> None:
        for info in self.infos:
            self._card(column, info)
            column.skip(8)
        if not self.infos:
            column.paragraph(_("No scenario is installed."), colour=column.canvas.palette.muted)

    def _card(self, column: Column, info: ScenarioInfo) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        pad = theme.px(12)
        inner = column.width - 2 * pad
        title, summary, facts = f"**{_(info.title)}**", _(info.summary), _facts(info)
        needed = sum(
            (
                canvas.paragraph_height(inner, title, "heading"),
                canvas.paragraph_height(inner, summary),
                canvas.paragraph_height(inner, facts, "small"),
            )
        )
        rect = column.take(needed + 2 * pad + theme.px(14))
        chosen = self.chosen is not None and info.id == self.chosen.id
        hot = canvas.press_area(
            f"scenario:{info.id}", rect, _(info.title), partial(self._choose, info), _("Choose this scenario")
        )
        if not canvas.seen(rect):
            return
        fill = canvas.palette.selected if chosen else canvas.palette.hover if hot else canvas.palette.panel
        canvas.card(rect, fill, canvas.palette.accent if chosen else None)
        inside = Column(canvas, rect.x + pad, rect.y + pad, inner)
        inside.paragraph(title, "heading")
        inside.skip(6)
        inside.paragraph(summary)
        inside.skip(8)
        inside.paragraph(facts, "small", canvas.palette.text if chosen else canvas.palette.muted)

    def _right(self, canvas: Canvas, rect: pygame.Rect) -> None:
        theme = canvas.theme
        canvas.card(rect)
        inner = rect.inflate(-2 * theme.px(14), -2 * theme.px(12))
        top = Column(canvas, inner.x, inner.y, min(inner.width, theme.letter(420)))
        choice(top, "part", "", spoken(_PARTS), self.part, self._set_part)
        body = pygame.Rect(inner.x, top.y + theme.px(12), inner.width, inner.bottom - top.y - theme.px(12))
        with scroll(canvas, f"part:{self.part}", body) as column:
            column.width = min(column.width, theme.letter(680))
            if self.package is None:
                remark(column, "bad", self.problem or _("Choose a scenario on the left."))
            elif self.part == "briefing":
                markdown.draw(column, self._briefing(self.package))
                rival.tell(column, self.package, self.script)
            else:
                self._seats(column, self.package)

    def _briefing(self, package: Package) -> str:
        key = (package.hash, *self.people)
        if key not in self._briefings:
            self._briefings[key] = sessions.briefing(package, self.people)
        return self._briefings[key]

    def _set_preset(self, preset: str) -> None:
        """Load the scenario as long as the preset says."""
        if self.chosen is not None and self.package is not None:
            self.preset = preset
            self.package = load(self.chosen.id, sessions.changes(self.package, preset))

    def _set_part(self, part: str) -> None:
        self.part = part

    def _seats(self, column: Column, package: Package) -> None:
        canvas = column.canvas
        column.heading(_("Who leads which nation"))
        column.paragraph(
            _(
                "One to {most} people share this screen, with a curtain between them. The program leads the other "
                "seats by a doctrine."
            ).format(most=_MOST_PEOPLE),
            colour=canvas.palette.muted,
        )
        column.skip(12)
        for seat in package.world.names.nations[: package.world.seats]:
            self._seat(column, package, seat)
            column.rule()
        column.skip(4)
        if len(package.scripts) > 1:
            rival.draw(column, package, self.script, self._think)
        sessions.draw(column, package, self.preset, self._set_preset)
        rival.person(column, package, self.red_cell, self._lead)
        column.heading(_("Chance"))
        field(
            column,
            "seed",
            _("Seed: the same number brings the same chances"),
            self.seed,
            self._set_seed,
            longest=len(str(SEEDS)),
            digits=True,
            width=canvas.theme.letter(200),
            tip=_("A number from 0 to {most}").format(most=SEEDS - 1),
        )
        if self._seed() is None:
            column.skip(4)
            remark(column, "warn", self._refused_seed())
        column.skip(8)
        button_row(column, (ButtonSpec("dice", _("Another seed"), self._roll, icon="rotate-ccw"),))

    def _seat(self, column: Column, package: Package, seat: str) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        size = theme.letter(26)
        words = package.nations[seat]
        rect = column.take(max(size, canvas.line_height()), theme.px(6))
        badges.flag_badge(canvas.surface, (rect.x + size // 2, rect.centery), words.flag, size, theme)
        place = pygame.Rect(rect.x + size + theme.px(10), rect.y, rect.width - size - theme.px(10), rect.height)
        canvas.words(place, _(words.name), "heading", "semibold", shorten=True)
        options = (Option("person", _("Person")), Option("program", _("Program")))
        half = Column(canvas, column.x, column.y, min(column.width, theme.letter(260)))
        held = "person" if seat in self.people else "program"
        choice(half, f"holder:{seat}", "", options, held, partial(self._hold, seat))
        beside = column.width - half.width - theme.px(12)
        side = Column(canvas, half.x + half.width + theme.px(12), column.y, beside)
        if beside < theme.letter(200):
            half.skip(6)
            side = Column(canvas, column.x, half.y, column.width)
        if seat in self.people:
            field(
                side,
                f"name:{seat}",
                "",
                self.people[seat],
                partial(self._name, seat),
                empty=_("Name of the player"),
                tip=_("May be left empty"),
            )
        else:
            told = ((key, words, method(package, key, seat)) for key, words in package.doctrine_names.items())
            doctrines = [Option(key, _(words.name), f"{_(words.text)} {how}") for key, words, how in told]
            cycle(side, f"doctrine:{seat}", "", doctrines, self.doctrines.get(seat, ""), partial(self._doctrine, seat))
        column.y = max(half.y, side.y)

    def _foot(self, canvas: Canvas, rect: pygame.Rect) -> None:
        theme = canvas.theme
        column = Column(canvas, rect.x, rect.y, rect.width)
        back = ButtonSpec("back", _("Back"), self.back, icon="arrow-left", tip=_("To the title (Esc)"))
        button_row(column, (back,))
        label = _("Start")
        width = canvas.width(label, "body", "semibold") + theme.letter(80)
        place = pygame.Rect(rect.right - width, rect.y, width, rect.height)
        ready = self.package is not None and bool(self.people) and self._seed() is not None
        tip = _("Begin the first turn") if ready else self._hindrance()
        button(canvas, place, "start", label, self._start, kind="primary", icon="play", tip=tip, enabled=ready)
        who = self._who()
        room = pygame.Rect(
            rect.x + rect.width // 5, rect.y, place.x - theme.px(14) - rect.x - rect.width // 5, rect.height
        )
        canvas.words(room, who, colour=canvas.palette.muted, align="right", shorten=True)

    def _who(self) -> str:
        if self.package is None:
            return ""
        names = [self.people[seat] or _(self.package.nations[seat].name) for seat in self.people]
        told = _("{names} · seed {seed}").format(names=", ".join(names), seed=self.seed)
        return told if names else _("Nobody plays yet")

    # --- acting -------------------------------------------------------------------------------------------------

    def _hold(self, seat: str, held: str) -> None:
        if held == "program":
            self.people.pop(seat, None)
        elif len(self.people) >= _MOST_PEOPLE:
            self.app.tell(_("At most {most} people can share one screen.").format(most=_MOST_PEOPLE), "warn")
        else:
            self.people[seat] = ""

    def _name(self, seat: str, name: str) -> None:
        self.people[seat] = name

    def _doctrine(self, seat: str, doctrine: str) -> None:
        self.doctrines[seat] = doctrine

    def _lead(self, name: str) -> None:
        self.red_cell = name

    def _think(self, script: str) -> None:
        self.script = script

    def _set_seed(self, seed: str) -> None:
        self.seed = seed

    def _seed(self) -> int | None:
        """The number that is typed; None where it is none or too large."""
        number = int(self.seed) if self.seed.isdecimal() else SEEDS
        return number if number < SEEDS else None

    def _refused_seed(self) -> str:
        return _("The seed must be a number from 0 to {most}.").format(most=SEEDS - 1)

    def _hindrance(self) -> str:
        """Why the match cannot start."""
        if self.package is not None and self.people:
            return self._refused_seed()
        return _("At least one seat must be held by a person")

    def _roll(self) -> None:
        self.seed = str(opening.new_seed())

    def _start(self) -> None:
        seed = self._seed()
        if self.package is None or seed is None:
            return
        led = {seat: doctrine for seat, doctrine in self.doctrines.items() if seat not in self.people}
        opening.start(self.app, rival.played(self.package, self.script), seed, self.people, led, self.red_cell)


def _facts(info: ScenarioInfo) -> str:
    """Length and start of a scenario in a line."""
    count = len(info.seats)
    seats = ngettext("{count} seat", "{count} seats", count).format(count=count)
    turns = _("{turns} of {months}").format(
        turns=numbers.write(info.turns, "turns"), months=numbers.write(info.turn_months, "months")
    )
    return f"{seats} · {turns} · {_('from {month}').format(month=numbers.month(info.start))}"
