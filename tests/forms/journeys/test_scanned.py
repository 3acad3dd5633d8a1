"""A file from a form to an officer's computer, with a real scanner: nobody has it before it was found clean."""

import pytest
from django.test import Client

from borough.casework.models import Case
from borough.foundations.documents.models import Document
from borough.foundations.documents.scanning import scan_due
from borough.foundations.people.models import Membership
from tests import people
from tests.foundations.documents import files

from .. import made

pytestmark = pytest.mark.django_db
FILE = """
  - name: proof
    questions:
      - {name: proof, type: file, label: Proof of address}
"""


@pytest.fixture
def document(client, scanner):
    made.publish(made.bike("pages:", f"pages:{FILE}"))
    client.post("/apply/borrow-a-bike/proof", {"proof": files.sent("../my proof.PDF", files.PDF), "do": "continue"})
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    return Document.objects.get()


@pytest.fixture
def officer(document):
    """A browser of an officer of the service's team."""
    user = people.officer()
    Membership.objects.update_or_create(user=user, team=Case.objects.get().team)
    return people.signed_in(user)


def test_held_then_had(client, document, officer):
    there, case = f"/documents/{document.pk}/", f"/work/cases/{Case.objects.get().reference}/"
    strangers = [client, Client(), people.signed_in(people.resident(), factor=None)]
    page = officer.get(case).content.decode()
    assert "Not scanned yet" in page
    assert there not in page
    assert officer.get(there).status_code == 403
    assert {browser.get(there).status_code for browser in strangers} == {404}

    assert scan_due() == 1
    assert there in officer.get(case).content.decode()
    answer = officer.get(there)
    assert answer.getvalue() == files.PDF
    assert answer["Content-Disposition"] == 'attachment; filename="my proof.PDF"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert {browser.get(there).status_code for browser in strangers} == {404}
