"""Somebody fills in a form in Welsh, and changes language on the way."""

import re

import pytest

from borough.forms.models import Journey, Submission

from .. import made
from . import bike

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def welsh(db):
    return bike.publish()


def page(client, address, **more) -> str:
    return client.get(f"/apply/borrow-a-bike/{address}", **more).content.decode()


def test_it_is_english_until_somebody_chooses(client):
    shown = page(client, "who")
    assert '<html lang="en"' in shown
    assert "Who is it for?" in shown
    link = '<a class="govuk-link" href="?lang=cy" hreflang="cy" lang="cy" rel="alternate">Cymraeg</a>'
    assert link in shown
    assert '<li aria-current="true">English</li>' in shown


def test_the_choice_holds_for_the_pages_that_follow(client):
    shown = page(client, "who?lang=cy")
    assert '<html lang="cy"' in shown
    assert "I bwy mae&#39;r beic?" in shown
    assert "Parhau" in shown
    assert 'href="?lang=en" hreflang="en" lang="en"' in shown
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert "Eich enw llawn" in page(client, "name")
    assert "Benthyg beic" in client.get("/services/borrow-a-bike/").content.decode()


def test_what_was_answered_stays_when_the_language_changes(client):
    page(client, "who?lang=cy")
    made.fill(client)
    assert "Fi" in page(client, "check-answers")
    english = page(client, "check-answers?lang=en")
    assert '<html lang="en"' in english
    assert "Me" in english
    assert "Ada Example" in english
    assert Journey.objects.get().answers["who"] == "me"


def test_the_links_keep_what_else_the_address_says(client):
    made.fill(client)
    assert 'href="?change=&amp;lang=cy"' in page(client, "name?change")


def test_a_choice_is_no_write(client, django_assert_num_queries):
    made.fill(client)
    page(client, "name?lang=cy")
    with django_assert_num_queries(1):
        page(client, "name?lang=cy")


@pytest.mark.parametrize("lang", ["fr", "", "<script>", "cy" * 1000])
def test_another_language_is_english(client, lang):
    response = client.get("/apply/borrow-a-bike/who", {"lang": lang})
    assert '<html lang="en"' in response.content.decode()
    assert "language" not in response.cookies


def test_what_is_not_translated_yet_says_that_it_is_english(client):
    shown = page(client, "who?lang=cy")
    assert re.search(r'<span lang="en">\s*My cat\s*</span>', shown)
    assert not re.search(r'<span lang="en">\s*Fi\s*</span>', shown)


def test_a_form_in_english_alone_offers_nothing_else(client):
    made.publish(made.BIKE)
    shown = page(client, "who?lang=cy")
    assert '<html lang="en"' in shown
    assert "app-language" not in shown
    made.fill(client)
    assert "Ada Example" in page(client, "check-answers")
    client.post("/apply/borrow-a-bike/send")
    assert Submission.objects.exists()
