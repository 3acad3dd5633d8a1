"""A list of tasks: sections in any order, each with a status."""

import pytest

from borough.forms.models import Submission

from ..groups.steps import go
from ..made import party, publish

pytestmark = pytest.mark.django_db
TASKS = "/apply/party/tasks"
ON = "task_list: true\nsections:"


@pytest.fixture
def tasks(db):
    return publish(party("sections:", ON).replace("- {go: check-answers}", "- {go: tasks}"), "party")


def statuses(client) -> list[str]:
    page = client.get(TASKS).content.decode()
    found = []
    for part in page.split("govuk-task-list__item ")[1:]:
        found += [word for word in ("Completed", "In progress", "Not yet started", "Cannot start yet") if word in part]
    return found


def test_it_opens_with_nothing_done(client, tasks):
    assert client.get("/apply/party/")["Location"] == TASKS
    assert statuses(client) == ["Not yet started", "Not yet started"]


def test_sections_are_done_in_any_order(client, tasks):
    go(client, ("music", {"music": "no"}), ("stalls", {"stalls_more": "no"}))
    assert statuses(client) == ["Not yet started", "In progress"]
    go(client, ("helpers", {"helpers": "0"}), ("look", {}), then=TASKS)
    assert statuses(client) == ["Not yet started", "Completed"]
    go(client, ("your-name", {"your_name": "Ada"}), ("your-email", {"your_email": "ada@example.org"}), then=TASKS)
    assert "Check your answers and send" in client.get(TASKS).content.decode()
    assert client.get("/apply/party/check-answers").status_code == 200
    client.post("/apply/party/send")
    assert Submission.objects.count() == 1


def test_nothing_can_be_sent_before_all_is_done(client, tasks):
    go(client, ("your-name", {"your_name": "Ada"}))
    assert client.get("/apply/party/check-answers")["Location"] == TASKS
    client.post("/apply/party/send")
    assert not Submission.objects.exists()


def test_a_section_that_waits_for_another(client, db):
    after = party("sections:", ON).replace("- {go: check-answers}", "- {go: tasks}")
    publish(after.replace("title: Your party}", "title: Your party, after: [you]}", 1), "party")
    assert statuses(client) == ["Not yet started", "Cannot start yet"]
    go(client, ("your-name", {"your_name": "Ada"}))
    assert client.get("/apply/party/music")["Location"] == TASKS


def test_a_form_without_one_has_no_such_page(client, party_live):
    assert client.get(TASKS).status_code == 404


@pytest.fixture
def party_live(db):
    return publish(party(), "party")
