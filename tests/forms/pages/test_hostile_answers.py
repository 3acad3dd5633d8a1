"""Hostile answers on every page of the real services, and of every type: never a 500, never an echo that runs."""

from pathlib import Path

import pytest
from django.conf import settings

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.forms.models import Journey
from borough.foundations.audit.actors import SYSTEM
from tests.forms import made

pytestmark = pytest.mark.django_db
SERVICES = ["everything", *sorted(path.parent.name for path in Path(settings.SERVICES).glob("*/service.yaml"))]
SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "a script": SCRIPT,
    "an attribute": '"><img src=x onerror=alert(1)>',
    "NUL": "a\0b",
    "right to left": "\u202egnp.exe",
    "emoji": "👩🏽‍🚀🚲",
    "our own marks": "\ue000vfull_name\ue001\ue002((email))",
    "a placeholder": "((email)) {{ 7*7 }} {% include 'x' %}",
    "ten thousand": "x" * 10_000,
    "SQL": "'; DROP TABLE forms_journey; --",
    "half a character": "\udcff",
}


@pytest.fixture
def live(db):
    def publish(slug):
        if slug == "everything":
            return made.publish(made.EVERYTHING, slug)
        found = load.load(Path(settings.SERVICES) / slug / "service.yaml")
        publishing.publish(loaded=found, by=SYSTEM)
        queries.forget()
        return queries.live(slug)

    return publish


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("slug", SERVICES)
def test_every_page_answers_kindly(client, live, slug, kind):
    form, text = live(slug), HOSTILE[kind].encode("utf-8", "replace").decode()
    for page in form.pages.values():
        fields = [field for question in page.questions.values() for field in question.fields()]
        for do in ("continue", *(f"{verb} {name}" for name in page.questions for verb in ("find", "upload", "remove"))):
            response = client.post(f"/apply/{slug}/{page.name}", dict.fromkeys(fields, text) | {"do": do})
            assert response.status_code in (200, 302), (page.name, response.status_code)
            harmless(response)
    for page in form.pages:
        harmless(client.get(f"/apply/{slug}/{page}?change"))
    harmless(client.get(f"/apply/{slug}/check-answers", follow=True))


def harmless(response):
    page = response.content.decode()
    assert response.status_code < 500
    assert SCRIPT not in page
    assert "<img src=x" not in page
    assert not any(mark in page for mark in "\ue000\ue001\ue002")


@pytest.mark.parametrize("slug", SERVICES)
def test_every_page_refuses_an_empty_answer_or_goes_on(client, live, slug):
    form = live(slug)
    for page in form.pages.values():
        response = client.post(f"/apply/{slug}/{page.name}", {})
        if response.status_code == 200 and not page.end:
            words = response.content.decode()
            assert "There is a problem" in words
            assert "<title>Error: " in words
    assert Journey.objects.count() <= 1


@pytest.mark.parametrize("slug", SERVICES)
def test_fields_nobody_asked_for_are_not_kept(client, live, slug):
    form = live(slug)
    client.post(f"/apply/{slug}/{form.first.name}", {"sent_at": "2026-01-01", "is_staff": "yes", "x" * 500: "y"})
    assert not any(set(journey.answers) - set(form.questions) for journey in Journey.objects.all())
