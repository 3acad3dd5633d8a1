"""An e-mail address shown to be theirs, by a code sent there: nothing is sent without."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from borough.forms.models import Journey, Submission
from borough.forms.walking import visitor
from borough.foundations.audit.models import AuditEvent
from borough.foundations.codes.models import Code
from borough.foundations.messages.models import Message
from tests import people
from tests.foundations.together import at_once

from .. import made

pytestmark = pytest.mark.django_db
STEP = "/apply/borrow-a-bike/email/confirm"
ADA, BO = {"email": "ada@example.org"}, {"email": "bo@example.org"}


@pytest.fixture(autouse=True)
def form(db):
    old = "{name: email, type: email, "
    return made.publish(made.bike(old, old + "confirm: true, "))


@pytest.fixture
def client():
    """Somebody who has just given their address."""
    client = Client()
    made.fill(client, answers=made.ANSWERS[:2])
    answered = client.post("/apply/borrow-a-bike/email", ADA)
    assert answered["Location"] == STEP
    return client


def code(to="ada@example.org") -> str:
    return re.search(r"\b\d{6}\b", Message.objects.filter(to=to).latest("pk").body)[0]


def other(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06}"


def finish(client):
    made.fill(client, answers=made.ANSWERS[3:])
    return client.post("/apply/borrow-a-bike/send")["Location"]


def test_with_the_code_they_go_on(client):
    page = client.get(STEP).content.decode()
    assert "ada@example.org" in page
    assert "Enter the code we sent you" in page
    digits = code()
    assert client.post(STEP, {"code": f"{digits[:3]} {digits[3:]}"}).status_code == 302
    assert client.get(STEP)["Location"] == "/apply/borrow-a-bike/when"
    assert finish(client) == "/apply/borrow-a-bike/sent"
    assert AuditEvent.objects.filter(action="journey.email_confirmed").count() == 1


def test_without_it_nothing_is_sent(client):
    assert finish(client).startswith(STEP)
    assert not Submission.objects.exists()
    client.post(STEP, {"code": code()})
    assert client.post("/apply/borrow-a-bike/send")["Location"] == "/apply/borrow-a-bike/sent"


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Enter the code"), ("12", "Enter the 6 numbers"), ("٤٥٦٧٨٩", "Enter the 6 numbers")]
)
def test_what_is_no_code_is_said(client, typed, said):
    answered = client.post(STEP, {"code": typed})
    assert answered.status_code == 200
    assert said in answered.content.decode()


def test_a_wrong_code_is_said_and_after_five_the_right_one_is_too_late(client):
    digits = code()
    for _ in range(5):
        assert "This code is not right" in client.post(STEP, {"code": other(digits)}).content.decode()
    assert client.post(STEP, {"code": digits}).status_code == 200
    assert client.post(STEP, {"again": "1"}).status_code == 302
    assert client.post(STEP, {"code": code()}).status_code == 302


def test_an_old_code_works_no_longer(client):
    Code.objects.update(made_at=timezone.now() - datetime.timedelta(minutes=16), expires_at=timezone.now())
    assert client.post(STEP, {"code": code()}).status_code == 200
    assert "Send the code" in client.get(STEP).content.decode()


def test_another_address_is_confirmed_anew(client):
    client.post(STEP, {"code": code()})
    assert client.post("/apply/borrow-a-bike/email?change", BO)["Location"] == STEP + "?change"
    assert finish(client).startswith(STEP)
    client.post(STEP, {"code": code("bo@example.org")})
    assert client.post("/apply/borrow-a-bike/send")["Location"] == "/apply/borrow-a-bike/sent"


def test_the_same_again_asks_for_nothing(client):
    client.post(STEP, {"code": code()})
    assert client.post("/apply/borrow-a-bike/email", {"email": "Ada@example.org"})["Location"].endswith("/when")
    assert Message.objects.count() == 1


def test_going_back_sends_no_second_code(client):
    client.post("/apply/borrow-a-bike/email", ADA)
    assert Message.objects.count() == 1


def test_nobodys_mailbox_is_filled_from_here(client):
    answers = [client.post(STEP, {"again": "1"}).status_code for _ in range(12)]
    assert answers[-1] == 429
    assert Message.objects.count() == 10


def test_another_browser_has_no_such_step(client):
    assert Client().get(STEP).status_code != 200
    assert Client().post(STEP, {"code": code()}).status_code != 302 or not Journey.objects.get().confirmed


def test_a_resident_signed_in_with_it_is_not_asked(db):
    client = people.signed_in(people.resident(email="ada@example.org"), factor=None)
    made.fill(client, answers=made.ANSWERS[:2])
    assert client.post("/apply/borrow-a-bike/email", ADA)["Location"].endswith("/when")
    assert client.post("/apply/borrow-a-bike/email", BO)["Location"] == STEP


def test_an_officer_who_fills_it_in_for_somebody_is_not_asked(db):
    client = people.signed_in(people.officer("bikes"))
    client.post("/work/apply/borrow-a-bike/")
    made.fill(client, answers=made.ANSWERS[:2])
    assert client.post("/apply/borrow-a-bike/email", ADA)["Location"].endswith("/when")
    assert finish(client) == "/apply/borrow-a-bike/sent"
    assert Submission.objects.get().channel == "assisted"


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_confirm_it_once(client):
    digits = code()

    def give(_):
        tab = Client()
        tab.cookies = client.cookies
        return tab.post(STEP, {"code": digits}).status_code

    at_once(20, give)
    assert AuditEvent.objects.filter(action="journey.email_confirmed").count() == 1
    assert len(Journey.objects.get().confirmed) == 1
    assert Code.objects.get().ended_at


def test_what_is_kept_names_no_address(client):
    client.post(STEP, {"code": code()})
    assert "ada" not in str(Journey.objects.get().confirmed) + str(list(Code.objects.values("subject", "digest")))


def test_a_walk_gets_through(form):
    ways, problems = visitor.walk_form(form)
    assert ways
    assert not problems
