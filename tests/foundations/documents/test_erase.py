"""A document erased is gone, row and bytes, whatever is killed on the way."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions, jobs
from borough.foundations.documents.models import Document, Leftover

from .conftest import stored


@pytest.mark.django_db
def test_row_and_bytes_go(keep, storage, django_capture_on_commit_callbacks):
    document = keep()
    id = document.pk
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(document=document, reason="Asked to be forgotten", by=SYSTEM)
    assert not Document.objects.exists()
    assert not Leftover.objects.exists()
    assert not stored(storage)
    event = audit.named("document", id)[0]
    assert (event.action, event.reason) == ("document.erased", "Asked to be forgotten")


@pytest.mark.django_db(transaction=True)
def test_bytes_stay_when_the_erasure_is_undone(keep, storage):
    document = keep()

    def erase_and_fail():
        with transaction.atomic():
            actions.erase(document=document, reason="Asked", by=SYSTEM)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        erase_and_fail()
    assert Document.objects.count() == len(stored(storage)) == 1


@pytest.mark.django_db
def test_an_erasure_needs_a_reason(keep):
    with pytest.raises(ValueError, match="Say why"):
        actions.erase(document=keep(), reason=" ", by=SYSTEM)


@pytest.mark.django_db
def test_discarding_needs_none(keep, django_capture_on_commit_callbacks, storage):
    document = keep()
    id = document.pk
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(document=document, by=SYSTEM)
    assert not stored(storage)
    assert audit.named("document", id)[0].action == "document.discarded"


@pytest.mark.django_db
def test_bytes_left_by_a_killed_process_are_cleared_later(keep, storage):
    actions.erase(document=keep(), reason="Asked", by=SYSTEM)  # nothing commits here, so the bytes stay
    assert stored(storage)
    assert jobs.clear() == 0  # it may still be under way
    Leftover.objects.update(since=timezone.now() - timedelta(hours=1))
    assert jobs.clear() == 1
    assert not stored(storage)
    assert not Leftover.objects.exists()


@pytest.mark.django_db
def test_storage_that_does_not_answer_is_tried_again(keep, storage, monkeypatch, caplog):
    actions.erase(document=keep(), reason="Asked", by=SYSTEM)
    Leftover.objects.update(since=timezone.now() - timedelta(hours=1))
    with monkeypatch.context() as broken:
        broken.setattr(storage, "delete", lambda _: 1 / 0)
        jobs.clear()
    assert Leftover.objects.exists()
    assert "try again" in caplog.text
    jobs.clear()
    assert not stored(storage)
