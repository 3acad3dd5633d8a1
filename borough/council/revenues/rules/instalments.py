"""When a bill is payable: Schedule 1, Part I of the Regulations.

Ten monthly instalments, or twelve for whoever asks; fewer where the notice is late; whole pounds but for the first,
which has the odd amount. What the Regulations leave to the council is in `Policy`.
"""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .money import half_up
from .years import Year

NOTICE = datetime.timedelta(days=14)  # from issue to the first instalment, at least (regulation 21)
LEAST = 500  # pence
TENS_UNTIL, TWELVES_UNTIL = (4, 30), (4, 15)  # paragraph 2(3)(a) and 2(3A)(a)(i): the last day for 10, and for 12
LAST = (12, 31)  # paragraph 2(1): after it, one payment


@dataclass(frozen=True)
class Policy:
    """What the council decides. `day` of the month; whether instalments below £5 are joined (2(7)) and fewer (3)."""

    day: int = 1
    joins_below_five: bool = True
    fewer_below_five: bool = True


USUAL = Policy()


@dataclass(frozen=True)
class Instalment:
    due: datetime.date
    amount: int  # pence


def number(issued: datetime.date, year: Year, wanted: int = 10) -> int:
    """How many instalments a notice gives (paragraph 2(3), or 2(3A) for twelve). Raises ValueError: not 10 or 12.

    Without a date for an instalment before the year ends it is one payment.
    """
    if wanted not in (10, 12):
        raise ValueError("Instalments are 10, or 12 for whoever asks")
    twelve = wanted == 12
    until = TWELVES_UNTIL if twelve else TENS_UNTIL
    if issued <= year.start.replace(month=until[0], day=until[1]):
        return wanted
    if issued > year.start.replace(month=LAST[0], day=LAST[1]):
        return 1
    whole = (year.end.year - issued.year) * 12 + year.end.month - issued.month - 1
    return max(whole if twelve else whole - 1, 1)


def amounts(total: int, many: int, policy: Policy = USUAL) -> list[int]:
    """Pence of each instalment. A bill of nothing has none. Raises ValueError: below nought.

    Paragraph 2(5) and (6): all but the first are the whole pounds nearest to the equal share, a half going up; the
    first is what is left. Paragraph 2(7) and 3 follow where that would leave one below £5.
    """
    if total < 0:
        raise ValueError("There is nothing to pay in instalments: the account is in credit")
    if total == 0:
        return []
    found = _joined(_shared(total, many), policy)
    fewer = max(total // LEAST, 1)
    if policy.fewer_below_five and min(found) < LEAST and fewer < many:
        found = _joined(_shared(total, fewer), policy)
    return found


def dates(issued: datetime.date, year: Year, many: int, policy: Policy = USUAL) -> list[datetime.date]:
    """The same day of months without a gap, the first at least 14 days after the notice and none after the year.

    Where the council's day would leave too few months, it is the day on which the first can be asked for. A notice
    after 31 December is payable in one sum, 14 days later.
    """
    soonest = max(issued + NOTICE, year.start)
    if many == 1:
        return [soonest if issued > year.start.replace(month=LAST[0], day=LAST[1]) else _first(soonest, policy.day)]
    for day in (policy.day, soonest.day):
        found = [_later(_first(soonest, day), months, day) for months in range(many)]
        if found[-1] < year.end:
            return found
    return found


def plan(total: int, issued: datetime.date, year: Year, wanted: int = 10, policy: Policy = USUAL) -> list[Instalment]:
    """What is payable when."""
    shares = amounts(total, number(issued, year, wanted), policy)
    return _paired(shares, dates(issued, year, len(shares), policy)) if shares else []


def changed(before: Sequence[Instalment], total: int, day: datetime.date, policy: Policy = USUAL) -> list[Instalment]:
    """The plan after the bill became `total` on a day: what was due before stays, the rest shares what is left.

    Paragraph 10. Where more was due before than is owed now, nothing more is due: the rest is a credit. Where all was
    due before, the difference is payable in one sum 14 days later.
    """
    past = [one for one in before if one.due < day]
    coming = [one.due for one in before if one.due >= day]
    left = total - sum(one.amount for one in past)
    if left <= 0:
        return past
    if not coming:
        return [*past, Instalment(day + NOTICE, left)]
    return past + _paired(amounts(left, len(coming), policy), coming)


def _shared(total: int, many: int) -> list[int]:
    if total % (many * 100) == 0:
        return [total // many] * many
    each = half_up(Fraction(total, many * 100)) * 100
    return [total - (many - 1) * each] + [each] * (many - 1)


def _joined(shares: list[int], policy: Policy) -> list[int]:
    """The second added to the first, where one is below £5 (paragraph 2(7))."""
    if not policy.joins_below_five or min(shares) >= LEAST or len(shares) == 1:
        return shares
    return [shares[0] + shares[1], *shares[2:]]


def _paired(shares, days) -> list[Instalment]:
    return [Instalment(due, amount) for due, amount in zip(days, shares, strict=False)]


def _first(soonest: datetime.date, day: int) -> datetime.date:
    """The next such day of a month, that day included."""
    here = _on(soonest.year, soonest.month, day)
    return here if here >= soonest else _later(here, 1, day)


def _later(first: datetime.date, months: int, day: int) -> datetime.date:
    years, month = divmod(first.month - 1 + months, 12)
    return _on(first.year + years, month + 1, day)


def _on(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))
