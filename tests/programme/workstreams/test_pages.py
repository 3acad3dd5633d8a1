"""Officers' pages of the programme, by everybody who might open them."""

import pytest
from django.urls import reverse

from borough.programme.workstreams import actions
from borough.programme.workstreams.models import Forecast, Milestone, Rewording, StatusChange, Update
from tests import people

from .. import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def stream():
    return world.workstream()


@pytest.fixture
def paths(stream):
    made = actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS, by=world.manager())
    names = ("work", "status", "update", "plan", "reword", "leads")
    found = {name: reverse(f"workstreams:{name}", args=[stream.key]) for name in names}
    return found | {name: reverse(f"workstreams:{name}", args=[stream.key, made.pk]) for name in ("forecast", "reach")}


def statuses(client, paths):
    return {name: client.get(path).status_code for name, path in paths.items()}


def test_a_manager_opens_all(stream, paths, signed_in):
    client = signed_in(world.manager())
    assert set(statuses(client, paths).values()) == {200}
    assert client.get("/work/programme/").status_code == 200


def test_a_lead_opens_their_own(stream, paths, signed_in):
    found = statuses(signed_in(world.lead(stream)), paths)
    assert {name for name, status in found.items() if status == 403} == {"reword", "leads"}
    assert {status for name, status in found.items() if name not in ("reword", "leads")} == {200}


def test_to_another_lead_it_is_not_there(paths, signed_in):
    found = statuses(signed_in(world.lead(world.workstream("other"))), paths)
    assert set(found.values()) <= {403, 404}


@pytest.mark.parametrize("who", [people.officer, people.resident, people.partner])
def test_nobody_else_opens_any(paths, signed_in, who):
    client = signed_in(who())
    assert set(statuses(client, paths).values()) <= {302, 403}


def test_every_officer_is_led_there_and_told_what_it_is_for(stream, signed_in):
    assert b"/work/programme/" in signed_in(people.officer()).get("/work/").content
    assert b"You lead no workstream" in signed_in(people.officer()).get("/work/programme/").content
    assert b"Everybody online" in signed_in(world.lead(stream)).get("/work/programme/").content
    assert signed_in(people.resident()).get("/work/programme/").status_code == 403


def test_a_lead_tells_of_it_in_public(stream, paths, signed_in, client):
    lead = signed_in(world.lead(stream))
    assert lead.post(paths["update"], {"words": "Ten lent."}).status_code == 302
    assert lead.post(paths["status"], {"status": "late", "reason": "Snow."}).status_code == 302
    day = {"day-day": "9", "day-month": "2", "day-year": "2026"}
    assert lead.post(paths["forecast"], {**day, "reason": "Snow again."}).status_code == 302
    page = client.get(f"/programme/workstreams/{stream.key}/").content.decode()
    for words in ("Ten lent.", "Late", "Snow.", "Snow again.", "5 weeks later than first planned"):
        assert words in page
    assert (Update.objects.count(), StatusChange.objects.count(), Forecast.objects.count()) == (1, 1, 1)


def test_a_manager_changes_its_words_and_leads(stream, paths, signed_in, client):
    manager, lead = signed_in(world.manager()), people.officer()
    assert (
        manager.post(paths["reword"], {"part": "owner", "words": "Head of Help", "reason": "New."}).status_code == 302
    )
    assert manager.post(paths["leads"], {"leads": [lead.pk]}).status_code == 302
    assert list(stream.leads.all()) == [lead]
    assert Rewording.objects.get().before == "Inclusion Manager"
    page = client.get(f"/programme/workstreams/{stream.key}/").content.decode()
    assert "Head of Help" in page
    assert "What it said before" in page


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("update", {"words": ""}, "Enter the update"),
        ("status", {"status": "", "reason": "kept words"}, "Choose a status"),
        ("plan", {"title": "kept words", "planned_for-day": "31", "planned_for-month": "2", "planned_for-year": "2026"},
         "as a real date"),
        ("plan", {"title": "kept words", "planned_for-day": "1", "planned_for-month": "1", "planned_for-year": "2025"},
         "The workstream starts on"),
        ("forecast", {"reason": "kept words", "day-day": "1", "day-month": "1", "day-year": "2025"}, "starts on"),
        ("reach", {"day-day": "1", "day-month": "1", "day-year": "2025"}, "started on"),
        ("update", {"words": "kept words\0"}, "has a character we cannot keep"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_what_was_typed_stays(paths, signed_in, name, typed, words):
    answer = signed_in(world.manager()).post(paths[name], typed)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "There is a problem" in page
    assert words in page
    if "kept words" in typed.values():
        assert "kept words" in page


def test_a_reached_milestone(stream, paths, signed_in, client):
    signed_in(world.manager()).post(paths["reach"], {"day-day": "6", "day-month": "1", "day-year": "2026"})
    assert str(Milestone.objects.get().reached_on) == "2026-01-06"
    assert "6 January 2026" in client.get(f"/programme/workstreams/{stream.key}/").content.decode()


def test_what_is_overdue_is_said_on_every_page(stream, signed_in, client):
    assert b"Overdue since" in signed_in(world.manager()).get("/work/programme/").content
    assert b"The update is overdue." in client.get(f"/programme/workstreams/{stream.key}/").content
    assert b"update overdue" in client.get("/programme/").content


def test_a_manager_begins_one(stream, signed_in, client):
    typed = {"title": "Open data", "key": "open-data", "areas": ["place", "council"], "why": "It is theirs.",
             "what": "Publish it.", "outcomes": "Anybody can check", "owner": "Data Lead", "update_every": "6",
             "starts_on-day": "5", "starts_on-month": "1", "starts_on-year": "2026",
             "directorates": [people.team().directorate.slug]}  # fmt: skip
    manager = signed_in(world.manager())
    assert manager.get("/work/programme-begin/").status_code == 200
    assert manager.post("/work/programme-begin/", typed).status_code == 302
    page = client.get("/programme/workstreams/open-data/").content.decode()
    for words in ("Open data", "It is theirs.", "Anybody can check", "Data Lead", "Place", "On track"):
        assert words in page
    for wrong, words in (({}, "There is a workstream with this key"), ({"key": "x"}, "with this name"),
                         ({"key": "x y"}, "Use small letters"), ({"areas": []}, "Choose at least one area"),
                         ({"update_every": "0"}, "from 1 to 52"),
                         ({"owner": ""}, "Enter who answers for it")):  # fmt: skip
        assert words in manager.post("/work/programme-begin/", typed | wrong).content.decode()
    assert signed_in(world.lead(stream)).get("/work/programme-begin/").status_code == 403
