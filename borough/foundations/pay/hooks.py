"""What the rooms above say about an order, and hear of it in the same transaction."""

from dataclasses import dataclass, field

from borough.foundations.people.registry import Handlers

paid = Handlers()  # fn(*, order): it is paid now
paid_again = Handlers()  # fn(*, order, attempt): money came that was not owed
refunded = Handlers()  # fn(*, order, refund, by): money goes back

_why_not: list = []
_next: list = []
_ends: list = []
_words: list = []


@dataclass(frozen=True)
class Words:
    """An order's words in the language spoken. `said` has them by the English, which is what an order keeps."""

    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    said: dict[str, str] = field(default_factory=dict)

    def __call__(self, english: str) -> str:
        return self.said.get(english, english)


def stops(function):
    """Register fn(order) -> why it can no longer be paid, in words for the person, or ""."""
    _why_not.append(function)
    return function


def tells_next(function):
    """Register fn(order) -> what happens next, as safe HTML, or ""."""
    _next.append(function)
    return function


def why_not(order) -> str:
    """Why it can no longer be paid; "" while it can."""
    return next((why for why in (function(order) for function in _why_not) if why), "")


def what_next(order) -> list:
    return [text for text in (function(order) for function in _next) if text]


def ends(function):
    """Register fn(request, order) -> the address where this browser reads that all is done, or ""."""
    _ends.append(function)
    return function


def end(request, order) -> str:
    return next((path for path in (function(request, order) for function in _ends) if path), "")


def translates(function):
    """Register fn(order) -> its Words, or None where it knows none."""
    _words.append(function)
    return function


def words(order) -> Words:
    return next((found for found in (function(order) for function in _words) if found), Words())
