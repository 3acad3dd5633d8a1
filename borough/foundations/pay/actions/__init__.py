"""Every write to an order, its attempts and its refunds.

Rows are locked in one order: an attempt before its order, and an order before what it is about.
"""

from .asking import ask, heard, keep
from .ordering import forget, order
from .paying import NothingToPay, StillGoing, pay
from .refunding import NotRefunded, finish, refund

__all__ = [
    "NotRefunded",
    "NothingToPay",
    "StillGoing",
    "ask",
    "finish",
    "forget",
    "heard",
    "keep",
    "order",
    "pay",
    "refund",
]
