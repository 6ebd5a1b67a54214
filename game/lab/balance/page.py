"""``BALANCE.md``: the balance of a scenario for whoever wants to know how far to trust it as a game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.lab.balance.best import Best
from game.lab.balance.items import Item
from game.lab.balance.judged import Row
from game.lab.balance.markdown import listed, table, title
from game.lab.balance.minister import PER_TURN
from game.lab.balance.plan_files import FOLDER
from game.lab.balance.shared_page import shared_table
from game.lab.balance.study import Study
from game.lab.balance.words import FAILS, HOLDS, OPEN, Words, measure, verdict
from game.lab.tournament.run import Seat
from game.lab.tournament.table import chosen
from game.telling.numbers import write

FILE = "BALANCE.md"
POINTS_HEAD = ("seat", "best plan", "won", "best doctrine", "doing nothing", "random minister")
"""Of the table in which the points of the plan files stand."""


def page(study: Study, rows: Sequence[Row]) -> str:
    """The whole page."""
    return "\n".join(_lines(study, rows)).rstrip("\n") + "\n"


def _lines(study: Study, rows: Sequence[Row]) -> Iterator[str]:
    words = Words(study.package)
    yield f"# Balance of {study.package.title}"
    yield ""
    yield from _about(study)
    yield from _gates(words, rows)
    yield from _seats(study)
    for best in study.best:
        yield from _plan(study, words, best)
    yield from _tournament(study, words)
    yield from _rival(study, words)
    yield from _chance(study)
    yield from _unused(study, words)
    yield from _deals(study, words)
    yield from shared_table(study, words)
    yield from _commons(study, words)
    yield from _money(study, words)


def _about(study: Study) -> Iterator[str]:
    sizes, name = study.sizes, study.package.scenario
    yield (
        f"Written by `chokepoint balance {name} --seed {study.seed}`, which gives the same page again, whatever the"
        " number of processes. `chokepoint balance --all` writes that of every scenario."
    )
    yield ""
    yield (
        f"Points of plans, doctrines and doing nothing are means of {sizes.held} matches, those of `chokepoint simulate"
        f" {name} --runs {sizes.held} --seed {study.seed}`. Plans were searched under other seeds"
        f" ({sizes.search_seeds} matches of each, {sizes.generations + 1} generations of {sizes.children}) and rid of"
        f" what they do not need under {sizes.check} more, while the other seats were led as usual. Points are what is"
        " sought, and a match that is not won counts half; how often a plan wins stands under *won*."
    )


def _gates(words: Words, rows: Sequence[Row]) -> Iterator[str]:
    counts = {each: sum(verdict(row) == each for row in rows) for each in (HOLDS, FAILS, OPEN)}
    yield from title("Gates")
    yield (
        f"What is asked stands in `rules/gates.yaml`, with the reason. {counts[HOLDS]} hold, {counts[FAILS]} fail,"
        f" {counts[OPEN]} cannot be measured yet. A gate with several values holds if all of them do."
    )
    yield ""
    yield from table(
        ("asked", "measured", ""), ((words.asked(row.gate), words.measured(row), verdict(row)) for row in rows)
    )


def _seats(study: Study) -> Iterator[str]:
    yield from title("Points")
    yield (
        f"The random minister tries {PER_TURN} orders a turn, any that the forms offer, with shares and sums from their"
        f" whole range; {study.sizes.ministers} of them were tried, and the share beside the points is of those that do"
        " better than nothing."
    )
    if study.sizes.ahead:
        yield f"The points of a doctrine that looks ahead are the mean of the first {study.sizes.ahead} matches alone."
    yield ""
    rows = []
    for name, best, idle in zip(study.seats, study.best, study.idle, strict=True):
        doctrine = f"{measure(idle.doctrine_points, 'points')} ({idle.doctrine})"
        random = f"{measure(idle.random, 'points')} ({write(idle.better, 'share')})"
        own = (f"{best.points:.2f}", write(best.won, "share"), doctrine, measure(idle.points, "points"), random)
        rows.append((name, *own))
    yield from table(POINTS_HEAD, rows)


def _plan(study: Study, words: Words, best: Best) -> Iterator[str]:
    name = study.met.seats[best.seat].seat
    turns = study.turns[study.best.index(best)]
    yield from title(f"The best plan of {words.seat(name)}")
    command = f"chokepoint simulate {study.package.scenario} --plan {FOLDER}/{name}.yaml"
    yield f"`{FOLDER}/{name}.yaml`, from this folder: `{command}`. Without the order the plan loses:"
    yield ""
    orders = zip(best.plan.orders, best.worths, strict=True)
    yield from table(
        ("turn", "order", "points"),
        ((str(one.turn + 1), words.order(one.order), measure(worth, "points")) for one, worth in orders),
    )
    yield ""
    gains = [
        f"turn {turn + 1} {measure(float(gain), 'points')} ({words.order(order)})"
        for turn, (gain, order) in enumerate(zip(turns.further, turns.orders, strict=True))
        if order is not None and gain > turns.planned[turn] and gain >= 0.1
    ]
    tried = f"{study.sizes.tries} further orders were tried in each turn"
    yield f"{tried}; the best bring {'; '.join(gains)}." if gains else f"{tried}; none brings a tenth of a point."


def _tournament(study: Study, words: Words) -> Iterator[str]:
    yield from title("Tournament")
    yield f"{chosen()} {study.sizes.table_seeds} matches at each table."
    for seat in study.met.seats:
        yield ""
        yield from table((words.seat(seat.seat), "points", "won", "best answer"), _doctrines(words, seat))


def _doctrines(words: Words, seat: Seat) -> Iterator[tuple[str, ...]]:
    for place in np.argsort(-seat.means, kind="stable").tolist():
        best = f"{int(seat.best_at[place])} of {seat.tables}"
        points, won = measure(float(seat.means[place]), "points"), write(float(seat.wins[place]), "share")
        yield words.name("doctrines", seat.doctrines[place]), points, won, best


def _rival(study: Study, words: Words) -> Iterator[str]:
    yield from title("The rival")
    yield "What a seat gains with all rules of the rival off:"
    yield ""
    off = zip(study.seats, study.off, strict=True)
    yield from table(
        ("seat", "led as usual", "doing nothing", "by its best plan"),
        ((name, *(measure(each, "points") for each in (one.usual, one.idle, one.planned))) for name, one in off),
    )
    yield ""
    yield "How often each rule fires in the tournament: of all matches, and of those of the table where it does most."
    yield ""
    rows = ((words.name("rules", one.rule), one.overall, one.at_best) for one in study.fired)
    yield from table(
        ("rule", "all", "most"), ((name, *(write(each, "share") for each in shares)) for name, *shares in rows)
    )
    for control in study.controls:
        name = words.seat(study.met.seats[control.seat].seat)
        idle, planned = (listed(measure(one, "points") for one in cost) for cost in (control.idle, control.planned))
        yield ""
        yield (
            f"The main control against {name} ({', '.join(control.rules)}), put into the match in turns"
            f" {listed(turn + 1 for turn in control.turns)}, costs {idle} points where {name} does nothing, and"
            f" {planned} where it goes by its best plan. For not being ready counts the worst of the"
            " first, for being ready the worst of the last two."
        )


def _chance(study: Study) -> Iterator[str]:
    yield from title("Decisions and chance")
    yield (
        "Shares of the variance of a seat's points over all matches of the tournament, and the standard deviation of"
        " its points over seeds, all seats led as usual: as it stands, and with incidents switched off."
    )
    yield ""
    parts = zip(study.seats, study.variance, study.spread, strict=True)
    yield from table(
        ("seat", "own decisions", "those of others", "chance", "deviation", "without incidents"),
        (
            (
                name,
                *(write(each, "share") for each in (of.own, of.others, of.chance)),
                *(measure(each, "points") for each in (wide.usual, wide.calm)),
            )
            for name, of, wide in parts
        ),
    )


def _unused(study: Study, words: Words) -> Iterator[str]:
    yield from title("What has no place in a good plan")
    yield (
        "Every kind of order, project, line of research and agreement was put into the best plan of each seat at"
        f" {study.sizes.item_tries} turns, and in the place of as many of its orders. These are never worth their place"
        " in a plan within 3 points of the best:"
    )
    yield ""
    for axis in ("orders", "projects", "lines", "agreements"):
        names = [_item(words, item) for item in study.items.unused if item[0] == axis]
        yield f"- {axis}: {', '.join(names) or 'none'}"


def _item(words: Words, item: Item) -> str:
    return item[1] if item[0] == "orders" else words.name(*item)


def _deals(study: Study, words: Words) -> Iterator[str]:
    yield from title("Agreements between two seats")
    yield (
        "Both propose it in one turn, all else as it was (what is pledged is held in either case): at the table where"
        " all are led as usual, and where nobody does anything. Of each pair the case in which who has less has most."
    )
    yield ""
    rows = (
        (
            words.name("agreements", deal.agreement),
            " and ".join(words.seat(study.met.seats[seat].seat) for seat in (deal.one, deal.other)),
            deal.table,
            str(deal.turn + 1),
            " / ".join(measure(gain, "points") for gain in deal.gains),
            "both gain" if deal.pays_both else "",
        )
        for deal in study.deals
    )
    yield from table(("agreement", "between", "table", "turn", "points", ""), rows)


def _commons(study: Study, words: Words) -> Iterator[str]:
    yield from title("Agreements that many sign")
    yield ("All seats propose it to all in one turn and mean to hold what they pledge; then each alone does the same.")
    yield ""
    rows = []
    for one in study.commons:
        gains = (" / ".join(measure(gain, "points") for gain in each) for each in (one.together, one.alone))
        dilemma = "all gain, none alone" if one.dilemma else ""
        rows.append((words.name("agreements", one.agreement), one.table, str(one.turn + 1), *gains, dilemma))
    yield from table(("agreement", "table", "turn", "all sign", "each alone", ""), rows)


def _money(study: Study, words: Words) -> Iterator[str]:
    yield from title("Money")
    yield "The plan that leaves a seat the most money, sought on purpose, beside what doing nothing leaves."
    yield ""
    rows = []
    for name, one in zip(study.seats, study.money, strict=True):
        sums = (write(each, "US$ million") for each in (one.left, one.idle))
        rows.append((name, *sums, "; ".join(map(words.planned, one.plan.orders)) or "nothing"))
    yield from table(("seat", "left", "doing nothing", "orders, with their turns"), rows)
    yield ""
    gained = [
        f"{words.seat(study.met.seats[one.seat].seat)}: {words.order(one.order)} ({measure(one.gain, 'points')})"
        for one in study.free
    ]
    free = (
        "Orders of the first turn that move neither budget, capital, approval nor tension in it, and bring half a point"
    )
    yield f"{free}: {'; '.join(gained) or 'none'}."
