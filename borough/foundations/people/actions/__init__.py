"""Every write to people: accounts, residents' details, officers coming and going, and lawful erasure."""

from .accounts import account_for, change_email, forget_second_factor, replace_email, signed_in
from .erasure import erase, export
from .officers import absence, back, change_role, invite, join, leave, let_go, move
from .refused import Refused
from .residents import person_for, update

__all__ = [
    "Refused",
    "absence",
    "account_for",
    "back",
    "change_email",
    "change_role",
    "erase",
    "export",
    "forget_second_factor",
    "invite",
    "join",
    "leave",
    "let_go",
    "move",
    "person_for",
    "replace_email",
    "signed_in",
    "update",
]
