"""The terms of an agreement as fields of a form: a number where the kind leaves a choice, and a note beside them."""

from __future__ import annotations

from collections.abc import Callable

from game.engine import clauses
from game.engine.world import CLAUSES
from game.marks import N_
from game.orders.form import Face, Given, Line, Scale

LONGEST_NOTE = 160
"""Letters of what is written beside the terms."""
_MARKS = frozenset("{}[]*<>")
"""Letters by which texts are set, and which no note may have."""
UNITS = ("share", "days", "US$ million/year", "US$ million/year", "years")


def _stated(place: int, what: int | None) -> Callable[[Face, Given], float]:
    """The least, usual or most of a clause as the view has it; what stands now where `what` is None. Nought is nothing
    stated, as where there is no choice.
    """

    def read(face: Face, given: Given) -> float:
        for one in face.agreements:
            if one.kind == given.get("agreement") and one.partner == given.get("partner"):
                for clause in one.clauses:
                    if clause.name == CLAUSES[place] and clause.open:
                        bound: float = clause.value if what is None else clause.bounds[what]
                        return bound
        return 0.0

    return read


def _clause(place: int, label: str, written: str, measure: str, step: float, tip: str) -> Scale:
    low, high = _stated(place, clauses.LEAST), _stated(place, clauses.MOST)
    return Scale(
        name=CLAUSES[place],
        label=label,
        place=written,
        unit=UNITS[place],
        measure=measure,
        now=_stated(place, None),
        low=low,
        high=high,
        step=lambda face, given: step,
        chosen=lambda face, given: high(face, given) > low(face, given),
        tip=tip,
    )


CLAUSE_FIELDS = (
    _clause(
        clauses.SHARE, N_("First call on"), N_("PERCENT"), N_("% of what is sold"), 0.05,
        N_("The part of what either sells that the other is offered first."),
    ),
    _clause(
        clauses.DAYS, N_("Pledged by each"), N_("DAYS"), N_("days of use"), 5.0,
        N_("Days of its own use that each keeps for the other's need. Who keeps less draws less."),
    ),
    _clause(
        clauses.MONEY, N_("Put in by each"), N_("MONEY"), N_("US$ million a year"), 1.0,
        N_("What each party puts in. Twice as much makes learning a third faster."),
    ),
    _clause(
        clauses.FEE, N_("Fee that you pay"), N_("FEE"), N_("US$ million a year"), 1.0,
        N_("What you pay the other party; less than nothing is what you ask of it."),
    ),
    _clause(clauses.YEARS, N_("Stands for"), N_("YEARS"), N_("years"), 0.5, N_("Then it ends, or is renewed.")),
)  # fmt: skip
"""In the order of `CLAUSES`."""
NOTE = Line(
    name="note", label=N_("Note"), place=N_("NOTE"), longest=LONGEST_NOTE, now=lambda face, given: "",
    tip=N_("Read by both parties. It binds nobody."),
)  # fmt: skip


def fits(note: str) -> bool:
    """Whether a note is one short line that no text is set by."""
    return len(note) <= LONGEST_NOTE and note.isprintable() and not _MARKS & {*note}
