"""A page is drawn once and filled for each person: what one typed is never taken for a mark, nor seen by another."""

import re

import pytest
from django.test import Client

from ..made import ANSWERS, fill

pytestmark = pytest.mark.django_db


def name(client, text):
    fill(client, answers=[ANSWERS[0], ("name", {"full_name": text})])
    return client.get("/apply/borrow-a-bike/name").content.decode()


def test_marks_that_people_type_are_left_out(client, bike):
    page = name(client, "A\ue000vfull_name\ue001\ue000pcsrf\ue001B")
    assert 'value="Avfull_namepcsrfB"' in page


def test_placeholders_that_people_type_stay_text(client, bike):
    assert 'value="((email))"' in name(client, "((email))")
    assert "We write to you there, ((email))." in client.get("/apply/borrow-a-bike/email").content.decode()


def test_they_stay_text_on_a_page_with_faults(client, bike):
    fill(client, answers=[ANSWERS[0], ANSWERS[1]])
    page = client.post("/apply/borrow-a-bike/email", {"email": "((full_name))"}).content.decode()
    assert 'value="((full_name))"' in page
    assert "We write to you there, Ada Example." in page


def test_the_next_person_sees_nothing_of_the_first(client, bike):
    assert "Ada Example" in name(client, "Ada Example")
    other = Client()
    fill(other, answers=[ANSWERS[0]])
    assert "Ada" not in other.get("/apply/borrow-a-bike/name").content.decode()


def test_each_has_their_own_csrf_token(client, bike):
    tokens = set()
    for browser in (Client(), Client()):
        page = browser.get("/apply/borrow-a-bike/who").content.decode()
        tokens.add(page.split('name="csrfmiddlewaretoken" value="')[1][:64])
        assert 'value="me" checked' not in page
    assert len(tokens) == 2


def test_every_answer_is_drawn_back_where_it_was_given(client, everything):
    typed = {"children": "3", "weight": "61.50", "rent": "1,250.50"}
    client.post("/apply/everything/numbers", typed)
    chosen = {
        "working": "no",
        "pet": "other",
        "which_pet": "A <newt>",
        "needs": ["data", "laptop"],
        "contact_by": "text",
    }
    client.post("/apply/everything/choices", chosen)
    client.post("/apply/everything/about-you", {"full_name": "Ada", "email": "ada@example.org"})
    client.post("/apply/everything/story", {"story": "Line one\r\nline <two>"})
    assert "Line one\nline &lt;two&gt;</textarea>" in client.get("/apply/everything/story").content.decode()
    page = client.get("/apply/everything/numbers").content.decode()
    assert all(f'value="{text}"' in page for text in typed.values())
    client.post("/apply/everything/born", {"born_on-day": "1", "born_on-month": "2", "born_on-year": "1990"})
    page = client.get("/apply/everything/choices").content.decode()
    for value in ("no", "other", "data", "laptop"):
        assert re.search(rf'value="{value}"[^>]* checked', page)
    assert 'value="text" selected' in page
    assert 'value="A &lt;newt&gt;"' in page
    assert page.count(" checked") == 4
