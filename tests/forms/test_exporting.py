"""What a back office gets: one shape, every type of question, no secret."""

import datetime
import json

import pytest
from django.utils import timezone

from borough.forms import exporting
from borough.forms.walking import samples
from borough.foundations.documents.models import Document

from . import made

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 3, 27, 9, 30, 15, 123, tzinfo=datetime.UTC)


def sent(answers, **more):
    return exporting.Sent("BIKE-234-678", "a" * 64, "online", AT, AT, answers, **more)


def exported(form, answers, **more):
    data = exporting.exported(form, sent(answers, **more), address="https://borough.example")
    return data, {answer["name"]: answer for answer in data["answers"]}


def test_the_shape(bike):
    data, answers = exported(bike, {"who": "me", "full_name": "Ada Example", "email": "ada@example.org"})
    assert list(data) == ["shape", "reference", "service", "channel", "started_at", "submitted_at", "answers"]
    assert data["shape"] == "borough.submission.v1"
    assert data["service"] == {"name": "borrow-a-bike", "title": bike.title, "version": "a" * 64}
    assert data["submitted_at"] == "2026-03-27T09:30:15Z"
    assert [answer["name"] for answer in data["answers"]] == ["who", "full_name", "email"]
    assert answers["who"].keys() == {"name", "label", "type", "value", "text"}
    assert (answers["who"]["value"], answers["who"]["type"]) == ("me", "radios")
    assert answers["who"]["text"] != "me"


def test_every_type_leaves_as_json_and_the_same_twice(everything):
    found = samples.answers(everything, timezone.localdate())
    data, answers = exported(everything, found)
    asked = {question.type for question in everything.questions.values()}
    assert {answer["type"] for answer in answers.values()} == asked
    assert json.loads(exporting.text(data)) == data == exported(everything, found)[0]


def test_a_bank_account_stays_masked(everything):
    data, answers = exported(everything, samples.answers(everything, timezone.localdate()))
    account = next(answer for answer in answers.values() if answer["type"] == "bank_account")
    assert account["value"] == account["text"] == "Account ending 2345"
    assert "00012345" not in json.dumps(data)
    assert "sealed" not in json.dumps(data)


def test_files_say_what_they_are_and_where(everything):
    file = next(question for question in everything.questions.values() if question.type == "file")
    kept = Document(name="bill.pdf", kind="pdf", content_type="application/pdf", size=12, sha256="b" * 64)
    answer = [{"id": str(kept.pk), "name": "bill.pdf", "size": 12}, {"id": "gone", "name": "old.pdf", "size": 3}]
    _, answers = exported(everything, {file.name: answer}, files={str(kept.pk): kept})
    assert answers[file.name]["value"] == [
        {
            "name": "bill.pdf",
            "size": 12,
            "content_type": "application/pdf",
            "sha256": "b" * 64,
            "link": f"https://borough.example/documents/{kept.pk}/",
        },
        {"name": "old.pdf", "size": 3, "content_type": None, "sha256": None, "link": None},
    ]


def test_what_was_not_answered_is_null(everything):
    name = next(iter(everything.questions))
    _, answers = exported(everything, {name: None})
    assert (answers[name]["value"], answers[name]["text"]) == (None, "")


def test_made_for_documents_of_a_kept_submission(client, answered):
    from borough.forms import queries
    from borough.forms.models import Submission

    answered.post("/apply/borrow-a-bike/send")
    submission = Submission.objects.get()
    data = exporting.of(submission, queries.version(submission.version_id))
    assert data["reference"] == submission.reference
    assert len(data["service"]["version"]) == 64
    assert made.ANSWERS[1][1]["full_name"] in exporting.text(data)
