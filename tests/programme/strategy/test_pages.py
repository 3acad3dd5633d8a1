"""The strategy in public."""

import json

import pytest
from django.utils import timezone

from borough.programme.strategy.models import StrategyPage
from borough.programme.workstreams import actions
from borough.website.models import HomePage

from .. import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    phases = [{"type": "phase", "value": {"when": "2015", "title": "Skateboard", "words": "<p>Foundations.</p>"}}]
    return HomePage.objects.get().add_child(
        instance=StrategyPage(
            title="Our plan", slug="programme", vision="Everybody can take part.", communities="Online for all.",
            place="Connected streets.", council="Services that work.", note="Names are our own.",
            phases=json.dumps(phases),
        )
    )  # fmt: skip


def test_it_answers_where_no_editor_wrote_anything(client):
    answer = client.get("/programme/")
    assert answer.status_code == 200
    assert b"No workstreams yet" in answer.content


def test_it_shows_the_words_the_diagram_and_the_same_as_a_list(client, page):
    world.workstream("one", areas=["communities", "place"], position=1)
    world.workstream("two", areas=["council"], position=2)
    words = client.get("/programme/").content.decode()
    for said in ("Our plan", "Everybody can take part.", "Names are our own.", "Skateboard", "Foundations."):
        assert said in words
    assert words.count('href="/programme/workstreams/one/"') == 2
    assert 'aria-label="1: One, on track"' in words


def test_wagtail_gives_it_the_same_address(page):
    assert page.get_url() == "/programme/"


def test_a_preview_of_a_draft(page):
    assert page.make_preview_request().status_code == 200


@pytest.mark.parametrize("path", ["/programme/", "/programme/workstreams/one/", "/programme/measures/"])
def test_what_has_not_changed_is_not_drawn_again(client, page, path, django_assert_num_queries, monkeypatch):
    stream = world.workstream("one")
    first = client.get(path)
    assert first["Cache-Control"] == "no-cache"
    monkeypatch.setattr("django.shortcuts.render", lambda *_: 1 / 0)
    with django_assert_num_queries(1):
        again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    monkeypatch.undo()
    actions.write_update(workstream=stream, words="News.", by=world.manager())
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_edited_page_is_drawn_again(client, page):
    first = client.get("/programme/")
    page.vision = "All can take part."
    page.save_revision(log_action=True).publish()
    again = client.get("/programme/", headers={"if-none-match": first["ETag"]})
    assert b"All can take part." in again.content


def test_a_workstream_that_is_not_there(client):
    assert client.get("/programme/workstreams/none/").status_code == 404
    assert client.get("/programme/measures/none/").status_code == 404
    assert client.get("/api/programme/workstreams/none").status_code == 404


def test_pages_cost_the_same_however_much_was_said(client, page, django_assert_max_num_queries):
    streams = [world.workstream(f"stream-{at}", position=at) for at in range(9)]
    manager = world.manager()
    for stream in streams:
        for at in range(5):
            actions.write_update(workstream=stream, words=f"Update {at}.", by=manager)
            actions.plan(workstream=stream, title=f"Milestone {at}", planned_for=timezone.localdate(), by=manager)
        world.counted(stream, f"counted-{stream.position}")
    for path in ("/programme/", "/programme/workstreams/stream-3/", "/api/programme/workstreams"):
        with django_assert_max_num_queries(12):
            assert client.get(path).status_code == 200
