"""Something goes wrong while a file is taken: nothing else is lost, and nothing is left lying about."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.utils import timezone

from borough.forms import jobs
from borough.forms.models import Journey
from borough.forms.views import uploads
from borough.foundations.documents import jobs as documents
from borough.foundations.documents.models import Document
from tests.foundations.documents.conftest import stored

from .. import made
from .papers import pdf

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/proof"
QUESTIONS = """
  - name: proof
    title: Proof
    questions:
      - {name: proof, type: file, label: Proof of address}
      - {name: why, type: text, label: Why?, optional: true}
"""


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"documents": backend}
    return storages["documents"]


@pytest.fixture
def there(client, db):
    made.publish(made.bike("pages:", f"pages:{QUESTIONS}"))
    return client


class Full(FileSystemStorage):
    """A disk with room for one file and a bit of the next."""

    def _save(self, name, content):
        kept = super()._save(name, content)
        if len(stored(self)) > 1:
            raise OSError("No space left on device")
        return kept


def test_a_disk_that_is_full_loses_nothing_else(there, settings, storage):
    settings.STORAGES["documents"]["BACKEND"] = f"{__name__}.Full"
    settings.STORAGES = dict(settings.STORAGES)
    typed = {"proof": [pdf("one.pdf"), pdf("two.pdf")], "why": "Because", "do": "continue"}
    page = there.post(PAGE, typed).content.decode()
    assert "We could not keep your file. Try again in a few minutes" in page
    assert "one.pdf" in page
    assert 'value="Because"' in page
    assert [file["name"] for file in Journey.objects.get().answers["proof"]] == ["one.pdf"]
    assert len(stored(storage)) == 2
    assert documents.sweep(today=(timezone.now() + timedelta(days=2)).date()) == 1
    assert stored(storage) == {Document.objects.get().key}


def test_a_file_that_comes_as_the_form_is_sent_goes_again(there, django_capture_on_commit_callbacks, storage):
    there.post(PAGE, {"proof": pdf("one.pdf"), "do": "continue"})
    made.fill(there)
    keep = uploads.documents.keep

    def sent_meanwhile(**file):
        there.post("/apply/borrow-a-bike/send")
        return keep(**file)

    with patch.object(uploads.documents, "keep", sent_meanwhile):
        answer = there.post(PAGE, {"proof": pdf("late.pdf"), "do": "continue"})
    assert "You have already sent this form" in answer.content.decode()
    assert Document.objects.count() == 2
    with django_capture_on_commit_callbacks(execute=True):
        jobs.retention()
    assert Document.objects.get().name == "one.pdf"
    assert len(stored(storage)) == 1


def test_files_of_a_form_under_way_stay(there):
    there.post(PAGE, {"proof": pdf("one.pdf"), "do": "continue"})
    jobs.retention()
    assert Document.objects.get().name == "one.pdf"
