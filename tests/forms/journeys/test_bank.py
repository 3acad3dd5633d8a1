"""A bank account is sealed before it is kept, and never shown again but for its last digits."""

import json

import pytest
from django.db import connection

from borough.forms.models import Journey
from borough.forms.questions.bank import opened

from .. import made

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/bank"
TYPED = {"account-name": "Ada Example Ltd", "account-sort_code": "30-94-30", "account-account_number": "00012345"}


@pytest.fixture
def given(client, db):
    """A browser whose bank account is answered."""
    made.publish(made.everything_from("bank"), "everything")
    assert client.post(PAGE, TYPED).status_code == 302
    return client


def kept():
    return Journey.objects.get().answers["account"]


def test_nothing_of_it_lies_in_the_database_in_clear(given):
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers::text FROM forms_journey")
        (text,) = cursor.fetchone()
    assert not any(part in text for part in ("00012345", "309430", "30-94-30", "Ada Example Ltd"))
    assert kept()["last"] == "2345"


def test_it_opens_with_our_key(given):
    assert opened(kept()) == {"name": "Ada Example Ltd", "sort_code": "309430", "account_number": "00012345"}


def test_coming_back_shows_only_its_last_digits(given):
    page = given.get(PAGE).content.decode()
    assert "Account ending 2345 is saved. Leave the boxes empty to keep it." in page
    assert "00012345" not in page
    assert "30" not in json.dumps(
        [line for line in page.splitlines() if "account-sort_code" in line and "value" in line]
    )


def test_left_empty_it_is_kept(given):
    before = kept()
    assert given.post(PAGE, dict.fromkeys(TYPED, "")).status_code == 302
    assert kept() == before


def test_typed_in_part_it_is_asked_for_whole(given):
    page = given.post(PAGE, TYPED | {"account-sort_code": ""}).content.decode()
    assert "The sort code must be 6 digits" in page
    assert kept()["last"] == "2345"


def test_the_same_account_has_the_same_digest_however_it_is_typed(given):
    before = kept()["digest"]
    given.post(PAGE, TYPED | {"account-sort_code": "309430", "account-account_number": "012345"})
    assert kept()["digest"] == before
    given.post(PAGE, TYPED | {"account-account_number": "012346"})
    assert kept()["digest"] != before
