"""An answer that held when it was given may not hold when the form is sent."""

import datetime

import pytest

from borough.forms.models import Journey, Submission

from .. import made

pytestmark = pytest.mark.django_db
SEND = "/apply/borrow-a-bike/send"


def given_last_month(client, **answers):
    journey = Journey.objects.get()
    journey.answers |= answers
    journey.save()
    return client.post(SEND)


def test_a_day_now_past_opens_its_page_and_says_why(answered):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011
    response = given_last_month(answered, wanted_on=yesterday.isoformat())
    assert response["Location"] == "/apply/borrow-a-bike/when?change=again"
    page = answered.get(response["Location"]).content.decode()
    assert "There is a problem" in page
    assert "or later" in page
    assert f'value="{yesterday.year}"' in page
    assert not Submission.objects.exists()


def test_once_put_right_it_is_sent(answered):
    response = given_last_month(answered, wanted_on="2020-01-01")
    typed = {"wanted_on-day": "27", "wanted_on-month": "3", "wanted_on-year": "2031"}
    assert answered.post(response["Location"], typed)["Location"] == "/apply/borrow-a-bike/check-answers"
    answered.post(SEND)
    assert Submission.objects.get().answers["wanted_on"] == "2031-03-27"


def test_an_answer_missing_opens_its_page(answered):
    response = given_last_month(answered, full_name=None)
    assert response["Location"] == "/apply/borrow-a-bike/name?change=again"
    assert "Enter your full name" in answered.get(response["Location"]).content.decode()


def test_a_page_never_come_to_is_asked_first(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    assert client.post(SEND)["Location"] == "/apply/borrow-a-bike/email?change=again"


def test_a_page_never_come_to_opens_without_complaint(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    assert "There is a problem" in client.get("/apply/borrow-a-bike/email?change=again").content.decode()
    assert "There is a problem" not in client.get("/apply/borrow-a-bike/email").content.decode()


def test_sending_without_a_form_says_so(client, bike):
    assert client.post(SEND).status_code == 410
