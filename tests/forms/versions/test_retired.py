"""A version that nobody may go on with: a page that says so, the answers kept, and a way on with the new form."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from borough.forms import publishing, queries, retiring
from borough.forms.models import DefinitionVersion, Journey, Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent

from .. import made
from ..commands.run import as_json, services
from ..groups import steps

pytestmark = pytest.mark.django_db
CHANGED = "This form has changed since you began"
APPLY = "/apply/borrow-a-bike"


def new(old="label: Your full name", to="label: What are you called?"):
    return made.publish(made.bike(old, to))


def retire():
    retiring.retire(slug="borrow-a-bike", reason="It asked too much", by=SYSTEM)
    queries.forget()


@pytest.fixture
def begun(client, bike):
    """Begun on a version that is retired by now."""
    made.fill(client, answers=made.ANSWERS[:3])
    new()
    retire()
    return client


@pytest.mark.parametrize("page", ["name", "when", "check-answers", "resume", "save"])
def test_each_page_says_so(begun, page):
    response = begun.get(f"{APPLY}/{page}")
    assert response.status_code == 410
    assert CHANGED in response.content.decode()


def test_going_on_has_the_answers_there_already(begun):
    place = begun.post(f"{APPLY}/renew")
    assert begun.get(place["Location"])["Location"] == f"{APPLY}/when"
    page = begun.get(f"{APPLY}/name").content.decode()
    assert "What are you called?" in page
    assert 'value="Ada Example"' in page
    made.fill(begun, answers=made.ANSWERS[3:])
    begun.post(f"{APPLY}/send")
    assert Submission.objects.get().version_id == queries.live("borrow-a-bike").version
    assert AuditEvent.objects.filter(action="journey.renewed").count() == 1


def test_what_is_asked_in_another_way_is_asked_again(client, bike):
    made.fill(client)
    new("{name: full_name, type: text, label: Your full name}", "{name: full_name, type: long_text, label: Your name}")
    retire()
    client.post(f"{APPLY}/renew")
    assert "full_name" not in Journey.objects.get().answers
    assert client.get(f"{APPLY}/resume")["Location"] == f"{APPLY}/name"


def test_an_answer_that_no_longer_holds_is_asked_again(client, bike):
    made.fill(client)
    new("earliest: today}", "latest: today}")
    retire()
    client.post(f"{APPLY}/renew")
    assert client.get(f"{APPLY}/resume")["Location"] == f"{APPLY}/when"


def test_a_page_typed_when_it_was_retired_is_kept(begun):
    begun.post(f"{APPLY}/when", made.ANSWERS[3][1])
    begun.post(f"{APPLY}/renew")
    assert begun.get(f"{APPLY}/resume")["Location"] == f"{APPLY}/check-answers"


def test_it_cannot_be_sent(client, bike):
    made.fill(client)
    new()
    retire()
    response = client.post(f"{APPLY}/send")
    assert response.status_code == 410
    assert CHANGED in response.content.decode()
    assert not Submission.objects.exists()


def test_what_was_sent_can_still_be_looked_at(answered):
    answered.post(f"{APPLY}/send")
    new()
    retire()
    assert Submission.objects.get().reference in answered.get(f"{APPLY}/sent").content.decode()


def test_the_services_own_pages_stay_open(begun):
    for page in ("", "privacy/"):
        assert begun.get(f"/services/borrow-a-bike/{page}").status_code == 200
    assert begun.post(f"{APPLY}/start-again").status_code == 302


def test_the_live_version_and_other_services_go_on(begun, everything):
    client = Client()
    made.fill(client)
    assert client.get(f"{APPLY}/check-answers").status_code == 200
    assert DefinitionVersion.objects.filter(retired_at=None).count() == 2


def test_publishing_it_again_takes_it_back(begun):
    made.publish(made.BIKE)
    assert begun.get(f"{APPLY}/name").status_code == 200


def test_a_version_that_cannot_be_read_any_more_is_retired_by_itself(client, bike):
    made.fill(client, answers=made.ANSWERS[:2])
    row = Journey.objects.get().version
    new()
    DefinitionVersion.objects.filter(pk=row.pk).update(data=row.data | {"pages": [{"name": "x", "gone": True}]})
    queries.forget()
    assert CHANGED in client.get(f"{APPLY}/name").content.decode()
    client.post(f"{APPLY}/renew")
    assert client.get(f"{APPLY}/resume").status_code == 302


def test_there_is_nothing_to_renew_without_a_form(client, bike):
    assert client.post(f"{APPLY}/renew").status_code == 410
    assert client.get(f"{APPLY}/renew").status_code == 405


def test_by_command(client, bike):
    made.fill(client, answers=made.ANSWERS[:1])
    new()
    found = as_json("retire", "borrow-a-bike", "--reason", "It asked too much")
    assert found == (0, {"service": "borrow-a-bike", "retired": 1})
    assert AuditEvent.objects.get(action="service.retired").reason == "It asked too much"
    assert services("retire", "no-such", "--reason", "x")[0] == 1


def test_of_a_repeated_group_every_answer_comes_along_that_is_still_asked_for(client, party):
    steps.go(client, *steps.YOU)
    steps.add(client, "Cakes", "5")
    steps.no_more(client)
    made.publish(made.party("{name: stall_name, type: text", "{name: stall_name, type: long_text"), "party")
    retiring.retire(slug="party", reason="Its questions were wrong", by=SYSTEM)
    queries.forget()
    assert client.get("/apply/party/helpers").status_code == 410
    client.post("/apply/party/renew")
    answers = Journey.objects.get().answers
    assert [*answers["stalls"].values()] == [{"food": "no", "cost": 500}]
    assert answers["stalls_more"] == "no"
    assert client.get("/apply/party/resume")["Location"] == "/apply/party/stalls"
    assert "(not finished)" in client.get("/apply/party/stalls").content.decode()


def test_neither_a_draft_nor_what_is_to_be_live_is_retired(begun):
    later = made.bike("label: Your full name", "label: What should we call you?")
    publishing.publish(loaded=made.loaded(later), by=SYSTEM, live_from=timezone.now() + timedelta(days=1))
    publishing.keep_draft(loaded=made.loaded(made.bike("for a week", "for a year")), by=SYSTEM)
    retire()
    assert DefinitionVersion.objects.exclude(retired_at=None).count() == 1


def test_what_was_sent_on_a_version_that_cannot_be_read_any_more_is_said_to_be_here(answered):
    answered.post(f"{APPLY}/send")
    row = Journey.objects.get().version
    new()
    DefinitionVersion.objects.filter(pk=row.pk).update(data=row.data | {"pages": [{"name": "x", "gone": True}]})
    queries.forget()
    response = answered.get(f"{APPLY}/name")
    assert response.status_code == 410
    assert "You have already sent this form" in response.content.decode()
