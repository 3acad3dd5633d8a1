"""How people felt about a service: asked once at the end, without a name, and never of an officer who helped."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.measuring import jobs, views
from borough.forms.measuring.models import WORDS, Opinion
from borough.forms.models import Journey
from tests import people

from .. import made
from .days import today

pytestmark = pytest.mark.django_db
ASKED = "How do you feel about this service?"
PAGE = "/apply/borrow-a-bike/opinion"
SENT = "/apply/borrow-a-bike/sent"


@pytest.fixture
def sent(answered):
    answered.post("/apply/borrow-a-bike/send")
    return answered


def test_asked_on_the_page_that_says_we_have_it(sent):
    assert ASKED in sent.get(SENT).content.decode()
    assert "Thank you" in sent.post(PAGE, {"score": "4", "words": "Shorter, please."}).content.decode()
    opinion = Opinion.objects.get()
    assert (opinion.slug, opinion.score, opinion.words) == ("borrow-a-bike", 4, "Shorter, please.")


def test_asked_once(sent):
    sent.post(PAGE, {"score": "5"})
    assert ASKED not in sent.get(SENT).content.decode()
    assert "Thank you" in sent.post(PAGE, {"score": "1"}).content.decode()
    assert [one.score for one in Opinion.objects.all()] == [5]


def test_nothing_in_it_leads_to_who_said_it(sent):
    sent.post(PAGE, {"score": "3"})
    kept = str(Opinion.objects.values().get())
    assert str(Journey.objects.get().pk) not in kept
    assert "ada" not in kept.lower()


def test_no_cookie_of_its_own(sent):
    before = set(sent.cookies)
    sent.get(SENT)
    sent.post(PAGE, {"score": "3"})
    assert set(sent.cookies) - before <= {"csrftoken"}


@pytest.mark.parametrize("typed", [{}, {"score": "6"}, {"score": "0"}, {"score": "good"}, {"score": "²"}])
def test_a_score_that_is_none_is_asked_for_again_with_what_was_written(sent, typed):
    page = sent.post(PAGE, typed | {"words": "A <b>word"}).content.decode()
    assert "Choose how you feel about this service" in page
    assert "A &lt;b&gt;word" in page
    assert not Opinion.objects.exists()


def test_too_much_is_said_and_kept_on_the_page(sent):
    page = sent.post(PAGE, {"score": "2", "words": "x" * (WORDS + 1)}).content.decode()
    assert "1,200 characters or fewer; it is 1,201" in page
    assert "x" * (WORDS + 1) in page


@given(some.text(max_size=50), some.text(max_size=1500))
def test_anything_typed_is_kept_or_sent_back(score, words):
    typed = {"score": views.tidy(score), "words": views.tidy(words)}
    if not views._faults(typed):
        assert int(typed["score"]) in range(1, 6)
        assert len(typed["words"]) <= WORDS


def test_somebody_turned_away_may_say_too(client, bike):
    page = client.post("/apply/borrow-a-bike/who", {"who": "cat"}, follow=True).content.decode()
    assert PAGE in page
    client.post(PAGE, {"score": "1"})
    assert Opinion.objects.get().score == 1


def test_an_officer_who_helped_is_not_asked(bike):
    client = people.signed_in(people.officer())
    client.post("/work/apply/borrow-a-bike/")
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    assert ASKED not in client.get(SENT).content.decode()
    client.post(PAGE, {"score": "5"})
    assert not Opinion.objects.exists()


def test_a_stranger_has_nothing_to_say(bike):
    assert Client().get(PAGE).status_code == 410
    assert Client().post(PAGE, {"score": "5"}).status_code == 410
    assert not Opinion.objects.exists()


def test_a_page_open_for_too_long_loses_nothing(sent):
    sent.handler.enforce_csrf_checks = True
    page = sent.post(PAGE, {"score": "2", "words": "Slow"})
    assert page.status_code == 403
    assert "Slow" in page.content.decode()
    away = sent.post(PAGE, {"score": "2", "words": "Slow"}, HTTP_ORIGIN="https://elsewhere.example")
    assert "Slow" not in away.content.decode()
    assert not Opinion.objects.exists()


def test_too_many_from_one_address_are_asked_to_wait(sent, monkeypatch):
    monkeypatch.setattr(views.limits, "hit", lambda **asked: False)
    assert sent.post(PAGE, {"score": "2"}).status_code == 429


def test_words_go_after_a_year_and_the_score_stays(sent):
    sent.post(PAGE, {"score": "2", "words": "Slow"})
    Opinion.objects.update(day=today() - jobs.KEPT)
    jobs.words()
    assert Opinion.objects.get().words == "Slow"
    Opinion.objects.update(day=today() - jobs.KEPT - jobs.timedelta(days=1))
    jobs.words()
    opinion = Opinion.objects.get()
    assert (opinion.score, opinion.words, opinion.once) == (2, "", None)
