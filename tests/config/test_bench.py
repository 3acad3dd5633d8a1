"""What `borough bench journeys` makes of its rounds, and that its forms can be filled in and sent."""

import pytest
from django.test import Client
from django.utils import timezone

from bench import journeys, made
from borough.forms import queries
from borough.forms.models import Submission

KINDS = ("floor", "journey", "brief", "short", "long", "narrow", "broad")


@pytest.fixture(autouse=True)
def forgotten():
    queries.forget()
    yield
    queries.forget()


def rounds(**figures):
    return {kind: [(ms, 1.0, 1.0) for ms in figures.get(kind, [1, 1, 1])] for kind in KINDS}


def test_a_ratio_is_of_one_round_so_a_slow_moment_does_not_count():
    found = journeys._summed(rounds(floor=[1, 4, 1], journey=[2, 8, 2]), memory=100.0)
    assert (found["ratio"], found["journey_ms"], found["worker_mib"]) == (2.0, 2.0, 100.0)


def test_the_dearer_of_the_long_forms_counts():
    found = journeys._summed(rounds(short=[2, 2, 2], long=[2, 2, 2], broad=[1.5, 1.5, 1.5]), memory=100.0)
    assert found["long_form_ratio"] == 1.5


@pytest.mark.django_db
@pytest.mark.parametrize("each", [1, 7])
def test_its_forms_can_be_filled_in_and_sent(each):
    steps = made.published("made", made.long(made.real(), 5, each), timezone.localdate())
    assert len(steps) == 7
    client = Client()
    for path, form in steps:
        assert client.get(path).status_code == 200
        if form is not None:
            typed = dict(form)
            assert client.post(typed.pop("to", path), typed).status_code == 302
    assert Submission.objects.get().slug == "made"
