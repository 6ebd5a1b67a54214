"""Orders of doctrines and plans: well formed, about things that exist, and not forbidden whatever happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from game.content import translate
from game.content.checks.known import Known
from game.content.compiling.frame import Frame
from game.content.compiling.politics import may_sign
from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrines
from game.content.models.environment import Environment
from game.content.models.finance import Finance
from game.content.models.research import Research
from game.content.models.stockpiles import Stockpiles
from game.content.models.supply.goods import Goods
from game.content.numbers import Path
from game.content.orders import bound
from game.content.words import closest
from game.engine.world import INSTRUMENTS
from game.orders import KINDS, Order, parse
from game.orders.kinds import Limits


@dataclass(frozen=True)
class Written:
    """An order as it stands in a file: the part and kind of the file, its path there, and its parameters."""

    part: str
    kind: str
    path: Path
    template: dict[str, Any]
    seat: str = ""
    """Who gives it; empty where any seat may."""


def check(manuscript: Manuscript, known: Known, frame: Frame, *, whole: bool) -> None:
    """Report orders of doctrines that are none, and warn of those that are refused whatever happens.

    Unless all nations in the files are declared, `whole`, nobody can tell the latter.
    """
    for _written in read(manuscript, _of_doctrines(manuscript), known, frame, whole=whole):
        pass


def read(
    manuscript: Manuscript, orders: Iterable[Written], known: Known, frame: Frame, *, whole: bool
) -> Iterator[tuple[Written, Order]]:
    """Those of `orders` that are orders of this rule set.

    What is wrong with the others is reported, and what is always refused.
    """
    limits = None
    for written in orders:
        order = _parsed(manuscript, written, frame)
        if order is None or not _names(manuscript, written, order, known):
            continue
        if whole:
            limits = limits or _limits(manuscript, frame)
            if not _for_others(manuscript, written, frame):
                _warn(manuscript, written, order.never(limits))
        yield written, order


def _warn(manuscript: Manuscript, written: Written, never: tuple[str, str]) -> None:
    parameter, hint = never
    if parameter:
        what, path = "an order that is always refused", (*written.path, parameter)
        manuscript.report(written.part, written.kind, path, what, hint, severity=WARNING)


def _for_others(manuscript: Manuscript, written: Written, frame: Frame) -> bool:
    """Whether an order of the rule set's doctrines is meant for scenarios in which its partner has a seat beside it."""
    kind, partner = written.template.get("agreement"), written.template.get("partner")
    record = manuscript.need(Agreements).agreements.get(str(kind))
    if record is None or written.part != "rules" or partner == frame.rival_name:
        return False
    among_seats = any("seats" in pair.one and "seats" in pair.other for pair in record.between)
    return among_seats and (partner not in frame.seat_names or len(frame.seat_names) == 1)


def _of_doctrines(manuscript: Manuscript) -> Iterator[Written]:
    for part in ("rules", "scene"):
        doctrines = manuscript.get(Doctrines, part)
        for name, doctrine in doctrines.doctrines.items() if doctrines else ():
            for position, rule in enumerate(doctrine.rules):
                yield Written(part, "doctrines", ("doctrines", name, "rules", position, "order"), rule.order)


def _parsed(manuscript: Manuscript, written: Written, frame: Frame) -> Order | None:
    kind = written.template.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        what = "'kind' is missing" if kind is None else f"unknown order '{kind}'"
        manuscript.report(written.part, written.kind, (*written.path, "kind"), what, closest(str(kind), KINDS))
        return None
    stand_for = {"self": written.seat or frame.seat_names[0], "rival": frame.rival_name}
    try:
        return parse(bound(written.template, stand_for))
    except ValidationError as error:
        source = manuscript.source(written.part, written.kind)
        # The union of all kinds puts the kind in front of the field's name.
        manuscript.findings += translate.findings(error, source, KINDS[kind], before=written.path, drop=1)
        return None


def _names(manuscript: Manuscript, written: Written, order: Order, known: Known) -> bool:
    """Whether all that the order names is declared; what is not is reported."""
    fine = True
    for pick in order.form.picks():
        names, name = known.get(pick.axis), getattr(order, pick.name)
        also = () if pick.everything is None else (pick.everything.key,)
        if names is None or name in (*names, *also):
            continue
        fine = False
        what = f"unknown {pick.axis.removesuffix('s')} '{written.template.get(pick.name, name)}'"
        path = (*written.path, pick.name)
        manuscript.report(written.part, written.kind, path, what, closest(name, (*names, *also)))
    return fine


def _limits(manuscript: Manuscript, frame: Frame) -> Limits:
    finance = manuscript.get(Finance)
    return Limits(
        seats=frame.seat_names,
        max_public_share=finance.max_public_share.value if finance else 1.0,
        least_public_share=finance.least_public_share.value if finance else 0.0,
        instruments=tuple(
            name for name in INSTRUMENTS if finance is None or getattr(finance.instruments, name) is not None
        ),
        research_most={name: line.max_rate.value for name, line in manuscript.need(Research).lines.items()},
        kept=_kept(manuscript),
        standards=manuscript.get(Environment) is not None,
        may_sign=may_sign(frame, manuscript.need(Agreements)),
    )


def _kept(manuscript: Manuscript) -> tuple[str, ...]:
    piles, goods = manuscript.get(Stockpiles), manuscript.need(Goods).goods
    return tuple(name for name in goods if piles is None or name in piles.goods)
