"""Whatever comes between somebody and the end of a form has a page: what happened, what is kept, what to do."""

import datetime
import re
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from borough.forms import queries, retiring
from borough.forms.models import Journey
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.models import Message

from .. import made
from ..languages import bike as welsh

pytestmark = pytest.mark.django_db
HERE = "/apply/borrow-a-bike/"
CLOSING = made.bike("team:", "closes: 2027-03-31\nclosed: {reason: All bikes are lent.}\nteam:")


def session_ended(client):
    client.cookies.pop("form-borrow-a-bike")
    return client.get(f"{HERE}when")


def link_expired(client):
    client.post(f"{HERE}save", {"email": "ada@example.org"})
    Journey.objects.update(resume_until=timezone.now() - datetime.timedelta(days=1))
    return client.post(re.search(r"/resume/[\w-]+", Message.objects.latest("pk").body)[0])


def link_cut_off(client):
    return client.post("/resume/cut-o")


def version_retired(client):
    welsh.publish(made.bike("for a week", "for a month"))
    retiring.retire(slug="borrow-a-bike", reason="It asked too much", by=SYSTEM)
    queries.forget()
    return client.get(f"{HERE}when")


def closed_meanwhile(client):
    welsh.publish(CLOSING)
    with patch("django.utils.timezone.now", lambda: datetime.datetime(2027, 6, 1, tzinfo=datetime.UTC)):
        return client.get(f"{HERE}check-answers")


def sent_already(client):
    made.fill(client)
    client.post(f"{HERE}send")
    return client.get(f"{HERE}name")


PAGES = {  # what happened: (title, what is kept, what to do, title in Welsh)
    session_ended: (
        "We cannot find your place in this form",
        "we keep your answers for 30 days after your last change",
        ">\n  Start again",
        "Ni allwn ddod o hyd i&#39;ch lle yn y ffurflen hon",
    ),
    link_expired: ("This link is too old", "We still have your answers", "Go to the form", "ddolen hon yn rhy hen"),
    link_cut_off: ("This link no longer works", "", "Try the whole link", "yn gweithio mwyach"),
    version_retired: (
        "This form has changed since you began",
        "We have kept your answers",
        "Go on with the new form",
        "wedi newid ers i chi ddechrau",
    ),
    closed_meanwhile: (
        "This form has closed",
        "We keep your answers for 30 days after your last change",
        "If the form opens again",
        "Mae&#39;r ffurflen hon wedi cau",
    ),
    sent_already: (
        "You have already sent this form",
        "We have your answers",
        "Your applications",
        "eisoes wedi anfon",
    ),
}


@pytest.fixture
def begun(client, db):
    welsh.publish()
    made.fill(client, answers=made.ANSWERS[:3])
    return client


def heading(response) -> str:
    """The page's title, which is its heading too."""
    page = response.content.decode()
    title = re.search(r"<title>\s*(.*?)\s*</title>", page, re.DOTALL)[1]
    heading = re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page, re.DOTALL)[1]
    assert title.startswith(heading)
    return heading


@pytest.mark.parametrize("happened", PAGES, ids=lambda one: one.__name__)
def test_it_is_named_with_what_is_kept_and_what_to_do(begun, happened):
    title, kept, now, _ = PAGES[happened]
    response = happened(begun)
    page = response.content.decode()
    assert response.status_code == 410
    assert heading(response) == title
    assert kept in page
    assert now in page


@pytest.mark.parametrize("happened", PAGES, ids=lambda one: one.__name__)
def test_in_welsh_too(begun, happened):
    begun.cookies["language"] = "cy"
    response = happened(begun)
    assert PAGES[happened][3] in heading(response)
    assert '<html lang="cy"' in response.content.decode()


@pytest.mark.parametrize("happened", [session_ended, link_expired, version_retired, closed_meanwhile])
def test_no_answer_is_lost(begun, happened):
    happened(begun)
    assert Journey.objects.get().answers["full_name"] == "Ada Example"


def test_a_page_sent_after_closing_is_kept_and_the_next_says_so(begun):
    begun.cookies.clear()
    welsh.publish(CLOSING)
    made.fill(begun, answers=made.ANSWERS[:3])
    with patch("django.utils.timezone.now", lambda: datetime.datetime(2027, 6, 1, tzinfo=datetime.UTC)):
        after = begun.post(f"{HERE}when", made.ANSWERS[3][1])
        assert begun.get(after["Location"]).status_code == 410
    assert Journey.objects.latest("started_at").answers["wanted_on"] == "2030-03-27"


def test_a_page_open_too_long_leads_back_to_where_it_was_sent_from(begun):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = begun.cookies
    check = f"http://testserver{HERE}check-answers"
    response = strict.post(f"{HERE}send", headers={"referer": check})
    assert response.status_code == 403
    assert heading(response) == "This page was open too long"
    assert f'href="{HERE}check-answers"' in response.content.decode()
    elsewhere = strict.post(f"{HERE}save", headers={"referer": "https://evil.example/x"})
    assert f'href="{HERE}save"' in elsewhere.content.decode()
