"""Files that no row came to own are removed, and nothing else is."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions, jobs

from . import files
from .conftest import stored

pytestmark = pytest.mark.django_db


def orphan(storage, *, days):
    return storage.save(f"{timezone.now() - timedelta(days=days):%Y/%m/%d}/orphan", ContentFile(b"x"))


def test_old_orphans_go_and_young_ones_stay(storage):
    old, young = orphan(storage, days=3), orphan(storage, days=0)
    assert jobs.sweep() == 1
    assert stored(storage) == {young} != {old}


def test_a_file_with_a_row_stays(storage, keep):
    document = keep()
    later = (timezone.now() + timedelta(days=3)).date()
    assert jobs.sweep(today=later) == 0
    assert stored(storage) == {document.key}


def test_a_file_waiting_to_be_cleared_is_left_to_that(storage, keep):
    actions.erase(document=keep(), reason="Asked", by=SYSTEM)
    later = (timezone.now() + timedelta(days=3)).date()
    assert jobs.sweep(today=later) == 0
    assert stored(storage)


def test_a_file_whose_row_was_never_committed_is_an_orphan(storage, keep, monkeypatch):
    monkeypatch.setattr("borough.foundations.documents.actions.audit.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keep("letter.pdf", files.PDF)
    assert stored(storage)
    jobs.sweep(today=(timezone.now() + timedelta(days=2)).date())
    assert not stored(storage)
