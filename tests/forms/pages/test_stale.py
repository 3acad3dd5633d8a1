"""A form sent from a page that was open for too long: not saved, and nothing that was typed is lost."""

import pytest
from django.test import Client

from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/name"


@pytest.fixture
def browser(bike):
    client = Client()
    fill(client, answers=[ANSWERS[0]])
    client.handler.enforce_csrf_checks = True
    return client


def test_what_was_typed_is_shown_again_with_what_to_do(browser):
    page = browser.post(PAGE, {"full_name": "Ada <Lovelace>", "csrfmiddlewaretoken": "a" * 64})
    words = page.content.decode()
    assert page.status_code == 403
    assert "press Continue" in words
    assert 'value="Ada &lt;Lovelace&gt;"' in words


def test_sent_again_from_there_it_is_taken(browser):
    words = browser.post(PAGE, {"full_name": "Ada"}).content.decode()
    token = words.split('name="csrfmiddlewaretoken" value="')[1][:64]
    assert browser.post(PAGE, {"full_name": "Ada", "csrfmiddlewaretoken": token}).status_code == 302


def test_nothing_of_what_another_website_sent_is_shown(browser):
    page = browser.post(PAGE, {"full_name": "Mallory"}, HTTP_ORIGIN="https://elsewhere.example")
    assert page.status_code == 403
    assert "Mallory" not in page.content.decode()
