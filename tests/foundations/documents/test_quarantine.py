"""Who may have a file in each state of its scan, and what the database holds a scan to."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.documents.models import Document
from tests import people

pytestmark = pytest.mark.django_db
NOW = timezone.now()
STATES = {
    "none": ({}, 200, ""),
    "waiting": ({"scan_due_at": NOW}, 403, "We are checking this file for viruses"),
    "clean": ({"scanned_at": NOW}, 200, ""),
    "infected": ({"scanned_at": NOW, "threat": "Eicar"}, 410, "We found a virus in this file"),
    "failed": ({}, 403, "We could not check this file for viruses"),
}


@pytest.mark.parametrize("state", STATES)
def test_each_gets_what_is_theirs(client, keep, rule, state):
    owner, stranger = people.resident(email="sam@example.org", name="Sam"), people.resident()
    colleague = people.officer()

    @rule
    def theirs(request, document):
        return request.user in (owner, colleague)

    document = keep()
    more, status, words = STATES[state]
    Document.objects.filter(pk=document.pk).update(scan=state, **more)
    there = f"/documents/{document.pk}/"
    assert client.get(there).status_code == 404
    assert people.signed_in(stranger, factor=None).get(there).status_code == 404
    for user, factor in ((owner, None), (colleague, "totp")):
        response = people.signed_in(user, factor=factor).get(there)
        assert response.status_code == status
        if words:
            assert words in response.content.decode()
            assert "Content-Disposition" not in response
        assert response.getvalue()


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"scan": "perhaps"}, "document_scan_is_known"),
        ({"scan": "waiting"}, "document_waiting_has_due"),
        ({"scan_due_at": NOW}, "document_waiting_has_due"),
        ({"scan": "clean"}, "document_scanned_has_time"),
        ({"scanned_at": NOW}, "document_scanned_has_time"),
        ({"scan": "infected", "scanned_at": NOW}, "document_infected_has_threat"),
        ({"threat": "Eicar"}, "document_infected_has_threat"),
    ],
)
def test_the_database_refuses_a_scan_that_cannot_be(keep, wrong, constraint):
    document = keep()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**wrong)
