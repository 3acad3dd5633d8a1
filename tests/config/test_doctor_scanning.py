"""`borough doctor` says whether files are scanned for viruses, and `borough documents` has them scanned."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from borough.config import doctor
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions
from borough.foundations.documents.models import Document
from tests.foundations.documents import files

pytestmark = pytest.mark.django_db


def finding():
    return next(finding for finding in doctor.examine() if finding.name == "virus scanning")


@pytest.fixture
def document():
    file = files.sent("letter.pdf", files.PDF)
    return actions.keep(file=file, allowed={"pdf"}, max_bytes=1_000_000, by=SYSTEM)


def state(document, scan, **more):
    Document.objects.filter(pk=document.pk).update(scan=scan, **more)


def test_off(document):
    assert (finding().ok, finding().found) == (True, "off: officers are told that files are not scanned")
    state(document, "waiting", scan_due_at=timezone.now())
    assert (finding().ok, finding().found) == (False, "off, and 1 files wait for it")


def test_it_answers(scanner, document):
    assert finding().found.startswith("ClamAV ")
    assert ";" not in finding().found
    state(document, "none", scan_due_at=None)
    assert "; 1 files came without it: `borough documents scan`" in finding().found
    state(document, "waiting", scan_due_at=timezone.now() - timedelta(minutes=11))
    assert (finding().ok, finding().found) == (False, "1 files should have been scanned by now")
    state(document, "failed", scan_due_at=None)
    assert finding().todo.endswith("run `borough documents scan`.")


@pytest.mark.parametrize("url", ["unix:///nowhere/socket", "nonsense"])
def test_it_does_not(settings, url):
    settings.CLAMD_URL = url
    assert (finding().ok, finding().todo[:11]) == (False, "Start clamd")


def ask(verb):
    answer = StringIO()
    call_command("documents", verb, "--json", stdout=answer)
    return json.loads(answer.getvalue())


def test_what_could_not_be_scanned_is_tried_again(settings, document):
    settings.CLAMD_URL = "unix:///nowhere/socket"
    state(document, "failed")
    assert ask("scan") == {"asked": 1}
    assert ask("list") == {"counts": {"waiting": 1}}


def test_without_a_scanner_there_is_nobody_to_ask(document):
    with pytest.raises((CommandError, SystemExit)):
        call_command("documents", "scan", stdout=StringIO(), stderr=StringIO())
    document.refresh_from_db()
    assert document.scan == "none"
