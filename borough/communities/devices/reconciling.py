"""Whether the library's rows agree with each other, from the database alone."""

import datetime
from dataclasses import asdict, dataclass

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from borough.foundations.audit.models import AuditEvent

from . import queries
from .models import Device, Loan


@dataclass(frozen=True)
class Totals:
    devices: int  # here or lent: not lost, stolen, retired or given away
    on_loan: int  # devices whose state says so
    open_loans: int
    lent_unwiped: int
    double_loans: int
    loan_months: int  # started months of loans in the year to the day
    households: int  # that had one of them

    @property
    def breaches(self) -> list[str]:
        found = []
        if self.on_loan != self.open_loans:
            found.append(f"{self.on_loan} devices are on loan, but {self.open_loans} loans are open")
        if self.lent_unwiped:
            found.append(f"{self.lent_unwiped} loans of a device that was not wiped and checked since its last loan")
        if self.double_loans:
            found.append(f"{self.double_loans} devices have more than one open loan")
        return found

    def as_dict(self) -> dict:
        return asdict(self)


def totals() -> Totals:
    here = Device.objects.exclude(state__in=["lost", "stolen", "retired", "gifted"])
    months, households = queries.loan_months(*queries.year_to(day()))
    return Totals(
        devices=here.count(),
        on_loan=here.filter(state="on_loan").count(),
        open_loans=Loan.objects.filter(ended_at=None).count(),
        lent_unwiped=_unwiped(),
        double_loans=Loan.objects.filter(ended_at=None)
        .values("device")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
        .count(),
        loan_months=months,
        households=households,
    )


def _unwiped() -> int:
    """Loans whose clearance failed, is another device's, came later, or is older than the end of a loan before it."""
    since = Loan.objects.filter(
        device=OuterRef("device"), lent_at__lt=OuterRef("lent_at"), ended_at__gt=OuterRef("clearance__wiped_at")
    )
    wrong = ~Q(clearance__passed=True) | ~Q(clearance__device=F("device")) | Q(clearance__checked_at__gt=F("lent_at"))
    return Loan.objects.filter(wrong | Q(Exists(since))).count()


def day() -> datetime.date:
    """Today; in a demonstration the day to which it was made, so that its year stays the same."""
    loaded = AuditEvent.objects.filter(action="demonstration.loaded").order_by("-pk").first()
    return datetime.date.fromisoformat(loaded.record_id) if loaded else timezone.localdate()
