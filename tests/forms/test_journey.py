"""Somebody fills in a form, page by page, and sends it."""

import pytest

from borough.forms.models import Journey, Submission

from .made import ANSWERS

pytestmark = pytest.mark.django_db


def test_the_first_page_is_shown_without_a_journey(client, bike, django_assert_num_queries):
    client.get("/apply/borrow-a-bike/who")
    with django_assert_num_queries(0):
        response = client.get("/apply/borrow-a-bike/who")
    assert "Who is it for?" in response.content.decode()
    assert not Journey.objects.exists()


def test_each_page_leads_to_the_next_and_the_last_to_check_answers(client, bike):
    places = [client.post(f"/apply/borrow-a-bike/{page}", typed)["Location"] for page, typed in ANSWERS]
    assert [place.rsplit("/", 1)[1] for place in places] == ["name", "email", "when", "check-answers"]


def test_check_answers_shows_them_with_links_that_change_them(answered):
    page = answered.get("/apply/borrow-a-bike/check-answers").content.decode()
    assert "Ada Example" in page
    assert "27 March 2030" in page
    assert "/apply/borrow-a-bike/name?change" in page


def test_a_change_comes_back_to_check_answers(answered):
    response = answered.post("/apply/borrow-a-bike/name?change", {"full_name": "Grace Example"})
    assert response["Location"] == "/apply/borrow-a-bike/check-answers"
    assert "Grace Example" in answered.get(response["Location"]).content.decode()


def test_sending_makes_a_submission_with_a_readable_reference(answered):
    response = answered.post("/apply/borrow-a-bike/send")
    page = answered.get(response["Location"]).content.decode()
    submission = Submission.objects.get()
    assert submission.reference in page
    assert submission.reference.startswith("BIK-")
    assert submission.answers["full_name"] == "Ada Example"
    assert submission.person.name == "Ada Example"


def test_sending_again_gives_the_same_submission(answered):
    answered.post("/apply/borrow-a-bike/send")
    again = answered.post("/apply/borrow-a-bike/send")
    assert again["Location"] == "/apply/borrow-a-bike/sent"
    assert Submission.objects.count() == 1


def test_all_errors_are_shown_at_once_and_what_was_typed_is_kept(answered):
    typed = {"wanted_on-day": "31", "wanted_on-month": "2", "wanted_on-year": "2030"}
    page = answered.post("/apply/borrow-a-bike/when", typed).content.decode()
    assert "There is a problem" in page
    assert "must be a real date" in page
    assert 'href="#wanted_on-day"' in page
    assert 'value="31"' in page


def test_an_earlier_answer_stands_in_a_later_page_and_is_escaped(client, bike):
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    client.post("/apply/borrow-a-bike/name", {"full_name": "<b>Ada</b>"})
    page = client.get("/apply/borrow-a-bike/email").content.decode()
    assert "We write to you there, &lt;b&gt;Ada&lt;/b&gt;." in page


def test_back_shows_what_was_answered(answered):
    page = answered.get("/apply/borrow-a-bike/name").content.decode()
    assert 'value="Ada Example"' in page
    assert 'href="/apply/borrow-a-bike/who" class="govuk-back-link"' in page
    assert 'value="me" checked' in answered.get("/apply/borrow-a-bike/who").content.decode()


def test_a_page_not_reached_yet_leads_to_the_one_that_is(client, bike):
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    assert client.get("/apply/borrow-a-bike/when")["Location"] == "/apply/borrow-a-bike/name"


def test_an_end_page_stops_the_journey(client, bike):
    response = client.post("/apply/borrow-a-bike/who", {"who": "cat"})
    page = client.get(response["Location"]).content.decode()
    assert "We have no bikes for cats" in page
    assert client.get("/apply/borrow-a-bike/check-answers")["Location"].endswith("/no-cats")


def test_a_revealed_question_is_asked_only_beneath_its_option(client, bike):
    page = client.post("/apply/borrow-a-bike/who", {"who": "other", "their_name": ""}).content.decode()
    assert "Enter their name" in page
    client.post("/apply/borrow-a-bike/who", {"who": "other", "their_name": "Bo"})
    client.post("/apply/borrow-a-bike/who", {"who": "me", "their_name": "Bo"})
    assert Journey.objects.get().answers == {"who": "me", "their_name": None}


def test_a_page_takes_one_read_and_one_write(answered, django_assert_num_queries):
    answered.get("/apply/borrow-a-bike/name")  # once a minute, which versions are retired is asked too
    with django_assert_num_queries(1):
        answered.get("/apply/borrow-a-bike/name")
    with django_assert_num_queries(2):
        answered.post("/apply/borrow-a-bike/name", {"full_name": "Ada Example"})


def test_answers_typed_without_a_place_are_not_lost(client, bike):
    client.post("/apply/borrow-a-bike/name", {"full_name": "Ada Example"})
    assert Journey.objects.get().answers == {"full_name": "Ada Example"}


def test_unknown_service_and_page_are_not_found(client, bike):
    assert client.get("/apply/nothing/who").status_code == 404
    assert client.get("/apply/borrow-a-bike/nothing").status_code == 404
