"""Everybody who might come to every address of the programme, of skills and of alerts, and what they get.

The public pages answer the same to all; what is under /work/ answers only who has the role for it.
"""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from borough.foundations.alerts.models import PUBLISHERS
from borough.programme.declaration import actions as declaration
from borough.programme.feedback.models import Reply
from borough.programme.news.models import NewsPage, PostPage
from borough.programme.workstreams import actions
from borough.website.models import HomePage
from tests import people
from tests.config.access import rule
from tests.config.test_every_address import every_address
from tests.forms import made

from . import world

pytestmark = pytest.mark.django_db
OURS = ("strategy", "figures", "performance", "news", "feedback", "declaration", "workstreams", "skills", "api", "film")
# What only managers of the programme open; a lead opens the rest of their own workstream.
MANAGERS = {
    "workstreams:begin",
    "workstreams:reword", "workstreams:leads", "figures:publish_counted", "figures:publish_typed", "figures:revise",
    "performance:stages", "performance:stage", "feedback:work", "feedback:take_down", "declaration:work",
    "declaration:evidence", "declaration:withdraw", "declaration:project", "declaration:status", "declaration:sign",
}  # fmt: skip
EVERY_OFFICER = {
    "workstreams:mine", "skills:own", "skills:answer", "skills:list_me", "skills:taken", "skills:forget",
    "skills:champions", "skills:seen",
}  # fmt: skip
OF_THE_TEAM = {"performance:costs", "performance:cost", "performance:elsewhere", "declaration:assess"}
TEAM_MANAGERS = {"skills:course", "skills:team"}
TOKENS = {"news:confirm", "news:unsubscribe"}


@pytest.fixture
def paths():
    """name → path of every address of ours, with something there."""
    made.publish(made.BIKE)
    stream, manager = world.workstream("one"), world.manager()
    world.typed(stream)
    milestone = actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS, by=manager)
    shown = declaration.show(principle=1, day=world.STARTS, title="x", words="x", href="/x/", by=manager)
    project = declaration.begin(title="x", words="x", begun_on=world.STARTS, by=manager)
    declaration.state(year=2026, words="x", by=manager)
    reply = Reply.objects.create(reference="x", about="strategy", said="x", did="x", at=shown.at, by_name="x")
    news = HomePage.objects.get().add_child(instance=NewsPage(title="News", slug="news"))
    news.add_child(instance=PostPage(title="x", slug="a-post", summary="x", authors="x"))
    places = {"key": "one", "slug": "borrow-a-bike", "year": "2026", "token": "x"}
    pks = {
        "forecast": milestone.pk,
        "reach": milestone.pk,
        "withdraw": shown.pk,
        "status": project.pk,
        "take_down": reply.pk,
    }
    found = {}
    for name, path, plain in every_address():
        if plain and name.split(":")[0] in OURS:
            here = places | {"pk": str(pks.get(name.split(":")[-1], 1))}
            if name.startswith("figures") or "measure" in name or name == "api:readings":
                here["key"] = "halls"
            if name == "news:post":
                here["slug"] = "a-post"
            if name == "skills:team":
                here["slug"] = "bikes"
            found[name] = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda place, here=here: here[place[1]], path)
    return found


@pytest.fixture
def who(paths):
    def publisher(group):
        user = people.officer("other")
        user.groups.add(Group.objects.get(name=group))
        return user

    stream = world.Workstream.objects.get()
    return {
        "anonymous": Client(),
        "resident": people.signed_in(people.resident(), factor=None),
        "partner": people.signed_in(people.partner(), factor=None),
        "officer": people.signed_in(people.officer("other")),
        "team": people.signed_in(people.officer("bikes")),
        "team manager": people.signed_in(people.officer("bikes", "manager")),
        "lead": people.signed_in(world.lead(stream)),
        "another lead": people.signed_in(world.lead(world.workstream("two"))),
        "manager": people.signed_in(world.manager()),
        "publisher": people.signed_in(publisher("Moderators")),
        "emergency publisher": people.signed_in(publisher(PUBLISHERS)),
        "administrator": people.signed_in(people.administrator()),
        "manager without a second factor": people.signed_in(world.manager(), factor=None),
    }


def may(name: str, role: str) -> bool:
    if rule(name, "") == "public" or name in TOKENS:
        return True
    if role in ("anonymous", "resident", "partner", "manager without a second factor"):
        return False
    if name in EVERY_OFFICER:
        return True
    if name in TEAM_MANAGERS:
        return role == "team manager" or (role == "administrator" and name == "skills:team")
    if name in OF_THE_TEAM:
        return role in ("team", "team manager", "manager", "administrator")
    if name in MANAGERS:
        return role in ("manager", "administrator")
    if name == "figures:work":
        return role in ("lead", "another lead", "manager", "administrator")
    return role in ("lead", "manager", "administrator")


def test_every_role_over_every_address(paths, who):
    assert len(paths) > 55
    wrong = []
    for name, path in paths.items():
        for role, client in who.items():
            status = client.get(path).status_code
            expected = {200, 404, 410} if name in TOKENS else {200}
            refused = {302, 403, 404}
            if status not in (expected if may(name, role) else refused):
                wrong.append((name, role, status))
    assert not wrong, wrong


def test_what_they_post_is_refused_as_well(paths, who):
    """Nobody changes by POST what they may not open."""
    wrong = []
    for name, path in paths.items():
        for role, client in who.items():
            if not may(name, role) and (status := client.post(path, {}).status_code) not in (302, 403, 404, 405):
                wrong.append((name, role, status))
    assert not wrong, wrong


def test_nobody_is_told_of_it_who_may_not(paths):
    assert reverse("workstreams:mine") == "/work/programme/"
    assert b"Sign in" in Client().get("/work/programme/", follow=True).content
