"""A virus in a file that was not sent yet: its page says so, and the form is not sent with it."""

import pytest
from django.utils import timezone

from borough.forms.models import Journey, Submission
from borough.foundations.documents.models import Document
from tests.forms import made

from .papers import pdf

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/proof"
FILE = """
  - name: proof
    questions:
      - {name: proof, type: file, label: Proof of address}
"""


@pytest.fixture
def there(client, db):
    made.publish(made.bike("pages:", f"pages:{FILE}"))
    client.post(PAGE, {"proof": [pdf("bad.pdf"), pdf("good.pdf")], "do": "continue"})
    made.fill(client)
    bad = Document.objects.filter(name="bad.pdf")
    bad.update(scan="infected", scanned_at=timezone.now(), threat="Eicar")
    return client


def test_its_page_says_so_and_asks_for_another(there):
    page = there.get(PAGE).content.decode()
    assert page.count("We found a virus in this file, so we removed it") == 1
    assert "good.pdf" in page
    page = there.post(PAGE, {"do": "continue"}).content.decode()
    assert '<a href="#proof">We found a virus in “bad.pdf”. Remove it, then send another file' in page


def test_the_form_is_not_sent_with_it_and_nothing_is_lost(there):
    page = there.post("/apply/borrow-a-bike/send", follow=True)
    assert "We found a virus in “bad.pdf”" in page.content.decode()
    assert not Submission.objects.exists()
    id = next(file["id"] for file in Journey.objects.get().answers["proof"] if file["name"] == "bad.pdf")
    there.post(PAGE, {"do": f"remove proof {id}"})
    there.post("/apply/borrow-a-bike/send")
    assert [file["name"] for file in Submission.objects.get().answers["proof"]] == ["good.pdf"]
