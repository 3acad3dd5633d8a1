"""What a page says about files, and why it does not take one, in the language of its form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from borough.design.languages import speaking
from borough.foundations.documents import kinds
from tests.foundations.documents.files import GOOD

from .. import made
from ..journeys.papers import pdf
from . import bike

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/proof"
QUESTION = "{name: proof, type: file, label: Proof, kinds: [pdf, image], least: 2, most: 3, max_mb: 1}"


@pytest.fixture
def there(client):
    bike.publish(made.bike("pages:\n", f"pages:\n  - name: proof\n    questions: [{QUESTION}]\n"))
    client.get(f"{PAGE}?lang=cy")
    return client


def sent(client, *files):
    return client.post(PAGE, {"proof": files, "do": "continue"}).content.decode()


def test_what_may_be_sent(there):
    page = there.get(PAGE).content.decode()
    assert "Gallwch anfon: PDF neu llun, hyd at 1 MB yr un. Anfonwch o leiaf 2." in page
    assert (
        "You can send a PDF or a picture, up to 1 MB each. Send at least 2."
        in there.get(f"{PAGE}?lang=en").content.decode()
    )


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SimpleUploadedFile("a.txt", b"x"), "Rhaid i&#39;r ffeil a ddewiswyd fod yn un o&#39;r rhain: PDF neu llun"),
        (SimpleUploadedFile("a.pdf", b"x"), "ond nid PDF yw hi"),
        (SimpleUploadedFile("a.pdf", b""), "yn wag"),
        (pdf("a.pdf", 1_200_000), "Rhaid iddi fod yn 1 MB neu lai"),
        (SimpleUploadedFile("a.pdf", GOOD["letter.pdf"][:20]), "difrodi"),
    ],
)
def test_why_one_is_not_taken(there, file, said):
    page = sent(there, file)
    assert said in page.replace("&#x27;", "&#39;")
    assert "The selected" not in page


def test_too_few_and_too_many(there):
    assert "Dewiswch o leiaf 2 ffeil" in sent(there, pdf())
    assert "at y mwyaf" not in sent(there, pdf())
    assert "Gallwch anfon 3 ffeil ar y mwyaf" in sent(there, pdf(), pdf())


def test_every_kind_has_a_name():
    with speaking("cy"):
        assert kinds.words(kinds.KINDS) == "PDF, llun, dogfen Word, taenlen, cyflwyniad neu ffeil destun"
        assert kinds.words(()) == "ffeil"
