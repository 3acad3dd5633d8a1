"""Feedback goes the way of every other form, is moderated, and is answered in public."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from borough.casework import actions as casework
from borough.casework.models import Case
from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.models import Message
from borough.programme.feedback.models import Reply
from tests import people

from .. import world

pytestmark = pytest.mark.django_db
SERVICE = "tell-us-about-the-strategy"
HOSTILE = "Buy now https://spam.example <script>alert(1)</script> =1+1"


@pytest.fixture(autouse=True)
def service(db):
    queries.forget()
    people.team("digital-programme")
    publishing.publish(loaded=load.load(Path(settings.SERVICES) / SERVICE / "service.yaml"), by=SYSTEM)
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def stream():
    return world.workstream("everybody-online")


def tell(words="Courses are too early.", about=None, public="yes", email="ada@example.org") -> Case:
    """What a resident sends, page by page."""
    about = about or {"about": "workstream", "workstream": "everybody-online"}
    client, base = Client(), f"/apply/{SERVICE}"
    pages = [("about", about), ("words", {"words": words}), ("public", {"public": public}),
             ("you", {"full_name": "Ada Example" if email else "", "email": email})]  # fmt: skip
    for page, typed in pages:
        assert client.post(f"{base}/{page}", typed).status_code == 302
    assert client.post(f"{base}/send").status_code == 302
    return Case.objects.latest("pk")


def answer(case, said="Courses are early.", did="Two begin at six."):
    by = people.officer("digital-programme")
    casework.move(case=case, move="publish", by=by, fields={"said": said, "did": did})
    return by


def read(client, path="/programme/feedback/"):
    return client.get(path).content.decode()


def test_nothing_is_shown_before_somebody_answered_it(client, stream):
    tell(HOSTILE)
    page = read(client)
    assert "spam.example" not in page
    assert json.loads(read(client, "/programme/feedback.json"))["numbers"] == {
        "received": 1, "answered": 0, "open": 1, "in_public": 0,
    }  # fmt: skip


def test_it_is_answered_in_public_and_to_whoever_wrote(client, stream):
    case = tell()
    by = answer(case)
    for path in ("/programme/feedback/", "/programme/feedback/?workstream=everybody-online",
                 "/programme/feedback/?about=workstream"):  # fmt: skip
        page = read(client, path)
        assert "Courses are early." in page
        assert "Two begin at six." in page
        assert "Ada" not in page
    assert "Courses are early." not in read(client, "/programme/feedback/?about=place")
    reply = Reply.objects.get()
    assert (reply.reference, reply.workstream, reply.by_name) == (case.reference, "everybody-online", by.name)
    message = Message.objects.latest("pk")
    assert message.to == "ada@example.org"
    assert "Two begin at six." in message.body
    numbers = json.loads(read(client, "/programme/feedback.json"))["numbers"]
    assert numbers == {"received": 1, "answered": 1, "open": 0, "in_public": 1}


@pytest.mark.parametrize(
    "about",
    [{"about": "strategy"}, {"about": "place"}, {"about": "post", "post": "The van"}],
    ids=["strategy", "area", "post"],
)
def test_it_may_be_about_anything(client, stream, about):
    answer(tell(about=about))
    assert "Two begin at six." in read(client, f"/programme/feedback/?about={about['about']}")


def test_nobody_has_to_say_who_they_are(client, stream):
    answer(tell(email=""))
    assert "Two begin at six." in read(client)


def test_who_did_not_agree_is_not_shown(client, stream, signed_in):
    case = tell(public="no")
    officer = signed_in(people.officer("digital-programme"))
    typed = {"said": "x", "did": "y", "revision": case.revision}
    answered = officer.post(f"/work/cases/{case.reference}/moves/publish/", typed).content.decode()
    assert "They asked us not to show it. Answer only them." in answered
    case.refresh_from_db()
    assert case.state == "received"
    assert not Reply.objects.exists()


def test_links_and_scripts_are_only_words(client, stream):
    answer(tell(HOSTILE), said=HOSTILE, did=HOSTILE)
    page = read(client)
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert 'href="https://spam.example' not in page


def test_an_answer_is_taken_down_with_a_reason_and_kept(client, stream, signed_in):
    answer(tell())
    reply = Reply.objects.get()
    manager = signed_in(world.manager())
    assert "Courses are early." in manager.get("/work/feedback/").content.decode()
    path = f"/work/feedback/{reply.pk}/"
    assert "Enter why it is taken down" in manager.post(path, {"reason": ""}).content.decode()
    assert manager.post(path, {"reason": "It names a street."}).status_code == 302
    assert "Courses are early." not in read(client)
    reply.refresh_from_db()
    assert reply.taken_down_because == "It names a street."
    assert manager.get(path).status_code == 404


def test_only_managers_take_down(stream, signed_in):
    answer(tell())
    for who in (people.officer("digital-programme"), world.lead(stream)):
        for path in ("/work/feedback/", f"/work/feedback/{Reply.objects.get().pk}/"):
            assert signed_in(who).get(path).status_code == 403


def test_a_page_kept_by_a_browser_is_drawn_again_when_feedback_came(client, stream):
    first = client.get("/programme/feedback/")
    assert client.get("/programme/feedback/", headers={"if-none-match": first["ETag"]}).status_code == 304
    tell()
    assert client.get("/programme/feedback/", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("asked", ["?about=%00", "?workstream=none", "?page=99", "?page=x"])
def test_odd_addresses_give_a_page(client, asked):
    assert client.get(f"/programme/feedback/{asked}").status_code == 200


def test_it_costs_the_same_however_much_was_said(client, stream, django_assert_max_num_queries):
    said = {"at": timezone.now(), "by_name": "x", "said": "x", "did": "y"}
    for number in range(30):
        Reply.objects.create(reference=f"SAY-{number}", about="strategy", **said)
    with django_assert_max_num_queries(12):
        assert "page=2" in read(client)


def test_what_the_database_refuses():
    base = {"reference": "x", "about": "strategy", "at": timezone.now(), "by_name": "x", "said": "x", "did": "y"}
    for wrong in ({"said": ""}, {"did": ""}, {"taken_down_at": timezone.now()}, {"taken_down_because": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reply.objects.create(**(base | wrong))
