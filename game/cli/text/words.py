"""The words that can be typed during a turn, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from game.cli.nearest import suggestion
from game.engine.world import INSTRUMENTS, STANDARDS
from game.telling.sheet import Sheet


@dataclass(frozen=True)
class Word:
    """One command: how it is written, what it does, and other names for it."""

    name: str
    form: str
    text: str
    also: tuple[str, ...] = ()


LOOK = (
    Word("situation", "situation", "key figures and this turn's news", ("s", "status", "figures")),
    Word("chain", "chain", "your supply chain: use, origin, shortage, cover", ("c",)),
    Word("projects", "projects", "mines and plants that may be built", ("p",)),
    Word("project", "project NAME", "one project in full"),
    Word("stockpiles", "stockpiles", "public stockpiles", ("piles", "stocks")),
    Word("lines", "lines", "lines of research"),
    Word("diplomacy", "diplomacy", "agreements and offers", ("agreements", "d")),
    Word("agreement", "agreement NAME PARTNER", "one agreement in full"),
    Word("policy", "policy", "your standing policies", ("policies",)),
    Word("nations", "nations", "all nations", ("n",)),
    Word("sites", "sites", "mines and plants that exist"),
    Word("news", "news", "all headlines, newest first"),
    Word("books", "books", "your budget line by line, and what this turn will cost", ("budget", "b")),
    Word("score", "score", "the score so far, and what it takes to win", ("goals",)),
    Word("briefing", "briefing", "the briefing again"),
    Word("why", "why FIGURE", "where a figure comes from: why price"),
    Word("chart", "chart FIGURE", "a curve since the start: chart price"),
)
ORDER = (
    Word("fund", f"fund PROJECT [{'|'.join(INSTRUMENTS)}] [PERCENT]", "finance a project, by a loan unless said"),
    Word("stockpile", "stockpile MATERIAL|all DAYS [PACE] [hold|shortage|price]", "target, and days bought a month"),
    Word("research", "research LINE RATE", "spend US$ million a year"),
    Word("propose", "propose AGREEMENT PARTNER", "offer an agreement"),
    Word("accept", "accept AGREEMENT PARTNER", "take an offer"),
    Word("decline", "decline AGREEMENT PARTNER", "turn an offer down"),
    Word("leave", "leave AGREEMENT PARTNER", "end an agreement"),
    Word("posture", "posture engage|neutral|protest|retaliate", "toward the rival"),
    Word("standard", f"standard {'|'.join(STANDARDS)}", "environmental, of what you take up from now on"),
    Word("tariff", "tariff PERCENT", "on imports from the rival"),
    Word("floor", "floor PRICE", "US$/kg guaranteed to sites that sell to you"),
)
TURN = (
    Word("menu", "menu", "all of this by numbers", ("m",)),
    Word("orders", "orders", "your orders of this turn", ("o", "draft")),
    Word("undo", "undo", "take the last order back", ("u",)),
    Word("clear", "clear", "take all orders of this turn back"),
    Word("end", "end", "send your orders and end the turn", ("e", "done")),
    Word("save", "save FILE", "write a copy of the match"),
    Word("help", "help [WORD]", "this list, or one word of it", ("h", "?")),
    Word("quit", "quit", "leave; the match is kept", ("q", "exit")),
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


def unknown(typed: str) -> str:
    """What to say where nothing is called `typed`."""
    begun = [word.name for word in ALL if word.name.startswith(typed.lower())]
    if begun:
        return f"{typed!r} may be {', '.join(begun)}: which?"
    hint = suggestion(typed, [word.name for word in ALL])
    return f"unknown command {typed!r}: {hint if hint.startswith('did') else 'type help for the list'}"


def sheets() -> tuple[Sheet, ...]:
    """The whole list."""
    titled = (("Look", LOOK), ("Order", ORDER), ("Turn", TURN))
    return tuple(Sheet(title, ("", ""), tuple((word.form, word.text) for word in group)) for title, group in titled)


def one(word: Word) -> Sheet:
    """Help on a single command."""
    rows = [("Write", word.form), ("Does", word.text)]
    if word.also:
        rows.append(("Also", ", ".join(word.also)))
    return Sheet(word.name, ("", ""), tuple(rows))
