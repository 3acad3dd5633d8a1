"""Every write to a journey, and the one that ends it."""

from .files import change_files
from .forgetting import forget_unfinished
from .journeys import RESUME_DAYS, begin, come_back, new_token, save_page, token_hash, way_back
from .sending import Unfinished, submit

__all__ = [
    "RESUME_DAYS",
    "Unfinished",
    "begin",
    "change_files",
    "come_back",
    "forget_unfinished",
    "new_token",
    "save_page",
    "submit",
    "token_hash",
    "way_back",
]
