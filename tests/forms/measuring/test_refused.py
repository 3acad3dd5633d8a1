"""Answers that were not taken are counted: by question and kind of fault, and nothing of what was typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from borough.forms.measuring.models import Refused

from .. import made

pytestmark = pytest.mark.django_db


def counts():
    return {(row.question, row.fault): row.count for row in Refused.objects.all()}


def test_each_refusal_counts(client, bike):
    for typed in ({}, {"who": "dog"}, {}, {"who": "other"}):
        client.post("/apply/borrow-a-bike/who", typed)
    assert counts() == {("who", "missing"): 2, ("who", "invalid"): 1, ("their_name", "missing"): 1}


def test_an_answer_taken_costs_nothing(client, bike):
    made.fill(client, answers=made.ANSWERS[:1])
    with CaptureQueriesContext(connection) as asked:
        made.fill(client, answers=made.ANSWERS[1:2])
    assert not any("measuring" in query["sql"] for query in asked)
    assert counts() == {}


def test_nothing_that_was_typed_is_kept(client, everything):
    secret = "Rumpelstiltskin"
    for page in everything.pages.values():
        client.post(f"/apply/everything/{page.name}", {f: secret for q in page.questions.values() for f in q.fields()})
    assert Refused.objects.count() > 10
    assert secret not in str(list(Refused.objects.values()))


def test_a_table_is_one_question(client, everything):
    client.post("/apply/everything/children", {"your_children-0-called": "Ada"})
    rows = Refused.objects.filter(page="children")
    assert {row.question for row in rows} == {"your_children"}


def test_versions_are_counted_apart(client, bike):
    client.post("/apply/borrow-a-bike/who", {})
    made.publish(made.bike("label: Me}", "label: Myself}"))
    client.post("/apply/borrow-a-bike/who", {})
    assert Refused.objects.count() == 2
