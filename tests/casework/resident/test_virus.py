"""A virus in a file of a case: officers and the resident are told, and nothing else is lost."""

import pytest
from django.urls import reverse
from django.utils import timezone

from borough.casework import actions, quarantine
from borough.foundations.documents.models import Document
from borough.foundations.documents.scanning import scan_due
from borough.foundations.messages.models import Message
from tests.casework import world
from tests.foundations.documents import files
from tests.foundations.documents.clamd import BAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def officers(client, ann):
    return world.sign_in(client, ann)


def pages(sams, officers, case, here):
    return sams.get(here).content.decode(), officers.get(
        reverse("casework:case", args=[case.reference])
    ).content.decode()


def test_from_sent_to_scanned(scanner, sams, officers, case, here, django_capture_on_commit_callbacks):
    sent = {"text": "My lease", "files": [files.sent("lease.pdf", BAD), files.sent("shop.png", files.picture("PNG"))]}
    assert sams.post(f"{here}write/", sent).status_code == 302
    bad, good = Document.objects.get(name="lease.pdf"), Document.objects.get(name="shop.png")
    theirs, work = pages(sams, officers, case, here)
    assert "we are checking it for viruses" in theirs
    assert work.count("Not scanned yet") == 2
    assert "Nobody can open a file before it was scanned for viruses" in work
    assert f"/documents/{good.pk}/" not in theirs
    assert [client.get(f"/documents/{good.pk}/").status_code for client in (sams, officers)] == [403, 403]

    with django_capture_on_commit_callbacks(execute=True):
        assert scan_due() == 2
    theirs, work = pages(sams, officers, case, here)
    assert "we found a virus in it, so we removed it" in theirs
    assert "My lease" in theirs
    assert "found a virus in “lease.pdf” and removed the file" in work
    assert "Had a virus, so we removed it" in work
    assert [client.get(f"/documents/{bad.pk}/").status_code for client in (sams, officers)] == [410, 410]
    assert b"".join(sams.get(f"/documents/{good.pk}/").streaming_content)
    told = Message.objects.get(key=f"infected:{bad.pk}")
    assert (told.to, told.subject) == ("sam@example.org", f"We found a virus in a file ({case.reference})")
    assert "“lease.pdf”" in told.body


def test_officers_are_told_where_nothing_is_scanned(officers, sams, case, here, ann):
    sams.post(f"{here}write/", {"text": "", "files": [files.sent("lease.pdf", files.PDF)]})
    theirs, work = pages(sams, officers, case, here)
    assert "Not scanned for viruses" in work
    assert "Open them only on a computer that checks for them" in work
    assert "viruses" not in theirs


def infect(document, scan="infected", **found):
    found = found or {"scanned_at": timezone.now(), "threat": "Eicar"}
    Document.objects.filter(pk=document.pk).update(scan=scan, **found)
    document.refresh_from_db()
    quarantine.held(document=document)


def test_officers_are_told_of_one_that_could_not_be_scanned(officers, sams, case, here):
    sams.post(f"{here}write/", {"text": "", "files": [files.sent("lease.pdf", files.PDF)]})
    before = Message.objects.count()
    infect(Document.objects.get(), "failed", scanned_at=None)
    theirs, work = pages(sams, officers, case, here)
    assert "could not scan “lease.pdf” for viruses, so nobody can open it: ask for it as another file" in work
    assert "Ask for it as another file, such as a PDF or a photo" in work
    assert "we could not check it for viruses" in theirs
    assert Message.objects.count() == before


def test_of_an_officers_own_paper_the_resident_hears_nothing(case, ann, sams, here):
    actions.add_document(case=case, file=files.sent("report.pdf", files.PDF), by=ann)
    before = Message.objects.count()
    infect(Document.objects.get(about=case.about))
    assert Message.objects.count() == before
    assert "report.pdf" not in sams.get(here).content.decode()


@pytest.mark.parametrize("about", ["", "journey:1", "case:GONE-234-567", "order:1"])
def test_of_what_is_no_case_nobody_is_told(case, ann, about):
    actions.add_document(case=case, file=files.sent("report.pdf", files.PDF), by=ann)
    document = Document.objects.get(about=case.about)
    document.about = about
    before = case.timeline.count()
    quarantine.held(document=document)
    assert case.timeline.count() == before
