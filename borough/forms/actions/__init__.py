"""Every write to a journey, and the one that ends it."""

from .files import change_files
from .forgetting import forget_sent, forget_strays, forget_unfinished
from .journeys import TooOld, begin, come_back, new_token, remove_entry, resumable, save_page, token_hash, way_back
from .sending import Unfinished, submit

__all__ = [
    "TooOld",
    "Unfinished",
    "begin",
    "change_files",
    "come_back",
    "forget_sent",
    "forget_strays",
    "forget_unfinished",
    "new_token",
    "remove_entry",
    "resumable",
    "save_page",
    "submit",
    "token_hash",
    "way_back",
]
