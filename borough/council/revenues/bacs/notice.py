"""How long before a direct debit somebody is told: ten working days, unless they agreed to fewer."""

import datetime

from borough.casework.deadlines import add_working_days

WORKING_DAYS = 10


def first_day(told: datetime.date, days: int = WORKING_DAYS) -> datetime.date:
    """The first day on which the money may be taken of who is told on `told`; a working day in England."""
    return add_working_days(told, days)
