"""What a transaction costs: pure arithmetic over what each way costs from which day on."""

import datetime
from decimal import ROUND_HALF_UP, Decimal

DAY = datetime.timedelta(days=1)


def spans(costs, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, datetime.date, int]]:
    """(first day, last day, pence) for each stretch of one price from `first` to `last`, both included.

    `costs` has (from day, pence) of one channel in any order; of two for one day the later in the list counts. Days
    before the first price are left out.
    """
    prices = dict(costs)
    found = []
    days = sorted(prices)
    for at, day in enumerate(days):
        end = days[at + 1] - DAY if at + 1 < len(days) else last
        start, end = max(day, first), min(end, last)
        if start <= end:
            found.append((start, end, prices[day]))
    return found


def each(pence: int, transactions: int) -> Decimal | None:
    """Pounds for each of them."""
    if not transactions:
        return None
    return (Decimal(pence) / 100 / transactions).quantize(Decimal("0.01"), ROUND_HALF_UP)
