"""All kinds of order. A new kind is a module with its class, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from game.orders.agreements import AnswerAgreement, LeaveAgreement, RenewAgreement
from game.orders.ease_terms import EaseTerms
from game.orders.fund_project import FundProject
from game.orders.fund_research import FundResearch
from game.orders.kinds import Order
from game.orders.let_go import LetGo
from game.orders.propose_agreement import ProposeAgreement
from game.orders.sell_stake import SellStake
from game.orders.set_access import SetAccess
from game.orders.set_posture import SetPosture
from game.orders.set_standard import SetStandard
from game.orders.set_stockpile import SetStockpile
from game.orders.set_trade_policy import SetTradePolicy
from game.orders.weigh_offers import WeighOffers

_CLASSES: tuple[type[Order], ...] = (
    FundProject,
    SetStockpile,
    FundResearch,
    ProposeAgreement,
    AnswerAgreement,
    LeaveAgreement,
    RenewAgreement,
    WeighOffers,
    SetPosture,
    SetStandard,
    SetTradePolicy,
    EaseTerms,
    SellStake,
    LetGo,
    SetAccess,
)
"""In the order in which screens and lists name them."""

KINDS: Mapping[str, type[Order]] = {kind.model_fields["kind"].default: kind for kind in _CLASSES}
"""Kind to its model."""
AnyOrder: Any = Annotated[reduce(or_, _CLASSES), Field(discriminator="kind")]
"""The union of all kinds, for models and schemas."""
ORDERS: TypeAdapter[Order] = TypeAdapter(AnyOrder)


def parse(data: Mapping[str, Any]) -> Order:
    """The order that `data` spells out.

    Raises:
        pydantic.ValidationError: for an unknown kind, and for missing, unknown or absurd parameters.
    """
    return ORDERS.validate_python(dict(data))
