"""From rows to the borough's line, and `borough inclusion explain`."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.communities.inclusion import actions, counting, importing, queries
from borough.communities.inclusion.models import Baseline, Risk, Statement
from borough.communities.learning import actions as learning
from borough.communities.refusals import Refused
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.people.models import Person
from tests import people
from tests.communities.alliance import world
from tests.people import signed_in

from .test_rule import ALL

TODAY = timezone.localdate


def someone(postcode="SK1 3XE", **more):
    number = next(world.numbers)
    return Person.objects.create(name=f"Learner {number}", email=f"l{number}@example.org", postcode=postcode, **more)


def include(person, on=None):
    on, by = on or TODAY(), SYSTEM
    actions.state(person=person, kind="device", own=True, evidence="They told me", on=on, by=by)
    actions.state(person=person, kind="connection", enough=True, affordable=True, evidence="They said", on=on, by=by)
    learning.check(person=person, answers={task: "alone" for task, _said in ALL}, confidence=4, taken_on=on, by=by)
    return person


@pytest.fixture
def wards(db):
    world.postcode()
    world.postcode("SK7 4AA", latitude="53.380000", longitude="-2.110000", ward="Hazel Grove")
    rows = "ward,adults,excluded\n,1000,410\nEdgeley,600,300\nHazel Grove,400,110\n"
    importing.baseline(rows.encode(), source="A survey", as_at=datetime.date(2019, 1, 1), by=SYSTEM)


def test_the_line_by_ward_with_few_hidden(wards):
    for _ in range(6):
        include(someone())
    for _ in range(2):
        include(someone("SK7 4AA"))
    include(someone(), on=TODAY() - datetime.timedelta(days=400))  # lapsed
    found = queries.line(TODAY())
    assert (found["confirmed"], found["excluded"], found["percent"]) == (8, 410, 1.95)
    assert {row["ward"]: row["confirmed"] for row in found["rows"]} == {"Edgeley": None, "Hazel Grove": None}
    for _ in range(5):
        include(someone("SK7 4AA"))
    told = {row["ward"]: row["confirmed"] for row in queries.line(TODAY())["rows"]}
    assert told == {"Edgeley": 6, "Hazel Grove": 7}
    assert counting.confirmed(TODAY()) == 13
    assert counting.share(TODAY()) == 3.17
    page = signed_in(world.team()).get("/work/inclusion/").content.decode()
    assert "410" in page
    assert "People excluded is an estimate" in page


def test_the_line_costs_the_same_however_many(wards, django_assert_max_num_queries):
    for _ in range(12):
        include(someone())
    with django_assert_max_num_queries(14):
        queries.line(TODAY())


def test_explain_says_which_facts_hold_and_what_is_next(wards, capsys):
    person = include(someone())
    call_command("inclusion", "explain", str(person.pk), "--json")
    found = json.loads(capsys.readouterr().out)
    assert (found["stage"], found["included"]) == ("included", True)
    assert [one["holds"] for one in found["facts"]] == [True] * 5
    later = (TODAY() + datetime.timedelta(days=370)).isoformat()
    call_command("inclusion", "explain", person.email, "--day", later, "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["stage"] == "lapsed"
    assert all(one["lapsed_on"] for one in found["facts"])
    assert found["next_offer"] == "Borrow a device, or get one to keep"
    call_command("inclusion", "explain", str(person.pk))
    assert "yes  A suitable device" in capsys.readouterr().out


@pytest.mark.parametrize("who", ["nobody", "nobody@example.org", "00000000-0000-0000-0000-000000000000"])
def test_explain_nobody(who, wards):
    with pytest.raises(CommandError, match="No people are known"):
        call_command("inclusion", "explain", who)


@pytest.mark.parametrize(
    ("rows", "words"),
    [("ward,adults\n", "no column called excluded"), ("ward,adults,excluded\nNowhere,1,1\n", "no ward called Nowhere"),
     ("ward,adults,excluded\nEdgeley,x,1\n", "is no whole number"),
     ("ward,adults,excluded\nEdgeley,1,2\n", "more people are excluded")],
)  # fmt: skip
def test_a_baseline_that_cannot_be_changes_nothing(rows, words, wards):
    with pytest.raises(importing.BadList, match=words):
        importing.baseline(rows.encode(), source="x", as_at=TODAY(), by=SYSTEM)
    assert Baseline.objects.count() == 3


def test_the_risk_index_is_context(wards):
    rows = "code,name,score\nE01005001,Stockport 001A,7.25\nE01005002,Stockport 001B,1.5\n"
    assert importing.deri(rows.encode("utf-16"), version="1.6", by=SYSTEM) == 2
    with pytest.raises(importing.BadList, match="from 0 to 10"):
        importing.deri(b"code,name,score\nE01,x,11\n", version="1.6", by=SYSTEM)
    assert Risk.objects.count() == 2
    page = signed_in(world.team()).get("/work/inclusion/").content.decode()
    assert "It is no target" in page


@pytest.mark.parametrize(
    "said",
    [{"kind": "device"}, {"kind": "connection", "enough": True}, {"kind": "device", "own": True, "evidence": ""},
     {"kind": "device", "own": True, "on": datetime.date(2099, 1, 1)}],
)  # fmt: skip
def test_what_is_not_said_is_not_written(said, wards):
    with pytest.raises(Refused):
        actions.state(**{"person": someone(), "evidence": "They told me", "by": SYSTEM} | said)


def test_the_database_refuses_half_an_answer(wards):
    include(someone())
    for broken in ({"kind": "connection"}, {"evidence": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Statement.objects.filter(kind="device").update(**broken)


def test_a_partner_asks_and_sees_what_is_next(wards):
    owner = world.partner("Silver Surfers")
    person = someone()
    learning.check(person=person, answers={"on": "alone"}, partner=owner, by=SYSTEM)
    client = signed_in(world.partners_user(owner), factor=None)
    here = f"/alliance/people/{person.pk}/"
    assert "Borrow a device" in client.get(here + "included/").content.decode()
    assert "Choose yes or no" in client.post(here + "has/", {"own": "yes", "evidence": "Seen"}).content.decode()
    typed = {"own": "yes", "enough": "yes", "affordable": "no", "evidence": "They told me"}
    assert client.post(here + "has/", typed).status_code == 302
    assert "Free mobile data" in client.get(here + "included/").content.decode()


def test_how_far_people_are_and_how_many_are_not_reached(wards):
    assert queries.not_reached() == 410
    for _ in range(6):
        include(someone())
    for _ in range(5):
        include(someone(), on=TODAY() - datetime.timedelta(days=400))
    found = dict(queries.stages(TODAY()))
    assert (found["Included"], found["Lapsed"], found["Engaged"]) == (6, 5, 0)
    assert queries.not_reached() == 410 - 11
    page = signed_in(people.officer("digital-inclusion")).get("/work/inclusion/").content.decode()
    assert "Not reached: about 399 people" in page
