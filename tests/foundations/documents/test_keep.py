"""Keeping a file: its row says what it is, and what we will not keep leaves nothing behind."""

import hashlib

import pytest
from django.db import IntegrityError, transaction

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.documents import Refused, queries
from borough.foundations.documents.actions import megabytes
from borough.foundations.documents.models import Document

from . import files
from .conftest import stored

pytestmark = pytest.mark.django_db


def test_the_row_says_what_the_file_is(keep):
    document = keep("../Bank statement.PDF", files.PDF, about="journey:17")
    assert (document.name, document.kind, document.content_type) == ("Bank statement.PDF", "pdf", "application/pdf")
    assert document.size == len(files.PDF)
    assert document.sha256 == hashlib.sha256(files.PDF).hexdigest()
    assert list(queries.about("journey:17")) == [document]


def test_the_bytes_are_kept_under_a_random_key(keep, storage):
    one, two = keep(), keep()
    assert stored(storage) == {one.key, two.key}
    assert "letter" not in one.key
    with one.open() as kept:
        assert kept.read() == files.PDF


def test_it_is_audited_without_the_files_name(keep):
    event = audit.of(keep(about="journey:17")).get()
    assert event.action == "document.kept"
    assert event.data == {"kind": "pdf", "size": len(files.PDF), "about": "journey:17"}


def test_a_name_gets_the_ending_of_its_content(keep):
    assert keep("IMG_1.jpg", files.picture("PNG")).name == "IMG_1.png"
    assert keep("photo", files.picture("JPEG")).name == "photo.jpg"
    assert keep("\0\u202e", files.PDF).name == "file.pdf"


@pytest.mark.parametrize(
    ("content", "limits", "told"),
    [
        (b"", {}, "is empty"),
        (files.PDF, {"max_bytes": 10}, "must be 0.1 MB or smaller"),
        (files.PDF, {"allowed": {"image"}}, "must be a picture"),
        (files.HTML, {}, "is not a PDF"),
    ],
)
def test_what_is_refused_leaves_nothing(keep, storage, content, limits, told):
    with pytest.raises(Refused, match=told):
        keep("letter.pdf", content, **limits)
    assert not Document.objects.exists()
    assert not stored(storage)


def test_a_long_name_is_cut_and_keeps_its_ending(keep):
    assert keep("x" * 10_000 + ".pdf").name.endswith("xx.pdf")


def test_storage_that_does_not_answer_is_a_refusal_that_says_try_again(keep, storage, monkeypatch, caplog):
    monkeypatch.setattr(storage, "save", lambda *_: 1 / 0)
    with pytest.raises(Refused, match="Try again in a few minutes"):
        keep()
    assert "Could not store" in caplog.text
    assert "letter" not in caplog.text


def test_sizes_are_rounded_up():
    assert [megabytes(n) for n in (1, 10_000_000, 10_000_001, 12_340_000)] == ["0.1 MB", "10 MB", "10.1 MB", "12.4 MB"]


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"size": 0}, "document_is_not_empty"),
        ({"sha256": "x"}, "document_sha256_is_hex"),
        ({"kind": "film"}, "document_kind_is_known"),
        ({"name": "a/b.pdf"}, "document_name_is_safe"),
        ({"name": ""}, "document_name_is_safe"),
    ],
)
def test_the_database_refuses_what_cannot_be_a_document(keep, wrong, constraint):
    document = keep()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**wrong)


def test_two_rows_never_share_a_file(keep):
    one, two = keep(), keep()
    with pytest.raises(IntegrityError, match="key"), transaction.atomic():
        Document.objects.filter(pk=two.pk).update(key=one.key)


def test_by_a_resident(keep):
    assert audit.of(keep(by=RESIDENT)).get().actor_kind == "resident"
