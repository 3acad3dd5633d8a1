"""The public API: what it answers, to whom, and that it is described."""

import json

import pytest

from borough.programme.workstreams import actions

from . import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def stream(monkeypatch):
    world.declare(monkeypatch, things=12)
    stream = world.workstream()
    world.counted(stream, "things")
    world.snapshot()
    return stream


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_workstreams_with_their_measures(client, stream):
    actions.change_status(workstream=stream, status="at risk", reason="x", by=world.manager())
    (row,) = read(client, "/api/programme/workstreams")
    assert {name: row[name] for name in ("key", "title", "areas", "owner", "status", "measures")} == {
        "key": "everybody-online",
        "title": "Everybody online",
        "areas": ["communities"],
        "owner": "Inclusion Manager",
        "status": "at risk",
        "measures": [{"key": "things", "latest": 12, "as_at": str(world.yesterday())}],
    }
    assert read(client, "/api/programme/workstreams/everybody-online") == row


def test_measures_and_readings(client, stream):
    (row,) = read(client, "/api/programme/measures")
    assert (row["key"], row["latest"], row["workstream"]) == ("things", 12, "everybody-online")
    whole = read(client, "/api/programme/measures/things")
    assert whole["readings"] == read(client, "/api/programme/measures/things/readings")
    assert whole["readings"][0]["value"] == 12
    assert read(client, "/api/programme")["measures"] == ["things"]


@pytest.mark.parametrize("path", ["", "/workstreams", "/measures", "/measures/things", "/measures/things/readings"])
def test_it_is_open_and_fetched_again_only_when_it_changed(client, stream, path):
    answer = client.get(f"/api/programme{path}")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"].startswith("application/json")
    again = client.get(f"/api/programme{path}", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_address_of_it_is_described(client):
    described = read(client, "/api/openapi.json")
    assert described["openapi"].startswith("3.")
    assert "/api/programme/workstreams" in described["paths"]
    for path in described["paths"].values():
        assert set(path) == {"get"}


def test_what_is_not_there(client):
    answer = client.get("/api/programme/measures/none")
    assert answer.status_code == 404
    assert json.loads(answer.content) == {"detail": "There is nothing of this name."}
    assert answer["Access-Control-Allow-Origin"] == "*"
