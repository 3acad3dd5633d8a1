"""The answers on paper: for whoever's application it is, and nobody else."""

import io

import pytest
from pypdf import PdfReader

from borough.foundations import vault
from borough.foundations.audit.models import AuditEvent
from tests import people
from tests.casework import sample, world

ACCOUNT = '{"name": "Sam Example", "sort_code": "309430", "account_number": "00012345"}'


@pytest.fixture
def paper(here):
    return f"{here}answers.pdf"


def words(response):
    assert response.status_code == 200
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)


def test_its_owner_gets_it_and_their_page_leads_there(sams, case, here, paper):
    assert paper in sams.get(here).content.decode()
    found = words(sams.get(paper))
    assert case.reference in found
    assert "sam@example.org" in found


def test_nobody_else_does(stranger, anonymous, paper, ann):
    assert stranger.get(paper).status_code == 404
    assert anonymous.get(paper).status_code == 302
    assert people.signed_in(ann).get(paper).status_code == 404
    assert people.signed_in(people.partner(), factor=None).get(paper).status_code == 404


def test_a_bank_account_stays_masked(sams, case, paper):
    sealed = {"sealed": vault.seal(ACCOUNT), "last": "2345", "digest": "0" * 64}
    case.submission.answers["bank"] = sealed
    case.submission.save()
    found = words(sams.get(paper))
    assert "Account ending 2345" in found
    assert "00012345" not in found


def test_a_partner_who_looks_is_recorded(case, paper, form):
    worker = people.partner()
    case.submission.partner = worker.organisation
    case.submission.channel = "partner"
    case.submission.save()
    words(people.signed_in(worker, factor=None).get(paper))
    assert AuditEvent.objects.filter(action="case.viewed", actor_id=str(worker.pk)).exists()


def test_a_service_that_gives_no_copy_gives_none(sam, sams, person):
    case = world.case(world.publish(sample.service() | {"copy": "never"}), person)
    assert "answers.pdf" not in sams.get(f"/your-applications/{case.reference}/").content.decode()
    assert sams.get(f"/your-applications/{case.reference}/answers.pdf").status_code == 404
