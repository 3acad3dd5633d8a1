"""The guide to measures, followed to the letter: what it counts is published, explained and seen by everybody."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from borough.forms import queries
from borough.forms.definition.source import read
from borough.foundations.measures import registry
from tests import people
from tests.forms import made
from tests.programme import world

from .pages import blocks

PAGE = "docs/how-to/add-a-measure.md"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(registry, "_declared", dict(registry._declared))
    queries.forget()
    yield
    queries.forget()


def publish(client, key, workstream):
    typed = {"key": key, "workstream": workstream.key, "source": "The guide"}
    return client.post("/work/measures/publish/counted/", typed)


def test_step_one_counts_cases_of_a_service(client):
    (measures,) = (read(part, PAGE).data for part in blocks(PAGE, "yaml"))
    bike = read(made.BIKE, "bike").data
    states = bike["workflow"]["states"]
    wanted = measures["measures"][0] | {"count": {"entered": next(iter(states))}}
    made.publish(json.dumps(bike | {"measures": [wanted]}, default=str))
    assert wanted["key"] in {one.key for one in registry.measures()}


def test_the_rest_of_it(client, signed_in):
    (code,) = blocks(PAGE, "python")
    exec(compile(code, PAGE, "exec"), {})
    said = StringIO()
    call_command("measures", "snapshot", stdout=said, stderr=StringIO())
    assert "measures for" in said.getvalue()
    said = StringIO()
    call_command("measures", "explain", "halls-open", stdout=said)
    for words in ("Halls open to the public", "Halls that anybody can use", "Counting it took", "12"):
        assert words in said.getvalue()
    stream = world.workstream()
    assert publish(signed_in(world.manager()), "halls-open", stream).status_code == 302
    assert "Halls open to the public" in client.get("/programme/measures/").content.decode()
    assert client.get("/programme/measures.csv").content.decode().splitlines()[1].startswith("halls-open,")
    (row,) = json.loads(client.get("/api/programme/measures").content)
    assert (row["key"], row["latest"]) == ("halls-open", 12)


def test_somebody_else_does_not_publish(signed_in):
    assert publish(signed_in(people.officer()), "cases-open", world.workstream()).status_code == 403
