"""Documents in S3-compatible storage behave as they do in a folder."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import Refused, actions, jobs
from borough.foundations.documents.models import Document

from . import bucket, files

pytestmark = pytest.mark.django_db


@pytest.fixture
def objects(settings):
    """What is in the bucket, by key."""
    with bucket.running() as server:
        options = {
            "bucket_name": "borough",
            "endpoint_url": f"http://127.0.0.1:{server.server_port}",
            "region_name": "eu-west-2",
            "access_key": "made-up",
            "secret_key": "made-up",
            "location": "documents",
            "file_overwrite": False,
        }
        backend = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
        settings.STORAGES = settings.STORAGES | {"documents": backend}
        yield server.objects
        storages["documents"].connection.meta.client.close()


def test_a_document_is_kept_opened_and_erased(objects, keep, django_capture_on_commit_callbacks):
    document = keep()
    assert objects == {f"documents/{document.key}": files.PDF}
    with document.open() as kept:
        assert kept.read() == files.PDF
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(document=document, reason="Asked", by=SYSTEM)
    assert not objects


def test_orphans_are_swept(objects, keep):
    document = keep()
    day = timezone.now() - timedelta(days=3)
    objects[f"documents/{day:%Y/%m/%d}/orphan"] = b"x"
    assert jobs.sweep() == 1
    assert objects.keys() == {f"documents/{document.key}"}


def test_a_missing_object_raises_as_a_missing_file_does(objects, keep):
    document = keep()
    objects.clear()
    with pytest.raises(FileNotFoundError):
        document.open()


def test_a_bucket_that_does_not_answer_is_a_refusal(objects, keep, monkeypatch):
    monkeypatch.setattr(bucket.Bucket, "do_PUT", lambda self: self.reply(403))
    with pytest.raises(Refused, match="Try again"):
        keep()
    assert not Document.objects.exists()
