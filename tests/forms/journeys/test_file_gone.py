"""A file that is not kept any more: said where it was asked for, and nothing is sent that points nowhere."""

import pytest

from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document

from .. import made
from .papers import pdf

pytestmark = pytest.mark.django_db
PAPERS = "/apply/borrow-a-bike/papers"
SENDING = made.bike(
    "  - name: when\n",
    "  - name: papers\n    questions: [{name: papers, type: file, label: Your papers}]\n  - name: when\n",
)


@pytest.fixture
def gone(client, db):
    """Every page answered, and the file lost since."""
    made.publish(SENDING)
    made.fill(client, answers=made.ANSWERS[:3])
    client.post(PAPERS, {"papers": pdf("passport.pdf")})
    made.fill(client, answers=made.ANSWERS[3:])
    for document in Document.objects.all():
        documents.discard(document=document, by=SYSTEM)
    return client


def test_sending_leads_to_the_page_that_says_so(gone):
    place = gone.post("/apply/borrow-a-bike/send")["Location"]
    assert place.startswith(PAPERS)
    page = gone.get(place).content.decode()
    assert "We no longer have “passport.pdf”. Remove it, then send it again" in page
    assert not Submission.objects.exists()
    assert Journey.objects.get().answers["full_name"] == "Ada Example"


def test_going_on_without_another_says_so_again(gone):
    page = gone.post(PAPERS, {})
    assert page.status_code == 200
    assert "We no longer have" in page.content.decode()


def test_taken_away_and_chosen_again_it_can_be_sent(gone):
    lost = Journey.objects.get().answers["papers"][0]["id"]
    gone.post(PAPERS, {"do": f"remove papers {lost}"})
    gone.post(PAPERS, {"papers": pdf("passport.pdf")})
    gone.post("/apply/borrow-a-bike/send")
    assert [file["name"] for file in Submission.objects.get().answers["papers"]] == ["passport.pdf"]
