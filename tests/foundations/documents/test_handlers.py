"""More than one request may bring is refused before it is kept, on pages that take no files too."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from borough.foundations.documents import handlers

pytestmark = pytest.mark.django_db


def test_too_much_has_a_page_that_says_so(client, monkeypatch):
    monkeypatch.setattr(handlers, "MOST_BYTES", 1000)
    answer = client.post("/sign-in/", {"email": "a@example.org", "file": SimpleUploadedFile("a.pdf", b"x" * 2000)})
    assert answer.status_code == 413
    assert "That is too much to send at once" in answer.content.decode()


def test_what_fits_goes_on_to_the_page(client):
    answer = client.post("/sign-in/", {"email": "wrong", "file": SimpleUploadedFile("a.pdf", b"x" * 2000)})
    assert answer.status_code == 200
