"""Whoever fills in a form in Welsh is written to in Welsh; what is kept for officers is English."""

import pytest

from borough.casework import actions as cases
from borough.casework.models import Case
from borough.forms.models import Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.models import Message

from .. import made
from . import bike

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def welsh(db):
    return bike.publish()


@pytest.fixture
def sent(client):
    """The page that says we have a form filled in in Welsh."""
    client.get("/apply/borrow-a-bike/who?lang=cy")
    made.fill(client)
    return client.get(client.post("/apply/borrow-a-bike/send")["Location"]).content.decode()


def test_the_submission_knows_its_language(sent):
    assert Submission.objects.get().language == "cy"
    assert "Eich cyfeirnod yw" in sent


def test_the_first_message_is_in_welsh(sent):
    message = Message.objects.get()
    assert message.subject == "Mae gennym eich cais"
    assert message.body.startswith("Diolch, Ada Example. Eich cyfeirnod yw BIK-")
    assert "Gweld ble mae eich cais: " in message.body


def test_an_officers_own_words_are_framed_in_welsh(sent):
    cases.ask(case=Case.objects.get(), text="Pa liw?", by=SYSTEM)
    body = Message.objects.latest("created_at").body
    assert body.startswith("Annwyl Ada Example\n\nPa liw?")


def test_in_english_it_stays_english(client):
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().language == "en"
    assert Message.objects.get().subject == "We have your request"


def test_the_way_back_opens_in_welsh(client):
    client.get("/apply/borrow-a-bike/who?lang=cy")
    made.fill(client, answers=made.ANSWERS[:2])
    client.post("/apply/borrow-a-bike/save", {"email": "ada@example.org"})
    message = Message.objects.get()
    assert message.subject == "Mae eich ffurflen wedi'i chadw: Benthyg beic"
    link = next(word for word in message.body.split() if "/resume/" in word)
    assert link.endswith("?lang=cy")
    client.cookies.clear()
    path = link.split("testserver")[1]
    assert "Agor y ffurflen a gadwyd gennych" in client.get(path).content.decode()
    response = client.post(path)
    shown = client.get(response["Location"], follow=True).content.decode()
    assert '<html lang="cy"' in shown
