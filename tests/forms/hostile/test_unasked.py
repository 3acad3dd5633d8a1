"""Nothing sent where something is asked, and something sent that nobody asked."""

import pytest

from borough.forms.models import Journey

from .forms import FORMS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", FORMS)
def test_every_page_refuses_an_empty_answer_or_goes_on(client, name):
    form = FORMS[name]()
    for page in form.pages.values():
        response = client.post(f"/apply/{form.slug}/{page.name}", {})
        if response.status_code == 200 and not page.end:
            words = response.content.decode()
            assert "There is a problem" in words
            assert "<title>Error: " in words
    assert Journey.objects.count() <= 1


@pytest.mark.parametrize("name", FORMS)
def test_fields_nobody_asked_for_are_not_kept(client, name):
    form = FORMS[name]()
    client.post(f"/apply/{form.slug}/{form.first.name}", {"sent_at": "2026-01-01", "is_staff": "yes", "x" * 500: "y"})
    assert not any(set(journey.answers) - set(form.questions) for journey in Journey.objects.all())
