"""What is collected, set up or cancelled: one payment record each, and the rules of what may stand in one."""

import re
import unicodedata
from dataclasses import dataclass

ALLOWED = re.compile(r"[^A-Z0-9.&/\- ]")
# Collections take money; instructions set up, cancel or convert, and are for nought.
COLLECTIONS = {"01": "first", "17": "regular", "18": "asked for again", "19": "last"}
INSTRUCTIONS = {"0N": "new", "0C": "cancelled", "0S": "converted"}
CREDITS = {"99": "paid out"}
CODES = COLLECTIONS | INSTRUCTIONS | CREDITS
MOST = 10**11 - 1  # pence


def plain(text: str, size: int = 18) -> str:
    """As banks take it: capitals, accents off, anything else a space, cut to its place."""
    without = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
    return " ".join(ALLOWED.sub(" ", without).split())[:size].rstrip()


@dataclass(frozen=True)
class Account:
    """A sort code of 6 digits, an account number of 8. Raises ValueError."""

    sort_code: str
    number: str

    def __post_init__(self):
        if not re.fullmatch(r"[0-9]{6}", self.sort_code):
            raise ValueError("A sort code has 6 digits")
        if not re.fullmatch(r"[0-9]{8}", self.number):
            raise ValueError("An account number has 8 digits. Put noughts before a shorter one")


@dataclass(frozen=True)
class Payment:
    """`amount` in pence. Raises ValueError: what banks would refuse, with what to do."""

    account: Account
    code: str
    amount: int
    name: str
    reference: str

    def __post_init__(self):
        if self.code not in CODES:
            raise ValueError(f"There is no transaction code “{self.code[:4]}”. Use one of: {', '.join(CODES)}")
        if self.code in INSTRUCTIONS and self.amount != 0:
            raise ValueError("To set up or cancel an instruction is for nought")
        if self.code not in INSTRUCTIONS and not 0 < self.amount <= MOST:
            raise ValueError("The amount must be above nought and fit 11 digits of pence")
        if not self.name or plain(self.name) != self.name:
            raise ValueError("The payer’s name must be plain capitals of at most 18 characters")
        check_reference(self.reference)


def check_reference(reference: str) -> None:
    """Raises ValueError: a reference that banks refuse. 6 to 18 characters, the first six letters and digits."""
    if plain(reference) != reference or not 6 <= len(reference) <= 18:
        raise ValueError("A reference has 6 to 18 capitals and digits")
    first = reference[:6]
    if not first.isalnum():
        raise ValueError("The first six characters of a reference are letters and digits")
    if len(set(reference)) == 1:
        raise ValueError("A reference cannot be one character again and again")
    if reference.startswith("DDIC"):
        raise ValueError("A reference cannot begin with DDIC, which stands for an indemnity claim")
