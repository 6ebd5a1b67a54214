"""How a doctrine thinks: its idea, what it does when, and how it looks ahead; for one seat, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.package import WORST_TENTH, DoctrineRule, LooksAhead, Package
from game.orders import parse
from game.session.lexicon import Lexicon
from game.telling import numbers
from game.telling.catalogue import _, ngettext
from game.telling.conditions import Conditions
from game.telling.grammar import capital
from game.telling.teller import Teller


@dataclass(frozen=True)
class RuleInWords:
    """One rule: when it acts, how often, what it orders and why, as sentences without their full stop."""

    when: str
    how_often: str
    """Empty where it may act in every turn."""
    order: str
    reason: str


@dataclass(frozen=True)
class DoctrinePage:
    """The page of a doctrine."""

    name: str
    text: str
    rules: tuple[RuleInWords, ...]
    ahead: tuple[str, ...]
    """Sentences on how it looks ahead; none where it goes by its rules alone."""


def page(package: Package, doctrine: str, seat: str) -> DoctrinePage:
    """The page of `doctrine` as it would lead `seat`.

    Raises:
        KeyError: for an unknown doctrine or seat.
    """
    bound = package.bind_doctrine(doctrine, seat)
    teller = Teller(Lexicon.of_control(package))
    conditions = Conditions(teller, package.world)
    rules = tuple(_rule(rule, conditions, teller) for rule in bound.rules)
    return DoctrinePage(_(bound.name), _(bound.text), rules, tuple(_ahead(bound.ahead)))


def method(package: Package, doctrine: str, seat: str) -> str:
    """How a doctrine decides, in a sentence or two for a narrow place. Raises as `page`."""
    bound = package.bind_doctrine(doctrine, seat)
    if bound.ahead is None:
        text = ngettext("Goes by {number} rule.", "Goes by {number} rules.", len(bound.rules))
        return text.format(number=len(bound.rules))
    return " ".join(_tried(bound.ahead))


def _rule(rule: DoctrineRule, conditions: Conditions, teller: Teller) -> RuleInWords:
    order = capital(teller.tell(parse(rule.order).describe()))
    return RuleInWords(conditions.tell(rule.when), _how_often(rule.cooldown), order, _(rule.reason).rstrip("."))


def _how_often(cooldown: int) -> str:
    if cooldown < 0:
        return _("once")
    if cooldown <= 1:
        return ""
    return ngettext("every {number} turn at most", "every {number} turns at most", cooldown).format(number=cooldown)


def _ahead(ahead: LooksAhead | None) -> Iterator[str]:
    if ahead is None:
        return
    yield from _tried(ahead)
    yield _(
        "It knows what its seat may see, and nothing else. The dice of its futures are its own; what is kept from it,"
        " it takes as it was at the start; industry goes on as busy as it is; the script, incidents and the orders"
        " of others have no part in them."
    )
    if ahead.stop is not None:
        yield _(
            "What it fears instead: in {chance} of its futures {share} of the shipments to it stop for {months}."
        ).format(
            chance=numbers.write(ahead.stop.chance, "share"),
            share=numbers.write(ahead.stop.share, "share"),
            months=numbers.write(ahead.stop.months, "months"),
        )
    yield _(
        "Every order that the forms offer is tried in a future or two; the better ones, and sets of them, in more; the"
        " last few in all. It gives the set that does best, and none where none does better than to give no order."
    )


def _tried(ahead: LooksAhead) -> Iterator[str]:
    yield _("Looks {months} ahead, in {number} futures of its own.").format(
        months=numbers.write(ahead.months, "months"), number=ahead.futures
    )
    if ahead.aim == WORST_TENTH:
        yield _("What counts is the mean of its points in the tenth of the futures that end worst.")
    else:
        yield _("What counts is the mean of its points.")
    if ahead.missed_goal > 0.0:
        yield _("A goal that is missed weighs {points}, and more the further it is missed.").format(
            points=numbers.write(ahead.missed_goal, "points")
        )
