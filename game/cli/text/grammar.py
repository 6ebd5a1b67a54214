"""What a person types for an order, turned into the order's fields.

``fund new_mine loan 75`` becomes ``{"kind": "fund_project", ...}``. Names may be shortened as long as they stay
clear; the order itself is judged by the match, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.cli.nearest import closest, suggestion
from game.engine.world import INSTRUMENTS, POSTURES, RELEASE_RULES, STANDARDS
from game.orders.kinds import Order
from game.session.views import View

Fields = dict[str, Any]


@dataclass(frozen=True)
class Basis:
    """What an order is written against: the view, and the orders drafted before it."""

    view: View
    drafts: tuple[Order, ...]

    def standing(self, kind: str, **now: Any) -> Fields:
        """The fields of a policy `kind` as they would stand after the draft; `now` gives them before it.

        So a tariff and a floor, or two stockpiles, can be set one after the other without undoing each other.
        """
        for order in self.drafts:
            given = order.model_dump()
            if given.get("kind") == kind:
                now |= {field: given[field] for field in now}
        return now


class Unclear(Exception):  # noqa: N818 - it is an answer to a person
    """What was typed cannot be understood; ``str()`` says what would be right."""


def fund(basis: Basis, words: Sequence[str]) -> Fields:
    """``fund PROJECT [INSTRUMENT] [SHARE]``; the share in per cent, as much as allowed where left out."""
    words = _some(words, 1, 3, f"fund PROJECT [{'|'.join(INSTRUMENTS)}] [PERCENT]")
    project = pick("project", words[0], [(one.id, one.name) for one in basis.view.projects])
    instrument, share = "loan", basis.view.briefing.public_share
    for word in words[1:]:
        if word[0].isdigit() or word[0] == ".":
            share = part(word, "the public share")
        else:
            instrument = pick("instrument", word, plain(INSTRUMENTS))
    return {"kind": "fund_project", "project": project, "instrument": instrument, "public_share": share}


def stockpile(basis: Basis, words: Sequence[str]) -> Fields:
    """``stockpile MATERIAL|all DAYS [PACE] [hold|shortage|price]``; pace and release stay where left out."""
    words = _some(words, 2, 4, "stockpile MATERIAL|all DAYS [DAYS A MONTH] [hold|shortage|price]")
    material = pick("material", words[0], [*basis.view.materials, ("all", "all materials")])
    numbers = [word for word in words[1:] if word[0].isdigit() or word[0] in ".-"]
    rules = [word for word in words[1:] if word not in numbers]
    if not 1 <= len(numbers) <= 2 or len(rules) > 1:
        raise Unclear("write: stockpile MATERIAL|all DAYS [DAYS A MONTH] [hold|shortage|price]")
    held = basis.view.policy
    fields = basis.standing("set_stockpile", pace_days=held.pace_days, release=held.release_rule)
    if len(numbers) > 1:
        fields["pace_days"] = number(numbers[1], "the pace in days a month")
    if rules:
        fields["release"] = pick("release rule", rules[0], plain(RELEASE_RULES))
    target = number(numbers[0], "the target in days")
    return {"kind": "set_stockpile", "material": material, "target_days": target, **fields}


def research(basis: Basis, words: Sequence[str]) -> Fields:
    """``research LINE RATE``; the rate in US$ million a year."""
    words = _some(words, 2, 2, "research LINE RATE (US$ million a year)")
    line = pick("research line", words[0], [(one.id, one.name) for one in basis.view.research])
    return {"kind": "fund_research", "line": line, "rate": number(words[1], "the rate in US$ million a year")}


def propose(basis: Basis, words: Sequence[str]) -> Fields:
    """``propose AGREEMENT PARTNER``."""
    return {"kind": "propose_agreement", **_pair(basis, words, "propose")}


def accept(basis: Basis, words: Sequence[str]) -> Fields:
    """``accept AGREEMENT PARTNER``."""
    return {"kind": "answer_agreement", "accept": True, **_pair(basis, words, "accept")}


def decline(basis: Basis, words: Sequence[str]) -> Fields:
    """``decline AGREEMENT PARTNER``."""
    return {"kind": "answer_agreement", "accept": False, **_pair(basis, words, "decline")}


def leave(basis: Basis, words: Sequence[str]) -> Fields:
    """``leave AGREEMENT PARTNER``."""
    return {"kind": "leave_agreement", **_pair(basis, words, "leave")}


def posture(basis: Basis, words: Sequence[str]) -> Fields:
    """``posture engage|neutral|protest|retaliate``."""
    del basis
    (word,) = _some(words, 1, 1, f"posture {'|'.join(POSTURES)}")
    return {"kind": "set_posture", "posture": pick("posture", word, plain(POSTURES))}


def standard(basis: Basis, words: Sequence[str]) -> Fields:
    """``standard low|usual|high``."""
    del basis
    (word,) = _some(words, 1, 1, f"standard {'|'.join(STANDARDS)}")
    return {"kind": "set_standard", "standard": pick("standard", word, plain(STANDARDS))}


def tariff(basis: Basis, words: Sequence[str]) -> Fields:
    """``tariff PERCENT`` on imports from the rival; the price floor stays."""
    (word,) = _some(words, 1, 1, "tariff PERCENT, or a part such as 0.1")
    return {**_trade(basis), "import_tariff": part(word, "the tariff")}


def floor(basis: Basis, words: Sequence[str]) -> Fields:
    """``floor PRICE`` in US$/kg for sites whose output the seat takes; the tariff stays."""
    (word,) = _some(words, 1, 1, "floor PRICE (US$/kg; 0 is none)")
    return {**_trade(basis), "price_floor": number(word, "the floor in US$/kg")}


ORDERS: Mapping[str, Callable[[Basis, Sequence[str]], Fields]] = {
    "fund": fund,
    "stockpile": stockpile,
    "research": research,
    "propose": propose,
    "accept": accept,
    "decline": decline,
    "leave": leave,
    "posture": posture,
    "standard": standard,
    "tariff": tariff,
    "floor": floor,
}
"""First word of an order to what reads the rest."""


def pick(kind: str, typed: str, known: Sequence[tuple[str, str]]) -> str:
    """The identifier that `typed` stands for, among pairs of identifier and name.

    Raises:
        Unclear: where it is none, or a part of several.
    """
    wanted = typed.lower().replace("-", "_")
    for key, name in known:
        if wanted in {key.lower(), name.lower(), name.lower().replace(" ", "_")}:
            return key
    parts = [key for key, name in known if wanted in key.lower() or wanted in name.lower().replace(" ", "_")]
    if len(parts) == 1:
        return parts[0]
    if parts:
        raise Unclear(f"{typed!r} may be {', '.join(parts)}: which {kind}?")
    by_name = closest(typed, [name for _, name in known])
    near = next((key for key, name in known if name == by_name), None)
    keys = [key for key, _ in known]
    hint = f"did you mean {near!r}?" if near and not closest(typed, keys) else suggestion(typed, keys)
    raise Unclear(f"unknown {kind} {typed!r}: {hint}")


def plain(words: Iterable[str]) -> list[tuple[str, str]]:
    """Words that are their own names."""
    return [(word, word) for word in words]


def number(text: str, what: str) -> float:
    """A number of at least 0.

    Raises:
        Unclear: where it is none.
    """
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise Unclear(f"{what} must be a number, not {text!r}") from None
    if not 0.0 <= value < 1e9:
        raise Unclear(f"{what} must be between 0 and a thousand million, not {text!r}")
    return value


def part(text: str, what: str) -> float:
    """A share: ``75``, ``75%`` and ``0.75`` are the same; 1 is 1 %, as only numbers below 1 are taken as parts."""
    value = number(text.removesuffix("%"), what)
    share = value if value < 1.0 and not text.endswith("%") else value / 100.0
    if share > 1.0:
        raise Unclear(f"{what} must be at most 100 %, not {text!r}")
    return share


def _some(words: Sequence[str], least: int, most: int, form: str) -> Sequence[str]:
    if not least <= len(words) <= most:
        raise Unclear(f"write: {form}")
    return words


def _pair(basis: Basis, words: Sequence[str], verb: str) -> Fields:
    words = _some(words, 2, 2, f"{verb} AGREEMENT PARTNER")
    kinds = list(dict.fromkeys((one.kind, one.name) for one in basis.view.agreements))
    kind = pick("agreement", words[0], kinds)
    names = {nation.id: nation.name for nation in basis.view.nations}
    partners = [(one.partner, names.get(one.partner, one.partner)) for one in basis.view.agreements if one.kind == kind]
    return {"agreement": kind, "partner": pick("partner", words[1], partners)}


def _trade(basis: Basis) -> Fields:
    held = basis.view.policy
    fields = basis.standing("set_trade_policy", import_tariff=held.import_tariff, price_floor=held.price_floor)
    return {"kind": "set_trade_policy", **fields}
