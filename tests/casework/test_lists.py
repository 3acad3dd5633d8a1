"""Queues: what each holds, filters that stay, sorting, and how many queries a list takes."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from borough.casework import actions
from borough.casework.models import Case
from borough.forms import queries as forms

from . import world


def get(client, queue="mine", **query):
    response = client.get(reverse(f"casework:{queue}"), query)
    assert response.status_code == 200
    return response.content.decode()


def listed(client, queue="mine", **query):
    html = get(client, queue, **query)
    return {reference for reference in Case.objects.values_list("reference", flat=True) if f">{reference}</a>" in html}


@pytest.fixture
def some(form, ann, bob):
    """Four cases by name: Ann's, Bob's, nobody's, and one of nobody's that is late."""
    cases = {name: world.case(form, world.person(name=name)) for name in ("anns", "bobs", "free", "late")}
    actions.assign(cases=[cases["anns"]], to=ann, by=ann)
    actions.assign(cases=[cases["bobs"]], to=bob, by=ann)
    Case.objects.filter(pk=cases["late"].pk).update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    return {name: case.reference for name, case in cases.items()}


@pytest.mark.parametrize(
    ("queue", "names"),
    [
        ("mine", {"anns"}),
        ("cases", {"anns", "bobs", "free", "late"}),
        ("unassigned", {"free", "late"}),
        ("late", {"late"}),
        ("find", set()),
    ],
)
def test_what_each_queue_holds(client, some, ann, queue, names):
    world.sign_in(client, ann)
    assert listed(client, queue) == {some[name] for name in names}


def test_the_navigation_counts_them(client, some, ann):
    html = get(world.sign_in(client, ann))
    for words, count in (("My work", 1), ("Business support", 4), ("Unassigned", 2), ("Late", 1)):
        assert f'{words} <span class="app-nav__count">{count}</span>' in html


def test_a_case_that_waits_for_them_is_not_late(client, some, ann):
    case = Case.objects.get(reference=some["late"])
    actions.move(case=case, move="ask", by=ann, reason="Say more")
    assert listed(world.sign_in(client, ann), "late") == set()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"assignee": "nobody"}, {"free", "late"}),
        ({"priority": "urgent"}, {"bobs"}),
        ({"state": "help-with-a-shop:received"}, {"anns", "bobs", "free", "late"}),
        ({"state": "help-with-a-shop:paid"}, set()),
        ({"service": "another"}, set()),
        ({"team": "business-support"}, {"anns", "bobs", "free", "late"}),
        ({"clock": "late"}, {"late"}),
        ({"clock": "paused"}, set()),
        ({"assignee": "x' OR 1=1"}, set()),
        ({"assignee": "99999999999999999999"}, set()),
        ({"sort": "-reference; DROP", "priority": "no"}, {"anns", "bobs", "free", "late"}),
    ],
)
def test_filters(client, some, ann, query, names):
    actions.set_priority(case=Case.objects.get(reference=some["bobs"]), priority="urgent", by=ann)
    world.sign_in(client, ann)
    assert listed(client, "cases", **query) == {some[name] for name in names}


def test_filters_stay_until_cleared(client, some, ann):
    world.sign_in(client, ann)
    get(client, "cases", clock="late")
    assert listed(client, "cases") == {some["late"]}
    assert client.get(reverse("casework:cases"), {"clear": "1"}).status_code == 302
    assert len(listed(client, "cases")) == 4


def test_words_searched_for_do_not_stay(client, some, ann):
    world.sign_in(client, ann)
    assert listed(client, "cases", q="bobs") == {some["bobs"]}
    assert len(listed(client, "cases")) == 4


def test_urgent_comes_first_then_the_deadline(client, some, ann):
    actions.set_priority(case=Case.objects.get(reference=some["free"]), priority="urgent", by=ann)
    html = get(world.sign_in(client, ann), "cases")
    assert html.index(some["free"]) < html.index(some["late"]) < html.index(some["anns"])


@pytest.mark.parametrize("column", ["due", "opened", "reference", "title", "slug", "assignee__name"])
def test_every_column_sorts_both_ways(client, some, ann, column):
    world.sign_in(client, ann)
    for sort in (column, f"-{column}"):
        assert len(listed(client, "cases", sort=sort)) == 4
    assert 'aria-sort="descending"' in get(client, "cases", sort=f"-{column}")


@pytest.mark.parametrize("queue", ["mine", "cases", "unassigned", "late"])
def test_the_navigation_says_where_we_are(client, some, ann, queue):
    world.sign_in(client, ann)
    here = re.search(r'<a[^>]*aria-current="page"[^>]*>', get(client, queue))
    assert reverse(f"casework:{queue}") in here[0]


def queries(client, where):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(where).status_code == 200
    return [q["sql"] for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]


@pytest.mark.parametrize("queue", ["mine", "cases", "unassigned", "late"])
def test_a_list_takes_few_queries_however_long(client, form, ann, queue):
    world.sign_in(client, ann)
    where = reverse(f"casework:{queue}")

    def more(count):
        cases = [world.case(form) for _ in range(count)]
        if queue == "mine":
            actions.assign(cases=cases, to=ann, by=ann)
        if queue == "late":
            Case.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=3))

    more(5)
    forms.diaries()  # looked up once a minute
    few = queries(client, where)
    more(45)
    many = queries(client, where)
    assert len(many) == len(few) <= 10, "\n".join(many)


def test_the_list_has_pages(client, form, ann):
    for _ in range(51):
        world.case(form)
    world.sign_in(client, ann)
    assert len(listed(client, "cases")) == 50
    assert len(listed(client, "cases", page=2)) == 1
    assert len(listed(client, "cases", page="nonsense")) == 50


def test_an_officer_in_no_team_is_told_what_to_do(client, db):
    from borough.foundations.people.models import User

    admin = User.objects.create_superuser("root@council.example", name="Root")
    assert "You are in no team yet" in get(world.sign_in(client, admin))
