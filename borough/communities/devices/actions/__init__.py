"""Every write to the device library."""

from . import counting, data, donating
from .lending import lend, renew
from .nudging import remind
from .queue import decline, join, leave, match, pass_on, rank
from .returning import bring_parts, give, lose, take_back
from .stock import add, hold_for, put
from .wiping import check, wipe

__all__ = [
    "add", "bring_parts", "check", "counting", "data", "decline", "donating", "give", "hold_for", "join", "leave",
    "lend", "lose", "match", "pass_on", "put", "rank", "remind", "renew", "take_back", "wipe",
]  # fmt: skip
