"""What the worker does about viruses: has each file that waits scanned, and keeps what was found.

As with messages, one is claimed in a transaction of its own, and the scanner is asked outside it. A worker killed in
between has only put it off. docs/decisions/0014-virus-scanning.md says why.
"""

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.faults import brief
from borough.foundations.outgoing import waits
from borough.foundations.outgoing.trouble import Down

from . import actions, clamd, hooks
from .models import Document, Scan

log = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(minutes=30)  # people wait for their files
REST = timedelta(minutes=1)  # for all of them, when the scanner does not answer
LONGEST_ROUND = 20  # seconds, after which the worker sees to something else first
MOST_TRIES = 10  # that the scanner answered without saying what it found: about three hours


def scan_due(*, clock=timezone.now, most: int = 10, stopping=lambda: False) -> int:
    """Have up to `most` files scanned that are due, oldest first, or until `stopping()`. Returns how many were tried.

    A scanner that does not answer ends the round, and is left alone for a minute: nothing is given up for that. A slow
    one ends it, too: messages must not wait for it.
    """
    if not settings.CLAMD_URL:
        return 0
    until = time.monotonic() + LONGEST_ROUND
    for tried in range(most):
        document = None if stopping() or time.monotonic() > until else claim(now=clock())
        if document is None:
            return tried
        try:
            with document.open() as file:
                threat = clamd.scan(file)
            _end(document, Scan.INFECTED if threat else Scan.CLEAN, threat=threat, now=clock())
        except Down as fault:
            log.warning("The virus scanner does not answer: %s", fault)
            _rest(now=clock())
            return tried
        except Exception as fault:  # a file that cannot be read or scanned must not stop the rest
            log.warning("Document %s was not scanned: %s", document.pk, brief(fault))
            if document.scan_tries >= MOST_TRIES:
                _end(document, Scan.FAILED)
    return most


@transaction.atomic
def claim(*, now) -> Document | None:
    """The file that has been due longest; it is due again later, whatever comes of this. None if there is none."""
    due = Document.objects.filter(scan=Scan.WAITING, scan_due_at__lte=now).order_by("scan_due_at", "id")
    document = due.select_for_update(skip_locked=True).first()
    if document:
        document.scan_tries += 1
        document.scan_due_at = now + min(waits.after(document.scan_tries) or LONGEST_WAIT, LONGEST_WAIT)
        document.save(update_fields=["scan_tries", "scan_due_at"])
    return document


@transaction.atomic
def _end(document: Document, found: Scan, *, threat: str = "", now=None) -> None:
    """Keep what was found. Not where another worker has, or the file was taken away meanwhile.

    Nor where it was sent at this very moment: it is scanned once more, so that its case is told.
    """
    about = Document.objects.filter(pk=document.pk).values_list("about", flat=True).first()
    if about is None:
        return
    ended = {"scan": found, "scan_due_at": None, "scanned_at": now, "threat": threat[:200]}
    for name, value in (ended | {"about": about}).items():
        setattr(document, name, value)
    if document.held:
        hooks.held.tell(document=document)  # first, for it locks the case, as others do before its files
    if not Document.objects.filter(pk=document.pk, scan=Scan.WAITING, about=about).update(**ended):
        transaction.set_rollback(True)
        return
    data = {"found": str(found), "threat": document.threat, "about": about}
    audit.record(action="document.scanned", record=document, by=SYSTEM, data=data)
    if found == Scan.INFECTED:
        actions.remove_bytes(document)


def _rest(*, now) -> None:
    waiting = Document.objects.filter(scan=Scan.WAITING, scan_due_at__lt=now + REST)
    waiting.update(scan_due_at=now + REST)
