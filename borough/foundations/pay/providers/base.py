"""What a provider of payments answers, and how it may fail us."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Payment:
    """A payment as the provider has it now. Amounts are pence."""

    id: str
    status: str
    pence: int
    reference: str
    key: str = ""  # the attempt's, where we gave it
    code: str = ""  # why it failed
    next_url: str = ""  # where the person goes on paying: good for one visit, so it is never kept
    available: int = 0  # to be given back


@dataclass(frozen=True)
class Refund:
    id: str
    pence: int
    status: str  # submitted, success, error


class Failed(Exception):
    """The provider did not do what we asked."""


class Silent(Failed):
    """It did not answer, or not in words we know. It may have done what we asked all the same."""


class Refused(Failed):
    """It said no, and did nothing. `code` is its own number for why."""

    def __init__(self, code: str = ""):
        super().__init__(code)
        self.code = code


class Unknown(Refused):
    """It knows no such payment."""


class Changed(Refused):
    """What can be given back is not what we thought."""
