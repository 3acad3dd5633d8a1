"""A page that asks for files: added, shown, taken away, and refused kindly."""

from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from borough.forms.actions.files import change_files
from borough.forms.models import Journey
from borough.forms.views import uploads
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents.models import Document

from .. import made
from .papers import pdf

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/papers"


@pytest.fixture
def there(client, db):
    """A browser on the page, the first of its form."""
    made.publish(made.everything_from("papers"), "everything")
    return client


def upload(client, *files, do="upload papers"):
    return client.post(PAGE, {"papers": list(files), "do": do})


def names():
    journey = Journey.objects.first()
    return [file["name"] for file in journey.answers.get("papers", [])] if journey else []


def test_a_file_is_kept_and_shown_with_its_size(there):
    assert upload(there, pdf("My letter.pdf"))["Location"] == PAGE
    page = there.get(PAGE).content.decode()
    assert "My letter.pdf" in page
    assert "1 KB" in page
    assert "Add another file" in page
    assert Document.objects.get().about == f"journey:{Journey.objects.get().pk}"


def test_continue_takes_a_file_too(there):
    response = upload(there, pdf(), do="continue")
    assert response.status_code == 302
    assert response["Location"] != PAGE
    assert names() == ["letter.pdf"]


def test_a_file_is_taken_away_with_its_document(there, django_capture_on_commit_callbacks):
    upload(there, pdf("one.pdf"), pdf("two.pdf"))
    first = Journey.objects.get().answers["papers"][0]["id"]
    there.post(PAGE, {"do": f"remove papers {first}"})
    assert names() == ["two.pdf"]
    assert [document.name for document in Document.objects.all()] == ["two.pdf"]


def test_without_its_files_the_page_is_to_be_answered_again(there):
    upload(there, pdf())
    there.post(PAGE, {"do": f"remove papers {Journey.objects.get().answers['papers'][0]['id']}"})
    assert "papers" not in Journey.objects.get().answers


def test_continue_without_a_file_asks_for_one(there):
    assert "Choose your papers" in there.post(PAGE, {"do": "continue"}).content.decode()


def test_upload_without_a_file_asks_for_one(there):
    assert "Choose a file first" in upload(there).content.decode()


def test_too_many_are_refused_and_those_that_fit_are_kept(there):
    page = upload(there, pdf("1.pdf"), pdf("2.pdf"), pdf("3.pdf")).content.decode()
    assert "You can send 2 files at most" in page
    assert names() == ["1.pdf", "2.pdf"]
    assert "1.pdf" in page


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("letter.pdf", b"MZ\x90\x00not a PDF"),
        ("tune.mp3", b"ID3" + b"\0" * 99),
        ("empty.pdf", b""),
        ("\u202efdp.exe", b"MZ"),
        ("letter.docx", b"PK\x03\x04broken"),
        ("../../x.pdf", b"x"),
    ],
)
def test_what_we_cannot_take_is_refused_in_words(there, name, content):
    response = upload(there, SimpleUploadedFile(name, content, "application/pdf"))
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()
    assert "<script>alert" not in response.content.decode()
    assert not names()


def test_too_large_is_refused_in_words(there):
    page = upload(there, pdf(size=1_100_000)).content.decode()
    assert "It must be 1 MB or smaller" in page
    assert not Document.objects.exists()


def test_a_good_file_is_kept_beside_a_bad_one(there):
    upload(there, pdf("good.pdf"), SimpleUploadedFile("bad.pdf", b"x"))
    assert names() == ["good.pdf"]


def test_a_first_file_refused_keeps_the_place_for_the_next(there):
    upload(there, SimpleUploadedFile("bad.pdf", b"x"))
    upload(there, pdf("good.pdf"))
    assert names() == ["good.pdf"]
    assert Journey.objects.count() == 1


def test_a_good_file_sent_first_of_all_beside_a_bad_one_is_still_there(there):
    page = upload(there, pdf("good.pdf"), SimpleUploadedFile("bad.pdf", b"x")).content.decode()
    assert "good.pdf" in page
    assert "good.pdf" in there.get(PAGE).content.decode()


@pytest.mark.parametrize("id", ["", "x", "../1", "00000000-0000-0000-0000-000000000000", "\0"])
def test_taking_away_what_is_not_there_changes_nothing(there, id):
    upload(there, pdf())
    assert there.post(PAGE, {"do": f"remove papers {id}"}).status_code in (200, 302)
    assert names() == ["letter.pdf"]


def test_somebody_elses_file_cannot_be_taken_away(there, client):
    other = Document.objects.create(
        name="x.pdf",
        kind="pdf",
        content_type="application/pdf",
        size=1,
        sha256="0" * 64,
        key="x",
        about="journey:another",
    )
    there.post(PAGE, {"do": f"remove papers {other.pk}"})
    assert Document.objects.filter(pk=other.pk).exists()


def test_a_file_sent_first_of_all_begins_the_form(there):
    upload(there, pdf())
    assert names() == ["letter.pdf"]


def test_going_on_without_files_leaves_those_of_another_tab(client, db):
    """The other tab sent one after this one was asked for."""
    made.publish(made.everything_from("papers").replace("most: 2", "most: 2, optional: true"), "everything")
    client.post(PAGE, {"do": "continue"})
    assert Journey.objects.get().answers == {"papers": None}
    taken = uploads.take

    def meanwhile(*args):
        stopped = taken(*args)
        change_files(
            journey=Journey.objects.get(), question="papers", add=[{"id": "1", "name": "x", "size": 1}], by=SYSTEM
        )
        return stopped

    with patch.object(uploads, "take", meanwhile):
        assert client.post(PAGE, {"do": "continue"}).status_code == 302
    assert names() == ["x"]


def test_nobody_downloads_a_file_that_is_not_in_a_case(there):
    upload(there, pdf())
    assert there.get(f"/documents/{Document.objects.get().pk}/").status_code in (302, 403, 404)
