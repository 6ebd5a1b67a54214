"""The words that can be typed during a turn, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from game.cli.nearest import closest, suggestion
from game.cli.text.grammar import COMMANDS
from game.marks import N_
from game.telling import _
from game.telling.codes import CODES
from game.telling.sheet import Sheet


@dataclass(frozen=True)
class Word:
    """One command: what it does, what is written behind it, and other names for it.

    Names are typed, and the same in every language.
    """

    name: str
    text: str
    places: str = ""
    also: tuple[str, ...] = ()

    def told(self, rival: str) -> str:
        """What it is for, in a match in which the rival is called `rival`."""
        return _(self.text).format(rival=rival)

    @property
    def written(self) -> str:
        """How it is written: ``project NAME``; that of an order stands in the order's form."""
        if self.name in COMMANDS:
            return COMMANDS[self.name].written
        return f"{self.name} {_(self.places)}" if self.places else self.name


LOOK = (
    Word("situation", N_("key figures and this turn's news"), also=("s", "status", "figures")),
    Word("chain", N_("your supply chain: use, origin, shortage, cover"), also=("c",)),
    Word("projects", N_("mines and plants that may be built"), also=("p",)),
    Word("project", N_("one project in full"), N_("NAME")),
    Word("holdings", N_("what you have in mines and plants, and what it is worth"), also=("portfolio",)),
    Word("holding", N_("one of your holdings in full"), N_("SITE")),
    Word("stockpiles", N_("public stockpiles"), also=("piles", "stocks")),
    Word("lines", N_("lines of research")),
    Word("diplomacy", N_("agreements and offers"), also=("agreements", "d")),
    Word("register", N_("what was agreed: terms, kept or broken, value so far"), also=("r",)),
    Word("agreement", N_("one agreement in full"), N_("NAME PARTNER")),
    Word("policy", N_("your standing policies"), also=("policies",)),
    Word("nations", N_("all nations"), also=("n",)),
    Word("sites", N_("mines and plants that exist")),
    Word("news", N_("all headlines, newest first")),
    Word("books", N_("your budget line by line, and what this turn will cost"), also=("budget", "b")),
    Word("score", N_("the score so far, and what it takes to win"), also=("goals",)),
    Word("briefing", N_("the briefing again")),
    Word("why", N_("where a figure comes from: why price"), N_("FIGURE")),
    Word("chart", N_("a curve since the start: chart price"), N_("FIGURE")),
)
ORDER = tuple(Word(name, command.way.text) for name, command in COMMANDS.items())
TURN = (
    Word("menu", N_("all of this by numbers"), also=("m",)),
    Word("orders", N_("your orders of this turn"), also=("o", "draft")),
    Word("undo", N_("take the last order back"), also=("u",)),
    Word("clear", N_("take all orders of this turn back")),
    Word("end", N_("send your orders and end the turn"), also=("e", "done")),
    Word("hand", N_("give a seat to a person, or to a doctrine: hand SEAT Mia"), N_("SEAT WHO")),
    Word("save", N_("write a copy of the match"), N_("FILE")),
    Word("help", N_("this list, or one word of it"), N_("[WORD]"), ("h", "?")),
    Word("quit", N_("leave; the match is kept"), also=("q", "exit")),
)
ALL = (*LOOK, *ORDER, *TURN)


def find(typed: str) -> Word | None:
    """The command written `typed`: its name, another name, or a beginning that no other has."""
    typed = typed.lower()
    for word in ALL:
        if typed == word.name or typed in word.also:
            return word
    begun = [word for word in ALL if word.name.startswith(typed)]
    return begun[0] if len(begun) == 1 else None


def usage(name: str) -> str:
    """What to say where the command `name` lacks something."""
    return _("write: {form}").format(form=next(word for word in ALL if word.name == name).written)


def unknown(typed: str) -> str:
    """What to say where nothing is called `typed`."""
    names = [word.name for word in ALL]
    begun = [name for name in names if name.startswith(typed.lower())]
    if begun:
        return _("{typed} may be {several}: which?").format(typed=repr(typed), several=", ".join(begun))
    hint = suggestion(typed, names) if closest(typed, names) else _("type help for the list")
    return _("unknown command {typed}: {hint}").format(typed=repr(typed), hint=hint)


def sheets(rival: str) -> tuple[Sheet, ...]:
    """The whole list; `rival` is what the rival is called."""
    pattern = next(iter(CODES.values())).pattern
    codes = _("The codes of an order sheet do the same, in capitals: {pattern}.").format(pattern=pattern)
    titled = ((_("Look"), LOOK, ""), (_("Order"), ORDER, codes), (_("Turn"), TURN, ""))
    return tuple(
        Sheet(title, ("", ""), tuple((word.written, word.told(rival)) for word in group), note)
        for title, group, note in titled
    )


def one(word: Word, rival: str) -> Sheet:
    """Help on a single command."""
    rows = [(_("Write"), word.written), (_("Does"), word.told(rival))]
    if word.also:
        rows.append((_("Also"), ", ".join(word.also)))
    return Sheet(word.name, ("", ""), tuple(rows))
