"""A file is scanned at the very moment its form is sent: it is found in a file of the case, and the case is told."""

from datetime import timedelta
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from django.db import connection
from django.utils import timezone

from borough.casework.models import Case
from borough.forms.actions import sending
from borough.forms.models import Submission
from borough.foundations.documents import scanning
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message
from tests.foundations.documents.clamd import BAD
from tests.foundations.documents.files import sent
from tests.foundations.together import eventually

from .. import made

pytestmark = pytest.mark.django_db(transaction=True)
FILE = """
  - name: proof
    questions:
      - {name: proof, type: file, label: Proof of address}
"""


@pytest.fixture
def answered(client, scanner):
    """A form answered to its end, with an infected file that waits to be scanned."""
    made.publish(made.bike("pages:", f"pages:{FILE}"))
    client.post("/apply/borrow-a-bike/proof", {"proof": sent("bad.pdf", BAD), "do": "continue"})
    made.fill(client)
    return client


def scan():
    try:
        assert scanning.scan_due(clock=lambda: timezone.now() + timedelta(hours=1)) == 1
    finally:
        connection.close()


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
        return cursor.fetchone()


def test_found_while_it_is_sent_is_found_in_the_case(answered, monkeypatch):
    """Sending has looked at the file when the scanner says what it found."""
    asked, looked, ask, whole = Event(), Event(), scanning.clamd.scan, sending.whole

    def asking(file):
        asked.set()
        assert looked.wait(30)
        return ask(file)

    def looking(*args):
        whole(*args)
        looked.set()
        eventually(somebody_waits, what="the scanner's waiting")

    scanner = Thread(target=scan)
    with monkeypatch.context() as patched:
        patched.setattr(scanning, "clamd", SimpleNamespace(scan=asking))
        patched.setattr(sending, "whole", looking)
        scanner.start()
        assert asked.wait(30)
        assert answered.post("/apply/borrow-a-bike/send").status_code == 302
        scanner.join()
    scanning.scan_due(clock=lambda: timezone.now() + timedelta(hours=3))  # it came to nothing for the moment
    case, document = Case.objects.get(), Document.objects.get()
    assert (document.scan, document.about) == ("infected", case.about)
    assert "found a virus in “bad.pdf”" in " ".join(case.timeline.values_list("text", flat=True))
    assert Message.objects.filter(key=f"infected:{document.pk}").count() == 1


def test_found_just_before_is_not_sent(answered, monkeypatch):
    """The scanner has said what it found, and keeps it at this moment."""
    keeping, go_on, record = Event(), Event(), scanning.audit.record

    def slowly(**event):
        keeping.set()
        assert go_on.wait(30)
        record(**event)

    scanner, sender = Thread(target=scan), Thread(target=send, args=[answered])
    with monkeypatch.context() as patched:
        patched.setattr(scanning, "audit", SimpleNamespace(record=slowly))
        scanner.start()
        assert keeping.wait(30)
        sender.start()
        eventually(somebody_waits, what="the sender's waiting")
        go_on.set()
        scanner.join()
        sender.join()
    assert not Submission.objects.exists()
    assert "We found a virus in this file" in answered.get("/apply/borrow-a-bike/proof").content.decode()


def send(client):
    try:
        client.post("/apply/borrow-a-bike/send")
    finally:
        connection.close()
