"""What the library holds of a person."""

from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.messages import actions as messages

from .models import Loan


def export(person) -> list[dict]:
    return [
        {
            "device": loan.device.called, "label": loan.device.tag, "lent": loan.lent_at.isoformat(),
            "due": loan.due_on.isoformat(), "ended": loan.ended_at.isoformat() if loan.ended_at else None,
            "how_it_ended": loan.get_ended_display(), "agreement": loan.agreed_text, "signed": loan.signed_name,
            "note": loan.end_note, "purposes": loan.purposes, "age": loan.get_age_band_display(),
        }
        for loan in Loan.objects.filter(person=person).select_related("device").order_by("lent_at")
    ]  # fmt: skip


def erase(person, dry_run: bool) -> dict:
    """Closed loans forget who it was. An open one stays until the device is back: it is ours, and they have it."""
    closed = Loan.objects.filter(person=person, ended_at__isnull=False)
    return {"loans": closed.count() if dry_run else forget(closed)}


def forget(loans) -> int:
    """Take the person and their words out of ended loans. What is counted stays."""
    for loan in loans:
        for document in Document.objects.filter(about=loan.about):
            documents.erase(document=document, reason="The loan it belongs to is erased", by=SYSTEM)
        messages.forget(about=loan.about, by=SYSTEM)
    return loans.update(
        person=None, signed_name="", returned_name="", end_note="", override="", agreed_text="",
        erased_at=timezone.now(),
    )  # fmt: skip
