"""What a nation may order: one module a kind, one check for screen, doctrine, server and engine."""

from game.orders.agreements import AnswerAgreement, LeaveAgreement, ProposeAgreement
from game.orders.contest import Settled, settle
from game.orders.desk import KINDS, ORDERS, AnyOrder, charge, check, give, parse, reason, subject_of
from game.orders.fund_project import FundProject
from game.orders.fund_research import FundResearch
from game.orders.kinds import ALLOWED, Codes, Mask, Order
from game.orders.set_posture import SetPosture
from game.orders.set_standard import SetStandard
from game.orders.set_stockpile import SetStockpile
from game.orders.set_trade_policy import SetTradePolicy

__all__ = [
    "ALLOWED",
    "KINDS",
    "ORDERS",
    "AnswerAgreement",
    "AnyOrder",
    "Codes",
    "FundProject",
    "FundResearch",
    "LeaveAgreement",
    "Mask",
    "Order",
    "ProposeAgreement",
    "SetPosture",
    "SetStandard",
    "SetStockpile",
    "SetTradePolicy",
    "Settled",
    "charge",
    "check",
    "give",
    "parse",
    "reason",
    "settle",
    "subject_of",
]
