"""What the library counts for the strategy."""

import datetime

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F
from django.utils import timezone

from borough.foundations.measures import registry

from . import queries
from .models import Loan

PURPOSES = {
    "study": "School or study", "work": "Work", "benefits": "Benefits", "health": "Health",
    "touch": "Staying in touch", "other": "Something else",
}  # fmt: skip
KINDS = {"laptop": "laptops", "tablet": "tablets", "phone": "smartphones", "dongle": "dongles"}


def declare() -> None:
    declare = registry.declare
    declare(
        "device-loan-months", "Loan-months", "months",
        "Months of loans that began in the 12 months up to the day: each loan counts one for each month it started.",
        "up", lambda day: queries.loan_months(*queries.year_to(day))[0],
    )  # fmt: skip
    declare(
        "device-households", "Households with a loan", "households",
        "Homes in which somebody had a device from us in the 12 months up to the day. A home counts once.",
        "up", lambda day: queries.loan_months(*queries.year_to(day))[1],
    )  # fmt: skip
    declare(
        "devices-on-loan", "Devices on loan", "devices",
        "Devices that were with a borrower at the end of the day.", "none", lambda day: open_on(day).count(),
    )  # fmt: skip
    for kind, words in KINDS.items():
        declare(
            f"devices-on-loan-{kind}", f"{words.capitalize()} on loan", "devices",
            f"{words.capitalize()} that were with a borrower at the end of the day.", "none",
            lambda day, kind=kind: open_on(day).filter(device__kind=kind).count(),
        )  # fmt: skip
    declare(
        "devices-overdue", "Devices overdue", "devices",
        "Devices still with a borrower after the day on which they were due.", "down",
        lambda day: open_on(day).filter(due_on__lt=day).count(),
    )  # fmt: skip
    declare(
        "devices-lost", "Devices lost or stolen", "devices",
        "Loans that ended in the 12 months up to the day because the device was lost or stolen.", "down",
        lambda day: ended(day).filter(ended__in=["lost", "stolen"]).count(),
    )  # fmt: skip
    declare(
        "days-to-a-device", "Days from request to loan", "days",
        "The average of the days from a request to the loan, of the loans that began in the 12 months up to the day.",
        "down", days_to_loan,
    )  # fmt: skip
    declare(
        "devices-helped", "Borrowers whom the loan helped", "per cent",
        "Of those who said at return how it was: how many said that it helped, in the 12 months up to the day.", "up",
        helped,
    )  # fmt: skip
    _declare_cuts()


def _declare_cuts() -> None:
    """What the figures at the counter are cut by: `reports`. Which wards and referrers, only those figures say."""
    homes = "Homes in which somebody had a device from us in the 12 months up to the day"
    for purpose, words in PURPOSES.items():
        registry.declare(
            f"device-households-for-{purpose}", f"Households with a loan: {words.lower()}", "households",
            f"{homes}, and said that it was for “{words.lower()}”. A home may have several reasons.", "none",
            lambda day, purpose=purpose: homes_of(during(day).filter(purposes__contains=[purpose])),
        )  # fmt: skip
    for band, words in Loan.AgeBand.choices:
        registry.declare(
            f"device-households-aged-{band.replace('_', '-')}", f"Households with a loan: {words.lower()}",
            "households", f"{homes}, and the borrower was {words.lower()}.", "none",
            lambda day, band=band: homes_of(during(day).filter(age_band=band)),
        )  # fmt: skip
    registry.declare(
        "device-wards", "Wards with a loan", "wards",
        "Wards in which somebody had a device from us in the 12 months up to the day.", "up",
        lambda day: during(day).exclude(ward="").values("ward").distinct().count(),
    )  # fmt: skip
    registry.declare(
        "device-referrers", "Partners whose people had a loan", "partners",
        "Partners who sent somebody who had a device from us in the 12 months up to the day.", "up",
        lambda day: during(day).exclude(referrer=None).values("referrer").distinct().count(),
    )  # fmt: skip


def during(day):
    """Loans that were out at some time in the year up to the day."""
    since, until = year(day)
    ours = Loan.objects.filter(lent_at__lt=until)
    return ours.filter(ended_at=None) | ours.filter(ended_at__gte=since)


def homes_of(loans) -> int:
    return loans.values("household").distinct().count()


def days_to_loan(day: datetime.date) -> int | None:
    since, until = year(day)
    waited = ExpressionWrapper(F("lent_at") - F("request__asked_at"), output_field=DurationField())
    found = Loan.objects.filter(request__isnull=False, lent_at__gte=since, lent_at__lt=until).aggregate(d=Avg(waited))
    return round(found["d"].total_seconds() / 86_400) if found["d"] is not None else None


def helped(day: datetime.date) -> int | None:
    said = dict(ended(day).exclude(effect="").values_list("effect").annotate(Count("pk")).order_by())
    total = sum(said.values())
    return round(100 * (total - said.get("not", 0)) / total) if total else None


def open_on(day):
    _, until = year(day)
    open_then = Loan.objects.filter(lent_at__lt=until)
    return open_then.filter(ended_at=None) | open_then.filter(ended_at__gte=until)


def ended(day):
    since, until = year(day)
    return Loan.objects.filter(ended_at__gte=since, ended_at__lt=until)


def year(day):
    return [timezone.make_aware(datetime.datetime.combine(one, datetime.time())) for one in queries.year_to(day)]
