"""Back, two tabs and double clicks: no answer is lost, and there is one submission."""

import pytest

from borough.forms.models import Journey, Submission
from borough.foundations.messages.models import Message

from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db


def test_two_tabs_on_two_pages_lose_no_answer(client, bike):
    fill(client)
    client.get("/apply/borrow-a-bike/name")
    client.get("/apply/borrow-a-bike/email")
    client.post("/apply/borrow-a-bike/name", {"full_name": "Grace Example"})
    client.post("/apply/borrow-a-bike/email", {"email": "grace@example.org"})
    assert Journey.objects.get().answers | {"full_name": "Grace Example", "email": "grace@example.org"} == (
        Journey.objects.get().answers
    )


def test_going_back_and_answering_again_changes_the_answer(client, bike):
    fill(client, answers=ANSWERS[:2])
    client.post("/apply/borrow-a-bike/name", {"full_name": "Grace Example"})
    assert Journey.objects.get().answers["full_name"] == "Grace Example"


def test_a_double_click_on_a_page_is_one_answer(client, bike):
    fill(client, answers=[ANSWERS[0]])
    places = {client.post("/apply/borrow-a-bike/name", {"full_name": "Ada"})["Location"] for _ in range(2)}
    assert places == {"/apply/borrow-a-bike/email"}
    assert Journey.objects.count() == 1


def test_back_from_the_end_and_sending_again_is_one_submission(answered):
    answered.post("/apply/borrow-a-bike/send")
    answered.get("/apply/borrow-a-bike/check-answers")
    response = answered.post("/apply/borrow-a-bike/send")
    assert response["Location"] == "/apply/borrow-a-bike/sent"
    assert Submission.objects.count() == 1
    assert Message.objects.filter(about__startswith="case:").count() == 1


def test_an_answer_left_behind_does_not_count_until_it_is_come_to_again(client, bike):
    fill(client)
    client.post("/apply/borrow-a-bike/who", {"who": "cat"})
    assert client.post("/apply/borrow-a-bike/send")["Location"].endswith("/check-answers")
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert client.get("/apply/borrow-a-bike/check-answers").status_code == 200
    client.post("/apply/borrow-a-bike/send")
    assert Submission.objects.get().answers["full_name"] == "Ada Example"


def test_two_forms_at_once_do_not_mix(client, bike, everything):
    fill(client, answers=ANSWERS[:2])
    client.post("/apply/everything/about-you", {"full_name": "Bo", "email": "bo@example.org"})
    assert {j.slug: j.answers["full_name"] for j in Journey.objects.all()} == {
        "borrow-a-bike": "Ada Example",
        "everything": "Bo",
    }


def test_another_services_place_is_not_this_ones(client, bike, everything):
    fill(client, answers=ANSWERS[:1])
    client.cookies["form-everything"] = client.cookies["form-borrow-a-bike"].value
    assert client.get("/apply/everything/story").status_code == 410
