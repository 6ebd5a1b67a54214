"""Orders of doctrines: well formed, about things that exist, and not forbidden whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from game.content import translate
from game.content.checks.known import Known
from game.content.compiling.frame import Frame
from game.content.compiling.politics import members
from game.content.draft import Draft
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrines
from game.content.models.environment import Environment
from game.content.models.finance import Finance
from game.content.models.research import Research
from game.content.numbers import Path
from game.content.orders import bound
from game.content.words import closest
from game.orders import KINDS, FundProject, FundResearch, Order, ProposeAgreement, SetStandard, parse

_NAMED = {
    "project": "projects",
    "line": "lines",
    "agreement": "agreements",
    "partner": "nations",
    "material": "materials",
}
"""Parameter of an order to the axis of what it names."""
_ALSO = {"material": ("all",)}


def check(draft: Draft, known: Known, frame: Frame) -> None:
    """Report orders that could never be given."""
    for part, path, template in _orders(draft):
        order = _parsed(draft, part, path, template, frame)
        if order is not None and _names(draft, part, path, order, template, known):
            _possible(draft, part, path, order, frame)


def _orders(draft: Draft) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    for part in ("rules", "scene"):
        doctrines = draft.get(Doctrines, part)
        for name, doctrine in doctrines.doctrines.items() if doctrines else ():
            for position, rule in enumerate(doctrine.rules):
                yield part, ("doctrines", name, "rules", position, "order"), rule.order


def _parsed(draft: Draft, part: str, path: Path, template: dict[str, Any], frame: Frame) -> Order | None:
    kind = template.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        what = "'kind' is missing" if kind is None else f"unknown order '{kind}'"
        draft.report(part, "doctrines", (*path, "kind"), what, closest(str(kind), KINDS))
        return None
    stand_for = {"self": frame.seat_names[0], "rival": frame.rival_name}
    try:
        return parse(bound(template, stand_for))
    except ValidationError as error:
        source = draft.source(part, "doctrines")
        # The union of all kinds puts the kind in front of the field's name.
        draft.findings += translate.findings(error, source, KINDS[kind], before=path, drop=1)
        return None


def _names(draft: Draft, part: str, path: Path, order: Order, template: dict[str, Any], known: Known) -> bool:
    fine = True
    for field, axis in _NAMED.items():
        name = getattr(order, field, None)
        names = known.get(axis)
        if name is None or names is None or name in names or name in _ALSO.get(field, ()):
            continue
        fine = False
        what = f"unknown {axis.removesuffix('s')} '{template.get(field, name)}'"
        draft.report(part, "doctrines", (*path, field), what, closest(name, (*names, *_ALSO.get(field, ()))))
    return fine


def _possible(draft: Draft, part: str, path: Path, order: Order, frame: Frame) -> None:
    if isinstance(order, FundProject):
        finance = draft.get(Finance)
        cap = finance.max_public_share.value if finance else 1.0
        if order.public_share > cap + 1e-9:
            hint = f"the agency may take at most {cap:g}"
            draft.report(part, "doctrines", (*path, "public_share"), "an order that is always refused", hint)
        if finance and getattr(finance.instruments, order.instrument) is None:
            hint = f"finance.yaml has no instrument {order.instrument}"
            draft.report(part, "doctrines", (*path, "instrument"), "an order that is always refused", hint)
    elif isinstance(order, FundResearch):
        most = draft.need(Research).lines[order.line].max_rate.value
        if order.rate > most + 1e-9:
            hint = f"{order.line} can spend at most US${most:g} million a year"
            draft.report(part, "doctrines", (*path, "rate"), "an order that is always refused", hint)
    elif isinstance(order, SetStandard) and draft.get(Environment) is None:
        hint = "the rule set has no environment.yaml"
        draft.report(part, "doctrines", (*path, "kind"), "an order that is always refused", hint)
    elif isinstance(order, ProposeAgreement) and not _may_sign(draft, order, frame):
        hint = f"agreements.yaml lets no seat sign {order.agreement} with {order.partner}"
        draft.report(part, "doctrines", (*path, "partner"), "an order that is always refused", hint)


def _may_sign(draft: Draft, order: ProposeAgreement, frame: Frame) -> bool:
    """Whether any seat but the partner itself may sign with the partner."""
    for pair in draft.need(Agreements).agreements[order.agreement].between:
        one, other = members(frame, pair.one), members(frame, pair.other)
        for near, far in ((one, other), (other, one)):
            if order.partner in far and any(seat in near and seat != order.partner for seat in frame.seat_names):
                return True
    return False
