"""What the library did in a year, cut by what people ask for. Numbers of people from 1 to 4 are not told."""

import datetime

from django.db import connection

from borough.foundations import small

from . import counting, queries
from .models import Loan

CUTS = {
    "kind": ("Type of device", "d.kind"),
    "purpose": ("What for", "unnest(l.purposes)"),
    "ward": ("Ward", "l.ward"),
    "age": ("Age", "l.age_band"),
    "referrer": ("Referred by", "coalesce(o.name, '')"),
}
CUT = """
SELECT {cut} AS part, count(*), count(DISTINCT l.household)
FROM devices_loan l JOIN devices_device d ON d.id = l.device_id
LEFT JOIN people_organisation o ON o.id = l.referrer_id
WHERE l.lent_at < %s AND (l.ended_at IS NULL OR l.ended_at >= %s)
GROUP BY 1 ORDER BY 2 DESC, 1
"""
WORDS = {
    "laptop": "Laptop", "tablet": "Tablet", "phone": "Smartphone", "dongle": "Dongle", "": "Not known",
    **counting.PURPOSES, **dict(Loan.AgeBand.choices),
}  # fmt: skip


def cut(name: str, day: datetime.date) -> list[dict]:
    """[{part, loans, households}] of the loans that were out in the year to the day; both None for 1 to 4 homes."""
    _title, column = CUTS[name]
    since, until = counting.year(day)
    with connection.cursor() as cursor:
        cursor.execute(CUT.format(cut=column), [until, since])
        rows = cursor.fetchall()
    return [
        {
            "part": WORDS.get(part, part),
            "loans": None if small.few(homes) else loans,
            "households": None if small.few(homes) else homes,
        }
        for part, loans, homes in rows
    ]


def totals(day: datetime.date) -> list[tuple[str, object]]:
    months, homes = queries.loan_months(*queries.year_to(day))
    return [
        ("Loan-months", months), ("Households", homes), ("On loan at the end", counting.open_on(day).count()),
        ("Overdue", counting.open_on(day).filter(due_on__lt=day).count()),
        ("Lost or stolen", counting.ended(day).filter(ended__in=["lost", "stolen"]).count()),
        ("Days from request to loan", counting.days_to_loan(day)),
        ("Said that it helped, per cent", counting.helped(day)),
    ]  # fmt: skip
